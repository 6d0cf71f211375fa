/* families: see families.h. Which file a family is, text knows. */
#include "cli/families.h"

#include <string.h>

#include "model/fields.h"

static void report_role(Session *session, const FontOverride *font) {
	const char *names[FONT_ROLE_COUNT + 1] = {NULL};
	for (int role = 0; role < FONT_ROLE_COUNT; role++) {
		names[role] = font_role_name((FontRole)role);
	}
	const char *hint = field_hint_nearest(session->arena, font->role, names);
	diag_error(session->diags, "unknown-font-role", font->role_span, hint,
		"`%s` is no kind of text that has a font of its own", font->role);
}

const Theme *families_override(Session *session, const Theme *theme) {
	const Print *print = &session->event->print;
	if (print->font_count == 0) {
		return theme;
	}
	Theme *changed = arena_memdup(session->arena, theme, sizeof *theme);
	for (int i = 0; i < print->font_count; i++) {
		const FontOverride *font = &print->fonts[i];
		FontRole role;
		if (font_role_from_name(font->role, &role)) {
			changed->sheet.families[role] = font->family;
		} else {
			report_role(session, font);
		}
	}
	return changed;
}

/* The one that begins with the name, or is it but for a slip; NULL for none. */
static const char *nearest_family(const char *family, const char *const *families) {
	g_autofree char *wanted = g_utf8_casefold(family, -1);
	for (int i = 0; families[i]; i++) {
		g_autofree char *folded = g_utf8_casefold(families[i], -1);
		if (g_str_has_prefix(folded, wanted)) {
			return families[i];
		}
	}
	return diag_nearest(family, families);
}

/* The names for a hint; of many that begin with the same word, as "Noto", that word. Caller frees.
 */
static char *list_families(const char *const *families) {
	enum { FEW = 3 };
	GString *list = g_string_new(NULL);
	for (int i = 0; families[i];) {
		int word = (int)strcspn(families[i], " ");
		int end = i + 1;
		while (families[end] && strncmp(families[end], families[i], (size_t)word) == 0) {
			end++;
		}
		gboolean many = end - i > FEW;
		end = many ? end : i + 1;
		g_string_append(list, list->len ? ", " : "");
		g_string_append_len(list, families[i], many ? word : (gssize)strlen(families[i]));
		g_string_append(list, many ? " …" : "");
		i = end;
	}
	return g_string_free(list, FALSE);
}

static void check_family(Session *session, const char *family) {
	if (!family || text_fonts_has_family(session->fonts, family)) {
		return;
	}
	Span where = session->event->print.theme.span;
	for (int i = 0; i < session->event->print.font_count; i++) {
		if (strcmp(session->event->print.fonts[i].family, family) == 0) {
			where = session->event->print.fonts[i].span;
		}
	}
	const char *const *families = text_fonts_families(session->fonts);
	const char *near = nearest_family(family, families);
	g_autofree char *all = list_families(families);
	g_autofree char *hint = near ? g_strdup_printf("did you mean \"%s\"?", near)
				     : g_strdup_printf("there are: %s; or put a font's files "
						       "into the event's folder fonts/",
					       all);
	diag_error(session->diags, "unknown-font", where, hint,
		"there is no font family \"%s\" in fonts/", family);
}

void families_check(Session *session) {
	const StyleSheet *sheet = &session->theme->sheet;
	for (int role = 0; role < FONT_ROLE_COUNT; role++) {
		const char *companion = sheet->companions[role];
		check_family(session, sheet->families[role]);
		if (companion && strcmp(companion, sheet->families[role]) != 0) {
			check_family(session, companion);
		}
	}
}

/* spec: how a text is to be set on this page: by which sheet, in which direction, and at which
 * edge. A text runs as its language does, whatever the page; prose in another direction than the
 * page's keeps to its own edge, all that stands in the page's columns and lists to the page's. */
#include <string.h>

#include "layout/setter.h"
#include "locale/locale.h"

static gboolean is_prose(StyleRole role) {
	switch (role) {
	case STYLE_PROSE:
	case STYLE_DENSE_PROSE:
	case STYLE_POSTER_PROSE:
	case STYLE_BIO:
	case STYLE_POSTER_BIO:
	case STYLE_CONTACT:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Roles whose Latin is a text of its own: set by the Latin sheet. */
static gboolean is_own_voice(StyleRole role) {
	switch (role) {
	case STYLE_PROSE:
	case STYLE_TALK_TITLE:
	case STYLE_TALK_TITLE_SMALL:
	case STYLE_TALK_TITLE_SMALLEST:
	case STYLE_POSTER_PROSE:
	case STYLE_POSTER_TALK_TITLE:
		return TRUE;
	default:
		return FALSE;
	}
}

/* Title, speakers and the like of a talk that is in another language than the page. */
static gboolean is_head(StyleRole role) {
	return is_own_voice(role) || role == STYLE_SPEAKER || role == STYLE_CAPTION ||
		role == STYLE_POSTER_TALK_SPEAKER;
}

static gboolean is_latin(const char *language) {
	static const char *const scripts[] = {"Latn", "Grek", "Cyrl", NULL};
	const char *script = language ? locale_script(language) : NULL;
	return script && g_strv_contains(scripts, script);
}

/* Of the first letter that has one: references are in whatever language the work is. */
static gboolean starts_rtl(const Inline *text, gboolean otherwise) {
	const char *end = text->text + text->length;
	for (const char *at = text->text; at < end; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (g_unichar_isalpha(c)) {
			return (c >= 0x590 && c < 0x900) || (c >= 0xFB1D && c <= 0xFDFF) ||
				(c >= 0xFE70 && c <= 0xFEFF);
		}
	}
	return otherwise;
}

gboolean setter_runs_rtl(const Setter *setter, StyleRole role, const Inline *text) {
	gboolean page = setter->composition->rtl;
	if (role == STYLE_REFERENCE) {
		return starts_rtl(text, page);
	}
	return text->language ? locale_is_rtl(text->language) : page;
}

ParSpec setter_spec(const Setter *setter, StyleRole role, const Inline *text, Len measure) {
	gboolean page = setter->composition->rtl, rtl = setter_runs_rtl(setter, role, text);
	gboolean own_edge = is_prose(role) || (setter->foreign && is_head(role));
	gboolean latin = setter->latin && is_own_voice(role) && is_latin(text->language);
	return (ParSpec){.source = text,
		.sheet = latin ? setter->latin : &setter->sheet,
		.role = role,
		.measure = measure,
		.language = setter->composition->language,
		.rtl = rtl,
		.opposite = rtl != page && !own_edge};
}

void setter_mark_foreign(Setter *setter, const Block *abstract, const Inline *title) {
	setter->foreign = abstract
		? setter_runs_foreign(setter, abstract)
		: setter_runs_rtl(setter, STYLE_TALK_TITLE, title) != setter->composition->rtl;
}

void style_take_step(Style *style, double factor, double least) {
	double leading = (double)style->leading / style->size;
	style->size = len_scale(style->size, factor);
	style->leading = len_scale(style->size, MAX(leading, least));
}

void setter_fill_square(StyleSheet *sheet, StyleRole role, Len measure) {
	Style *style = &sheet->styles[role];
	if (sheet->square && style->size > 0 && measure > style->size) {
		int count = (measure + style->size / 2) / style->size;
		style->size = measure / count;
		sheet->indent = style->size;
	}
}

Len setter_first_indent(const Setter *setter, const ParSpec *spec, gboolean continues) {
	const StyleSheet *sheet = spec->sheet;
	gboolean always = sheet->indent_first && !setter->in_item &&
		(spec->role == STYLE_PROSE || spec->role == STYLE_DENSE_PROSE ||
			spec->role == STYLE_POSTER_PROSE);
	return continues || always ? sheet->indent : 0;
}

void setter_take_sheets(Setter *setter, double type, double line) {
	const Theme *theme = setter->theme;
	setter->sheet = stylesheet_scaled(&theme->sheet, type, line);
	setter->sheet.least = setter->least;
	setter->monogram_sheet = NULL;
	setter->latin = NULL;
	if (theme->latin) {
		StyleSheet latin = stylesheet_scaled(theme->latin, type, line);
		latin.least = setter->least;
		setter->latin = arena_memdup(setter->arena, &latin, sizeof latin);
	}
}

/* check_text: texts that are there and look wrong: traces of conversion, titles that are too long,
 * in capitals, or there twice. Markup that is read and dropped is told by the markup room. */
#include "check/damage.h"
#include "check/rules.h"
#include "check/texts.h"

enum {
	TITLE_LONG = 160, /* characters */
	CAPITALS_LEAST = 12 /* letters: shorter titles may be an acronym */
};

static void damage_rule(const Text *text, const Event *event, Diags *diags) {
	g_autoptr(GArray) found = damage_find(text->text, !event->print.smart);
	for (guint i = 0; i < found->len; i++) {
		const Damage *damage = &g_array_index(found, Damage, i);
		g_autofree char *piece = damage->quoted
			? g_strdup_printf("\"%.*s\" ", damage->length, text->text + damage->offset)
			: g_strdup("");
		diag_warning(diags, damage->code, rules_place(text, damage->offset, damage->length),
			damage->hint, "%s%s", piece, damage->what);
	}
}

static gboolean is_in_capitals(const char *text) {
	int capitals = 0;
	gboolean words = FALSE;
	for (const char *at = text; *at; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_islower(character)) {
			return FALSE;
		}
		capitals += g_unichar_isupper(character) != 0;
		words = words || *at == ' ';
	}
	return words && capitals >= CAPITALS_LEAST;
}

static void one_title_rule(const Text *title, gboolean has_short, Diags *diags) {
	if (!rules_given(title)) {
		return;
	}
	int length = (int)g_utf8_strlen(title->text, -1);
	if (length > TITLE_LONG && !has_short) {
		diag_warning(diags, "long-title", title->span,
			"add `short_title` for agenda, feet and signs, or make it shorter",
			"the title has %d characters", length);
	}
	if (is_in_capitals(title->text)) {
		diag_warning(diags, "capitals", title->span,
			"write it as a sentence or a heading is written; the theme sets its look",
			"the title is in capitals");
	}
}

static void same_title_rule(const Event *event, Diags *diags) {
	g_autoptr(GHashTable) seen = g_hash_table_new(g_str_hash, g_str_equal);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		if (!item_is_talk(item) || item->repeats || !rules_given(&item->title)) {
			continue;
		}
		const Item *earlier = g_hash_table_lookup(seen, item->title.text);
		if (!earlier) {
			g_hash_table_insert(seen, (gpointer)item->title.text, (gpointer)item);
			continue;
		}
		diag_warning(diags, "same-title", item->title.span,
			"tell them apart, or take out the one that is there twice",
			"another %s has this title (line %d)", item_kind_name(earlier->kind),
			earlier->title.span.line);
	}
}

void check_text(const Event *event, Diags *diags) {
	texts_visit(event, damage_rule, diags);
	one_title_rule(&event->title, rules_given(&event->short_title), diags);
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		one_title_rule(&item->title, rules_given(&item->short_title), diags);
	}
	same_title_rule(event, diags);
}

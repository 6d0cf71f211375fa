/* rules: see rules.h. Knows how to speak of things, no rule of its own. */
#include "check/rules.h"

#include <string.h>

enum {
	NAME_LONGEST = 48, /* characters of a title in a message */
	TALLY_FEW = 10 /* up to so many are told one by one */
};

char *rules_clock(int minutes) {
	int of_day = minutes % (24 * 60);
	return g_strdup_printf("%d:%02d", of_day / 60, of_day % 60);
}

char *rules_hours(int start, int end) {
	g_autofree char *from = rules_clock(start);
	if (end == TIME_NONE) {
		return g_steal_pointer(&from);
	}
	g_autofree char *until = rules_clock(end);
	return g_strdup_printf("%s–%s", from, until);
}

static char *shortened(const char *text) {
	if (g_utf8_strlen(text, -1) <= NAME_LONGEST) {
		return g_strdup(text);
	}
	const char *limit = g_utf8_offset_to_pointer(text, NAME_LONGEST);
	const char *cut = limit;
	while (cut > text && *cut != ' ') {
		cut--;
	}
	int length = (int)((cut > text ? cut : limit) - text);
	return g_strdup_printf("%.*s…", length, text);
}

char *rules_item_name(const Item *item) {
	if (rules_given(&item->title)) {
		g_autofree char *title = shortened(item->title.text);
		return g_strdup_printf("\"%s\"", title);
	}
	const char *kind = item_kind_name(item->kind);
	if (item->start == TIME_NONE) {
		return g_strdup_printf("the %s without a title", kind);
	}
	g_autofree char *hours = rules_hours(item->start, item->end_given ? item->end : TIME_NONE);
	return g_strdup_printf("the %s at %s", kind, hours);
}

Span rules_place(const Text *text, int offset, int length) {
	if (!text->node || text->node->kind != NODE_SCALAR) {
		return text->span;
	}
	Span span = node_locate(text->node, offset);
	span.length = MAX(1, (int)g_utf8_strlen(text->text + offset, length));
	return span;
}

Span rules_time_place(const Item *item) {
	return rules_given(&item->time) ? item->time.span : item->span;
}

gboolean rules_given(const Text *text) {
	return text->text && *text->text;
}

char *rules_where(const Item *item) {
	if (!item->room) {
		return NULL;
	}
	g_autoptr(GString) where = g_string_new(NULL);
	for (int i = 0; i < item_room_count(item); i++) {
		const Room *room = item_room(item, i);
		gboolean building = rules_given(&room->building);
		g_string_append_printf(where, "%s%s%s%s", i > 0 ? "; " : "", room->name.text,
			building ? ", " : "", building ? room->building.text : "");
	}
	return g_strdup(where->str);
}

typedef struct Lack {
	Span span;
	char *message, *hint;
} Lack;

struct Tally {
	DiagLevel level;
	const char *code, *what;
	int total;
	GArray *lacks;
};

static void lack_clear(gpointer data) {
	Lack *lack = data;
	g_free(lack->message);
	g_free(lack->hint);
}

Tally *tally_new(DiagLevel level, const char *code, const char *what) {
	Tally *tally = g_new0(Tally, 1);
	*tally = (Tally){.level = level, .code = code, .what = what};
	tally->lacks = g_array_new(FALSE, FALSE, sizeof(Lack));
	g_array_set_clear_func(tally->lacks, lack_clear);
	return tally;
}

void tally_free(Tally *tally) {
	if (tally) {
		g_array_unref(tally->lacks);
		g_free(tally);
	}
}

void tally_count(Tally *tally) {
	tally->total++;
}

void tally_add(Tally *tally, Span span, char *message, char *hint) {
	Lack lack = {.span = span, .message = message, .hint = hint};
	g_array_append_val(tally->lacks, lack);
}

void tally_report(const Tally *tally, Diags *diags) {
	int count = (int)tally->lacks->len;
	gboolean all = count > 1 && count == tally->total;
	gboolean most = count > TALLY_FEW && count > tally->total / 2;
	if (all || most) {
		const Lack *first = &g_array_index(tally->lacks, Lack, 0);
		diag_add(diags, tally->level, tally->code, first->span, first->hint,
			"%d of %d %s; this is the first", count, tally->total, tally->what);
		return;
	}
	for (int i = 0; i < count; i++) {
		const Lack *lack = &g_array_index(tally->lacks, Lack, i);
		diag_add(diags, tally->level, tally->code, lack->span, lack->hint, "%s",
			lack->message);
	}
}

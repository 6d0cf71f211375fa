/* grid_names: see the header. A session's talks are told by time and family names, one a line; a
 * lone talk by full names. Chairs and moderators stand in a line of their own. */
#include "doc/grid_names.h"

#include <string.h>

#define NO_BREAK_SPACE "\xc2\xa0"
#define EN_SPACE "\xe2\x80\x82"

enum { FAMILIES_MOST = 2 /* of one talk in a session's list */ };

/* Who is told of as speaking: those who do, else all who wrote it. */
typedef struct Voices {
	const Person **people;
	int count;
} Voices;

static gboolean has_role(const Item *item, RoleKind kind) {
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].kind == kind) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean speaks(const Item *item, RoleKind kind) {
	if (kind == ROLE_CHAIR || kind == ROLE_MODERATOR) {
		return FALSE;
	}
	gboolean marked = has_role(item, ROLE_PRESENTER);
	return kind != ROLE_AUTHOR || !(marked || has_role(item, ROLE_SPEAKER));
}

static Voices voices_of(const Compose *compose, const Item *item) {
	Voices voices = {
		arena_array_of(compose->arena, const Person *, MAX(item->role_count, 1)), 0};
	for (int i = 0; i < item->role_count; i++) {
		if (speaks(item, item->roles[i].kind)) {
			voices.people[voices.count++] = item->roles[i].person;
		}
	}
	return voices;
}

/* Does the name begin with the family's, as in Budapest and Kyoto? */
static gboolean is_family_first(const Person *person) {
	return g_str_has_prefix(person->name.text, person->family.text);
}

static gboolean has_capitals(gunichar letter) {
	return g_unichar_tolower(letter) != g_unichar_toupper(letter);
}

/* "A. Exemplo"; "Exemplo A." where the family's name comes first; in full where letters have no
 * capitals or there is nothing to shorten. */
static const char *short_name(const Compose *compose, const Person *person) {
	const char *given = person->given.text, *family = person->family.text;
	if (!given || !family || !*given || strcmp(given, family) == 0) {
		return person->name.text;
	}
	const char *language = person->language ? person->language : compose->event->language;
	g_autofree char *initial = locale_initial(language, given);
	gunichar letter = g_utf8_get_char(initial);
	if (!has_capitals(letter)) {
		return person->name.text;
	}
	return is_family_first(person)
		? arena_printf(compose->arena, "%s" NO_BREAK_SPACE "%s.", family, initial)
		: arena_printf(compose->arena, "%s." NO_BREAK_SPACE "%s", initial, family);
}

/* Names of scripts without capitals are short and never parted. */
static const char *family_name(const Person *person) {
	const char *family = person->family.text;
	gunichar letter = family && *family ? g_utf8_get_char(family) : 0;
	return letter && has_capitals(letter) ? family : person->name.text;
}

static const char *and_others(const Compose *compose, const char *name, int count) {
	return count > 1
		? lang_format(compose->arena, compose->lang, WORD_ET_AL, "name", name, NULL)
		: name;
}

/* "Vasić, Hatano", or the first of many; appended to the list. */
static void add_families(const Compose *compose, const Item *talk, GPtrArray *names) {
	Voices voices = voices_of(compose, talk);
	if (voices.count > FAMILIES_MOST) {
		const char *first = family_name(voices.people[0]);
		g_ptr_array_add(names, (gpointer)and_others(compose, first, voices.count));
		return;
	}
	for (int i = 0; i < voices.count; i++) {
		g_ptr_array_add(names, (gpointer)family_name(voices.people[i]));
	}
}

/* Each name apart from the others, whatever its script. NULL without names. */
static const Inline *names_line(
	const Compose *compose, const char *time, const GPtrArray *names, guint from) {
	if (from >= names->len) {
		return NULL;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (time) {
		inline_add_span(builder, time, (InlineSpan){.role = STYLE_GRID_TIME});
		inline_add(builder, EN_SPACE);
	}
	for (guint i = from; i < names->len; i++) {
		inline_add(builder, i > from ? part_separator(compose, WORD_LIST_COMMA) : "");
		inline_add_span(
			builder, names->pdata[i], (InlineSpan){.flags = INLINE_NAME, .role = -1});
	}
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

static const Inline *one_name(const Compose *compose, const char *name) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, name, (InlineSpan){.flags = INLINE_NAME, .role = -1});
	return inline_builder_end(builder, NULL, SPAN_NONE);
}

/* "9:45 Vasić", "9:45 A short title" where nobody is named. */
static const Inline *talk_line(
	const Compose *compose, const Item *talk, GPtrArray *names, guint from) {
	g_autofree char *time = talk->start == TIME_NONE
		? NULL
		: time_format_plain(&compose->time_form, talk->start);
	if (from < names->len) {
		return names_line(compose, time, names, from);
	}
	const Inline *title = part_short_title(compose, talk);
	if (!title) {
		return NULL;
	}
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (time) {
		inline_add_span(builder, time, (InlineSpan){.role = STYLE_GRID_TIME});
		inline_add(builder, EN_SPACE);
	}
	inline_add_inline(builder, title, -1);
	return inline_builder_end(builder, title->language, title->source);
}

static void add_talks(const Compose *compose, const Item *session, GridCell *cell) {
	const Inline **lines = arena_array_of(compose->arena, const Inline *, session->talk_count);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	const char *first = NULL;
	int speakers = 0;
	for (int i = 0; i < session->talk_count; i++) {
		const Item *talk = session->talks[i];
		Voices voices = voices_of(compose, talk);
		guint from = names->len;
		add_families(compose, talk, names);
		if (!first && voices.count > 0) {
			first = short_name(compose, voices.people[0]);
		}
		speakers += voices.count;
		lines[cell->name_count] = talk_line(compose, talk, names, from);
		cell->name_count += lines[cell->name_count] != NULL;
	}
	cell->names = lines;
	cell->timed = session->talks[0]->start == cell->start;
	cell->run_in = names_line(compose, NULL, names, 0);
	cell->first = first ? one_name(compose, and_others(compose, first, speakers)) : NULL;
}

static void add_voices(const Compose *compose, const Item *item, GridCell *cell) {
	Voices voices = voices_of(compose, item);
	g_autoptr(GPtrArray) names = g_ptr_array_new();
	for (int i = 0; i < voices.count; i++) {
		g_ptr_array_add(names, (gpointer)voices.people[i]->name.text);
	}
	if (voices.count == 0) {
		return;
	}
	const Inline **line = arena_array_of(compose->arena, const Inline *, 1);
	line[0] = cell->run_in = names_line(compose, NULL, names, 0);
	cell->names = line;
	cell->name_count = 1;
	const char *first = short_name(compose, voices.people[0]);
	cell->first = one_name(compose, and_others(compose, first, voices.count));
}

static const char *leaders_of(const Compose *compose, const Item *item, RoleKind kind) {
	const char *names = NULL;
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].kind == kind) {
			const char *name = short_name(compose, item->roles[i].person);
			const char *comma = part_separator(compose, WORD_LIST_COMMA);
			names = names ? arena_printf(compose->arena, "%s%s%s", names, comma, name)
				      : name;
		}
	}
	return names;
}

static void add_leaders(const Compose *compose, const Item *item, GridCell *cell) {
	const char *chairs = leaders_of(compose, item, ROLE_CHAIR);
	const char *names = chairs ? chairs : leaders_of(compose, item, ROLE_MODERATOR);
	if (names) {
		Word word = chairs ? WORD_CHAIR : WORD_MODERATOR;
		const char *text =
			lang_format(compose->arena, compose->lang, word, "name", names, NULL);
		cell->chair = part_role_text(compose, text, STYLE_GRID_TIME);
	}
}

void grid_add_names(const Compose *compose, const Item *item, GridCell *cell) {
	if (item->talk_count > 0 && item->kind != KIND_POSTER_SESSION) {
		add_talks(compose, item, cell);
	}
	if (cell->name_count == 0) {
		add_voices(compose, item, cell);
	}
	add_leaders(compose, item, cell);
}

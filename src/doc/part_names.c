/* part_names: people as they stand under titles, in lists and beside biographies. */
#include <string.h>

#include "doc/parts.h"
#include "view/people.h"

#define NAME_PLACE "{name}"
#define AFFILIATION_PLACE "{affiliation}"
#define EN_SPACE "\xe2\x80\x82"

const char *part_affiliation(const Compose *compose, const Person *person) {
	if (person->affiliation_count == 0) {
		return NULL;
	}
	GString *text = g_string_new(NULL);
	for (int i = 0; i < person->affiliation_count; i++) {
		if (i > 0) {
			g_string_append(text, part_separator(compose, WORD_LIST_SEMICOLON));
		}
		g_string_append(text, person->affiliations[i]->name.text);
	}
	char *kept = arena_strdup(compose->arena, text->str);
	g_string_free(text, TRUE);
	return kept;
}

const char *part_language_note(const Compose *compose, const Item *item) {
	const char *own = compose->event->language;
	if (!item->language || locale_same_language(item->language, own)) {
		return NULL;
	}
	g_autofree char *name = locale_language_name(item->language, own);
	return lang_format(compose->arena, compose->lang, WORD_IN_LANGUAGE, "language", name, NULL);
}

gboolean part_role_speaks(RoleKind kind) {
	return kind != ROLE_CHAIR;
}

static Word role_word(RoleKind kind) {
	switch (kind) {
	case ROLE_MODERATOR:
		return WORD_MODERATOR;
	case ROLE_CHAIR:
		return WORD_CHAIR;
	default:
		return WORD_COUNT;
	}
}

void part_add_name(
	const Compose *compose, InlineBuilder *builder, const Person *person, int style) {
	const char *target =
		part_has_place(compose, person) ? anchor_of_person(compose->arena, person) : NULL;
	inline_add_span(builder, person->name.text,
		(InlineSpan){.flags = INLINE_NAME, .role = style, .target = target});
}

/* "{name}, moderator": the name with its own attributes, the words around it in `words`. */
static void add_role(
	const Compose *compose, InlineBuilder *builder, const Role *role, NameRoles roles) {
	Word word = role_word(role->kind);
	const char *pattern = word == WORD_COUNT ? NAME_PLACE : lang_word(compose->lang, word);
	const char *place = strstr(pattern, NAME_PLACE);
	if (!place) {
		part_add_name(compose, builder, role->person, roles.name);
		return;
	}
	int words = roles.affiliation >= 0 ? roles.affiliation : roles.name;
	if (place > pattern) {
		char *before = arena_strndup(compose->arena, pattern, (size_t)(place - pattern));
		inline_add_span(builder, before, (InlineSpan){.role = words});
	}
	part_add_name(compose, builder, role->person, roles.name);
	if (place[strlen(NAME_PLACE)]) {
		inline_add_span(builder, place + strlen(NAME_PLACE), (InlineSpan){.role = words});
	}
}

/* What stands between two placeholders of a pattern: "{first} and {last}" gives " and ". */
const char *part_separator(const Compose *compose, Word word) {
	const char *pattern = lang_word(compose->lang, word);
	const char *from = strchr(pattern, '}');
	const char *to = from ? strchr(from, '{') : NULL;
	return to ? arena_strndup(compose->arena, from + 1, (size_t)(to - from - 1)) : ", ";
}

const char *part_rooms(const Compose *compose, const Item *item) {
	const char *names = item->room ? item->room->name.text : NULL;
	for (int i = 0; i < item->more_room_count; i++) {
		names = arena_printf(compose->arena, "%s%s%s", names,
			part_separator(compose, WORD_LIST_COMMA), item->more_rooms[i]->name.text);
	}
	return names;
}

const Inline *part_link_rooms(const Compose *compose, const Inline *text, const Item *item) {
	for (int i = 0; compose->room_targets && i < item_room_count(item); i++) {
		const Room *room = item_room(item, i);
		const char *name = g_strrstr(text->text, room->name.text);
		if (name) {
			int start = (int)(name - text->text);
			text = part_overlay(compose, text,
				(InlineSpan){.start = start,
					.end = start + (int)strlen(room->name.text),
					.role = -1,
					.target = anchor_of_room(compose->arena, room)});
		}
	}
	return text;
}

/* The comma of lists without the blank after it. */
static const char *bare_comma(const Compose *compose) {
	const char *comma = part_separator(compose, WORD_LIST_COMMA);
	size_t length = strlen(comma);
	while (length > 0 && comma[length - 1] == ' ') {
		length--;
	}
	return arena_strndup(compose->arena, comma, length);
}

/* Does the role's word follow a comma, as in "Grace Oduya, moderator"? */
static gboolean is_apposition(const Compose *compose, const Role *role) {
	Word word = role_word(role->kind);
	return word != WORD_COUNT && strstr(lang_word(compose->lang, word), bare_comma(compose));
}

/* ", University of Somewhere", or as the language sets it apart from a name. */
static void add_affiliation(
	const Compose *compose, InlineBuilder *builder, const char *affiliation, int style) {
	const char *pattern = lang_word(compose->lang, WORD_WITH_AFFILIATION);
	const char *place = strstr(pattern, AFFILIATION_PLACE);
	inline_add_span(builder, part_separator(compose, WORD_WITH_AFFILIATION),
		(InlineSpan){.role = style});
	inline_add_span(builder, affiliation, (InlineSpan){.flags = INLINE_ISOLATE, .role = style});
	if (place && place[strlen(AFFILIATION_PLACE)]) {
		inline_add_span(
			builder, place + strlen(AFFILIATION_PLACE), (InlineSpan){.role = style});
	}
}

static void add_person(
	const Compose *compose, InlineBuilder *builder, const Role *role, NameRoles roles) {
	add_role(compose, builder, role, roles);
	const char *affiliation = part_affiliation(compose, role->person);
	if (!affiliation || roles.affiliation < 0) {
		return;
	}
	/* After "moderator" a blank alone would run into the affiliation. */
	if (roles.comma || is_apposition(compose, role)) {
		add_affiliation(compose, builder, affiliation, roles.affiliation);
		return;
	}
	inline_add_span(builder, EN_SPACE, (InlineSpan){.role = roles.affiliation});
	inline_add_span(builder, affiliation,
		(InlineSpan){.flags = INLINE_ISOLATE, .role = roles.affiliation});
}

const Inline *part_person_line(const Compose *compose, const Role *role, NameRoles roles) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	add_person(compose, builder, role, roles);
	return inline_builder_end(builder, NULL, role->span);
}

int part_speaker_count(const Item *item) {
	int count = 0;
	for (int i = 0; i < item->role_count; i++) {
		count += part_role_speaks(item->roles[i].kind);
	}
	return count;
}

/* "and 11 others", after "Grace Oduya, moderator" with the comma that closes it. */
static void add_others(const Compose *compose, InlineBuilder *builder, const Role *role, int count,
	NameRoles roles) {
	const char *words =
		lang_plural(compose->arena, compose->lang, WORD_AND_OTHERS, count, NULL);
	const char *comma = is_apposition(compose, role) ? bare_comma(compose) : "";
	const char *blank = locale_has_spaces(compose->event->language) ? " " : "";
	inline_add_span(builder, arena_printf(compose->arena, "%s%s%s", comma, blank, words),
		(InlineSpan){.role = roles.name});
}

/* Between two people; "Grace Oduya, moderator" holds a comma itself. */
static const char *between(const Compose *compose, const Role *before, gboolean last) {
	if (is_apposition(compose, before)) {
		return part_separator(compose, WORD_LIST_SEMICOLON);
	}
	return part_separator(compose, last ? WORD_LIST_AND : WORD_LIST_COMMA);
}

const Inline *part_speakers(const Compose *compose, const Item *item, NameRoles roles, int most) {
	int count = part_speaker_count(item), done = 0;
	if (count == 0) {
		return NULL;
	}
	gboolean cut = count > most;
	const Role *before = NULL;
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (!part_role_speaks(role->kind)) {
			continue;
		}
		if (before) {
			inline_add_span(builder, between(compose, before, done + 1 == count),
				(InlineSpan){.role = roles.name});
		}
		before = role;
		/* Affiliations of several people in one line would be taken for more people. */
		NameRoles each = roles;
		each.affiliation = count > 1 ? -1 : roles.affiliation;
		add_person(compose, builder, role, each);
		done++;
		if (cut) {
			add_others(compose, builder, role, count - 1, roles);
			break;
		}
	}
	if (item->group.text) {
		inline_add_span(builder, arena_printf(compose->arena, " %s", item->group.text),
			(InlineSpan){.role = roles.name});
	}
	return inline_builder_end(builder, NULL, item->span);
}

const FigureBlock *part_figure(const Compose *compose, const Person *person) {
	FigureBlock *figure = arena_new_of(compose->arena, FigureBlock);
	int asset = compose->portraits ? compose->portraits[person->index] : -1;
	figure->form = asset >= 0 ? FORM_PORTRAIT : FORM_MONOGRAM;
	figure->asset = asset;
	if (asset >= 0) {
		figure->crop = compose->crops[person->index];
	}
	const char *language = person->language ? person->language : compose->event->language;
	figure->initials = person_initials(compose->arena, person, language);
	figure->alternate = person->portrait_alt.text
		? person->portrait_alt.text
		: lang_format(compose->arena, compose->lang, WORD_PORTRAIT_OF, "name",
			  person->name.text, NULL);
	return figure;
}

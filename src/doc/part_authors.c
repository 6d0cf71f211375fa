/* part_authors: many authors of few institutions: names with raised numbers, the institutions once
 * below them (DESIGN.md 7); who presents stands out. */
#include "doc/parts.h"

typedef struct Numbers {
	GPtrArray *names; /* const char *, of affiliations, in order of the authors */
	gboolean shared; /* by two people */
	gboolean several; /* somebody has more than one */
} Numbers;

static int find_name(const Numbers *numbers, const char *name) {
	for (guint i = 0; i < numbers->names->len; i++) {
		if (g_str_equal(numbers->names->pdata[i], name)) {
			return (int)i;
		}
	}
	return -1;
}

static gboolean is_author(const Role *role) {
	return role->kind == ROLE_AUTHOR || role->kind == ROLE_PRESENTER ||
		role->kind == ROLE_SPEAKER;
}

/* speak: of all who speak, not of authors alone. */
static Numbers number_affiliations(const Item *item, gboolean speak) {
	Numbers numbers = {.names = g_ptr_array_new()};
	for (int i = 0; i < item->role_count; i++) {
		const Person *person = item->roles[i].person;
		gboolean counts =
			speak ? part_role_speaks(item->roles[i].kind) : is_author(&item->roles[i]);
		if (!counts) {
			continue;
		}
		numbers.several = numbers.several || person->affiliation_count > 1;
		for (int j = 0; j < person->affiliation_count; j++) {
			const char *name = person->affiliations[j]->name.text;
			if (find_name(&numbers, name) >= 0) {
				numbers.shared = TRUE;
			} else {
				g_ptr_array_add(numbers.names, (gpointer)name);
			}
		}
	}
	return numbers;
}

/* Only authors, at least two, and their institutions would be said again and again. */
gboolean part_authors_are_numbered(const Item *item) {
	int count = 0, presenters = 0;
	for (int i = 0; i < item->role_count; i++) {
		if (!part_role_speaks(item->roles[i].kind)) {
			continue;
		}
		if (!is_author(&item->roles[i])) {
			return FALSE;
		}
		presenters += item->roles[i].kind != ROLE_SPEAKER;
		count++;
	}
	if (count < 2 || presenters == 0) {
		return FALSE;
	}
	Numbers numbers = number_affiliations(item, FALSE);
	gboolean worth = numbers.names->len > 1 && (numbers.shared || numbers.several);
	g_ptr_array_unref(numbers.names);
	return worth;
}

gboolean part_has_presenter(const Item *item) {
	for (int i = 0; i < item->role_count; i++) {
		if (item->roles[i].kind == ROLE_PRESENTER) {
			return TRUE;
		}
	}
	return FALSE;
}

static void add_raised(InlineBuilder *builder, const char *text) {
	inline_add_span(builder, text, (InlineSpan){.flags = INLINE_SUPERSCRIPT, .role = -1});
}

static void add_numbers(
	const Compose *compose, InlineBuilder *builder, const Person *person, const Numbers *all) {
	const char *text = "";
	for (int i = 0; i < person->affiliation_count; i++) {
		int number = find_name(all, person->affiliations[i]->name.text) + 1;
		text = arena_printf(compose->arena, "%s%s%s", text, i > 0 ? "," : "",
			part_number(compose, number));
	}
	if (*text) {
		add_raised(builder, text);
	}
}

const Inline *part_numbered_authors(const Compose *compose, const Item *item) {
	Numbers numbers = number_affiliations(item, FALSE);
	gboolean presenter = part_has_presenter(item);
	int count = part_speaker_count(item), done = 0;
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (!is_author(role)) {
			continue;
		}
		if (done > 0) {
			Word word = done + 1 == count ? WORD_LIST_AND : WORD_LIST_COMMA;
			inline_add_span(builder, part_separator(compose, word),
				(InlineSpan){.role = STYLE_FACT});
		}
		gboolean quiet = presenter && role->kind == ROLE_AUTHOR;
		inline_push(builder,
			(InlineSpan){.flags = INLINE_NO_BREAK, .role = quiet ? STYLE_FACT : -1});
		part_add_name(compose, builder, role->person, -1);
		add_numbers(compose, builder, role->person, &numbers);
		inline_pop(builder);
		done++;
	}
	g_ptr_array_unref(numbers.names);
	return inline_builder_end(builder, item->language, item->span);
}

/* "1 Hinge Archive; 2 Sliding Door Works", grey. */
const Inline *part_numbered_affiliations(const Compose *compose, const Item *item) {
	Numbers numbers = number_affiliations(item, FALSE);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_push(builder, (InlineSpan){.role = STYLE_AFFILIATION});
	for (guint i = 0; i < numbers.names->len; i++) {
		inline_add(builder, i > 0 ? part_separator(compose, WORD_LIST_SEMICOLON) : "");
		add_raised(builder, part_number(compose, (int)i + 1));
		inline_add(builder, "\xc2\xa0");
		inline_add_span(builder, numbers.names->pdata[i],
			(InlineSpan){.flags = INLINE_ISOLATE, .role = -1});
	}
	inline_pop(builder);
	g_ptr_array_unref(numbers.names);
	return inline_builder_end(builder, NULL, item->span);
}

/* --- in a row ------------------------------------------------------------------------------- */

static void add_affiliations(const Numbers *numbers, InlineBuilder *builder, const char *between) {
	inline_push(builder, (InlineSpan){.role = STYLE_AFFILIATION});
	for (guint i = 0; i < numbers->names->len; i++) {
		inline_add(builder, i > 0 ? between : "");
		inline_add_span(builder, numbers->names->pdata[i],
			(InlineSpan){.flags = INLINE_ISOLATE, .role = -1});
	}
	inline_pop(builder);
}

int part_authors_in_row(const Compose *compose, const Item *item, const Inline **lines) {
	gboolean presenter = part_has_presenter(item);
	InlineBuilder *names = inline_builder_new(compose->arena);
	const Role *before = NULL;
	for (int i = 0; i < item->role_count; i++) {
		const Role *role = &item->roles[i];
		if (!part_role_speaks(role->kind)) {
			continue;
		}
		gboolean quiet = presenter && role->kind == ROLE_AUTHOR;
		Word word = before && before->kind == ROLE_MODERATOR ? WORD_LIST_SEMICOLON
								     : WORD_LIST_COMMA;
		inline_add(names, before ? part_separator(compose, word) : "");
		NameRoles roles = {quiet ? STYLE_FACT : -1, -1, FALSE};
		inline_add_inline(names, part_person_line(compose, role, roles), -1);
		before = role;
	}
	lines[0] = inline_builder_end(names, item->language, item->span);
	Numbers numbers = number_affiliations(item, TRUE);
	int made = 1;
	if (numbers.names->len > 0) {
		InlineBuilder *places = inline_builder_new(compose->arena);
		add_affiliations(&numbers, places, part_separator(compose, WORD_LIST_SEMICOLON));
		lines[made++] = inline_builder_end(places, NULL, item->span);
	}
	g_ptr_array_unref(numbers.names);
	return made;
}

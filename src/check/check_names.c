/* check_names: one name spelt in two ways, and one name for two people, among those who appear.
 * Near names are found without comparing all with all: two words that are one edit apart share a
 * form from which a letter is taken out (W. Garbe's symmetric deletion). What is said of a person
 * elsewhere is check_handles' affair. */
#include <string.h>

#include "check/rules.h"
#include "check/spelling.h"

enum {
	WORD_LEAST = 7, /* letters of the longer of two near words: Zhang and Zhuang are two */
	SHARERS_MOST = 64 /* a form that so many share says nothing */
};

/* A person as one of the words of the name is left open. */
typedef struct Open {
	const Person *person;
	const char *word;
} Open;

typedef struct Search {
	GHashTable *forms; /* the other words and a form of this one -> GPtrArray of Open */
	GHashTable *met; /* persons already reported with the present one */
	GPtrArray *memory; /* of Open and its words */
	Diags *diags;
} Search;

static void report_spellings(const Person *one, const Person *other, Diags *diags) {
	g_autofree char *hint = one->id ? g_strdup_printf("if so, keep one entry and name `%s` "
							  "wherever the person appears",
						  one->id)
					: g_strdup("if so, write the name one way");
	diag_warning(diags, "two-spellings", other->name.span, hint,
		"\"%s\" and \"%s\" (line %d) may be one person spelt in two ways", other->name.text,
		one->name.text, one->name.span.line);
}

static gboolean is_near(const char *one, const char *other) {
	glong longer = MAX(g_utf8_strlen(one, -1), g_utf8_strlen(other, -1));
	int distance = spelling_distance(one, other, 1);
	return distance == 0 || (distance == 1 && longer >= WORD_LEAST);
}

static void meet(Search *search, const char *form, Open *open) {
	GPtrArray *sharers = g_hash_table_lookup(search->forms, form);
	if (!sharers) {
		sharers = g_ptr_array_new();
		g_hash_table_insert(search->forms, g_strdup(form), sharers);
	}
	for (guint i = 0; i < MIN(sharers->len, SHARERS_MOST); i++) {
		const Open *other = g_ptr_array_index(sharers, i);
		const Person *person = other->person;
		if (person == open->person || !is_near(other->word, open->word) ||
			!strcmp(person->name.text, open->person->name.text) ||
			!g_hash_table_add(search->met, (gpointer)person)) {
			continue;
		}
		report_spellings(person, open->person, search->diags);
	}
	g_ptr_array_add(sharers, open);
}

/* All forms of one word of a name, the others standing before it. */
static void meet_word(Search *search, const char *others, Open *open) {
	g_autofree char *whole = g_strdup_printf("%s\n%s", others, open->word);
	meet(search, whole, open);
	if (g_utf8_strlen(open->word, -1) < WORD_LEAST - 1) {
		return;
	}
	gunichar last = 0;
	for (const char *at = open->word; *at; at = g_utf8_next_char(at)) {
		gunichar letter = g_utf8_get_char(at);
		if (letter != last) { /* of a double letter either gives the same form */
			g_autofree char *form = g_strdup_printf("%s\n%.*s%s", others,
				(int)(at - open->word), open->word, g_utf8_next_char(at));
			meet(search, form, open);
		}
		last = letter;
	}
}

static void meet_person(Search *search, const Person *person) {
	g_autofree char *sorted = spelling_fold_sorted(person->name.text);
	g_auto(GStrv) words = g_strsplit(sorted, " ", -1);
	g_hash_table_remove_all(search->met);
	for (int i = 0; words[i]; i++) {
		GString *others = g_string_new(NULL);
		for (int k = 0; words[k]; k++) {
			if (k != i) {
				g_string_append_printf(others, "%s ", words[k]);
			}
		}
		Open *open = g_new0(Open, 1);
		char *word = g_strdup(words[i]);
		*open = (Open){.person = person, .word = word};
		g_ptr_array_add(search->memory, open);
		g_ptr_array_add(search->memory, word);
		meet_word(search, others->str, open);
		g_string_free(others, TRUE);
	}
}

static void spelling_rule(const Event *event, Diags *diags) {
	Search search = {.diags = diags};
	search.forms = g_hash_table_new_full(
		g_str_hash, g_str_equal, g_free, (GDestroyNotify)g_ptr_array_unref);
	search.met = g_hash_table_new(NULL, NULL);
	search.memory = g_ptr_array_new_with_free_func(g_free);
	for (int i = 0; i < event->person_count; i++) {
		meet_person(&search, event->people[i]);
	}
	g_ptr_array_unref(search.memory);
	g_hash_table_unref(search.met);
	g_hash_table_unref(search.forms);
}

static char *first_affiliation(const Person *person) {
	return person->affiliation_count ? g_strdup(person->affiliations[0]->name.text)
					 : g_strdup("no affiliation");
}

/* Two entries under one name: two people, or one with two institutions? */
static void same_name_rule(const Event *event, Diags *diags) {
	g_autoptr(GHashTable) seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		g_autofree char *name = locale_nfc(person->name.text);
		const Person *earlier = g_hash_table_lookup(seen, name);
		if (!earlier) {
			g_hash_table_insert(seen, g_steal_pointer(&name), (gpointer)person);
			continue;
		}
		g_autofree char *one = first_affiliation(earlier);
		g_autofree char *other = first_affiliation(person);
		diag_warning(diags, "same-name", person->name.span,
			"one person with two institutions is one entry with a list of "
			"`affiliations`; two people may be told apart in `name`",
			"\"%s\" (%s) has the name of somebody else (%s, line %d)", name, other, one,
			earlier->name.span.line);
	}
}

void check_names(const Event *event, Diags *diags) {
	spelling_rule(event, diags);
	same_name_rule(event, diags);
}

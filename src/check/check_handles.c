/* check_handles: names against what is said of their bearers: a handle, an address or a bio that
 * has almost the name, but not quite. Nothing is put right; the organizer is asked. */
#include <string.h>

#include "check/addresses.h"
#include "check/rules.h"
#include "check/spelling.h"

enum {
	FAMILY_LEAST = 5, /* letters: below it one edit makes another name */
	FORMS = 8
};

/* A person's names, folded, and what handles are commonly made of them. */
typedef struct Bearer {
	const Person *person;
	char *given, *family; /* family without blanks */
	char *forms[FORMS]; /* NULL where there is none */
	gboolean reported;
} Bearer;

static char *without_blanks(const char *text) {
	g_auto(GStrv) words = g_strsplit(text, " ", -1);
	return g_strjoinv("", words);
}

/* "mueller" for "Müller": how some write it without marks. */
static char *spelt_out(const char *text) {
	static const char *const pairs[][2] = {{"ä", "ae"}, {"ö", "oe"}, {"ü", "ue"}, {"ø", "oe"},
		{"å", "aa"}, {"Ä", "Ae"}, {"Ö", "Oe"}, {"Ü", "Ue"}, {"Ø", "Oe"}, {"Å", "Aa"}};
	g_autofree char *composed = locale_nfc(text);
	GString *out = g_string_new(composed);
	for (size_t i = 0; i < G_N_ELEMENTS(pairs); i++) {
		g_string_replace(out, pairs[i][0], pairs[i][1], 0);
	}
	g_autofree char *spelt = g_string_free(out, FALSE);
	g_autofree char *folded = spelling_fold(spelt);
	return without_blanks(folded);
}

static gboolean bearer_init(Bearer *bearer, const Person *person) {
	*bearer = (Bearer){.person = person};
	if (!rules_given(&person->family) || !rules_given(&person->given)) {
		return FALSE;
	}
	g_autofree char *family = spelling_fold(person->family.text);
	bearer->family = without_blanks(family);
	bearer->given = spelling_fold(person->given.text);
	g_autofree char *out = spelt_out(person->family.text);
	g_autofree char *given_out = spelt_out(person->given.text);
	const char *space = strchr(bearer->given, ' ');
	int first = space ? (int)(space - bearer->given) : (int)strlen(bearer->given);
	int initial = (int)(g_utf8_next_char(bearer->given) - bearer->given);
	const char *given = bearer->given;
	bearer->forms[0] = g_strdup(bearer->family);
	bearer->forms[1] = g_strdup_printf("%.*s%s", initial, given, bearer->family);
	bearer->forms[2] = g_strdup_printf("%.*s%s", first, given, bearer->family);
	bearer->forms[3] = g_strdup_printf("%s%.*s", bearer->family, initial, given);
	bearer->forms[4] = g_strdup(out);
	bearer->forms[5] = g_strdup_printf("%.*s%s", initial, given, out);
	bearer->forms[6] = g_strdup_printf("%.*s%s", first, given, out);
	bearer->forms[7] = g_strconcat(given_out, out, NULL);
	return initial > 0 && g_utf8_strlen(bearer->family, -1) >= FAMILY_LEAST;
}

static void bearer_finish(Bearer *bearer) {
	g_free(bearer->given);
	g_free(bearer->family);
	for (int i = 0; i < FORMS; i++) {
		g_free(bearer->forms[i]);
	}
}

/* The form that a folded word nearly is; NULL when it is one of them, or none. */
static const char *nearly(const Bearer *bearer, const char *word) {
	const char *near = NULL;
	for (int i = 0; i < FORMS && bearer->forms[i]; i++) {
		int distance = spelling_distance(word, bearer->forms[i], 1);
		if (distance == 0 || strstr(word, bearer->family)) {
			return NULL;
		}
		if (distance == 1 && !near) {
			near = bearer->forms[i];
		}
	}
	return near;
}

static void look_at_address(Bearer *bearer, const Address *address, Span where, Diags *diags) {
	g_autofree char *folded = spelling_fold(address->text);
	g_auto(GStrv) words = g_strsplit(folded, " ", -1);
	for (int i = 0; words[i] && !bearer->reported; i++) {
		const char *near = nearly(bearer, words[i]);
		if (!near) {
			continue;
		}
		g_autofree char *hint = g_strdup_printf(
			"the name would give \"%s\"; leave it if it is right as it is", near);
		g_autofree char *whole = words[1]
			? g_strdup_printf("\"%s\" in %s", words[i], address->text)
			: g_strdup_printf("\"%s\"", address->text);
		bearer->reported = TRUE;
		diag_warning(diags, "handle-spelling", where, hint,
			"%s is nearly, but not quite, the name of %s", whole,
			bearer->person->name.text);
	}
}

static void look_at_contacts(Bearer *bearer, Diags *diags) {
	const Person *person = bearer->person;
	for (int i = 0; i < person->contact_count && !bearer->reported; i++) {
		const Contact *contact = &person->contacts[i];
		if (contact->kind != CONTACT_PHONE && rules_given(&contact->text)) {
			Address address = {.text = (char *)contact->text.text};
			look_at_address(bearer, &address, contact->text.span, diags);
		}
	}
}

static void look_at_links(Bearer *bearer, Diags *diags) {
	const Text *bio = &bearer->person->bio;
	g_autoptr(GArray) found = addresses_find(bio->text);
	for (guint i = 0; i < found->len && !bearer->reported; i++) {
		const Address *address = &g_array_index(found, Address, i);
		Span where = rules_place(bio, address->offset, address->length);
		look_at_address(bearer, address, where, diags);
	}
}

static gboolean is_letter(gunichar character) {
	return g_unichar_isalpha(character) || g_unichar_ismark(character);
}

/* Next word of letters from *at; FALSE at the end. */
static gboolean next_word(const char **at, const char **start) {
	while (**at && !is_letter(g_utf8_get_char(*at))) {
		*at = g_utf8_next_char(*at);
	}
	*start = *at;
	while (**at && is_letter(g_utf8_get_char(*at))) {
		*at = g_utf8_next_char(*at);
	}
	return *at > *start;
}

static char *fold_stretch(const char *start, const char *end) {
	g_autofree char *stretch = g_strndup(start, (gsize)(end - start));
	return spelling_fold(stretch);
}

/* Folding keeps a plain first letter: most words are told apart by it. */
static gboolean may_be_one_of(GStrv folded, const char *word) {
	for (int i = 0; folded[i]; i++) {
		if (!g_ascii_isalpha(*word) || folded[i][0] == g_ascii_tolower(*word)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* A near spelling counts behind the given name only: "Baker" is not asked about "Bakery". */
static void look_at_words(Bearer *bearer, Diags *diags) {
	const Text *bio = &bearer->person->bio;
	g_auto(GStrv) given = g_strsplit(bearer->given, " ", -1);
	const char *start, *at = bio->text, *last = NULL, *last_end = NULL;
	for (; !bearer->reported && next_word(&at, &start); last = start, last_end = at) {
		if (!last || !g_unichar_isupper(g_utf8_get_char(start)) ||
			!may_be_one_of(given, last)) {
			continue;
		}
		int length = (int)(at - start);
		g_autofree char *word = g_strndup(start, (gsize)length);
		g_autofree char *folded = spelling_fold(word);
		g_autofree char *before = fold_stretch(last, last_end);
		gboolean named = g_strv_contains((const char *const *)given, before);
		if (named && spelling_distance(folded, bearer->family, 1) == 1) {
			bearer->reported = TRUE;
			diag_warning(diags, "name-spelling",
				rules_place(bio, (int)(start - bio->text), length),
				"write the name the same way in both places",
				"the bio says \"%s\", but the person is called \"%s\" (line %d)",
				word, bearer->person->name.text, bearer->person->name.span.line);
		}
	}
}

void check_handles(const Event *event, Diags *diags) {
	for (int i = 0; i < event->person_count; i++) {
		Bearer bearer;
		gboolean known = bearer_init(&bearer, event->people[i]);
		if (known) {
			look_at_contacts(&bearer, diags);
		}
		if (known && rules_given(&event->people[i]->bio)) {
			look_at_links(&bearer, diags);
			look_at_words(&bearer, diags);
		}
		bearer_finish(&bearer);
	}
}

/* initials: letters for monograms. */
#include <string.h>

#include "view/people.h"

#define NON_JOINER "\xE2\x80\x8C"

/* Articles and particles before a family name, in the case in which they do not count; a capital
 * one ("Van") is the person's own choice and does. */
static const char *const particles[] = {"Al-", "al-", "El-", "el-", "Ad-", "An-", "Ar-", "As-",
	"At-", "Az-", "ben ", "bin ", "ibn ", "van ", "von ", "vom ", "zu ", "zum ", "zur ", "de ",
	"del ", "della ", "der ", "den ", "des ", "da ", "das ", "di ", "do ", "dos ", "du ", "la ",
	"le ", "los ", "las ", "ten ", "ter ", "te ", "’t ", "'t ", "af ", "av ", "y ", "d’", "d'",
	"\xd8\xa7\xd9\x84" /* al- in Arabic letters, which takes no hyphen */};

/* Names of Han, Kana and Hangul begin with the family's, whose first character stands for both. */
static gboolean is_family_first(const Person *person) {
	GUnicodeScript script = g_unichar_get_script(g_utf8_get_char(person->family.text));
	gboolean eastern = script == G_UNICODE_SCRIPT_HAN || script == G_UNICODE_SCRIPT_HANGUL ||
		script == G_UNICODE_SCRIPT_HIRAGANA || script == G_UNICODE_SCRIPT_KATAKANA;
	return eastern && g_str_has_prefix(person->name.text, person->family.text);
}

static const char *skip_particles(const char *name) {
	for (gboolean again = TRUE; again;) {
		again = FALSE;
		for (int i = 0; i < (int)G_N_ELEMENTS(particles); i++) {
			size_t length = strlen(particles[i]);
			if (!strncmp(name, particles[i], length) && name[length]) {
				name += length;
				again = TRUE;
				break;
			}
		}
	}
	return name;
}

const char *person_initials(Arena *arena, const Person *person, const char *language) {
	const char *given = person->given.text ? person->given.text : person->name.text;
	const char *family = person->family.text;
	g_autofree char *first = locale_initial(language, given);
	if (!family || !*family || family == given) {
		return arena_strdup(arena, first);
	}
	g_autofree char *last = locale_initial(language, skip_particles(family));
	if (is_family_first(person)) {
		return arena_strdup(arena, last);
	}
	/* By the letters themselves: an Arabic name may stand in an English programme. */
	gunichar letter = g_utf8_get_char_validated(first, -1);
	gboolean joins = letter >= 0x600 && letter < 0x780;
	return arena_printf(arena, "%s%s%s", first, joins ? NON_JOINER : "", last);
}

/* test_collate: orders of languages and the letters of their indexes. */
#include <string.h>

#include "locale/locale.h"

/* Words in order, separated by blanks. */
static void check_order(const char *language, const char *words) {
	g_autoptr(Collator) collator = collator_new(language);
	g_auto(GStrv) list = g_strsplit(words, " ", -1);
	for (int i = 1; list[i]; i++) {
		g_autofree char *one = collator_key(collator, list[i - 1]);
		g_autofree char *other = collator_key(collator, list[i]);
		if (collator_compare(collator, list[i - 1], list[i]) >= 0 ||
			strcmp(one, other) >= 0) {
			g_test_message("%s: %s is not before %s", language, list[i - 1], list[i]);
			g_test_fail();
		}
	}
}

static void test_order(void) {
	check_order("en", "Adams Ångström Baker Öz Özsu Zimmer");
	check_order("sv", "Adams Zimmer Ångström Ärlig Öberg");
	check_order("de", "Adams Öz Ozon Zimmer");
	check_order("cs", "Cach Čapek Havel Chalupa Ivan Řehoř Sova Šíp Zeman Žák");
	check_order("hu", "Cukor Csaba Nagy Nyári Ödön Sándor Szabó Zoltán Zsolt");
	check_order("da", "Adams Zimmer Ærø Ørsted Aagaard");
	check_order("es", "Nuria Ñandú Olmo");
	check_order("pl", "Lato Łukasz Maj Ołów Ósmy Zima Źrebak Żak");
	check_order("lt", "Yla Irena Jonas");
	check_order("tr", "Cem Çelik Ilgın İnci Jale");
	check_order("ru", "Егор Ёлкин Жуков Йод Яна");
	check_order("xx", "Adams Ångström Baker Zimmer");
	check_order(NULL, "Adams Ångström Baker Zimmer");
}

static void test_letters(void) {
	static const char *const cases[][3] = {
		{"sv", "Öberg", "Ö"},
		{"de", "Öberg", "O"},
		{"de", "ßa", "S"},
		{"en", "Özsu", "O"},
		{"en", "özsu", "O"},
		{"en", "Łukasz", "L"},
		{"en", "Þór", "Þ"},
		{"is", "Þór", "Þ"},
		{"en", "3rd", "#"},
		{"en", "“Quoted”", "Q"},
		{"en", "", "#"},
		{"en", "…", "#"},
		{"cs", "Chalupa", "CH"},
		{"cs", "Cach", "C"},
		{"cs", "Čapek", "Č"},
		{"cs", "Hchod", "H"},
		{"hu", "Csaba", "CS"},
		{"hu", "Szabó", "SZ"},
		{"hu", "Ágnes", "A"},
		{"hu", "Ödön", "Ö"},
		{"da", "Aagaard", "Å"},
		{"da", "Ørsted", "Ø"},
		{"es", "Ñandú", "Ñ"},
		{"tr", "İnci", "İ"},
		{"tr", "ılık", "I"},
		{"lt", "Žukas", "Ž"},
		{"ru", "Ёлкин", "Е"},
		{"ru", "Zimmer", "Z"},
		{"en", "Жуков", "Ж"},
		{"el", "Άννα", "Α"},
		{"ja", "さくら", "さ"},
		{"ja", "タナカ", "た"},
		{"ko", "김", "ㄱ"},
		{"zh", "张伟", "Z"},
		{"zh", "安", "A"},
		{"en", "张伟", "张"},
		{"ar", "أحمد", "ا"},
		{"he", "דוד", "ד"},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_autoptr(Collator) collator = collator_new(cases[i][0]);
		g_autofree char *letter = collator_index_letter(collator, cases[i][1]);
		g_assert_cmpstr(letter, ==, cases[i][2]);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/collate/order", test_order);
	g_test_add_func("/collate/letters", test_letters);
	return g_test_run();
}

/* Languages: every file whole, placeholders, forms by number, parents, overrides. */
#include <glib/gstdio.h>
#include <string.h>

#include "locale/locale.h"
#include "theme/lang.h"
#include "theme/words.h"

static const char *const folders[] = {"content/lang", NULL};

typedef struct Case {
	Arena *arena;
	Sources *sources;
	Diags *diags;
} Case;

static void case_init(Case *one) {
	one->arena = arena_new();
	one->sources = sources_new();
	one->diags = diags_new();
}

static void case_finish(Case *one) {
	arena_free(one->arena);
	sources_free(one->sources);
	diags_free(one->diags);
}

static const Lang *case_load(Case *one, const char *tag) {
	return lang_load(one->arena, tag, folders, one->sources, one->diags);
}

/* Every number from 0 to 200 finds a form of its own category. */
static void check_forms(const Lang *lang) {
	for (int word = 0; word < WORD_COUNT; word++) {
		for (int count = 0; word_row((Word)word)->counts && count <= 200; count++) {
			int category = locale_plural(lang->tag, count);
			if (count == 2 && lang->words[word][FORM_TWO]) {
				continue;
			}
			if (!lang->words[word][category]) {
				g_error("%s: `%s` has no form `%s` for %d", lang->tag,
					word_row((Word)word)->name, word_form_name(category),
					count);
			}
		}
	}
}

static void check_dates(const Lang *lang) {
	const char *patterns[] = {lang->date_full, lang->date_medium, lang->date_short,
		lang->date_day, lang->date_tab};
	for (int i = 0; i < (int)G_N_ELEMENTS(patterns); i++) {
		Date date = {2027, 3, 14};
		g_autofree char *text = locale_format_date(lang->tag, patterns[i], date);
		g_assert_nonnull(text);
		g_assert_true(g_utf8_validate(text, -1, NULL));
		g_assert_cmpstr(text, !=, "");
		g_autofree char *year = locale_figures(lang->tag, "2027");
		g_assert_true((strchr(patterns[i], 'y') != NULL) == (strstr(text, year) != NULL));
	}
}

static void test_every_file(void) {
	g_autoptr(GDir) folder = g_dir_open("content/lang", 0, NULL);
	const char *file;
	int count = 0;
	while ((file = g_dir_read_name(folder))) {
		g_autofree char *tag = g_strndup(file, strlen(file) - 5);
		Case one;
		case_init(&one);
		const Lang *lang = case_load(&one, tag);
		g_autofree char *told = diags_to_text(one.diags, one.sources, FALSE);
		g_assert_cmpstr(told, ==, "");
		g_assert_cmpstr(lang->tag, ==, tag);
		g_assert_true(locale_language_known(tag));
		check_forms(lang);
		check_dates(lang);
		case_finish(&one);
		count++;
	}
	g_assert_cmpint(count, >=, 20);
}

/* No file repeats English but for words that are the same in both. */
static void test_translated(void) {
	static const char *const tags[] = {"de", "fr", "es", "ru", "ar", "he", "ja", "zh", NULL};
	Case one;
	case_init(&one);
	const Lang *english = case_load(&one, "en");
	for (int i = 0; tags[i]; i++) {
		const Lang *lang = case_load(&one, tags[i]);
		int same = 0;
		for (int word = 0; word < WORD_COUNT; word++) {
			same += strcmp(lang_word(lang, (Word)word),
					lang_word(english, (Word)word)) == 0;
		}
		g_assert_cmpint(same, <, WORD_COUNT / 5);
	}
	case_finish(&one);
}

static void test_direction(void) {
	Case one;
	case_init(&one);
	g_assert_true(case_load(&one, "ar")->rtl);
	g_assert_true(case_load(&one, "he")->rtl);
	g_assert_false(case_load(&one, "ja")->rtl);
	case_finish(&one);
}

static void test_plural(void) {
	static const struct {
		const char *tag;
		int count;
		const char *text;
	} rows[] = {
		{"en", 0, "0 talks"},
		{"en", 1, "1 talk"},
		{"en", 5, "5 talks"},
		{"fr", 0, "0 exposé"},
		{"fr", 2, "2 exposés"},
		{"cs", 1, "1 přednáška"},
		{"cs", 3, "3 přednášky"},
		{"cs", 5, "5 přednášek"},
		{"pl", 1, "1 wystąpienie"},
		{"pl", 22, "22 wystąpienia"},
		{"pl", 25, "25 wystąpień"},
		{"pl", 12, "12 wystąpień"},
		{"ru", 21, "21 доклад"},
		{"ru", 22, "22 доклада"},
		{"ru", 11, "11 докладов"},
		{"ar", 1, "محاضرة واحدة"},
		{"ar", 2, "محاضرتان"},
		{"ar", 5, "٥ محاضرات"},
		{"ar", 15, "١٥ محاضرة"},
		{"ar", 102, "١٠٢ محاضرة"},
		{"he", 2, "שתי הרצאות"},
		{"ro", 1, "o prelegere"},
		{"ro", 12, "12 prelegeri"},
		{"ro", 24, "24 de prelegeri"},
		{"ja", 3, "講演3件"},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(rows); i++) {
		Case one;
		case_init(&one);
		const Lang *lang = case_load(&one, rows[i].tag);
		g_assert_cmpstr(lang_plural(one.arena, lang, WORD_COUNT_TALKS, rows[i].count, NULL),
			==, rows[i].text);
		case_finish(&one);
	}
}

static void test_format(void) {
	Case one;
	case_init(&one);
	const Lang *lang = case_load(&one, "en");
	g_assert_cmpstr(
		lang_format(one.arena, lang, WORD_LIST_AND, "first", "Ana", "last", "Bo", NULL), ==,
		"Ana and Bo");
	/* Braces of a value are not filled again, and a value may be empty. */
	g_assert_cmpstr(
		lang_format(one.arena, lang, WORD_LIST_AND, "first", "{last}", "last", "{x", NULL),
		==, "{last} and {x");
	g_assert_cmpstr(lang_format(one.arena, lang, WORD_CHAIR, "name", "", NULL), ==, "Chair: ");
	g_assert_cmpstr(lang_format(one.arena, lang, WORD_PAGE_SHORT, "page", "12", NULL), ==,
		"p.\302\24012");
	case_finish(&one);
}

static void test_parents(void) {
	Case one;
	case_init(&one);
	const Lang *us = case_load(&one, "en-us");
	g_assert_cmpstr(us->tag, ==, "en-US");
	g_assert_cmpstr(lang_word(us, WORD_PROGRAMME), ==, "Program");
	g_assert_cmpstr(lang_word(us, WORD_AGENDA), ==, "Agenda");
	g_assert_cmpstr(us->date_full, ==, "EEEE, MMMM d, y");
	const Lang *canada = case_load(&one, "en-CA");
	g_assert_cmpstr(lang_word(canada, WORD_PROGRAMME), ==, "Programme");
	const Lang *austria = case_load(&one, "de-AT-1996");
	g_assert_cmpstr(lang_word(austria, WORD_WELCOME), ==, "Willkommen");
	const Lang *taiwan = case_load(&one, "zh-TW");
	g_assert_cmpstr(lang_word(taiwan, WORD_WELCOME), ==, "歡迎");
	const Lang *simplified = case_load(&one, "zh-Hans-CN");
	g_assert_cmpstr(lang_word(simplified, WORD_WELCOME), ==, "欢迎");
	const Lang *norwegian = case_load(&one, "no");
	g_assert_cmpstr(lang_word(norwegian, WORD_WELCOME), ==, "Velkommen");
	g_assert_cmpint(diags_total(one.diags), ==, 0);
	case_finish(&one);
}

static void test_no_file(void) {
	Case one;
	case_init(&one);
	const Lang *lang = case_load(&one, "tlh");
	g_assert_cmpstr(lang_word(lang, WORD_WELCOME), ==, "Welcome");
	g_assert_cmpint(diags_count(one.diags, DIAG_WARNING), ==, 1);
	g_assert_cmpstr(diags_at(one.diags, 0)->code, ==, "no-language-file");
	case_finish(&one);
	case_init(&one);
	lang = case_load(&one, "../themes/signal");
	g_assert_cmpstr(lang_word(lang, WORD_WELCOME), ==, "Welcome");
	g_assert_cmpint(diags_total(one.diags), ==, 1);
	case_finish(&one);
}

/* No English either: an error, and still something for each word. */
static void test_nothing(void) {
	static const char *const nowhere[] = {"tests/theme/none", NULL};
	Case one;
	case_init(&one);
	const Lang *lang = lang_load(one.arena, "en", nowhere, one.sources, one.diags);
	g_assert_cmpint(diags_count(one.diags, DIAG_ERROR), ==, 1);
	for (int i = 0; i < WORD_COUNT; i++) {
		g_assert_nonnull(lang_word(lang, (Word)i));
	}
	g_assert_nonnull(lang->date_full);
	case_finish(&one);
}

typedef struct Mistake {
	const char *name, *text, *code, *message;
} Mistake;

static const Mistake mistakes[] = {
	{"unknown word", "words: {wellcome: Hej}\n", "unknown-key",
		"`words` has no key `wellcome`"},
	{"unknown key", "word: {welcome: Hej}\n", "unknown-key",
		"a language file has no key `word`"},
	{"unknown date", "dates: {fulll: y}\n", "unknown-key", "`dates` has no key `fulll`"},
	{"foreign placeholder", "words: {page-short: \"s. {sida}\"}\n", "word-placeholder",
		"`page-short` has a placeholder {sida} that nothing fills"},
	{"open placeholder", "words: {page-short: \"s. {page\"}\n", "word-placeholder",
		"`page-short` has a placeholder {page that nothing fills"},
	{"lacks placeholder", "words: {page-short: s.}\n", "word-placeholder",
		"`page-short` lacks {page}"},
	{"lacks count", "words: {count-talks: {one: ett, other: flera}}\n", "word-placeholder",
		"`count-talks` lacks {count}"},
	{"lacks other", "words: {count-talks: {one: ett}}\n", "lang-value",
		"`count-talks` lacks its form for most numbers"},
	{"unknown form", "words: {count-talks: {on: ett, other: \"{count}\"}}\n", "unknown-key",
		"a word that counts has no key `on`"},
	{"list", "words: {welcome: [Hej]}\n", "lang-value", "`welcome` wants a text"},
	{"clock", "clock: 13\n", "lang-value", "`13` is no kind of clock"},
	{"spine", "spine: left\n", "lang-value", "`left` is no direction of a spine"},
};

static void test_mistake(gconstpointer data) {
	const Mistake *mistake = data;
	Case one;
	case_init(&one);
	g_autofree char *folder = g_dir_make_tmp(NULL, NULL);
	g_autofree char *path = g_build_filename(folder, "qq.yaml", NULL);
	g_autofree char *text = g_strconcat("base: sv\n", mistake->text, NULL);
	g_assert_true(g_file_set_contents(path, text, -1, NULL));
	const char *both[] = {folder, "content/lang", NULL};
	const Lang *lang = lang_load(one.arena, "qq", both, one.sources, one.diags);
	g_assert_cmpint(diags_count(one.diags, DIAG_ERROR), ==, 1);
	diags_sort(one.diags);
	const Diag *first = NULL;
	for (int i = 0; i < diags_total(one.diags); i++) {
		const Diag *diag = diags_at(one.diags, i);
		first = diag->level == DIAG_ERROR ? diag : first;
	}
	g_assert_cmpstr(first->code, ==, mistake->code);
	if (!strstr(first->message, mistake->message)) {
		g_assert_cmpstr(first->message, ==, mistake->message);
	}
	g_assert_cmpint(first->span.line, >=, 1);
	/* Swedish still serves. */
	g_assert_cmpstr(lang_word(lang, WORD_AGENDA), ==, "Tidsschema");
	g_remove(path);
	g_rmdir(folder);
	case_finish(&one);
}

static const Lang *change(Case *one, const Lang *lang, const char *name, const char *text) {
	const WordChange changed = {name, text, SPAN_NONE};
	return lang_with_word(one->arena, lang, &changed, one->diags);
}

static void test_override(void) {
	Case one;
	case_init(&one);
	const Lang *lang = case_load(&one, "en");
	const Lang *mine = change(&one, lang, "agenda", "Line-up");
	g_assert_cmpstr(lang_word(mine, WORD_AGENDA), ==, "Line-up");
	g_assert_cmpstr(lang_word(lang, WORD_AGENDA), ==, "Agenda");
	mine = change(&one, lang, "count-talks", "{count} sessions");
	g_assert_cmpstr(lang_plural(one.arena, mine, WORD_COUNT_TALKS, 1, NULL), ==, "1 sessions");
	g_assert_cmpint(diags_total(one.diags), ==, 0);
	g_assert_null(change(&one, lang, "agendum", "x"));
	g_assert_cmpstr(diags_at(one.diags, 0)->hint, ==, "did you mean `agenda`?");
	g_assert_null(change(&one, lang, "room", "Hall"));
	g_assert_cmpint(diags_count(one.diags, DIAG_ERROR), ==, 2);
	case_finish(&one);
}

/* A language has the direction of its titles on spines from its parents. */
static void test_spine(void) {
	enum { NOT_SAID, UPWARDS = 2 };
	Case one;
	case_init(&one);
	g_assert_cmpint(case_load(&one, "de-AT")->spine, ==, UPWARDS);
	g_assert_cmpint(case_load(&one, "pt-PT")->spine, ==, UPWARDS);
	g_assert_cmpint(case_load(&one, "en-US")->spine, ==, NOT_SAID);
	case_finish(&one);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/lang/every-file", test_every_file);
	g_test_add_func("/lang/translated", test_translated);
	g_test_add_func("/lang/direction", test_direction);
	g_test_add_func("/lang/plural", test_plural);
	g_test_add_func("/lang/format", test_format);
	g_test_add_func("/lang/parents", test_parents);
	g_test_add_func("/lang/no-file", test_no_file);
	g_test_add_func("/lang/nothing", test_nothing);
	for (int i = 0; i < (int)G_N_ELEMENTS(mistakes); i++) {
		g_autofree char *path = g_strconcat("/lang/mistake/", mistakes[i].name, NULL);
		g_test_add_data_func(path, &mistakes[i], test_mistake);
	}
	g_test_add_func("/lang/override", test_override);
	g_test_add_func("/lang/spine", test_spine);
	return g_test_run();
}

/* lang: reads the words of a language from content/lang. The chain of files runs from the tag over
 * its BCP 47 parents (or the `base:` that a file names) to English; the nearest file that has a
 * word wins. What only English has is told once for each language that has a file. Knows plural
 * categories and directions by locale/ alone. */
#include "theme/lang.h"

#include <stdarg.h>
#include <string.h>

#include "locale/locale.h"
#include "read/read_yaml.h"
#include "theme/words.h"

enum { CHAIN_MAX = 6 };

static const char fallback_tag[] = "en";

typedef struct Reader {
	Arena *arena;
	const char *const *folders;
	Sources *sources;
	Diags *diags;
	Lang *lang;
	const char *chain[CHAIN_MAX]; /* tags whose files were read */
	int chain_length;
} Reader;

typedef struct DateKey {
	const char *name;
	gsize offset; /* in Lang, a const char * */
} DateKey;

static const DateKey date_keys[] = {
	{"full", offsetof(Lang, date_full)},
	{"medium", offsetof(Lang, date_medium)},
	{"short", offsetof(Lang, date_short)},
	{"day", offsetof(Lang, date_day)},
	{"tab", offsetof(Lang, date_tab)},
};

static const char **date_field(Lang *lang, int index) {
	return (const char **)(void *)((char *)lang + date_keys[index].offset);
}

/* "EN-us" to "en-US", "zh-hant" to "zh-Hant"; NULL for what cannot be a file's name. */
static char *canonical_tag(const char *tag) {
	GString *result = g_string_new(NULL);
	int part = 0, length = 0;
	for (const char *at = tag; *at; at++) {
		if (*at == '-' || *at == '_') {
			part++;
			length = 0;
			g_string_append_c(result, '-');
			continue;
		}
		if (!g_ascii_isalnum(*at)) {
			g_string_free(result, TRUE);
			return NULL;
		}
		int size = (int)strcspn(at - length, "-_");
		gboolean upper = part > 0 && (size == 2 || (size == 4 && length == 0));
		g_string_append_c(result, upper ? g_ascii_toupper(*at) : g_ascii_tolower(*at));
		length++;
	}
	return g_string_free(result, FALSE);
}

static char *find_file(const char *const *folders, const char *tag) {
	g_autofree char *file = g_strconcat(tag, ".yaml", NULL);
	for (int i = 0; folders[i]; i++) {
		g_autofree char *path = g_build_filename(folders[i], file, NULL);
		if (g_file_test(path, G_FILE_TEST_EXISTS)) {
			return g_steal_pointer(&path);
		}
	}
	return NULL;
}

static void report_unknown_key(
	Reader *reader, const Node *key, const char *const *known, const char *place) {
	const char *nearest = diag_nearest(key->text, known);
	g_autofree char *hint = nearest ? g_strdup_printf("did you mean `%s`?", nearest) : NULL;
	diag_error(reader->diags, "unknown-key", key->span, hint, "%s has no key `%s`", place,
		key->text);
}

static gboolean is_text(Reader *reader, const Node *value, const char *key) {
	if (value->kind == NODE_SCALAR) {
		return TRUE;
	}
	if (value->kind != NODE_HOLE) {
		diag_error(
			reader->diags, "lang-value", value->span, NULL, "`%s` wants a text", key);
	}
	return FALSE;
}

static gboolean is_mapping(Reader *reader, const Node *value, const char *place) {
	if (value->kind == NODE_MAPPING || value->kind == NODE_NULL) {
		return TRUE;
	}
	if (value->kind != NODE_HOLE) {
		diag_error(reader->diags, "lang-value", value->span,
			"write lines of the form `key: value` below it", "%s wants keys and values",
			place);
	}
	return FALSE;
}

static void read_dates(Reader *reader, const Node *mapping) {
	const char *known[G_N_ELEMENTS(date_keys) + 1] = {NULL};
	for (int i = 0; i < (int)G_N_ELEMENTS(date_keys); i++) {
		known[i] = date_keys[i].name;
		const Node *value = node_get(mapping, known[i]);
		const char **field = date_field(reader->lang, i);
		if (value && is_text(reader, value, known[i]) && !*field) {
			*field = arena_strdup(reader->arena, value->text);
		}
	}
	for (int i = 0; i < mapping->count; i++) {
		const Node *key = mapping->pairs[i].key;
		if (key->kind == NODE_SCALAR && !g_strv_contains(known, key->text)) {
			report_unknown_key(reader, key, known, "`dates`");
		}
	}
}

static void read_form(Reader *reader, Word word, int form, const Node *value, const char **into) {
	if (is_text(reader, value, word_row(word)->name) &&
		word_check(word, form, value->text, value->span, reader->diags)) {
		into[form] = arena_strdup(reader->arena, value->text);
	}
}

static void read_forms(Reader *reader, Word word, const Node *value, const char **into) {
	for (int i = 0; i < value->count; i++) {
		const NodePair *pair = &value->pairs[i];
		if (pair->key->kind != NODE_SCALAR) {
			continue;
		}
		int form = word_form_find(pair->key->text);
		if (form >= 0) {
			read_form(reader, word, form, pair->value, into);
			continue;
		}
		g_autofree const char **known = word_form_names();
		report_unknown_key(reader, pair->key, known, "a word that counts");
	}
	if (!node_get(value, word_form_name(FORM_OTHER))) {
		diag_error(reader->diags, "lang-value", value->span,
			"give at least the form `other:`", "`%s` lacks its form for most numbers",
			word_row(word)->name);
	}
}

/* All forms of a word come from one file: forms of two languages never mix. */
static void read_word(Reader *reader, Word word, const Node *value) {
	const char *read[FORM_COUNT] = {NULL};
	if (word_row(word)->counts && value->kind == NODE_MAPPING) {
		read_forms(reader, word, value, read);
	} else {
		read_form(reader, word, FORM_OTHER, value, read);
	}
	const char **into = reader->lang->words[word];
	if (!into[FORM_OTHER] && read[FORM_OTHER]) {
		memcpy(into, read, sizeof read);
	}
}

static void read_words(Reader *reader, const Node *mapping) {
	for (int i = 0; i < mapping->count; i++) {
		const NodePair *pair = &mapping->pairs[i];
		if (pair->key->kind != NODE_SCALAR) {
			continue;
		}
		Word word = word_find(pair->key->text);
		if (word < WORD_COUNT) {
			read_word(reader, word, pair->value);
		} else {
			g_autofree const char **known = word_names();
			report_unknown_key(reader, pair->key, known, "`words`");
		}
	}
}

static void read_clock(Reader *reader, const Node *value) {
	static const char *const hint = "write 12 or 24, or leave it to the region";
	if (!is_text(reader, value, "clock")) {
		return;
	}
	gboolean twelve = strcmp(value->text, "12") == 0;
	if (!twelve && strcmp(value->text, "24") != 0) {
		diag_error(reader->diags, "lang-value", value->span, hint,
			"`%s` is no kind of clock", value->text);
	} else if (!reader->lang->clock) {
		reader->lang->clock = twelve ? 12 : 24;
	}
}

static void read_spine(Reader *reader, const Node *value) {
	static const char *const hint = "write `down`, from head to foot, or `up`";
	if (!is_text(reader, value, "spine")) {
		return;
	}
	gboolean up = strcmp(value->text, "up") == 0;
	if (!up && strcmp(value->text, "down") != 0) {
		diag_error(reader->diags, "lang-value", value->span, hint,
			"`%s` is no direction of a spine", value->text);
	} else if (!reader->lang->spine) {
		reader->lang->spine = up ? 2 : 1;
	}
}

static void read_top(Reader *reader, const Node *root) {
	static const char *const known[] = {"base", "clock", "dates", "spine", "words", NULL};
	for (int i = 0; i < root->count; i++) {
		const Node *key = root->pairs[i].key, *value = root->pairs[i].value;
		if (key->kind != NODE_SCALAR) {
			continue;
		}
		if (strcmp(key->text, "clock") == 0) {
			read_clock(reader, value);
		} else if (strcmp(key->text, "spine") == 0) {
			read_spine(reader, value);
		} else if (strcmp(key->text, "dates") == 0) {
			if (is_mapping(reader, value, "`dates`")) {
				read_dates(reader, value);
			}
		} else if (strcmp(key->text, "words") == 0) {
			if (is_mapping(reader, value, "`words`")) {
				read_words(reader, value);
			}
		} else if (strcmp(key->text, "base") != 0) {
			report_unknown_key(reader, key, known, "a language file");
		}
	}
}

/* The tag without its last part; NULL when it has one only. A single letter before it goes too. */
static char *parent_tag(const char *tag) {
	const char *dash = strrchr(tag, '-');
	if (!dash) {
		return NULL;
	}
	if (dash - tag >= 2 && dash[-2] == '-') {
		dash -= 2;
	}
	return g_strndup(tag, (gsize)(dash - tag));
}

static gboolean was_read(const Reader *reader, const char *tag) {
	for (int i = 0; i < reader->chain_length; i++) {
		if (strcmp(reader->chain[i], tag) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Reads the file of a tag, if there is one that was not read. Returns the tag to read next, or
 * NULL at the end of the chain. */
static char *read_tag(Reader *reader, const char *tag) {
	g_autofree char *path = find_file(reader->folders, tag);
	if (!path) {
		return parent_tag(tag);
	}
	if (was_read(reader, tag) || reader->chain_length == CHAIN_MAX) {
		return NULL;
	}
	reader->chain[reader->chain_length++] = arena_strdup(reader->arena, tag);
	const Node *root =
		read_yaml_file(reader->arena, path, path, reader->sources, reader->diags, NULL);
	if (!is_mapping(reader, root, "a language file")) {
		return parent_tag(tag);
	}
	read_top(reader, root);
	const Node *base = node_get(root, "base");
	if (base && is_text(reader, base, "base")) {
		g_autofree char *next = canonical_tag(base->text);
		if (next) {
			return g_steal_pointer(&next);
		}
		diag_error(reader->diags, "lang-value", base->span, NULL, "`%s` is no language tag",
			base->text);
	}
	return parent_tag(tag);
}

static void read_chain(Reader *reader, const char *tag) {
	g_autofree char *at = g_strdup(tag);
	while (at) {
		char *next = read_tag(reader, at);
		g_free(at);
		at = next;
	}
}

/* Number of words that no file has so far; *first gets the first of them. */
static int missing_words(const Lang *lang, const char **first) {
	int missing = 0;
	for (int i = 0; i < WORD_COUNT; i++) {
		if (!lang->words[i][FORM_OTHER] && missing++ == 0) {
			*first = word_row((Word)i)->name;
		}
	}
	return missing;
}

static void tell_fallback(Reader *reader, const char *tag) {
	const char *first = NULL;
	if (reader->chain_length == 0) {
		diag_warning(reader->diags, "no-language-file", SPAN_NONE,
			"write one like content/lang/en.yaml, or single words under print: words:",
			"there are no fixed words for the language `%s`: English is used", tag);
		return;
	}
	int missing = missing_words(reader->lang, &first);
	if (missing) {
		diag_warning(reader->diags, "language-incomplete", SPAN_NONE, NULL,
			"the language `%s` lacks %d of %d words, the first is `%s`: English is "
			"used",
			tag, missing, (int)WORD_COUNT, first);
	}
}

/* Without English files nothing can be printed rightly; names stand in, and it is an error. */
static void fill_holes(Reader *reader) {
	const char *first = NULL;
	Lang *lang = reader->lang;
	int missing = missing_words(lang, &first);
	gboolean dates = TRUE;
	for (int i = 0; i < (int)G_N_ELEMENTS(date_keys); i++) {
		const char **field = date_field(lang, i);
		if (!*field) {
			*field = "y-MM-dd";
			dates = FALSE;
		}
	}
	if (missing || !dates) {
		diag_error(reader->diags, "no-language-file", SPAN_NONE,
			"content/lang/en.yaml, or the installed one, must have all words and dates",
			"the English words are not whole: `%s` is missing",
			missing ? first : "dates");
	}
	for (int i = 0; i < WORD_COUNT; i++) {
		if (!lang->words[i][FORM_OTHER]) {
			lang->words[i][FORM_OTHER] = word_row((Word)i)->name;
		}
	}
}

const Lang *lang_load(
	Arena *arena, const char *tag, const char *const *folders, Sources *sources, Diags *diags) {
	Lang *lang = arena_new_of(arena, Lang);
	Reader reader = {.arena = arena,
		.folders = folders,
		.sources = sources,
		.diags = diags,
		.lang = lang};
	g_autofree char *canonical = canonical_tag(tag);
	lang->tag = arena_strdup(arena, canonical ? canonical : tag);
	lang->rtl = locale_is_rtl(lang->tag);
	if (canonical) {
		read_chain(&reader, canonical);
	}
	if (!was_read(&reader, fallback_tag)) {
		tell_fallback(&reader, lang->tag);
		read_chain(&reader, fallback_tag);
	}
	fill_holes(&reader);
	return lang;
}

const Lang *lang_with_word(Arena *arena, const Lang *lang, const WordChange *change, Diags *diags) {
	Word word = word_find(change->name);
	if (word == WORD_COUNT) {
		g_autofree const char **known = word_names();
		const char *nearest = diag_nearest(change->name, known);
		g_autofree char *hint =
			nearest ? g_strdup_printf("did you mean `%s`?", nearest) : NULL;
		diag_error(diags, "unknown-word", change->where, hint,
			"there is no fixed word `%s`", change->name);
		return NULL;
	}
	if (!word_check(word, -1, change->text, change->where, diags)) {
		return NULL;
	}
	Lang *copy = arena_memdup(arena, lang, sizeof *lang);
	memset(copy->words[word], 0, sizeof copy->words[word]);
	copy->words[word][FORM_OTHER] = arena_strdup(arena, change->text);
	return copy;
}

const char *lang_word(const Lang *lang, Word word) {
	g_assert((int)word >= 0 && word < WORD_COUNT);
	return lang->words[word][FORM_OTHER];
}

typedef struct Fill {
	const char *name, *value;
} Fill;

enum { FILL_MAX = 8 };

/* Copies the text with each {name} replaced; one pass, so that braces in a value stay. */
static const char *fill_text(Arena *arena, const char *text, const Fill *fills, int count) {
	g_autoptr(GString) result = g_string_new(NULL);
	while (*text) {
		const char *close = *text == '{' ? strchr(text, '}') : NULL;
		gsize length = close ? (gsize)(close - text - 1) : 0;
		const Fill *found = NULL;
		for (int i = 0; close && i < count; i++) {
			if (strlen(fills[i].name) == length &&
				strncmp(fills[i].name, text + 1, length) == 0) {
				found = &fills[i];
			}
		}
		if (found) {
			g_string_append(result, found->value);
			text = close + 1;
		} else {
			g_string_append_c(result, *text++);
		}
	}
	return arena_strdup(arena, result->str);
}

static int collect_fills(Fill *fills, int count, va_list args) {
	const char *name;
	while ((name = va_arg(args, const char *))) {
		g_assert(count < FILL_MAX);
		const char *value = va_arg(args, const char *);
		g_assert(value);
		fills[count++] = (Fill){name, value};
	}
	return count;
}

const char *lang_format(Arena *arena, const Lang *lang, Word word, ...) {
	Fill fills[FILL_MAX];
	va_list args;
	va_start(args, word);
	int count = collect_fills(fills, 0, args);
	va_end(args);
	return fill_text(arena, lang_word(lang, word), fills, count);
}

/* The form for a number: exactly two, then the plural category, then the general one. */
static const char *form_for(const Lang *lang, Word word, int count) {
	const char *const *forms = lang->words[word];
	if (count == 2 && forms[FORM_TWO]) {
		return forms[FORM_TWO];
	}
	int category = locale_plural(lang->tag, count);
	return forms[category] ? forms[category] : forms[FORM_OTHER];
}

const char *lang_plural(Arena *arena, const Lang *lang, Word word, int count, ...) {
	g_assert(word_row(word)->counts);
	g_autofree char *european = g_strdup_printf("%d", count);
	g_autofree char *digits = locale_figures(lang->tag, european);
	Fill fills[FILL_MAX] = {{"count", digits}};
	va_list args;
	va_start(args, count);
	int filled = collect_fills(fills, 1, args);
	va_end(args);
	return fill_text(arena, form_for(lang, word, count), fills, filled);
}

/* test_markup: the text cases of tests/markup. A case is
 *     --- name ---
 *     @ options: lang=de inline straight plain
 *     input
 *     =>
 *     dump
 * In dumps spans stand in braces, characters that cannot be seen in angle brackets; a line that
 * begins with "!" is a diagnostic, with line and column. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "markup/markup.h"

typedef struct Case {
	char *name, *options, *input, *wanted;
} Case;

/* Lines and columns of a text's bytes; owner is the text. */
static Span locate(const void *owner, int offset) {
	const char *text = owner;
	g_assert_cmpint(offset, >=, 0);
	g_assert_cmpint(offset, <=, (int)strlen(text));
	Span span = {.file = 0, .line = 1, .column = 1, .length = 1};
	for (int i = 0; i < offset; i++) {
		if (text[i] == '\n') {
			span.line++;
			span.column = 1;
		} else if (((guchar)text[i] & 0xC0) != 0x80) {
			span.column++;
		}
	}
	return span;
}

static void dump_character(GString *out, const char *at) {
	static const struct {
		gunichar c;
		const char *name;
	} names[] = {{0xA0, "<nbsp>"}, {0x202F, "<nnbsp>"}, {0x2060, "<wj>"}, {0x2028, "<br>"},
		{'{', "\\{"}, {'}', "\\}"}, {'\t', "<tab>"}, {'\n', "<lf>"}, {0xAD, "<shy>"}};
	gunichar c = g_utf8_get_char(at);
	for (int i = 0; i < (int)G_N_ELEMENTS(names); i++) {
		if (names[i].c == c) {
			g_string_append(out, names[i].name);
			return;
		}
	}
	g_string_append_unichar(out, c);
}

static void dump_span_open(GString *out, const InlineSpan *span) {
	static const struct {
		unsigned flag;
		const char *name;
	} names[] = {{INLINE_EMPHASIS, "em"}, {INLINE_STRONG, "strong"}, {INLINE_CODE, "code"},
		{INLINE_SUPERSCRIPT, "sup"}, {INLINE_SUBSCRIPT, "sub"}, {INLINE_URL, "url"},
		{INLINE_NO_BREAK, "nobreak"}, {INLINE_NAME, "name"}, {INLINE_SLOT, "slot"}};
	g_assert_cmpint(span->role, ==, -1);
	g_string_append_c(out, '{');
	for (int i = 0; i < (int)G_N_ELEMENTS(names); i++) {
		if (span->flags & names[i].flag) {
			g_string_append_printf(out, "%s ", names[i].name);
		}
	}
	if (span->href) {
		g_string_append_printf(out, "-> %s ", span->href);
	}
	if (span->language) {
		g_string_append_printf(out, "@%s ", span->language);
	}
	g_string_overwrite(out, out->len - 1, ":");
	g_string_append_c(out, ' ');
}

/* Spans must be sorted and nest. */
static void dump_inline(GString *out, const Inline *text) {
	GArray *ends = g_array_new(FALSE, FALSE, sizeof(int));
	int next = 0;
	g_string_append(out, text->length == 0 ? "(nothing)" : "");
	g_assert_cmpint((int)strlen(text->text), ==, text->length);
	g_assert_true(g_utf8_validate(text->text, -1, NULL));
	for (int at = 0; at <= text->length;) {
		while (ends->len > 0 && g_array_index(ends, int, ends->len - 1) <= at) {
			g_assert_cmpint(g_array_index(ends, int, ends->len - 1), ==, at);
			g_array_set_size(ends, ends->len - 1);
			g_string_append_c(out, '}');
		}
		for (; next < text->span_count && text->spans[next].start == at; next++) {
			int end = text->spans[next].end;
			g_assert_cmpint(end, >, at);
			g_assert_true(
				ends->len == 0 || end <= g_array_index(ends, int, ends->len - 1));
			dump_span_open(out, &text->spans[next]);
			g_array_append_val(ends, end);
		}
		if (at < text->length) {
			dump_character(out, text->text + at);
		}
		at += at < text->length ? g_utf8_skip[(guchar)text->text[at]] : 1;
	}
	g_assert_cmpint(next, ==, text->span_count);
	g_assert_cmpint((int)ends->len, ==, 0);
	g_array_unref(ends);
	g_string_append_c(out, '\n');
}

static void dump_block(GString *out, const MarkBlock *block, int depth) {
	static const char *const names[] = {"p", "h", "list", "item", "quote", "code", "rule"};
	g_string_append_printf(out, "%*s%s", depth * 2, "", names[block->kind]);
	if (block->kind == MARK_HEADING) {
		g_string_append_printf(out, "%d", block->level);
	}
	if (block->kind == MARK_LIST) {
		g_string_append_printf(out, " %s", block->tight ? "tight" : "loose");
		if (block->ordered) {
			g_string_append_printf(out, " from %d", block->start);
		}
	}
	if (block->inlines) {
		g_string_append(out, ": ");
		dump_inline(out, block->inlines);
	} else {
		g_string_append_c(out, '\n');
	}
	for (int i = 0; i < block->child_count; i++) {
		g_assert_true(
			(block->kind == MARK_LIST) == (block->children[i]->kind == MARK_ITEM));
		dump_block(out, block->children[i], depth + 1);
	}
}

static void dump_diags(GString *out, Diags *diags) {
	diags_sort(diags);
	for (int i = 0; i < diags_total(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		g_string_append_printf(out, "! %d:%d %s: %s\n", diag->span.line, diag->span.column,
			diag->code, diag->message);
	}
}

static gboolean has_option(const Case *one, const char *option) {
	g_auto(GStrv) words = g_strsplit(one->options, " ", -1);
	return g_strv_contains((const char *const *)words, option);
}

static char *option_language(const Case *one) {
	const char *at = strstr(one->options, "lang=");
	return at ? g_strndup(at + 5, strcspn(at + 5, " \n")) : NULL;
}

static char *dump_case(const Case *one) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Diags) diags = diags_new();
	g_autofree char *language = option_language(one);
	MarkOptions options = {.language = language,
		.smart = !has_option(one, "straight"),
		.locate = locate,
		.owner = one->input};
	GString *out = g_string_new(NULL);
	if (has_option(one, "inline")) {
		const Inline *text =
			markup_inline_from_commonmark(arena, one->input, &options, diags);
		g_assert_cmpstr(text->language, ==, language);
		dump_inline(out, text);
	} else {
		const MarkDocument *document =
			markup_from_commonmark(arena, one->input, &options, diags);
		for (int i = 0; !has_option(one, "plain") && i < document->block_count; i++) {
			dump_block(out, document->blocks[i], 0);
		}
		if (has_option(one, "plain")) {
			g_autofree char *plain = markup_to_plain(document);
			g_string_append_printf(out, "%s\n", plain);
		}
	}
	dump_diags(out, diags);
	return g_string_free(out, FALSE);
}

/* The files' escapes: \u00A0 and the like, for what editors would hide. */
static char *unescape(const char *text) {
	GString *out = g_string_new(NULL);
	while (*text) {
		if (g_str_has_prefix(text, "\\u{")) {
			char *end;
			g_string_append_unichar(out, (gunichar)strtoul(text + 3, &end, 16));
			text = end + 1;
		} else {
			g_string_append_c(out, *text++);
		}
	}
	return g_string_free(out, FALSE);
}

static void run_case(const void *data) {
	const Case *one = data;
	g_autofree char *got = dump_case(one);
	if (!g_str_equal(got, one->wanted)) {
		fprintf(stderr, "--- %s ---\n%s=>\n%s(wanted)\n%s", one->name, one->input, got,
			one->wanted);
		g_test_fail();
	}
}

static Case *read_case(const char *name, const char *body) {
	Case *one = g_new0(Case, 1);
	one->name = g_strdup(name);
	const char *feed = strchr(body, '\n');
	one->options = *body == '@' ? g_strndup(body + 1, (gsize)(feed - body - 1)) : g_strdup("");
	body = *body == '@' ? feed + 1 : body;
	const char *arrow = g_str_has_prefix(body, "=>\n") ? body : strstr(body, "\n=>\n");
	g_assert_nonnull(arrow);
	g_autofree char *input = g_strndup(body, (gsize)(arrow - body));
	one->input = unescape(input);
	one->wanted = g_strdup(strstr(arrow, "=>\n") + 3);
	return one;
}

static void free_case(void *data) {
	Case *one = data;
	g_free(one->name);
	g_free(one->options);
	g_free(one->input);
	g_free(one->wanted);
	g_free(one);
}

/* Adds the cases of a file; names are unique in all files. */
static void add_file(const char *path, GPtrArray *cases) {
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents(path, &text, NULL, NULL));
	g_autofree char *all = g_strconcat("\n", text, NULL);
	g_auto(GStrv) parts = g_strsplit(all, "\n--- ", -1);
	for (int i = 1; parts[i]; i++) {
		char *end = strstr(parts[i], " ---\n");
		g_assert_nonnull(end);
		*end = 0;
		g_autofree char *body = g_strconcat(g_strchomp(end + 5), "\n", NULL);
		g_ptr_array_add(cases, read_case(parts[i], body));
	}
}

static void add_files(GPtrArray *cases) {
	const char *folder = "tests/markup";
	GDir *dir = g_dir_open(folder, 0, NULL);
	g_assert_nonnull(dir);
	for (const char *name; (name = g_dir_read_name(dir));) {
		if (g_str_has_suffix(name, ".txt")) {
			g_autofree char *path = g_build_filename(folder, name, NULL);
			add_file(path, cases);
		}
	}
	g_dir_close(dir);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_autoptr(GPtrArray) cases = g_ptr_array_new_with_free_func(free_case);
	add_files(cases);
	g_assert_cmpint((int)cases->len, >=, 150);
	for (guint i = 0; i < cases->len; i++) {
		const Case *one = cases->pdata[i];
		g_autofree char *path = g_strdup_printf("/markup/%s", one->name);
		g_test_add_data_func(path, one, run_case);
	}
	if (argc == 2 && g_str_equal(argv[1], "--print")) {
		for (guint i = 0; i < cases->len; i++) {
			g_autofree char *got = dump_case(cases->pdata[i]);
			printf("--- %s ---\n%s", ((Case *)cases->pdata[i])->name, got);
		}
		return 0;
	}
	return g_test_run();
}

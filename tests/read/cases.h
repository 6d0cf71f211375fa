/* cases: text files of golden cases. A case is a heading "--- NAME ---", the bytes of a file, a
 * line "=====", and what is printed of it. A name that ends in " (escaped)" has \xHH, \t, \r, \n
 * and \\ in its bytes. With ACCEPT=1 in the environment the files are written anew instead. */
#ifndef BIFOLIO_TESTS_READ_CASES_H
#define BIFOLIO_TESTS_READ_CASES_H

#include <glib.h>
#include <string.h>

typedef struct Case {
	char *name, *input, *expected;
} Case;

/* What is printed of a case's bytes. Caller frees. */
typedef char *(*CasePrint)(const char *name, GBytes *input);

static inline void case_free(gpointer data) {
	Case *one = data;
	g_free(one->name);
	g_free(one->input);
	g_free(one->expected);
	g_free(one);
}

static inline gboolean is_heading(const char *line) {
	return g_str_has_prefix(line, "--- ") && g_str_has_suffix(line, " ---") && strlen(line) > 8;
}

static inline GPtrArray *cases_load(const char *path) {
	g_autofree char *text = NULL;
	g_autoptr(GError) error = NULL;
	g_file_get_contents(path, &text, NULL, &error);
	g_assert_no_error(error);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	GPtrArray *cases = g_ptr_array_new_with_free_func(case_free);
	g_autoptr(GString) input = g_string_new(NULL);
	g_autoptr(GString) expected = g_string_new(NULL);
	GString *part = NULL;
	Case *one = NULL;
	for (int i = 0; lines[i]; i++) {
		gboolean last = !lines[i + 1];
		if (is_heading(lines[i]) || last) {
			if (one) {
				one->input = g_strdup(input->str);
				one->expected = g_strdup(expected->str);
			}
			if (!last) {
				one = g_new0(Case, 1);
				one->name = g_strndup(lines[i] + 4, strlen(lines[i]) - 8);
				g_ptr_array_add(cases, one);
			}
			g_string_truncate(input, 0);
			g_string_truncate(expected, 0);
			part = input;
		} else if (strcmp(lines[i], "=====") == 0) {
			part = expected;
		} else if (part) {
			g_string_append_printf(part, "%s\n", lines[i]);
		}
	}
	g_assert_cmpuint(cases->len, >, 0);
	return cases;
}

static inline GBytes *case_bytes(const Case *one) {
	if (!g_str_has_suffix(one->name, " (escaped)")) {
		return g_bytes_new(one->input, strlen(one->input));
	}
	GByteArray *bytes = g_byte_array_new();
	for (const char *at = one->input; *at; at++) {
		guint8 byte = (guint8)*at;
		if (*at == '\\' && at[1]) {
			at++;
			byte = *at == 't'    ? '\t'
				: *at == 'r' ? '\r'
				: *at == 'n' ? '\n'
					     : (guint8)*at;
			if (*at == 'x') {
				byte = (guint8)(g_ascii_xdigit_value(at[1]) * 16 +
					g_ascii_xdigit_value(at[2]));
				at += 2;
			}
		}
		g_byte_array_append(bytes, &byte, 1);
	}
	return g_byte_array_free_to_bytes(bytes);
}

static inline void cases_accept(const char *path, const GPtrArray *cases, CasePrint print) {
	g_autoptr(GString) out = g_string_new(NULL);
	for (guint i = 0; i < cases->len; i++) {
		const Case *one = g_ptr_array_index(cases, i);
		g_autoptr(GBytes) bytes = case_bytes(one);
		g_autofree char *text = print(one->name, bytes);
		g_string_append_printf(out, "--- %s ---\n%s=====\n%s", one->name, one->input, text);
	}
	g_file_set_contents(path, out->str, (gssize)out->len, NULL);
}

/* A case and how it is printed, for one test. */
typedef struct CaseTest {
	Case *one;
	const char *path;
	CasePrint print;
} CaseTest;

static inline void case_test_free(gpointer data) {
	CaseTest *test = data;
	case_free(test->one);
	g_free(test);
}

static inline void case_test_run(gconstpointer data) {
	const CaseTest *test = data;
	g_autoptr(GBytes) bytes = case_bytes(test->one);
	g_autofree char *text = test->print(test->one->name, bytes);
	if (strcmp(text, test->one->expected) != 0) {
		g_test_message("%s: %s\n--- expected\n%s--- got\n%s---", test->path,
			test->one->name, test->one->expected, text);
		g_test_fail();
	}
}

/* Adds a test for every case of a file: /read/GROUP/NAME. path: a literal. */
static inline void cases_add(const char *group, const char *path, CasePrint print) {
	GPtrArray *cases = cases_load(path);
	if (g_getenv("ACCEPT")) {
		cases_accept(path, cases, print);
		g_ptr_array_unref(cases);
		return;
	}
	g_ptr_array_set_free_func(cases, NULL);
	for (guint i = 0; i < cases->len; i++) {
		CaseTest *test = g_new0(CaseTest, 1);
		*test = (CaseTest){g_ptr_array_index(cases, i), path, print};
		g_autofree char *name = g_strdup_printf("/read/%s/%s", group, test->one->name);
		g_test_add_data_func_full(name, test, case_test_run, case_test_free);
	}
	g_ptr_array_unref(cases);
}

#endif

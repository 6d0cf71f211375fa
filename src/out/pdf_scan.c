/* pdf_scan: see the header. Only names, strings, Tf, BDC and EMC matter. */
#include "out/pdf_scan.h"

#include <string.h>

#include "out/pdf_codes.h"

void pdf_scan_init(PdfScan *scan, const char *content, int length) {
	*scan = (PdfScan){.at = content, .end = content + length, .font = -1};
}

static gboolean is_regular(char c) {
	return !g_ascii_isspace(c) && !strchr("()<>[]{}/%", c);
}

static void read_operator(PdfScan *scan, const GArray *fonts) {
	const char *start = scan->at;
	while (scan->at < scan->end && *scan->at && is_regular(*scan->at)) {
		scan->at++;
	}
	int length = (int)(scan->at - start);
	if (length == 2 && memcmp(start, "Tf", 2) == 0) {
		scan->font = -1;
		for (guint i = 0; i < fonts->len; i++) {
			const char *name = g_array_index(fonts, PdfFont, i).name;
			if ((int)strlen(name) == scan->name_length &&
				memcmp(name, scan->name, (gsize)scan->name_length) == 0) {
				scan->font = (int)i;
			}
		}
	} else if (length == 3 && memcmp(start, "BDC", 3) == 0) {
		scan->marked++;
	} else if (length == 3 && memcmp(start, "EMC", 3) == 0) {
		scan->marked--;
	}
	scan->at += length == 0 ? 1 : 0;
}

static void read_name(PdfScan *scan) {
	scan->name = ++scan->at;
	while (scan->at < scan->end && *scan->at && is_regular(*scan->at)) {
		scan->at++;
	}
	scan->name_length = (int)(scan->at - scan->name);
}

static void skip_dictionary(PdfScan *scan) {
	const char *close = g_strstr_len(scan->at, scan->end - scan->at, ">>");
	scan->at = close ? close + 2 : scan->end;
}

/* Up to the beginning of a string's content. */
static gboolean find_string(PdfScan *scan, const GArray *fonts) {
	while (scan->at < scan->end) {
		char c = *scan->at;
		if (c == '(' || (c == '<' && scan->at + 1 < scan->end && scan->at[1] != '<')) {
			scan->closes = c == '(' ? ')' : '>';
			scan->at++;
			return TRUE;
		}
		if (c == '<') {
			skip_dictionary(scan);
		} else if (c == '/') {
			read_name(scan);
		} else {
			read_operator(scan, fonts);
		}
	}
	return FALSE;
}

static int read_escaped(PdfScan *scan) {
	static const char letters[] = "nrtbf", meanings[] = "\n\r\t\b\f";
	if (scan->at >= scan->end) {
		return -1;
	}
	char c = *scan->at++;
	if (c < '0' || c > '7') {
		const char *letter = strchr(letters, c);
		return (guchar)(letter ? meanings[letter - letters] : c);
	}
	int code = c - '0';
	for (int i = 0; i < 2 && scan->at < scan->end && *scan->at >= '0' && *scan->at <= '7';
		i++) {
		code = code * 8 + (*scan->at++ - '0');
	}
	return code;
}

/* Cairo breaks long lines wherever it stands. */
static void skip_break(PdfScan *scan) {
	if (scan->closes == '>') {
		while (scan->at < scan->end && g_ascii_isspace(*scan->at)) {
			scan->at++;
		}
	} else if (scan->closes == ')' && scan->end - scan->at >= 2 && scan->at[0] == '\\' &&
		scan->at[1] == '\n') {
		scan->at += 2;
	}
}

/* One byte of a string; -1 where there is none. */
static int read_byte(PdfScan *scan) {
	skip_break(scan);
	if (scan->at < scan->end && scan->closes == ')') {
		char c = *scan->at++;
		return c == '\\' ? read_escaped(scan) : (guchar)c;
	}
	if (scan->end - scan->at < 2) {
		return -1;
	}
	int high = g_ascii_xdigit_value(*scan->at++);
	skip_break(scan);
	int low = scan->at < scan->end ? g_ascii_xdigit_value(*scan->at++) : -1;
	return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/* To the next byte of a string. */
static gboolean find_byte(PdfScan *scan, const GArray *fonts) {
	skip_break(scan);
	while (!scan->closes || scan->at >= scan->end || *scan->at == scan->closes) {
		if (scan->closes) {
			scan->at++;
			scan->closes = 0;
		}
		if (!find_string(scan, fonts)) {
			return FALSE;
		}
		skip_break(scan);
	}
	return TRUE;
}

gboolean pdf_scan_next(PdfScan *scan, const GArray *fonts, PdfShown *shown) {
	if (!find_byte(scan, fonts) || scan->font < 0) {
		return FALSE;
	}
	int code = read_byte(scan);
	if (code >= 0 && g_array_index(fonts, PdfFont, scan->font).wide) {
		int low = scan->at < scan->end ? read_byte(scan) : -1;
		code = low < 0 ? -1 : code * 256 + low;
	}
	*shown = (PdfShown){scan->font, code, scan->marked > 0};
	return code >= 0;
}

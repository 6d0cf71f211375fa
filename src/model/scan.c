/* scan: see scan.h. */
#include "model/scan.h"

#include <string.h>

void scan_blanks(Scan *scan) {
	for (;;) {
		gunichar here = g_utf8_get_char(scan->at);
		if (here == 0 || !(g_unichar_isspace(here) || here == 0x2060 || here == 0xfeff)) {
			return;
		}
		scan->at = g_utf8_next_char(scan->at);
	}
}

int scan_digits(Scan *scan, int most, int *number) {
	int count = 0, value = 0;
	while (count <= most && g_ascii_isdigit(scan->at[count])) {
		value = value * 10 + (scan->at[count] - '0');
		count++;
	}
	if (count == 0 || count > most) {
		return 0;
	}
	scan->at += count;
	*number = value;
	return count;
}

gboolean scan_word(Scan *scan, const char *word) {
	const char *at = scan->at;
	gunichar last = 0;
	for (const char *want = word; *want; want = g_utf8_next_char(want)) {
		last = g_utf8_get_char(want);
		if (*at == '\0' || g_unichar_tolower(g_utf8_get_char(at)) != last) {
			return FALSE;
		}
		at = g_utf8_next_char(at);
	}
	/* Latin, Greek and Cyrillic words end where their letters do; 時 and 분 stand close. */
	if (g_unichar_isalpha(last) && last < 0x1100 && g_unichar_isalpha(g_utf8_get_char(at))) {
		return FALSE;
	}
	scan->at = at;
	return TRUE;
}

int scan_words(Scan *scan, const char *const *words) {
	for (int i = 0; words[i]; i++) {
		if (scan_word(scan, words[i])) {
			return i;
		}
	}
	return -1;
}

char *scan_letters(Scan *scan) {
	const char *from = scan->at;
	while (g_unichar_isalpha(g_utf8_get_char(scan->at)) ||
		g_unichar_ismark(g_utf8_get_char(scan->at))) {
		scan->at = g_utf8_next_char(scan->at);
	}
	if (scan->at == from) {
		return NULL;
	}
	char *word = g_utf8_strdown(from, scan->at - from);
	if (*scan->at == '.') {
		scan->at++;
	}
	return word;
}

gboolean scan_at_end(Scan *scan) {
	scan_blanks(scan);
	return *scan->at == '\0';
}

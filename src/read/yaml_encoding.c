/* yaml_encoding: the first look at a file's bytes. The YAML parser refuses a whole file for one
 * wrong byte and names no place, and takes U+0085, U+2028 and U+2029 for line ends, so both are
 * settled here, with true places, before it sees the text. Of the line it knows nothing. */
#include <string.h>

#include "base/utf8.h"
#include "read/yaml_text.h"

enum { REPORTS_MAX = 10 };

static const char save_hint[] = "open it in a text editor and save it with the encoding UTF-8";

/* Scan state: a line at a time. out: the changed text, once something had to be changed. */
typedef struct Scan {
	const char *data;
	size_t length, line_start;
	int file, line, untold, separators;
	gboolean lone_return;
	YamlText *text;
	GString *out;
	Diags *diags;
} Scan;

static Span scan_span(const Scan *scan, size_t at) {
	int column = utf8_count(scan->data + scan->line_start, at - scan->line_start) + 1;
	return (Span){scan->file, scan->line, column, 1};
}

/* From here on the text is a copy. */
static void scan_copy(Scan *scan, size_t done) {
	if (!scan->out) {
		scan->out = g_string_new_len(scan->data, (gssize)done);
	}
}

/* ---- Files that are not UTF-8 ---- */

static gboolean report_wide(Scan *scan) {
	const unsigned char *b = (const unsigned char *)scan->data;
	const char *name = NULL;
	if (scan->length >= 4 && memcmp(b, "\xff\xfe\0\0", 4) == 0) {
		name = "UTF-32";
	} else if (scan->length >= 2 &&
		(memcmp(b, "\xff\xfe", 2) == 0 || memcmp(b, "\xfe\xff", 2) == 0)) {
		name = "UTF-16";
	} else if (scan->length >= 4 &&
		((!b[0] && b[1] && !b[2] && b[3]) || (b[0] && !b[1] && b[2] && !b[3]))) {
		name = "UTF-16";
	}
	if (!name) {
		return FALSE;
	}
	Span span = {.file = scan->file};
	diag_error(scan->diags, "not-utf8", span, save_hint,
		"the file is in the encoding %s, not UTF-8", name);
	return TRUE;
}

/* What the bytes that are not ASCII look like. valid: characters of UTF-8; single: bad bytes that
 * stand alone; paired: pairs of bad bytes. */
typedef struct Census {
	size_t valid, single, paired;
} Census;

static Census take_census(const Scan *scan) {
	Census census = {0, 0, 0};
	size_t run = 0;
	for (size_t at = 0; at <= scan->length;) {
		gunichar character = 0;
		int used = 1;
		if (at < scan->length) {
			used = utf8_decode(scan->data + at, scan->length - at, &character);
		}
		if (character == UTF8_BAD) {
			run++;
		} else {
			census.valid += used > 1;
			census.single += run == 1;
			census.paired += run / 2;
			run = 0;
		}
		at += (size_t)used;
	}
	return census;
}

/* What Windows-1252 has for 0x80 to 0x9f; 0: nothing. */
static const gunichar windows_1252[32] = {0x20ac, 0, 0x201a, 0x192, 0x201e, 0x2026, 0x2020, 0x2021,
	0x2c6, 0x2030, 0x160, 0x2039, 0x152, 0, 0x17d, 0, 0, 0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
	0x2013, 0x2014, 0x2dc, 0x2122, 0x161, 0x203a, 0x153, 0, 0x17e, 0x178};

static gunichar latin_character(unsigned char byte) {
	return byte >= 0xa0 ? byte : byte >= 0x80 ? windows_1252[byte - 0x80] : 0;
}

/* Whether the file ends within the character that begins here. */
static gboolean is_cut(const Scan *scan, size_t at, const Census *census) {
	size_t left = scan->length - at;
	return left < 4 && census->valid > 0 && census->single + 2 * census->paired <= left &&
		g_utf8_get_char_validated(scan->data + at, (gssize)left) == (gunichar)-2;
}

/* A bad byte in a file that is in one of the encodings of Western Europe, or in who knows which. */
static void report_latin(Scan *scan, size_t at) {
	unsigned char byte = (unsigned char)scan->data[at];
	gunichar guess = latin_character(byte);
	char text[7] = "";
	if (!guess) {
		diag_error(scan->diags, "not-utf8", scan_span(scan, at), save_hint,
			"this is not UTF-8 (byte %02X); the file seems to be in another encoding",
			byte);
		return;
	}
	text[g_unichar_to_utf8(guess, text)] = '\0';
	diag_error(scan->diags, "not-utf8", scan_span(scan, at), save_hint,
		"this is not UTF-8; the file seems to be in %s, where the byte %02X is \"%s\"",
		byte < 0xa0 ? "Windows-1252" : "Latin-1 (Windows-1252)", byte, text);
}

static void report_bad_byte(Scan *scan, size_t at) {
	Census census = take_census(scan);
	Span span = scan_span(scan, at);
	if (is_cut(scan, at, &census)) {
		diag_error(scan->diags, "not-utf8", span,
			"was the file copied or saved as a whole?",
			"the file ends in the middle of a character");
	} else if (census.paired > census.single && census.paired >= census.valid) {
		diag_error(scan->diags, "not-utf8", span, save_hint,
			"this is not UTF-8; the file seems to be in an older encoding such as GBK, "
			"Big5 or "
			"Shift-JIS");
	} else if (census.valid > census.single + census.paired) {
		diag_error(scan->diags, "not-utf8", span, "type the character here again",
			"this byte (%02X) is not UTF-8, though the rest of the file is",
			(unsigned char)scan->data[at]);
	} else {
		report_latin(scan, at);
	}
}

static void report_nul(Scan *scan, size_t at) {
	diag_error(scan->diags, "not-text", scan_span(scan, at),
		"only text files in the encoding UTF-8 can be read",
		"there is a zero byte here: this does not seem to be a text file");
}

/* ---- Characters that cannot stand in a text ---- */

static const char *control_name(gunichar character) {
	switch (character) {
	case 0x08:
		return ", backspace";
	case 0x0b:
		return ", vertical tab: the line break of word processors";
	case 0x0c:
		return ", form feed";
	case 0x1b:
		return ", escape";
	case 0x7f:
		return ", delete";
	case 0xfeff:
		return ", byte order mark";
	default:
		return "";
	}
}

/* The first of each line is told. */
static void report_control(Scan *scan, size_t at, gunichar character) {
	YamlText *text = scan->text;
	int count = text->damaged_count;
	text->damaged = TRUE;
	if (count == YAML_DAMAGED_MAX ||
		(count > 0 && text->damaged_lines[count - 1] == scan->line)) {
		scan->untold++;
		return;
	}
	text->damaged_lines[text->damaged_count++] = scan->line;
	diag_error(scan->diags, "control-character", scan_span(scan, at),
		"delete it; where it came with pasted text, type the text around it again",
		"there is an invisible control character here (U+%04X%s)", character,
		control_name(character));
}

static void report_separator(Scan *scan, size_t at, gunichar character) {
	if (scan->separators++ < REPORTS_MAX) {
		diag_warning(scan->diags, "line-separator", scan_span(scan, at),
			"replace it by a space, or by a line break",
			"there is an invisible line separator here (U+%04X); it is read as a space",
			character);
	}
}

static gboolean is_control(gunichar character) {
	return (character < 0x20 && character != '\t') ||
		(character >= 0x7f && character <= 0x9f) || character == 0xfeff ||
		character == 0xfffe || character == 0xffff;
}

static gboolean is_separator(gunichar character) {
	return character == 0x85 || character == 0x2028 || character == 0x2029;
}

/* One line that is not plain ASCII. FALSE when the file is to be given up. */
static gboolean scan_characters(Scan *scan, size_t end) {
	for (size_t at = scan->line_start; at < end;) {
		if (!scan->out && scan->data[at] >= ' ' && scan->data[at] < 0x7f) {
			at++;
			continue;
		}
		gunichar character;
		size_t used = (size_t)utf8_decode(scan->data + at, scan->length - at, &character);
		if (character == UTF8_BAD) {
			report_bad_byte(scan, at);
			return FALSE;
		}
		if (character == 0) {
			report_nul(scan, at);
			return FALSE;
		}
		gboolean separator = is_separator(character);
		if (separator || is_control(character)) {
			scan_copy(scan, at);
			(separator ? report_separator : report_control)(scan, at, character);
			g_string_append_c(scan->out, ' ');
		} else if (scan->out) {
			g_string_append_len(scan->out, scan->data + at, (gssize)used);
		}
		at += used;
	}
	return TRUE;
}

/* ---- Lines ---- */

typedef enum LineKind { LINE_ASCII, LINE_BLANK_WITH_TAB, LINE_OTHER } LineKind;

static LineKind line_kind(const char *bytes, size_t length) {
	gboolean blank = TRUE, tab = FALSE;
	for (size_t i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)bytes[i];
		if (byte == '\t') {
			tab = TRUE;
		} else if (byte < 0x20 || byte >= 0x7f) {
			return LINE_OTHER;
		} else if (byte != ' ') {
			blank = FALSE;
		}
	}
	return blank && tab ? LINE_BLANK_WITH_TAB : LINE_ASCII;
}

static gboolean scan_content(Scan *scan, size_t end) {
	switch (line_kind(scan->data + scan->line_start, end - scan->line_start)) {
	case LINE_OTHER:
		return scan_characters(scan, end);
	case LINE_BLANK_WITH_TAB:
		/* The parser stumbles over it; nobody can see it: an empty line. */
		scan_copy(scan, scan->line_start);
		if (scan->out->len > 0 && scan->out->str[scan->out->len - 1] == '\r') {
			g_string_append_c(scan->out, ' '); /* or a CR would join the next LF */
		}
		return TRUE;
	case LINE_ASCII:
		break;
	}
	if (scan->out) {
		g_string_append_len(
			scan->out, scan->data + scan->line_start, (gssize)(end - scan->line_start));
	}
	return TRUE;
}

/* The line's end: how many bytes. */
static size_t scan_end(Scan *scan, size_t end) {
	if (end >= scan->length) {
		return 0;
	}
	size_t used = 1;
	if (scan->data[end] == '\r') {
		if (end + 1 < scan->length && scan->data[end + 1] == '\n') {
			used = 2;
		} else if (!scan->lone_return) {
			scan->lone_return = TRUE;
			diag_warning(scan->diags, "line-end", scan_span(scan, end),
				"let your editor save the file with line ends LF (Unix) or CRLF "
				"(Windows)",
				"this line ends as on an old Macintosh (CR alone)");
		}
	}
	if (scan->out) {
		g_string_append_len(scan->out, scan->data + end, (gssize)used);
	}
	return used;
}

static void report_more(const Scan *scan) {
	Span span = {.file = scan->file};
	if (scan->untold > 0) {
		diag_error(scan->diags, "control-character", span, NULL,
			"there %s %d more control character%s in this file",
			scan->untold == 1 ? "is" : "are", scan->untold,
			scan->untold == 1 ? "" : "s");
	}
	if (scan->separators > REPORTS_MAX) {
		diag_warning(scan->diags, "line-separator", span, NULL,
			"there are %d more line separators in this file",
			scan->separators - REPORTS_MAX);
	}
}

static gboolean scan_lines(Scan *scan) {
	while (scan->line_start < scan->length) {
		size_t end = scan->line_start;
		while (end < scan->length && scan->data[end] != '\n' && scan->data[end] != '\r') {
			end++;
		}
		if (!scan_content(scan, end)) {
			return FALSE;
		}
		scan->line_start = end + scan_end(scan, end);
		scan->line++;
	}
	report_more(scan);
	return TRUE;
}

gboolean yaml_text_init(YamlText *text, GBytes *bytes, int file, Diags *diags) {
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	*text = (YamlText){.file = file};
	gsize skip = size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
	Scan scan = {.data = data ? data + skip : "",
		.length = size - skip,
		.file = file,
		.line = 1,
		.text = text,
		.diags = diags};
	if (report_wide(&scan) || !scan_lines(&scan)) {
		if (scan.out) {
			g_string_free(scan.out, TRUE);
		}
		return FALSE;
	}
	text->data = scan.data;
	text->length = scan.length;
	if (scan.out) {
		text->length = scan.out->len;
		text->copy = g_string_free(scan.out, FALSE);
		text->data = text->copy;
	}
	return TRUE;
}

void yaml_text_finish(YamlText *text) {
	g_free(text->copy);
	*text = (YamlText){.file = -1};
}

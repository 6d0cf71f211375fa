/* html: a scanner, not a parser: tags, comments and text in the order of the source. It looks ahead
 * for what may be missing only until it has once been missed, so that a megabyte of "<" costs no
 * more than a megabyte of letters. What tags mean stands in the table. */
#include "markup/html.h"

#include <string.h>

#include "markup/inline.h"

static const HtmlTag tags[] = {
	{"a", HTML_LINK, 0, FALSE},
	{"abbr", HTML_SILENT, 0, FALSE},
	{"acronym", HTML_SILENT, 0, FALSE},
	{"address", HTML_PARAGRAPH, 0, FALSE},
	{"article", HTML_PARAGRAPH, 0, FALSE},
	{"b", HTML_ATTRIBUTE, INLINE_STRONG, FALSE},
	{"bdi", HTML_SILENT, 0, FALSE},
	{"big", HTML_SILENT, 0, FALSE},
	{"blockquote", HTML_QUOTE, 0, FALSE},
	{"body", HTML_PARAGRAPH, 0, FALSE},
	{"br", HTML_BREAK, 0, FALSE},
	{"caption", HTML_PARAGRAPH, 0, FALSE},
	{"center", HTML_PARAGRAPH, 0, FALSE},
	{"cite", HTML_ATTRIBUTE, INLINE_EMPHASIS, FALSE},
	{"code", HTML_ATTRIBUTE, INLINE_CODE, FALSE},
	{"dd", HTML_PARAGRAPH, 0, FALSE},
	{"dfn", HTML_ATTRIBUTE, INLINE_EMPHASIS, FALSE},
	{"div", HTML_PARAGRAPH, 0, FALSE},
	{"dl", HTML_PARAGRAPH, 0, FALSE},
	{"dt", HTML_PARAGRAPH, 0, FALSE},
	{"em", HTML_ATTRIBUTE, INLINE_EMPHASIS, FALSE},
	{"embed", HTML_UNKNOWN, 0, TRUE},
	{"figcaption", HTML_PARAGRAPH, 0, FALSE},
	{"figure", HTML_PARAGRAPH, 0, FALSE},
	{"font", HTML_SILENT, 0, FALSE},
	{"footer", HTML_PARAGRAPH, 0, FALSE},
	{"form", HTML_PARAGRAPH, 0, TRUE},
	{"h1", HTML_HEADING, 0, FALSE},
	{"h2", HTML_HEADING, 0, FALSE},
	{"h3", HTML_HEADING, 0, FALSE},
	{"h4", HTML_HEADING, 0, FALSE},
	{"h5", HTML_HEADING, 0, FALSE},
	{"h6", HTML_HEADING, 0, FALSE},
	{"head", HTML_SKIP, 0, TRUE},
	{"header", HTML_PARAGRAPH, 0, FALSE},
	{"hr", HTML_RULE, 0, FALSE},
	{"html", HTML_PARAGRAPH, 0, FALSE},
	{"i", HTML_ATTRIBUTE, INLINE_EMPHASIS, FALSE},
	{"iframe", HTML_SKIP, 0, TRUE},
	{"img", HTML_IMAGE, 0, TRUE},
	{"kbd", HTML_ATTRIBUTE, INLINE_CODE, FALSE},
	{"li", HTML_ITEM, 0, FALSE},
	{"main", HTML_PARAGRAPH, 0, FALSE},
	{"math", HTML_SKIP, 0, TRUE},
	{"menu", HTML_LIST, 0, FALSE},
	{"nav", HTML_PARAGRAPH, 0, FALSE},
	{"nobr", HTML_ATTRIBUTE, INLINE_NO_BREAK, FALSE},
	{"object", HTML_SKIP, 0, TRUE},
	{"ol", HTML_LIST, 0, FALSE},
	{"p", HTML_PARAGRAPH, 0, FALSE},
	{"pre", HTML_CODE_BLOCK, 0, FALSE},
	{"samp", HTML_ATTRIBUTE, INLINE_CODE, FALSE},
	{"script", HTML_SKIP, 0, TRUE},
	{"section", HTML_PARAGRAPH, 0, FALSE},
	{"select", HTML_SKIP, 0, TRUE},
	{"small", HTML_SILENT, 0, FALSE},
	{"span", HTML_LANGUAGE, 0, FALSE},
	{"strong", HTML_ATTRIBUTE, INLINE_STRONG, FALSE},
	{"style", HTML_SKIP, 0, TRUE},
	{"sub", HTML_ATTRIBUTE, INLINE_SUBSCRIPT, FALSE},
	{"sup", HTML_ATTRIBUTE, INLINE_SUPERSCRIPT, FALSE},
	{"svg", HTML_SKIP, 0, TRUE},
	{"table", HTML_PARAGRAPH, 0, TRUE},
	{"tbody", HTML_SILENT, 0, FALSE},
	{"td", HTML_CELL, 0, FALSE},
	{"template", HTML_SKIP, 0, TRUE},
	{"textarea", HTML_SKIP, 0, TRUE},
	{"tfoot", HTML_SILENT, 0, FALSE},
	{"th", HTML_CELL, 0, FALSE},
	{"thead", HTML_SILENT, 0, FALSE},
	{"time", HTML_SILENT, 0, FALSE},
	{"title", HTML_SKIP, 0, TRUE},
	{"tr", HTML_PARAGRAPH, 0, FALSE},
	{"tt", HTML_ATTRIBUTE, INLINE_CODE, FALSE},
	{"u", HTML_SILENT, 0, FALSE},
	{"ul", HTML_LIST, 0, FALSE},
	{"var", HTML_ATTRIBUTE, INLINE_EMPHASIS, FALSE},
	{"wbr", HTML_SILENT, 0, FALSE},
};

static const HtmlTag unknown_tag = {NULL, HTML_UNKNOWN, 0, TRUE};
/* "<o:p>", "<w:anchor>": left behind by office programs. */
static const HtmlTag office_tag = {NULL, HTML_SILENT, 0, FALSE};

static const HtmlTag *tag_by_name(const char *name) {
	int low = 0, high = (int)G_N_ELEMENTS(tags);
	while (low < high) {
		int middle = (low + high) / 2, order = strcmp(name, tags[middle].name);
		if (order == 0) {
			return &tags[middle];
		}
		if (order < 0) {
			high = middle;
		} else {
			low = middle + 1;
		}
	}
	gboolean office = name[0] && (name[1] == ':' || name[1] == '-');
	return office ? &office_tag : &unknown_tag;
}

void html_scanner_init(HtmlScanner *scanner, const char *text, int length) {
	*scanner = (HtmlScanner){.at = text, .end = text + length};
	scanner->last_close = g_strrstr_len(text, length, ">");
}

/* Byte after the '>' that ends the tag at `at`, quotes minded; the '<' that begins another before
 * that; NULL when quotes leave neither. */
static const char *quoted_end(HtmlScanner *scanner, const char *at) {
	while (at < scanner->end && *at != '>' && *at != '<') {
		gboolean quote = *at == '"' || *at == '\'';
		if (quote && at[-1] == '=') {
			gboolean *missing = &scanner->no_quote[*at == '\''];
			const char *close = *missing
				? NULL
				: memchr(at + 1, *at, (gsize)(scanner->end - at - 1));
			if (!close) {
				*missing = TRUE;
				return NULL;
			}
			at = close;
		}
		at++;
	}
	if (at >= scanner->end) {
		return NULL;
	}
	return *at == '>' ? at + 1 : at;
}

static const char *tag_end(HtmlScanner *scanner, const char *at) {
	if (!scanner->last_close || scanner->last_close < at) {
		return NULL;
	}
	const char *end = quoted_end(scanner, at);
	/* A quote that never closes: the first '>' will do. */
	return end ? end : (const char *)memchr(at, '>', (gsize)(scanner->end - at)) + 1;
}

static void set_piece(HtmlScanner *scanner, HtmlPiece *piece, HtmlKind kind, const char *end) {
	piece->kind = kind;
	piece->start = scanner->at;
	piece->length = (int)(end - scanner->at);
	scanner->at = end;
}

static gboolean scan_tag(HtmlScanner *scanner, HtmlPiece *piece) {
	const char *at = scanner->at + 1;
	gboolean closing = at < scanner->end && *at == '/';
	at += closing;
	if (at >= scanner->end || !g_ascii_isalpha(*at)) {
		return FALSE;
	}
	int length = 0;
	const char *name = at;
	while (at < scanner->end && (g_ascii_isalnum(*at) || strchr("-:_", *at)) && *at) {
		if (length < (int)sizeof piece->name - 1) {
			piece->name[length++] = g_ascii_tolower(*at);
		}
		at++;
	}
	piece->name[length] = 0;
	const char *end = tag_end(scanner, at);
	if (!end) {
		return FALSE;
	}
	/* "<https://example.org>" and "<me@example.org>" in a block of HTML are no tags. */
	gboolean address = at < scanner->end &&
		(*at == '@' || *at == '.' || (*at == '/' && at[-1] == ':' && at > name));
	if (address && !closing) {
		scanner->at++;
		set_piece(scanner, piece, HTML_TEXT, end - 1);
		scanner->at = end;
		return TRUE;
	}
	piece->tag = tag_by_name(piece->name);
	if (end[-1] != '>' && !piece->tag->name) {
		return FALSE; /* "x <y, y <z" is no HTML */
	}
	piece->empty = end[-2] == '/';
	set_piece(scanner, piece, closing ? HTML_CLOSE : HTML_OPEN, end);
	return TRUE;
}

/* <!-- -->, <![CDATA[ ]]>, <!DOCTYPE >, <? ?> */
static gboolean scan_declaration(HtmlScanner *scanner, HtmlPiece *piece) {
	int left = (int)(scanner->end - scanner->at);
	if (left >= 4 && !memcmp(scanner->at, "<!--", 4)) {
		const char *end = scanner->no_comment_end
			? NULL
			: g_strstr_len(scanner->at + 4, left - 4, "-->");
		scanner->no_comment_end = !end;
		g_strlcpy(piece->name, end ? "" : "!-- …", sizeof piece->name);
		/* Browsers take "<!-->" for a whole comment, and one that never ends to the end. */
		set_piece(scanner, piece, HTML_NOTHING, end ? end + 3 : scanner->end);
		return TRUE;
	}
	if (left >= 9 && !memcmp(scanner->at, "<![CDATA[", 9)) {
		const char *end = g_strstr_len(scanner->at + 9, left - 9, "]]>");
		scanner->at += 9;
		set_piece(scanner, piece, HTML_RAW, end ? end : scanner->end);
		scanner->at = end ? end + 3 : scanner->end;
		return TRUE;
	}
	gboolean declaration = left >= 3 &&
		(scanner->at[1] == '?' ||
			(scanner->at[1] == '!' && g_ascii_isalpha(scanner->at[2])));
	if (!declaration || !scanner->last_close || scanner->last_close < scanner->at) {
		return FALSE;
	}
	const char *end = memchr(scanner->at, '>', (gsize)left);
	piece->name[0] = 0;
	set_piece(scanner, piece, HTML_NOTHING, end + 1);
	return TRUE;
}

gboolean html_scan(HtmlScanner *scanner, HtmlPiece *piece) {
	if (scanner->at >= scanner->end) {
		return FALSE;
	}
	if (*scanner->at == '<' && (scan_tag(scanner, piece) || scan_declaration(scanner, piece))) {
		return TRUE;
	}
	const char *from = scanner->at + 1;
	const char *next = memchr(from, '<', (gsize)(scanner->end - from));
	set_piece(scanner, piece, HTML_TEXT, next ? next : scanner->end);
	return TRUE;
}

static const char *skip_blanks(const char *at, const char *end) {
	while (at < end && g_ascii_isspace(*at)) {
		at++;
	}
	return at;
}

/* Moves over one attribute; its name and value (may be empty) come out. */
static const char *next_attribute(const char *at, const char *end, GString *name, GString *value) {
	g_string_truncate(name, 0);
	g_string_truncate(value, 0);
	while (at < end && !g_ascii_isspace(*at) && *at != '=') {
		g_string_append_c(name, g_ascii_tolower(*at++));
	}
	const char *equals = skip_blanks(at, end);
	if (equals >= end || *equals != '=') {
		return MAX(at, equals);
	}
	at = skip_blanks(equals + 1, end);
	char quote = at < end && (*at == '"' || *at == '\'') ? *at++ : 0;
	while (at < end && (quote ? *at != quote : !g_ascii_isspace(*at))) {
		g_string_append_c(value, *at++);
	}
	return at < end && quote ? at + 1 : at;
}

char *html_attribute(Entities *entities, const HtmlPiece *piece, const char *wanted) {
	g_autoptr(GString) name = g_string_new(NULL);
	g_autoptr(GString) value = g_string_new(NULL);
	const char *end = piece->start + piece->length;
	const char *at = piece->start + 1;
	end -= end[-1] == '>';
	end -= piece->empty && end[-1] == '/';
	while (at < end && !g_ascii_isspace(*at)) {
		at++;
	}
	while ((at = skip_blanks(at, end)) < end) {
		at = next_attribute(at, end, name, value);
		if (g_str_equal(name->str, wanted)) {
			return entities_decode(entities, value->str, (int)value->len);
		}
	}
	return NULL;
}

/* html: pieces of HTML, as loosely as browsers take them. */
#ifndef BIFOLIO_MARKUP_HTML_H
#define BIFOLIO_MARKUP_HTML_H

#include <glib.h>

#include "markup/entity.h"

typedef enum HtmlKind { HTML_TEXT, HTML_OPEN, HTML_CLOSE, HTML_NOTHING, HTML_RAW } HtmlKind;

/* What a tag comes to in a text. */
typedef enum HtmlMeaning {
	HTML_ATTRIBUTE, /* em, strong, code, sub, sup: `flags` */
	HTML_LANGUAGE, /* span lang=: another language than the text around it */
	HTML_LINK,
	HTML_PARAGRAPH, /* begins and ends a paragraph: p, div */
	HTML_BREAK,
	HTML_LIST,
	HTML_ITEM,
	HTML_QUOTE,
	HTML_HEADING, /* level = last character of the name */
	HTML_CODE_BLOCK,
	HTML_RULE,
	HTML_CELL, /* a space between it and the next */
	HTML_IMAGE,
	HTML_SKIP, /* goes with all that it holds */
	HTML_SILENT, /* says nothing that a reader would miss */
	HTML_UNKNOWN /* goes, what it holds stays */
} HtmlMeaning;

typedef struct HtmlTag {
	const char *name; /* lower case, static; NULL for names not in the table */
	HtmlMeaning meaning;
	unsigned flags; /* INLINE_ of HTML_ATTRIBUTE */
	gboolean reported; /* told to the writer of the text when it goes */
} HtmlTag;

typedef struct HtmlPiece {
	HtmlKind kind;
	const char *start; /* into the source */
	int length;
	const HtmlTag *tag; /* HTML_OPEN, HTML_CLOSE; never NULL there */
	char name[16]; /* of the tag, lower case, cut; "!--" for a comment without end, else "" */
	gboolean empty; /* "<br/>" */
} HtmlPiece;

/* Walks over a stretch of source. */
typedef struct HtmlScanner {
	const char *at, *end;
	const char *last_close; /* last '>' of the stretch, or NULL */
	gboolean no_quote[2]; /* no further " or ' ahead */
	gboolean no_comment_end;
} HtmlScanner;

void html_scanner_init(HtmlScanner *scanner, const char *text, int length);
/* FALSE at the end. HTML_NOTHING: comments, declarations, instructions. HTML_RAW: text that knows
 * no references (CDATA). */
gboolean html_scan(HtmlScanner *scanner, HtmlPiece *piece);

/* Value of an attribute of an HTML_OPEN piece, references read; fresh, or NULL. */
char *html_attribute(Entities *entities, const HtmlPiece *piece, const char *wanted);

#endif

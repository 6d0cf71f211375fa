/* pdf_content: see the header. Coordinates of a content stream go up from the bottom left. Where a
 * glyph goes is compared with where the fonts' own widths would put it; what differs by less than
 * is seen is left, and nothing adds up. */
#include "out/pdf_content.h"

#include <math.h>

#include "out/paint.h"
#include "out/pdf_pen.h"
#include "out/pdf_words.h"
#include "page/leaf.h"

/* By so much less or more than it should, 1/1000 em, a word may stand from its line's left. */
static const double unseen = 5;

enum {
	NO_SEQUENCE = -2,
	BEYOND_MM = 3, /* fills that touch the trim go on, as Cairo's do */
	BACK_MOST = 20000 /* 1/1000 em; a new place is shorter to say */
};

struct PdfContent {
	const Document *document;
	const PdfCodes *codes;
	PdfWords *words;
	const PdfOptions *options;
	GString *out;
	LeafWalk walk;
	int leaf; /* whose sequence is open, or NO_SEQUENCE */
	PdfPen pen;
	Len height; /* of the page; 0 in turned text */
};

PdfContent *pdf_content_new(
	const Document *document, const PdfCodes *codes, const PdfOptions *options) {
	PdfContent *content = g_new0(PdfContent, 1);
	content->document = document;
	content->codes = codes;
	content->options = options;
	content->words = pdf_words_new(codes);
	content->out = g_string_new(NULL);
	return content;
}

void pdf_content_free(PdfContent *content) {
	if (content) {
		pdf_words_free(content->words);
		g_string_free(content->out, TRUE);
		g_free(content);
	}
}

gboolean pdf_content_can(const Page *page) {
	for (int i = 0; i < page->item_count; i++) {
		if (page->items[i].kind == PAGE_IMAGE) {
			return FALSE;
		}
	}
	return TRUE;
}

static Colour colour_of(const PdfContent *content, int role) {
	return content->document->palette[role];
}

/* --- marks -------------------------------------------------------------------------------- */

static void end_mark(PdfContent *content) {
	if (content->leaf != NO_SEQUENCE) {
		pdf_pen_end_text(&content->pen);
		g_string_append(content->out, "EMC\n");
		content->leaf = NO_SEQUENCE;
	}
}

/* The sequence that the ink of an item, or of a run of it, belongs to. The name of a leaf's
 * sequence says nothing, the structure does. */
static void put_mark(PdfContent *content, const PageItem *item, const LineRun *run) {
	if (!content->options->marks) {
		return;
	}
	int leaf = leaf_walk(&content->walk, item, run);
	if (leaf != LEAF_NONE && tag_is_decoration(&content->document->tags->tags[item->tag])) {
		leaf = LEAF_NONE;
	}
	if (leaf == content->leaf) {
		return;
	}
	end_mark(content);
	pdf_pen_end_text(&content->pen);
	content->leaf = leaf;
	if (leaf == LEAF_NONE) {
		g_string_append(content->out, "/Artifact BMC\n");
	} else {
		g_string_append_printf(content->out, "/P<</MCID %d>>BDC\n", leaf);
	}
}

/* --- text --------------------------------------------------------------------------------- */

/* A word on its line, with what its run says. */
typedef struct Spot {
	const LineRun *run;
	const ShapedWord *word;
	Len x, y; /* of its origin on the page */
	double unit; /* pt for 1/1000 em along the line */
} Spot;

static int thousandths(Len length) {
	return (int)(((gint64)length * 1000 + 512) / 1024);
}

static Spot spot_at(const Line *line, int run, int word, Point at) {
	const LineRun *of = &line->runs[run];
	return (Spot){.run = of,
		.word = of->words[word].word,
		.x = at.x + of->words[word].x,
		.y = at.y - of->rise,
		.unit = thousandths(of->size) / 1e6 * (1 + of->stretch / 1e6)};
}

/* What a font without other means adds to each code, so that `tracking` comes out. */
static int code_tracking(const LineRun *run) {
	return (int)lround(len_to_pt(run->tracking) / (1 + run->stretch / 1e6) * 1e4);
}

/* Where the pen stands behind a piece. */
static void pen_advance(PdfPen *pen, const PdfPiece *piece) {
	double across = 1 + pen->stretch / 1e6;
	pen->x += piece->drawn * pen->size / 1e6 * across +
		(piece->codes * pen->tracking / 1e4 + piece->spaces * pen->space / 1e3) * across;
}

static void pen_place(PdfContent *content, double x, double y, double unit) {
	PdfPen *pen = &content->pen;
	int up = (int)lround((len_to_pt(content->height) - y) * 100);
	double back = (pen->x - x) / unit;
	if (!pen->placed || !pen->in_text || up != pen->line_y || fabs(back) > BACK_MOST) {
		pdf_pen_move(pen, (int)lround(x * 100), up);
	} else if (fabs(back) >= unseen) {
		pdf_pen_back(pen, (int)lround(back));
		pen->x -= (double)lround(back) * unit;
	}
}

/* A glyph that says nothing. */
static void put_glyph(PdfContent *content, const Spot *spot, const char *path, double x, double y) {
	static const double millionths = 1e6;
	double size = len_to_pt(spot->run->size) / 1000;
	pdf_pen_end_text(&content->pen);
	g_string_append(content->out, "q ");
	pdf_put_number(content->out, lround(spot->unit * millionths), 6, ' ');
	g_string_append(content->out, "0 0 ");
	pdf_put_number(content->out, lround(size * millionths), 6, ' ');
	pdf_put_number(content->out, lround(x * 100), 2, ' ');
	pdf_put_number(content->out, lround((len_to_pt(content->height) - y) * 100), 2, ' ');
	g_string_append_printf(content->out, "cm\n%sf\nQ\n", path);
}

static void put_piece(PdfContent *content, const Spot *spot, const PdfPiece *piece) {
	PdfPen *pen = &content->pen;
	double x = len_to_pt(spot->x) + piece->at * spot->unit +
		piece->at_glyphs * len_to_pt(spot->run->tracking);
	double y = len_to_pt(spot->y) + piece->down * len_to_pt(spot->run->size) / 1000;
	if (piece->outline) {
		put_glyph(content, spot, piece->outline, x, y);
		return;
	}
	const PdfFont *font = pdf_codes_font(content->codes, piece->font);
	pdf_pen_font(pen, piece->font, font->name, thousandths(spot->run->size));
	pen_place(content, x, y, spot->unit);
	pdf_pen_show(pen, piece->bytes, piece->length, font->wide);
	pen_advance(pen, piece);
}

/* A space behind a word in its font takes what width is left to it; the next word is what has a
 * place. */
static gboolean put_white(PdfContent *content, const Spot *spot, const PdfWord *word) {
	PdfPen *pen = &content->pen;
	const PdfPiece *piece = &word->pieces[0];
	if (!pen->in_array || pen->font != piece->font ||
		pen->size != thousandths(spot->run->size)) {
		return FALSE;
	}
	pdf_pen_show(pen, piece->bytes, piece->length, FALSE);
	pen_advance(pen, piece);
	return TRUE;
}

static void put_word(PdfContent *content, const Spot *spot) {
	PdfPen *pen = &content->pen;
	const PdfWord *word = pdf_words_get(content->words, spot->word);
	if (word->white && put_white(content, spot, word)) {
		return;
	}
	pdf_pen_stretch(pen, spot->run->stretch);
	pdf_pen_tracking(pen, code_tracking(spot->run));
	for (int i = 0; i < word->piece_count; i++) {
		put_piece(content, spot, &word->pieces[i]);
	}
}

static double spot_end(const Spot *spot) {
	return len_to_pt(spot->x) + spot->word->advance * 1000.0 / 65536 * spot->unit +
		spot->word->glyph_count * len_to_pt(spot->run->tracking);
}

/* What the first space between two words of a look is wider than the font has it, in 1/1000 pt,
 * to the nearest 1/100: as a rule, all of the line are. */
static int line_space(PdfContent *content, const Line *line) {
	Spot two[2] = {{0}, {0}}; /* a word, the space behind it */
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count; w++) {
			Spot next = spot_at(line, r, w, (Point){0, 0});
			if (two[0].word && two[0].word->face == two[1].word->face &&
				two[0].run->size == two[1].run->size &&
				pdf_words_get(content->words, two[1].word)->white) {
				double across = 1 + two[0].run->stretch / 1e6;
				double own = two[1].word->advance * 1000.0 / 65536 * two[0].unit +
					len_to_pt(two[0].run->tracking);
				double wider = len_to_pt(next.x) - spot_end(&two[0]) - own;
				/* Words that run to the left: a space does not lead to them. */
				int space = 10 * (int)lround(wider / across * 100);
				return wider > -own ? space : 0;
			}
			two[0] = two[1];
			two[1] = next;
		}
	}
	return content->pen.space;
}

static void put_line(PdfContent *content, const PageItem *item, Point at) {
	const Line *line = item->as.text.line;
	pdf_pen_end_array(&content->pen);
	pdf_pen_space(&content->pen, line_space(content, line));
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		int role = item->as.text.colour >= 0 ? item->as.text.colour : run->colour;
		put_mark(content, item, run);
		pdf_pen_fill(&content->pen, colour_of(content, role));
		for (int w = 0; w < run->word_count; w++) {
			Spot spot = spot_at(line, r, w, at);
			put_word(content, &spot);
		}
	}
	pdf_pen_end_array(&content->pen);
}

static void put_turned(PdfContent *content, const PageItem *item) {
	const Line *line = item->as.text.line;
	if (line->run_count > 0) {
		put_mark(content, item, &line->runs[0]);
	}
	pdf_pen_end_text(&content->pen);
	PdfPen before = content->pen;
	Len height = content->height;
	long cosine = lround(cos(item->as.text.turn) * 1e6);
	long sine = lround(sin(item->as.text.turn) * 1e6);
	g_string_append(content->out, "q ");
	pdf_put_number(content->out, cosine, 6, ' ');
	pdf_put_number(content->out, -sine, 6, ' ');
	pdf_put_number(content->out, sine, 6, ' ');
	pdf_put_number(content->out, cosine, 6, ' ');
	pdf_put_length(content->out, item->as.text.at.x);
	pdf_put_length(content->out, height - item->as.text.at.y);
	g_string_append(content->out, "cm\n");
	content->height = 0;
	put_line(content, item, (Point){0, 0});
	pdf_pen_end_text(&content->pen);
	g_string_append(content->out, "Q\n");
	content->height = height;
	content->pen = before;
}

static void put_text(PdfContent *content, const PageItem *item) {
	if (item->as.text.turn < 0 || item->as.text.turn > 0) {
		put_turned(content, item);
	} else {
		put_line(content, item, item->as.text.at);
	}
}

/* --- shapes ------------------------------------------------------------------------------- */

static void put_point(const PdfContent *content, Point point) {
	pdf_put_length(content->out, point.x);
	pdf_put_length(content->out, content->height - point.y);
}

static void put_rectangle(const PdfContent *content, Rect area) {
	put_point(content, (Point){area.x, area.y + area.height});
	pdf_put_length(content->out, area.width);
	pdf_put_length(content->out, area.height);
	g_string_append(content->out, "re ");
}

static void put_fill(PdfContent *content, const Page *page, const PageItem *item) {
	pdf_pen_end_text(&content->pen);
	pdf_pen_fill(&content->pen, colour_of(content, item->as.fill.colour));
	put_rectangle(content, paint_fill_area(page, item, len_from_mm(BEYOND_MM)));
	g_string_append(content->out, "f\n");
}

static void put_rule(PdfContent *content, const PageItem *item) {
	gboolean dotted = item->kind == PAGE_DOTS && item->as.rule.gap > 0;
	pdf_pen_end_text(&content->pen);
	pdf_pen_stroke(
		&content->pen, colour_of(content, item->as.rule.colour), item->as.rule.thickness);
	if (dotted) {
		g_string_append(content->out, "1 J [0 ");
		pdf_put_length(content->out, item->as.rule.gap);
		g_string_append(content->out, "]0 d ");
	}
	put_point(content, item->as.rule.from);
	g_string_append(content->out, "m ");
	put_point(content, item->as.rule.to);
	g_string_append(content->out, dotted ? "l S 0 J []0 d\n" : "l S\n");
}

static void put_outline(const PdfContent *content, const PagePath *path, Point at) {
	static const struct {
		int points;
		const char *name;
	} said[] = {[PATH_MOVE] = {1, "m\n"},
		[PATH_LINE] = {1, "l\n"},
		[PATH_CURVE] = {3, "c\n"},
		[PATH_CLOSE] = {0, "h\n"}};
	const Point *point = path->points;
	for (int i = 0; i < path->op_count; i++) {
		for (int k = 0; k < said[path->ops[i]].points; k++, point++) {
			put_point(content, (Point){point->x + at.x, point->y + at.y});
		}
		g_string_append(content->out, said[path->ops[i]].name);
	}
}

static void put_path(PdfContent *content, const Page *page, const PageItem *item) {
	int fill = item->as.path.fill, stroke = item->as.path.stroke;
	PdfPen *pen = &content->pen;
	pdf_pen_end_text(pen);
	PdfPen before = *pen;
	if (item->as.path.clip_to_page) {
		g_string_append(content->out, "q ");
		Len beyond = len_from_mm(BEYOND_MM);
		put_rectangle(content,
			(Rect){-beyond, -beyond, page->width + 2 * beyond,
				page->height + 2 * beyond});
		g_string_append(content->out, "W n\n");
	}
	if (fill >= 0) {
		pdf_pen_fill(pen, colour_of(content, fill));
	}
	if (stroke >= 0) {
		pdf_pen_stroke(pen, colour_of(content, stroke), item->as.path.thickness);
	}
	put_outline(content, item->as.path.path, item->as.path.at);
	g_string_append(content->out,
		fill >= 0 && stroke >= 0 ? "B\n"
			: fill >= 0	 ? "f\n"
			: stroke >= 0	 ? "S\n"
					 : "n\n");
	if (item->as.path.clip_to_page) {
		g_string_append(content->out, "Q\n");
		*pen = before;
	}
}

/* --- pages -------------------------------------------------------------------------------- */

static void put_item(PdfContent *content, const Page *page, const PageItem *item) {
	if (item->kind != PAGE_TEXT && page_item_has_ink(item)) {
		put_mark(content, item, NULL);
	}
	switch (item->kind) {
	case PAGE_TEXT:
		put_text(content, item);
		return;
	case PAGE_FILL:
		put_fill(content, page, item);
		return;
	case PAGE_RULE:
	case PAGE_DOTS:
		put_rule(content, item);
		return;
	case PAGE_PATH:
		put_path(content, page, item);
		return;
	case PAGE_IMAGE:
	case PAGE_LINK:
	case PAGE_CELL:
		return;
	}
	g_assert_not_reached();
}

const GString *pdf_content_page(PdfContent *content, const Page *page) {
	g_string_truncate(content->out, 0);
	pdf_pen_init(&content->pen, content->out);
	content->height = page->height;
	content->leaf = NO_SEQUENCE;
	leaf_walk_start(&content->walk);
	if (content->options->white_edge > 0) {
		Len edge = content->options->white_edge;
		put_rectangle(content,
			(Rect){edge, edge, page->width - 2 * edge, page->height - 2 * edge});
		g_string_append(content->out, "W n\n");
	}
	for (int i = 0; i < page->item_count; i++) {
		put_item(content, page, &page->items[i]);
	}
	end_mark(content);
	pdf_pen_end_text(&content->pen);
	return content->out;
}

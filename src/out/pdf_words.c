/* pdf_words: see the header. What was made of a word is kept in one of many places, until another
 * word needs that place. */
#include "out/pdf_words.h"

#include <math.h>
#include <string.h>

enum { PLACE_BITS = 13, SPACE = 32 };

/* Higher or lower by more is on a line of its own, 1/1000 em. */
static const double level_most = 0.25;

typedef struct Place {
	const ShapedWord *shaped;
	PdfWord word; /* its pieces begin the memory that the place has */
} Place;

struct PdfWords {
	const PdfCodes *codes;
	GArray *pieces; /* PdfPiece, of the word at hand; bytes by offset */
	GString *bytes;
	Place places[1 << PLACE_BITS];
};

PdfWords *pdf_words_new(const PdfCodes *codes) {
	PdfWords *words = g_new0(PdfWords, 1);
	words->codes = codes;
	words->pieces = g_array_new(FALSE, FALSE, sizeof(PdfPiece));
	words->bytes = g_string_new(NULL);
	return words;
}

void pdf_words_free(PdfWords *words) {
	if (words) {
		for (int i = 0; i < 1 << PLACE_BITS; i++) {
			g_free((void *)words->places[i].word.pieces);
		}
		g_array_unref(words->pieces);
		g_string_free(words->bytes, TRUE);
		g_free(words);
	}
}

/* --- encoding ----------------------------------------------------------------------------- */

static double milli_em(int units) {
	return units * 1000.0 / 65536;
}

/* How far from the word's left a glyph begins, known for one and found for another. */
typedef struct Cursor {
	const ShapedWord *word;
	int glyph;
	gint64 units; /* 1/65536 em */
} Cursor;

static double cursor_move(Cursor *cursor, int glyph) {
	while (cursor->glyph < glyph) {
		cursor->units += cursor->word->glyphs[cursor->glyph++].advance;
	}
	while (cursor->glyph > glyph) {
		cursor->units -= cursor->word->glyphs[--cursor->glyph].advance;
	}
	return milli_em((int)cursor->units);
}

static void append_code(GString *bytes, unsigned code, gboolean wide) {
	if (wide) {
		g_string_append_printf(bytes, "%04X", code);
	} else if (code < SPACE) {
		g_string_append_printf(bytes, "\\%03o", code);
	} else {
		if (code == '(' || code == ')' || code == '\\') {
			g_string_append_c(bytes, '\\');
		}
		g_string_append_c(bytes, (char)code);
	}
}

/* Shows a code at a place, within the piece. */
static void piece_show(const PdfWords *words, PdfPiece *piece, const PdfCode *code, double at) {
	gboolean wide = pdf_codes_font(words->codes, code->font)->wide;
	double gap = at - (piece->at + piece->drawn);
	if (piece->codes > 0 && fabs(gap) >= pdf_unseen) {
		int move = (int)lround(gap);
		g_string_append_printf(words->bytes, wide ? ">%d<" : ")%d(", -move);
		piece->drawn += move;
	}
	append_code(words->bytes, code->code, wide);
	piece->drawn += code->width;
	piece->codes++;
	piece->spaces += !wide && code->code == SPACE ? 1 : 0;
	piece->length = (int)(words->bytes->len - (gsize)GPOINTER_TO_SIZE(piece->bytes));
}

/* The piece that the code goes on, or a new one. */
static PdfPiece *piece_for(
	const PdfWords *words, const PdfCode *code, const PdfPiece *start, gboolean anew) {
	GArray *pieces = words->pieces;
	if (!anew && pieces->len > 0) {
		PdfPiece *last = &g_array_index(pieces, PdfPiece, pieces->len - 1);
		gboolean level = fabs(last->down - start->down) < level_most;
		if (!last->outline && last->font == code->font && level) {
			return last;
		}
	}
	PdfPiece fresh = *start;
	fresh.font = code->font;
	fresh.bytes = GSIZE_TO_POINTER(words->bytes->len);
	g_array_append_val(pieces, fresh);
	return &g_array_index(pieces, PdfPiece, pieces->len - 1);
}

/* A piece that begins with a glyph of the cluster. */
static PdfPiece piece_at(Cursor *cursor, const Cluster *cluster, int glyph) {
	int at = (int)(cluster->glyphs - cursor->word->glyphs) + glyph;
	return (PdfPiece){.at = cursor_move(cursor, at) + milli_em(cluster->glyphs[glyph].dx),
		.at_glyphs = at,
		.down = milli_em(cluster->glyphs[glyph].dy)};
}

/* Glyphs of a cluster; anew: nothing of it goes on what was shown before. */
static void add_cluster(
	const PdfWords *words, Cursor *cursor, const Cluster *cluster, gboolean anew) {
	const PdfCluster *known = pdf_codes_find(words->codes, cluster);
	for (int k = 0; k < known->show_count; k++) {
		const PdfCode *code = &known->shows[k]->code;
		PdfPiece start = piece_at(cursor, cluster, known->glyphs[k]);
		if (known->shows[k]->known) {
			piece_show(words, piece_for(words, code, &start, anew), code, start.at);
		}
	}
	for (int i = 0; i < cluster->glyph_count; i++) {
		if (known->outlines[i]) {
			PdfPiece outline = piece_at(cursor, cluster, i);
			outline.outline = known->outlines[i];
			g_array_append_val(words->pieces, outline);
		}
	}
}

static void encode(const PdfWords *words, const ShapedWord *shaped) {
	Cursor cursor = {.word = shaped};
	ClusterWalk walk;
	Cluster cluster;
	int shown = 0;
	g_array_set_size(words->pieces, 0);
	g_string_truncate(words->bytes, 0);
	pdf_codes_walk(words->codes, &walk, shaped);
	while (cluster_walk_next(&walk, &cluster)) {
		int first = (int)(cluster.glyphs - shaped->glyphs);
		add_cluster(words, &cursor, &cluster, shaped->backward || first != shown);
		shown = first + cluster.glyph_count;
	}
}

static gboolean is_white(const PdfWords *words, const ShapedWord *shaped) {
	if (words->pieces->len != 1 || shaped->glyph_count != 1) {
		return FALSE;
	}
	const PdfPiece *piece = &g_array_index(words->pieces, PdfPiece, 0);
	return piece->spaces == 1;
}

const PdfWord *pdf_words_get(PdfWords *words, const ShapedWord *shaped) {
	gsize hash = (gsize)shaped * 0x9e3779b97f4a7c15u >> (64 - PLACE_BITS);
	Place *place = &words->places[hash];
	if (place->shaped == shaped) {
		return &place->word;
	}
	encode(words, shaped);
	gsize count = words->pieces->len, size = count * sizeof(PdfPiece);
	PdfPiece *pieces = g_malloc(size + words->bytes->len + 1);
	char *bytes = (char *)pieces + size;
	memcpy(bytes, words->bytes->str, words->bytes->len);
	for (gsize i = 0; i < count; i++) {
		pieces[i] = g_array_index(words->pieces, PdfPiece, i);
		pieces[i].bytes = bytes + GPOINTER_TO_SIZE(pieces[i].bytes);
	}
	g_free((void *)place->word.pieces);
	*place = (Place){.shaped = shaped,
		.word = {.piece_count = (int)count,
			.pieces = pieces,
			.advance = milli_em(shaped->advance),
			.white = is_white(words, shaped)}};
	return &place->word;
}

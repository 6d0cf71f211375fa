/* lines: cuts tokens at the chosen breaks, orders them as they are seen, places them, and groups
 * them into runs of one look. Words stand in logical order at visual places (FACTS.md 1). */
#include "text/lines.h"

#include <math.h>
#include <string.h>

#include "text/bidi.h"

typedef struct Piece {
	const Token *token;
	const Word *word;
	int source; /* byte, -1 = a hyphen */
	gboolean trailing; /* white at the line's end: takes no room */
	gboolean hyphen;
	double width, before, x;
	Len lead; /* white cut off at its left */
} Piece;

typedef struct Pieces {
	Piece *pieces;
	int count;
} Pieces;

static void pieces_add(Pieces *pieces, const Token *token, const Word *word, int source) {
	pieces->pieces[pieces->count++] = (Piece){.token = token, .word = word, .source = source};
}

/* Part of a token from byte `from` to byte `to` of it. */
static const Word *token_part(const LineJob *job, const Token *token, int from, int to) {
	const Word *word = token->word;
	if (from == 0 && to == token->end - token->start) {
		return word;
	}
	return word_part(job->context, word, from, to);
}

static Pieces pieces_collect(
	const LineJob *job, Arena *scratch, const Breakpoint *from, const Breakpoint *to) {
	int last = MIN(to->offset > 0 ? to->token : to->token - 1, job->items->count - 1);
	Pieces pieces = {.pieces = arena_array_of(scratch, Piece, MAX(last - from->token, 0) + 3)};
	for (int i = from->token; i <= last; i++) {
		const Token *token = &job->items->tokens[i];
		if (token->kind == TOKEN_NEWLINE) {
			continue;
		}
		int start = i == from->token ? from->offset : 0;
		int end = i == to->token && to->offset > 0 ? to->offset : token->end - token->start;
		pieces_add(
			&pieces, token, token_part(job, token, start, end), token->start + start);
	}
	for (int i = pieces.count - 1; i >= 0; i--) {
		if (pieces.pieces[i].token->kind != TOKEN_SPACE) {
			break;
		}
		pieces.pieces[i].trailing = TRUE;
	}
	if (to->hyphen && pieces.count > 0) {
		const Token *token = pieces.pieces[pieces.count - 1].token;
		pieces_add(&pieces, token, hyphen_word(job->context, token), -1);
		pieces.pieces[pieces.count - 1].hyphen = TRUE;
	}
	return pieces;
}

static Len piece_tracking(const Piece *piece, const Setting *setting) {
	const Token *token = piece->token;
	double added =
		token->spaced && token->kind == TOKEN_WORD ? setting->tracking * token->size : 0;
	return token->tracking + len_round(added);
}

static int piece_stretch(const Piece *piece, const Setting *setting) {
	gboolean takes = piece->token->spaced && piece->token->kind == TOKEN_WORD;
	return takes ? (int)lrint(setting->glyph * 1e6) : 0;
}

static gboolean is_white(const Piece *piece) {
	return piece->token->kind == TOKEN_SPACE || piece->token->kind == TOKEN_TIE;
}

/* Does white or the line's end follow? Then no letterspacing stands behind its last letter. */
static gboolean ends_word(const Pieces *pieces, int index) {
	const Piece *next = index + 1 < pieces->count ? &pieces->pieces[index + 1] : NULL;
	return !next || is_white(next);
}

static void piece_measure_wide(
	Piece *piece, const Setting *setting, gboolean at_edge, gboolean last) {
	const Token *token = piece->token;
	piece->width = token->width;
	piece->lead = token->lead;
	if (token->gap && !last) {
		piece->width += setting->wide * token->size;
	}
	if (!at_edge && setting->squeeze > 0) {
		piece->width -= setting->squeeze * token_squeeze(token);
		piece->lead += len_round(setting->squeeze * token->trim_left / 2);
	}
}

/* Widths on this line, first in logical order. */
static void pieces_measure(Pieces *pieces, const Setting *setting) {
	gboolean first = TRUE;
	for (int i = 0; i < pieces->count; i++) {
		Piece *piece = &pieces->pieces[i];
		if (piece->trailing || (first && piece->token->kind == TOKEN_SPACE)) {
			continue;
		}
		const ShapedWord *word = &piece->word->shaped;
		Len tracking = piece_tracking(piece, setting);
		double natural = (double)piece->token->size * word->advance / 65536.0;
		piece->width = natural * (1.0 + piece_stretch(piece, setting) / 1e6) +
			(double)tracking * word->glyph_count;
		gboolean line_end = i + 1 == pieces->count || pieces->pieces[i + 1].trailing;
		if (piece->token->kind == TOKEN_WIDE) {
			piece_measure_wide(piece, setting, first || line_end, line_end);
		}
		if (is_white(piece)) {
			piece->width += setting->space;
		} else if (line_end) {
			piece->width -= tracking;
		} else if (ends_word(pieces, i)) {
			piece->width -= tracking - piece->token->tracking;
		}
		piece->before = first ? 0 : piece->token->before;
		first = FALSE;
	}
}

/* Rule L1: white at the end takes the base level. */
static void pieces_place(Pieces *pieces, Arena *scratch, guint8 base) {
	guint8 *levels = arena_alloc(scratch, (size_t)pieces->count + 1);
	int *order = arena_array_of(scratch, int, pieces->count + 1);
	for (int i = 0; i < pieces->count; i++) {
		levels[i] = pieces->pieces[i].trailing ? base : pieces->pieces[i].token->level;
	}
	bidi_order(levels, pieces->count, order);
	double x = 0;
	for (int i = 0; i < pieces->count; i++) {
		Piece *piece = &pieces->pieces[order[i]];
		gboolean backward = levels[order[i]] & 1;
		x += backward ? 0 : piece->before;
		piece->x = x;
		x += piece->width + (backward ? piece->before : 0);
	}
}

static gboolean same_run(
	const LineJob *job, const Piece *one, const Piece *other, const Setting *setting) {
	const StyleRun *first = &job->items->styles.runs[one->token->style];
	const StyleRun *second = &job->items->styles.runs[other->token->style];
	return first->group == second->group && one->token->size == other->token->size &&
		piece_tracking(one, setting) == piece_tracking(other, setting) &&
		piece_stretch(one, setting) == piece_stretch(other, setting);
}

/* A space goes along with the run before it when it looks the same but for letterspacing, which
 * does not show on it. */
static gboolean joins_run(
	const LineJob *job, const Piece *first, const Piece *piece, const Setting *setting) {
	if (is_white(piece) && !is_white(first)) {
		const StyleRun *one = &job->items->styles.runs[first->token->style];
		const StyleRun *other = &job->items->styles.runs[piece->token->style];
		return one->group == other->group && first->token->size == piece->token->size;
	}
	return same_run(job, first, piece, setting);
}

static void run_fill(const LineJob *job, LineRun *run, const Piece *first, const Setting *setting) {
	const StyleRun *style = &job->items->styles.runs[first->token->style];
	*run = (LineRun){.size = first->token->size,
		.rise = style->rise,
		.tracking = piece_tracking(first, setting),
		.stretch = piece_stretch(first, setting),
		.colour = (gint16)style->colour,
		.page = (style->flags & INLINE_SLOT) != 0,
		.href = style->href,
		.target = style->target,
		.language = style->language};
}

static void line_fill_runs(
	const LineJob *job, const Pieces *pieces, const Setting *setting, Len shift, Line *line) {
	LineRun *runs = arena_array_of(job->scratch, LineRun, pieces->count);
	PlacedWord *words = arena_array_of(job->arena, PlacedWord, pieces->count);
	int made = 0;
	for (int i = 0; i < pieces->count;) {
		const Piece *first = &pieces->pieces[i];
		run_fill(job, &runs[made], first, setting);
		runs[made].words = &words[i];
		int start = i;
		do {
			const Piece *piece = &pieces->pieces[i];
			words[i] = (PlacedWord){.word = &piece->word->shaped,
				.x = shift + len_round(piece->x) - piece->lead,
				.source = piece->source};
			i++;
		} while (i < pieces->count && joins_run(job, first, &pieces->pieces[i], setting));
		runs[made++].word_count = i - start;
	}
	line->runs = arena_memdup(job->arena, runs, sizeof(LineRun) * (size_t)made);
	line->run_count = made;
}

/* Where the line's left end stands, from its origin. */
static Len line_shift(
	const LineJob *job, int number, const Breakpoint *from, const Breakpoint *to, Len width) {
	const Fit *fit = job->fit;
	gboolean rtl = job->items->spec->rtl;
	Len indent = fit_indent(fit, number), free = fit->measure - indent - width;
	Len hang = rtl ? to->hang_end : from->hang_start;
	gboolean at_end = (job->align == ALIGN_END) != job->items->spec->opposite;
	Len left = at_end == rtl ? indent : indent + free;
	if (rtl) {
		left = at_end ? 0 : free;
	}
	return left - hang;
}

static double pieces_width(const Pieces *pieces) {
	double total = 0;
	for (int i = 0; i < pieces->count; i++) {
		total += pieces->pieces[i].width + pieces->pieces[i].before;
	}
	return total;
}

static gboolean has_gaps(const Pieces *pieces) {
	for (int i = 0; i < pieces->count; i++) {
		const Piece *piece = &pieces->pieces[i];
		if ((is_white(piece) && piece->width > 0) || piece->token->gap) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Without spaces nothing takes up what rounding leaves: letters then stand closer by a hair. */
static void pieces_fit(Pieces *pieces, Setting *setting, double width) {
	double excess = pieces_width(pieces) - width;
	double gaps = 0;
	for (int i = 0; i < pieces->count; i++) {
		const Piece *piece = &pieces->pieces[i];
		gaps += piece->word->shaped.glyph_count * (double)piece->token->size;
	}
	if (excess <= 0 || gaps <= 0 || has_gaps(pieces)) {
		return;
	}
	setting->tracking -= (excess + pieces->count) / gaps + 0.5 / pieces->pieces[0].token->size;
	pieces_measure(pieces, setting);
}

static int space_ratio(const LineSums *sums, const Setting *setting) {
	if (sums->spaces == 0 || sums->space <= 0) {
		return 1000;
	}
	double natural = sums->space / sums->spaces;
	return (int)lrint(1000.0 * (natural + setting->space) / natural);
}

/* Letterspacing is whole units a glyph: what that leaves over goes to the word spaces. */
static void pieces_fill(Pieces *pieces, double width) {
	double rest = width - pieces_width(pieces);
	int spaces = 0, wide = 0;
	for (int i = 0; i < pieces->count; i++) {
		const Piece *piece = &pieces->pieces[i];
		spaces += is_white(piece) && piece->width > 0;
		wide += piece->token->gap && i + 1 < pieces->count;
	}
	for (int i = 0; i < pieces->count; i++) {
		Piece *piece = &pieces->pieces[i];
		if (spaces > 0 && is_white(piece) && piece->width > 0) {
			piece->width += rest / spaces;
		} else if (spaces == 0 && piece->token->gap && wide > 0 && i + 1 < pieces->count) {
			piece->width += rest / wide;
		}
	}
}

void line_make(const LineJob *job, int number, Line *line) {
	Arena *scratch = job->scratch;
	arena_reset(scratch);
	const Breakpoint *from = &job->points->points[job->breaks->chosen[number]];
	const Breakpoint *to = &job->points->points[job->breaks->chosen[number + 1]];
	Setting setting = job->settings[number];
	Pieces pieces = pieces_collect(job, scratch, from, to);
	pieces_measure(&pieces, &setting);
	Len hang = from->hang_start + to->hang_end;
	if (setting.fills && pieces.count > 0) {
		double width = (double)fit_measure(job->fit, number) + hang;
		pieces_fit(&pieces, &setting, width);
		pieces_fill(&pieces, width);
	}
	LineSums sums = line_sums(from, to);
	pieces_place(&pieces, scratch, job->items->spec->rtl ? 1 : 0);
	Len width = len_round(pieces_width(&pieces)) - hang;
	const Token *tokens = job->items->tokens;
	int length = job->items->spec->source->length;
	line->width = width;
	line->shift = line_shift(job, number, from, to, width);
	line->start =
		from->token < job->items->count ? tokens[from->token].start + from->offset : length;
	line->end = to->token < job->items->count ? tokens[to->token].start + to->offset : length;
	line->hyphenated = to->hyphen ? 1 : 0;
	line->rtl = job->items->spec->rtl ? 1 : 0;
	line->space_ratio = space_ratio(&sums, &setting);
	line_fill_runs(job, &pieces, &setting, line->shift, line);
}

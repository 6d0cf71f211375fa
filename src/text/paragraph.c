/* paragraph: par_set: from a specification to lines. */
#include "text/lines.h"

#include <string.h>

/* Natural widths of lines, as shares of the measure, below which none is looked at while others
 * do: a justified one would be far too loose. */
#define JUSTIFIED_SHORTEST 0.8
#define RAGGED_SHORTEST 0.6
/* White between full-width characters, share of the em. */
#define WIDE_STRETCH 0.12

static Fit fit_from_spec(const ParSpec *spec) {
	const StyleSheet *sheet = spec->sheet;
	const Style *style = &sheet->styles[spec->role];
	Fit fit = {.mode = FIT_RAGGED,
		.measure = spec->measure,
		.first_indent = spec->first_indent,
		.first_end = spec->first_end,
		.hang_indent = spec->hang_indent,
		.looseness = spec->looseness,
		.hyphen_cost = MAX(sheet->rag_hyphen_cost, 0) / 100.0,
		.em = style->size,
		.tolerance = RAGGED_SHORTEST};
	if (style->align == ALIGN_JUSTIFY) {
		fit.mode = FIT_JUSTIFY;
		fit.tolerance = JUSTIFIED_SHORTEST;
		fit.hyphen_cost = MAX(sheet->hyphen_cost, 0) / 100.0;
		fit.stretch =
			(Give){sheet->space_stretch / 1000.0, sheet->tracking_stretch / 1000.0,
				sheet->glyph_stretch / 1000.0, WIDE_STRETCH, 0};
		fit.shrink = (Give){sheet->space_shrink / 1000.0, sheet->tracking_shrink / 1000.0,
			sheet->glyph_shrink / 1000.0, 0, 1};
	} else if (style->balance) {
		fit.mode = FIT_BALANCE;
	}
	return fit;
}

/* Only the end of the paragraph and forced breaks. */
static Breakpoints points_forced(Arena *arena, const Breakpoints *points) {
	Breakpoints forced = {.points = arena_array_of(arena, Breakpoint, points->count)};
	for (int i = 0; i < points->count; i++) {
		if (i == 0 || points->points[i].forced) {
			forced.points[forced.count++] = points->points[i];
		}
	}
	return forced;
}

static const int *page_penalties(Arena *arena, const Line *lines, int count) {
	int *penalties = arena_array_of(arena, int, count + 1);
	for (int i = 0; i < count; i++) {
		penalties[i] = lines[i].hyphenated ? 3000 : 0;
	}
	return penalties;
}

static Breaks all_breaks(Arena *arena, const Breakpoints *points) {
	int *chosen = arena_array_of(arena, int, points->count);
	for (int i = 0; i < points->count; i++) {
		chosen[i] = i;
	}
	return (Breaks){.line_count = points->count - 1, .chosen = chosen};
}

static Len natural_width(const Breakpoints *points, const Breaks *breaks) {
	Len widest = 0;
	for (int i = 0; i < breaks->line_count; i++) {
		LineSums sums = line_sums(
			&points->points[breaks->chosen[i]], &points->points[breaks->chosen[i + 1]]);
		widest = MAX(widest, sums.natural);
	}
	return widest;
}

static void par_make_lines(Par *par, const LineJob *job) {
	Line *lines = arena_array_of(job->arena, Line, job->breaks->line_count);
	for (int i = 0; i < job->breaks->line_count; i++) {
		line_make(job, i, &lines[i]);
		par->overfull |= lines[i].width > fit_measure(job->fit, i) + 2;
	}
	par->lines = lines;
	par->line_count = job->breaks->line_count;
	par->penalties = page_penalties(job->arena, lines, par->line_count);
}

/* What letters and spaces take on average. */
static void measure_text(const Items *items, Fit *fit) {
	gint64 width = 0, white = 0;
	int glyphs = 0, spaces = 0;
	for (int i = 0; i < items->count; i++) {
		const Token *token = &items->tokens[i];
		width += token->width;
		glyphs += token->word ? token->word->shaped.glyph_count : 0;
		if (token->kind == TOKEN_SPACE) {
			white += token->width;
			spaces++;
		}
	}
	fit->letter = (double)width / MAX(glyphs, 1);
	fit->space = (double)white / MAX(spaces, 1);
}

typedef struct Chosen {
	Breakpoints points;
	Breaks breaks;
} Chosen;

static Breaks best_breaks(Arena *arena, const Breakpoints *points, const Fit *fit) {
	return fit->mode == FIT_BALANCE ? linebreak_balanced(arena, points, fit)
					: linebreak_optimum(arena, points, fit);
}

/* fit: a line that is never broken is not justified either. */
static Chosen choose_breaks(TextContext *context, Arena *arena, const Items *items, Fit *fit) {
	const ParSpec *spec = items->spec;
	BreakWays ways = {
		.hyphenate = spec->sheet->styles[spec->role].hyphenate, .stubs = is_narrow(fit)};
	Chosen chosen = {.points = breakpoints_find(context, items, &ways)};
	if (spec->one_line) {
		fit->mode = FIT_RAGGED;
		chosen.points = points_forced(arena, &chosen.points);
		chosen.breaks = all_breaks(arena, &chosen.points);
		return chosen;
	}
	chosen.breaks = best_breaks(arena, &chosen.points, fit);
	if (chosen.breaks.overfull) {
		fit->tolerance = 0;
		ways.desperate = TRUE;
		chosen.points = breakpoints_find(context, items, &ways);
		chosen.breaks = best_breaks(arena, &chosen.points, fit);
	}
	return chosen;
}

const Par *par_set(TextContext *context, Arena *arena, const ParSpec *spec) {
	const Style *style = &spec->sheet->styles[spec->role];
	Par *par = arena_new_of(arena, Par);
	par->leading = style->leading;
	par->size = style->size;
	par->source = spec->source;
	par->role = spec->role;
	if (spec->source->length == 0) {
		return par;
	}
	double started = clock_of(context);
	Arena *scratch = context->scratch;
	arena_reset(scratch);
	Fit fit = fit_from_spec(spec);
	Items items = items_new(context, scratch, spec);
	measure_text(&items, &fit);
	fit.rest = space_rest(&fit);
	Chosen chosen = choose_breaks(context, scratch, &items, &fit);
	par->missing_count = items.missing;
	par->width = natural_width(&chosen.points, &chosen.breaks);
	LineJob job = {.context = context,
		.arena = arena,
		.scratch = context->line_scratch,
		.items = &items,
		.points = &chosen.points,
		.breaks = &chosen.breaks,
		.settings = justify_lines(scratch, &chosen.points, &chosen.breaks, &fit),
		.fit = &fit,
		.align = style->align};
	par_make_lines(par, &job);
	context->times.break_lines += clock_of(context) - started;
	return par;
}

Len text_width(TextContext *context, const StyleSheet *sheet, StyleRole role, const Inline *source,
	const char *language) {
	g_autoptr(Arena) arena = arena_new();
	ParSpec spec = {.source = source,
		.sheet = sheet,
		.role = role,
		.measure = LEN_MAX / 4,
		.language = language,
		.one_line = TRUE};
	return par_set(context, arena, &spec)->width;
}

RoleMetrics text_role_metrics(const TextContext *context, const StyleSheet *sheet, StyleRole role) {
	const Style *style = &sheet->styles[role];
	const TextFonts *fonts = context->fonts;
	const Family *family = fontset_family(fonts, sheet->families[style->font]);
	if (!family) {
		family = &g_array_index(fonts->families, Family, 0);
	}
	const FontFace *face =
		fontset_face(fonts, fontset_match(fonts, family, style->weight, style->italic));
	double size = style->size / 1000.0;
	return (RoleMetrics){.x_height = len_round(size * face->x_height),
		.cap_height = len_round(size * face->cap_height),
		.ascent = len_round(size * face->ascent),
		.descent = len_round(size * face->descent)};
}

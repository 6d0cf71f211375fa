/* styles: from nested spans to runs. Emphasis turns the slope, strong takes a bold weight, code
 * the code family; superscripts are set small and raised. Another role's span brings that role's
 * type and colour, never its leading. */
#include "text/styles.h"

#include <stdlib.h>
#include <string.h>

#define SUPERSCRIPT_SIZE 0.66
#define SUPERSCRIPT_RISE 0.34
#define SUBSCRIPT_RISE (-0.14)
#define CODE_SIZE 0.92

typedef struct Fold {
	Style style;
	unsigned flags;
	int link;
	const char *language;
	gboolean emphasis; /* turned an odd number of times */
} Fold;

static void fold_span(Fold *fold, const StyleSheet *sheet, const InlineSpan *span, int index) {
	if (span->role >= 0 && span->role < STYLE_ROLE_COUNT) {
		gboolean hyphenate = fold->style.hyphenate;
		fold->style = sheet->styles[span->role];
		fold->style.hyphenate &= hyphenate;
	}
	fold->flags |= span->flags;
	if (span->href || span->target) {
		fold->link = index;
	}
	if (span->language) {
		fold->language = span->language;
	}
	if (span->flags & INLINE_EMPHASIS) {
		fold->emphasis = !fold->emphasis;
	}
	if (span->flags & INLINE_STRONG) {
		fold->style.weight = MAX(700, MIN(fold->style.weight + 200, 900));
	}
}

/* Emphasis leans; in a script that does not, it is told by weight, while Latin letters lean still.
 */
static const Look *look_from_fold(
	TextContext *context, const Fold *fold, const StyleSheet *sheet, FontRole role) {
	const Style *style = &fold->style;
	gboolean leans = style->italic != fold->emphasis;
	LookFamilies families = {.family = sheet->families[role],
		.companion = sheet->companions[role],
		.companion_size =
			style->companion_size ? style->companion_size : sheet->companion_size,
		.companion_italic = leans,
		.companion_weight = style->weight};
	Look wanted = {.weight = style->weight,
		.italic = leans && !sheet->upright,
		.serif = role == FONT_PROSE,
		.figures = style->figures,
		.language = fold->language};
	if (leans && sheet->upright) {
		wanted.weight = MAX(700, style->weight);
	}
	return look_new(context, wanted, &families);
}

static void run_set_type(
	TextContext *context, StyleRun *run, const Fold *fold, const StyleSheet *sheet) {
	const Style *style = &fold->style;
	FontRole role = fold->flags & INLINE_CODE ? FONT_CODE : style->font;
	double size = fold->flags & INLINE_CODE && style->font != FONT_CODE ? CODE_SIZE : 1.0;
	run->rise = 0;
	if (fold->flags & (INLINE_SUPERSCRIPT | INLINE_SUBSCRIPT)) {
		size *= SUPERSCRIPT_SIZE;
		run->rise = len_scale(style->size,
			fold->flags & INLINE_SUPERSCRIPT ? SUPERSCRIPT_RISE : SUBSCRIPT_RISE);
	}
	run->size = size == 1.0 ? style->size : len_scale(style->size, size);
	if (size != 1.0) {
		Len least = MAX(sheet->least, len_from_pt(STYLE_LEAST_PT));
		run->size = MAX(run->size, MIN(least, style->size));
	}
	run->tracking = len_round((double)run->size * style->tracking / 1000.0);
	run->look = look_from_fold(context, fold, sheet, role);
}

static StyleRun run_from_fold(TextContext *context, const ParSpec *spec, const Fold *fold) {
	const char *own = spec->source->language ? spec->source->language : spec->language;
	StyleRun run = {.flags = fold->flags, .span = fold->link, .colour = fold->style.colour};
	run_set_type(context, &run, fold, spec->sheet);
	run.small_caps = fold->style.small_caps;
	run.hyphenate = fold->style.hyphenate && !fold->style.balance &&
		!(fold->flags & (INLINE_NAME | INLINE_URL | INLINE_CODE | INLINE_NO_BREAK));
	if (fold->link >= 0) {
		run.href = spec->source->spans[fold->link].href;
		run.target = spec->source->spans[fold->link].target;
	}
	if (fold->language && g_strcmp0(fold->language, own) != 0) {
		run.language = fold->language;
	}
	return run;
}

static gboolean same_shaping(const StyleRun *one, const StyleRun *other) {
	return one->look == other->look && one->size == other->size && one->rise == other->rise &&
		one->tracking == other->tracking && one->colour == other->colour &&
		one->span == other->span && one->small_caps == other->small_caps;
}

static int compare_ints(const void *one, const void *other) {
	int a = *(const int *)one, b = *(const int *)other;
	return (a > b) - (a < b);
}

/* Sorted places where a span starts or ends, with both ends of the text. */
static int *span_edges(Arena *arena, const Inline *source, int *count) {
	int *edges = arena_array_of(arena, int, 2 * source->span_count + 2);
	int made = 0;
	edges[made++] = 0;
	edges[made++] = source->length;
	for (int i = 0; i < source->span_count; i++) {
		edges[made++] = CLAMP(source->spans[i].start, 0, source->length);
		edges[made++] = CLAMP(source->spans[i].end, 0, source->length);
	}
	if (source->span_count > 0) {
		qsort(edges, (size_t)made, sizeof(int), compare_ints);
	}
	int kept = 1;
	for (int i = 1; i < made; i++) {
		if (edges[i] != edges[kept - 1]) {
			edges[kept++] = edges[i];
		}
	}
	*count = kept;
	return edges;
}

/* Spans that cover a place, as a list kept up to date while the place moves on. */
typedef struct Open {
	int *spans;
	int count, next;
} Open;

static void open_move(Open *open, const Inline *source, int at) {
	int kept = 0;
	for (int i = 0; i < open->count; i++) {
		if (source->spans[open->spans[i]].end > at) {
			open->spans[kept++] = open->spans[i];
		}
	}
	open->count = kept;
	while (open->next < source->span_count && source->spans[open->next].start <= at) {
		if (source->spans[open->next].end > at) {
			open->spans[open->count++] = open->next;
		}
		open->next++;
	}
}

StyleRuns styles_flatten(TextContext *context, Arena *arena, const ParSpec *spec) {
	const Inline *source = spec->source;
	int edge_count;
	int *edges = span_edges(arena, source, &edge_count);
	StyleRun *runs = arena_array_of(arena, StyleRun, edge_count);
	Open open = {.spans = arena_array_of(arena, int, source->span_count + 1)};
	int made = 0;
	for (int e = 0; e + 1 < edge_count; e++) {
		open_move(&open, source, edges[e]);
		Fold fold = {.style = spec->sheet->styles[spec->role], .link = -1};
		fold.language = source->language ? source->language : spec->language;
		for (int i = 0; i < open.count; i++) {
			fold_span(&fold, spec->sheet, &source->spans[open.spans[i]], open.spans[i]);
		}
		StyleRun run = run_from_fold(context, spec, &fold);
		run.start = edges[e];
		run.end = edges[e + 1];
		gboolean joins = made > 0 && same_shaping(&runs[made - 1], &run);
		run.group = made == 0 ? 0 : runs[made - 1].group + (joins ? 0 : 1);
		runs[made++] = run;
	}
	return (StyleRuns){.count = made, .runs = runs};
}

/* breakpoints: the sums and the list. Knows nothing of how lines are judged. */
#include "text/breakpoints.h"

#include <stdlib.h>
#include <string.h>

#include "text/wide.h"

typedef struct Collector {
	TextContext *context;
	const Items *items;
	gboolean hyphenate, hang, desperate;
	gboolean stubs;
	GArray *points;
	Sums now; /* behind the tokens seen so far */
	Sums word_end; /* behind the last one that is not a space */
	const Token *word; /* that one */
} Collector;

const Word *hyphen_word(TextContext *context, const Token *token) {
	const Word *word = token->word, *last = context->hyphen;
	if (!last || last->look != word->look || last->shaped.face != word->shaped.face) {
		WordKey key = {
			.look = word->look, .face = word->shaped.face, .text = "-", .length = 1};
		context->hyphen = word_get(context, &key);
	}
	return context->hyphen;
}

/* Of what only keeps text inside its measure: a hyphen where none is wanted, parting what a reader
 * would keep together, what Unicode keeps together, a word anywhere. */
enum {
	UNWANTED_PENALTY = 1000000,
	UNKEPT_PENALTY = 1500000,
	PARTING_PENALTY = 4000000,
	EMERGENCY_PENALTY = 10000000
};

static Len scaled(int advance, Len size) {
	return len_round((double)size * advance / 65536.0);
}

static Len edge_left(const Collector *collector, const Token *token) {
	if (token->trim_left > 0 || !collector->hang) {
		return token->trim_left;
	}
	const ShapedWord *shaped = &token->word->shaped;
	if (token->word->hang_left == 0 || shaped->glyph_count == 0) {
		return 0;
	}
	int glyph = shaped->backward ? shaped->glyph_count - 1 : 0;
	return scaled(shaped->glyphs[glyph].advance, token->size) * token->word->hang_left / 100;
}

static Len edge_right(const Collector *collector, const Token *token) {
	if (token->trim_right > 0 || !collector->hang) {
		return token->trim_right;
	}
	const ShapedWord *shaped = &token->word->shaped;
	if (token->word->hang_right == 0 || shaped->glyph_count == 0) {
		return 0;
	}
	int glyph = shaped->backward ? 0 : shaped->glyph_count - 1;
	return scaled(shaped->glyphs[glyph].advance, token->size) * token->word->hang_right / 100;
}

static void sums_add(Sums *sums, const Token *token, Len width, int glyphs) {
	sums->x += width;
	switch (token->kind) {
	case TOKEN_SPACE:
	case TOKEN_TIE:
		sums->space += width;
		sums->spaces++;
		sums->gaps -= token->spaced ? token->size : 0;
		break;
	case TOKEN_WIDE:
		sums->wide += token->gap ? token->size : 0;
		sums->squeeze += token_squeeze(token);
		break;
	default:
		if (token->spaced) {
			sums->gaps += (gint64)glyphs * token->size;
			sums->ink += width;
		}
	}
}

static void add_point(Collector *collector, Breakpoint *point) {
	const Token *last = collector->word;
	if (last) {
		point->end.gaps -= last->spaced ? last->size : 0;
		point->end.wide -= last->gap ? last->size : 0;
		point->end.squeeze -= token_squeeze(last);
	}
	g_array_append_vals(collector->points, point, 1);
}

static void add_before(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	gboolean space = token->kind == TOKEN_SPACE || token->kind == TOKEN_NEWLINE;
	gboolean forbidden = token->penalty >= BREAK_KEPT;
	int parting = token->penalty == BREAK_KEPT ? UNKEPT_PENALTY : PARTING_PENALTY;
	if (!collector->word || (forbidden && (space || !collector->desperate))) {
		return;
	}
	Breakpoint point = {.token = index,
		.start = collector->now,
		.end = collector->word_end,
		.penalty = forbidden ? parting : MAX(0, token->penalty),
		.like = token->like,
		.in_name = token->in_name,
		.forced = token->penalty == BREAK_FORCED,
		.hang_end = edge_right(collector, collector->word),
		.hang_start = edge_left(collector, token)};
	point.start.x += token->before;
	point.start.squeeze += token->word ? token_squeeze(token) : 0;
	point.end.x -= collector->word->tracking;
	const Token *previous = &collector->items->tokens[index - 1];
	point.dash = previous == collector->word &&
		collector->word->word->last == G_UNICODE_BREAK_HYPHEN;
	add_point(collector, &point);
}

typedef struct Part {
	int offset;
	WordSplit split;
	gboolean hyphen, dash, little;
	int penalty, address;
} Part;

static void add_inside(Collector *collector, int index, const Part *part) {
	const Token *token = &collector->items->tokens[index];
	const WordSplit *split = &part->split;
	Breakpoint point = {.token = index,
		.offset = part->offset,
		.start = collector->now,
		.end = collector->now,
		.penalty = part->penalty,
		.hyphen = part->hyphen,
		.dash = part->dash,
		.little = part->little,
		.in_name = token->name,
		.address = part->address};
	Len head = scaled(split->before, token->size) + token->tracking * split->glyphs_before;
	Len tail = scaled(split->after, token->size) + token->tracking * split->glyphs_after;
	point.end.x += token->before;
	point.start.x += token->before;
	sums_add(&point.end, token, head, split->glyphs_before);
	sums_add(&point.start, token, token->width, token->word->shaped.glyph_count);
	point.start.x -= tail;
	point.start.ink -= token->spaced ? tail : 0;
	point.start.gaps -= token->spaced ? (gint64)split->glyphs_after * token->size : 0;
	if (part->hyphen) {
		const ShapedWord *hyphen = &hyphen_word(collector->context, token)->shaped;
		Len width = scaled(hyphen->advance, token->size) + token->tracking;
		sums_add(&point.end, token, width, 1);
		point.hang_end = collector->hang ? width * 70 / 100 : 0;
	} else if (part->dash && collector->hang) {
		point.hang_end = scaled(hyphen_word(collector->context, token)->shaped.advance,
					 token->size) *
			70 / 100;
	}
	point.end.x -= token->tracking;
	const Token *outer = collector->word;
	collector->word = token;
	add_point(collector, &point);
	collector->word = outer;
}

static void add_word_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	const WordBreaks *breaks = word_breaks(collector->context, token->word);
	for (int i = 0; i < breaks->count; i++) {
		const WordBreak *place = &breaks->places[i];
		gboolean short_stub = place->hyphen && place->little && !collector->stubs;
		gboolean wanted =
			!place->hyphen || (token->hyphenate && collector->hyphenate && !short_stub);
		if (!wanted && !collector->desperate) {
			continue;
		}
		Part part = {.offset = place->offset,
			.split = place->split,
			.hyphen = place->hyphen,
			.dash = place->dash,
			.little = place->little,
			.penalty = wanted ? 0 : UNWANTED_PENALTY};
		add_inside(collector, index, &part);
	}
}

/* A line that ends in an address beside writing from right to left puts its point beside that of
 * the sentence. */
enum { ADDRESS_AGAINST = 4 };

static void add_url_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	int grades[WORD_BYTES_MAX + 1] = {0};
	url_grades(token->word->shaped.text, token->end - token->start, grades);
	for (int i = 1; i < token->end - token->start; i++) {
		if (grades[i] > 0) {
			Part part = {.offset = i, .address = grades[i]};
			part.address *= collector->items->spec->rtl ? ADDRESS_AGAINST : 1;
			part.split = word_split(collector->context, token->word, i);
			add_inside(collector, index, &part);
		}
	}
}

static void ordinary_points(Collector *collector, const Token *token, int *points) {
	if (token->url && !token->rigid) {
		url_grades(token->word->shaped.text, token->end - token->start, points);
		return;
	}
	const WordBreaks *breaks = word_breaks(collector->context, token->word);
	for (int i = 0; i < breaks->count; i++) {
		points[breaks->places[i].offset] = TRUE;
	}
}

/* Between any two characters that a reader sees as such, but where there is a better break. */
static void add_emergency_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	const char *text = token->word->shaped.text;
	int better[WORD_BYTES_MAX + 1] = {0};
	ordinary_points(collector, token, better);
	int count;
	const PangoLogAttr *attrs =
		context_default_break(collector->context, text, token->end - token->start, &count);
	const char *at = text;
	gboolean points[WORD_BYTES_MAX + 1] = {FALSE};
	for (int i = 0; i < count; i++, at = g_utf8_next_char(at)) {
		points[at - text] = i > 0 && attrs[i].is_cursor_position && !better[at - text];
	}
	for (int i = 1; i < token->end - token->start; i++) {
		if (points[i]) {
			Part part = {.offset = i, .penalty = EMERGENCY_PENALTY};
			part.split = word_split(collector->context, token->word, i);
			add_inside(collector, index, &part);
		}
	}
}

static int compare_offsets(const void *one, const void *other) {
	return ((const Breakpoint *)one)->offset - ((const Breakpoint *)other)->offset;
}

static void add_breaks_inside(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	guint first = collector->points->len;
	gboolean divisible = !token->rigid || collector->desperate;
	if (token->kind == TOKEN_WORD && token->url && divisible) {
		add_url_breaks(collector, index);
	} else if (token->kind == TOKEN_WORD && divisible) {
		add_word_breaks(collector, index);
	}
	if (token->kind == TOKEN_WORD && collector->desperate) {
		add_emergency_breaks(collector, index);
		qsort(&g_array_index(collector->points, Breakpoint, first),
			collector->points->len - first, sizeof(Breakpoint), compare_offsets);
	}
}

static void collect_token(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	add_before(collector, index);
	if (token->kind == TOKEN_NEWLINE) {
		return;
	}
	add_breaks_inside(collector, index);
	collector->now.x += token->before;
	sums_add(&collector->now, token, token->width, token->word->shaped.glyph_count);
	if (token->kind != TOKEN_SPACE) {
		collector->word = token;
		collector->word_end = collector->now;
	}
}

static void add_first(Collector *collector) {
	const Items *items = collector->items;
	Breakpoint point = {0};
	int first = 0;
	while (first < items->count && items->tokens[first].kind == TOKEN_SPACE) {
		sums_add(&point.start, &items->tokens[first], items->tokens[first].width, 0);
		first++;
	}
	point.token = 0;
	if (first < items->count && items->tokens[first].word) {
		point.hang_start = edge_left(collector, &items->tokens[first]);
	}
	g_array_append_val(collector->points, point);
}

/* A rag has no edge that a mark could dent. */
static gboolean is_hanging(const ParSpec *spec) {
	const Style *style = &spec->sheet->styles[spec->role];
	return spec->sheet->hang && style->align == ALIGN_JUSTIFY;
}

Breakpoints breakpoints_find(TextContext *context, const Items *items, const BreakWays *ways) {
	Collector collector = {.context = context,
		.items = items,
		.hyphenate = ways->hyphenate,
		.desperate = ways->desperate,
		.stubs = ways->stubs,
		.hang = is_hanging(items->spec)};
	collector.points = context->scratch_points;
	g_array_set_size(collector.points, 0);
	add_first(&collector);
	for (int i = 0; i < items->count; i++) {
		collect_token(&collector, i);
	}
	Breakpoint last = {.token = items->count,
		.end = collector.word_end,
		.start = collector.now,
		.forced = TRUE};
	if (collector.word) {
		last.hang_end = edge_right(&collector, collector.word);
		last.end.x -= collector.word->tracking;
	}
	add_point(&collector, &last);
	return (Breakpoints){.count = (int)collector.points->len,
		.points = (Breakpoint *)(void *)collector.points->data};
}

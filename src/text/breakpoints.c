/* breakpoints: the sums and the list. Knows nothing of how lines are judged. */
#include "text/breakpoints.h"

#include <string.h>

#include "text/wide.h"

typedef struct Collector {
	TextContext *context;
	Arena *arena;
	const Items *items;
	gboolean hyphenate, hang;
	GArray *points;
	Sums now; /* behind the tokens seen so far */
	Sums word_end; /* behind the last one that is not a space */
	const Token *word; /* that one */
} Collector;

const Word *hyphen_word(TextContext *context, const Token *token) {
	const Word *word = token->word;
	return word_get(context, word->look, word->shaped.face, FALSE, "-", 1);
}

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
		sums->wide += token->size;
		break;
	default:
		if (token->spaced) {
			sums->gaps += (gint64)glyphs * token->size;
			sums->ink += width;
		}
	}
}

static gboolean is_short_word(const Token *token) {
	return token && token->kind == TOKEN_WORD && token->end - token->start <= 3;
}

static void add_point(Collector *collector, Breakpoint point) {
	point.end.gaps -= collector->word && collector->word->spaced ? collector->word->size : 0;
	g_array_append_val(collector->points, point);
}

static void add_before(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	if (!collector->word || token->penalty >= BREAK_FORBIDDEN) {
		return;
	}
	Breakpoint point = {.token = index,
		.start = collector->now,
		.end = collector->word_end,
		.penalty = MAX(0, token->penalty),
		.forced = token->penalty == BREAK_FORCED,
		.hang_end = edge_right(collector, collector->word),
		.hang_start = edge_left(collector, token)};
	point.start.x += token->before;
	point.end.x -= collector->word->tracking;
	const Token *previous = &collector->items->tokens[index - 1];
	point.dash = previous == collector->word &&
		collector->word->word->last == G_UNICODE_BREAK_HYPHEN;
	point.short_word = is_short_word(collector->word);
	add_point(collector, point);
}

typedef struct Part {
	int offset;
	int before, after; /* advances of both parts, 1/65536 em */
	gboolean hyphen, dash;
	int penalty;
} Part;

static void add_inside(Collector *collector, int index, const Part *part) {
	const Token *token = &collector->items->tokens[index];
	int total = token->word->shaped.byte_count, glyphs = token->word->shaped.glyph_count;
	int behind = glyphs - glyphs * part->offset / MAX(total, 1);
	Breakpoint point = {.token = index,
		.offset = part->offset,
		.start = collector->now,
		.end = collector->now,
		.penalty = part->penalty,
		.hyphen = part->hyphen,
		.dash = part->dash};
	Len head = scaled(part->before, token->size) + token->tracking * (glyphs - behind);
	Len tail = scaled(part->after, token->size) + token->tracking * behind;
	point.end.x += token->before;
	point.start.x += token->before;
	sums_add(&point.end, token, head, glyphs - behind);
	sums_add(&point.start, token, token->width, glyphs);
	point.start.x -= tail;
	point.start.ink -= token->spaced ? tail : 0;
	point.start.gaps -= token->spaced ? (gint64)behind * token->size : 0;
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
	add_point(collector, point);
	collector->word = outer;
}

static void add_word_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	word_find_breaks(collector->context, token->word);
	for (int i = 0; i < token->word->break_count; i++) {
		const WordBreak *place = &token->word->breaks[i];
		if (place->hyphen && !(token->hyphenate && collector->hyphenate)) {
			continue;
		}
		Part part = {.offset = place->offset,
			.before = place->before,
			.after = place->after,
			.hyphen = place->hyphen,
			.dash = place->dash};
		add_inside(collector, index, &part);
	}
}

static void add_chosen(Collector *collector, int index, const gboolean *points, int penalty) {
	const Token *token = &collector->items->tokens[index];
	for (int i = 1; i < token->end - token->start; i++) {
		if (!points[i]) {
			continue;
		}
		Part part = {.offset = i, .penalty = penalty};
		word_split_advances(collector->context, token->word, i, &part.before, &part.after);
		add_inside(collector, index, &part);
	}
}

static void add_url_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	gboolean points[WORD_BYTES_MAX + 1] = {FALSE};
	url_points(token->word->shaped.text, token->end - token->start, points);
	add_chosen(collector, index, points, 0);
}

enum { EMERGENCY_PENALTY = 5000 };

/* Between any two characters that a reader sees as such. */
static void add_emergency_breaks(Collector *collector, int index) {
	const Token *token = &collector->items->tokens[index];
	const char *text = token->word->shaped.text;
	gboolean points[WORD_BYTES_MAX + 1] = {FALSE};
	int count;
	const PangoLogAttr *attrs =
		context_default_break(collector->context, text, token->end - token->start, &count);
	const char *at = text;
	for (int i = 0; i < count; i++, at = g_utf8_next_char(at)) {
		points[at - text] = i > 0 && attrs[i].is_cursor_position;
	}
	add_chosen(collector, index, points, EMERGENCY_PENALTY);
}

static void collect_token(Collector *collector, int index, const gboolean *too_wide) {
	const Token *token = &collector->items->tokens[index];
	add_before(collector, index);
	if (token->kind == TOKEN_NEWLINE) {
		collector->word = collector->word ? collector->word : NULL;
		return;
	}
	if (token->kind == TOKEN_WORD && too_wide[index]) {
		add_emergency_breaks(collector, index);
	} else if (token->kind == TOKEN_WORD && token->url && !token->rigid) {
		add_url_breaks(collector, index);
	} else if (token->kind == TOKEN_WORD && !token->rigid) {
		add_word_breaks(collector, index);
	}
	collector->now.x += token->before;
	sums_add(&collector->now, token, token->width, token->word->shaped.glyph_count);
	if (token->kind != TOKEN_SPACE) {
		collector->word = token;
		collector->word_end = collector->now;
	}
}

static gboolean *find_too_wide(const Items *items, Len narrowest) {
	gboolean *too_wide = g_new0(gboolean, items->count + 1);
	for (int i = 0; i < items->count; i++) {
		too_wide[i] = items->tokens[i].width > narrowest;
	}
	return too_wide;
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

Breakpoints breakpoints_new(
	TextContext *context, Arena *arena, const Items *items, gboolean hyphenate, Len narrowest) {
	Collector collector = {.context = context,
		.arena = arena,
		.items = items,
		.hyphenate = hyphenate,
		.hang = items->spec->sheet->hang};
	collector.points = g_array_new(FALSE, FALSE, sizeof(Breakpoint));
	g_autofree gboolean *too_wide = find_too_wide(items, narrowest);
	add_first(&collector);
	for (int i = 0; i < items->count; i++) {
		collect_token(&collector, i, too_wide);
	}
	Breakpoint last = {.token = items->count,
		.end = collector.word_end,
		.start = collector.now,
		.forced = TRUE};
	if (collector.word) {
		last.hang_end = edge_right(&collector, collector.word);
		last.end.x -= collector.word->tracking;
	}
	add_point(&collector, last);
	Breakpoints points = {.count = (int)collector.points->len};
	points.points = arena_memdup(
		arena, collector.points->data, sizeof(Breakpoint) * (size_t)points.count);
	g_array_unref(collector.points);
	return points;
}

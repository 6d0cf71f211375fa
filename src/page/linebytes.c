/* linebytes: see the header. A line's head says what is common to it: where the first word stands,
 * how far the word behind a space is from it. Then the runs, each by what it has that the one
 * before has not, and its words: three bytes for one and, as a rule, the space behind it, with the
 * difference of rounding by which they stand elsewhere than expected. */
#include "page/linebytes.h"

#include "page/bytes.h"

/* The three bytes. Number 0: what is behind them says the word. */
enum {
	NUMBER_BITS = 19,
	NUMBER_MASK = (1 << NUMBER_BITS) - 1,
	STEP_SHIFT = NUMBER_BITS, /* two bits: by how much the next stands elsewhere */
	STEP_MASK = 3,
	STEP_SAID = 3, /* behind the three bytes */
	SPACE_BIT = 1 << 21, /* the line's space follows, */
	SPACE_SHIFT = 22, /* and its step */
	SPACE_BYTES = 1, /* of its text */
	RECORD_BYTES = 3,
	WORD_BYTES_MOST = RECORD_BYTES + 1 + 8 + 3 * BYTES_OF_NUMBER
};

G_STATIC_ASSERT(WORD_BLOCKS << WORD_BLOCK_BITS <= NUMBER_MASK + 1);

/* What a run has that the one before has not; of links, that it is there. */
enum {
	RUN_SIZE = 1,
	RUN_RISE = 2,
	RUN_TRACKING = 4,
	RUN_STRETCH = 8,
	RUN_COLOUR = 16,
	RUN_HREF = 32,
	RUN_TARGET = 64,
	RUN_MORE = 128,
	MORE_PAGE = 1,
	MORE_LANGUAGE = 2,
	RUN_BYTES_MOST = 2 + 3 * 8 + 6 * BYTES_OF_NUMBER
};

enum { LINE_HYPHENATED = 1, LINE_RTL = 2, LINE_BYTES_MOST = 1 + 8 + 11 * BYTES_OF_NUMBER };

/* Where the next word is expected. */
typedef struct Pace {
	Len x;
	int source;
	const ShapedWord *space; /* of the line, or NULL */
	Len before, behind; /* by how much a space and what follows it stand apart */
	guint64 unit; /* of the run: Len for 1/65536 em, times 2^32 */
	Len tracking;
} Pace;

static void pace_take_run(Pace *pace, const LineRun *run) {
	pace->unit =
		(guint64)((gint64)run->size * (1000000 + (gint64)run->stretch) * 65536 / 1000000);
	pace->tracking = run->tracking;
}

/* Nearly its width, by whole numbers alone. */
static inline Len pace_width(const Pace *pace, const ShapedWord *word) {
	gint64 wide = (gint64)(pace->unit * (guint64)word->advance);
	return (Len)(((wide >> 31) + 1) >> 1) + pace->tracking * word->glyph_count;
}

/* --- to bytes ----------------------------------------------------------------------------- */

/* All words of a line in a row. */
typedef struct WordWalk {
	const Line *line;
	int run, word;
} WordWalk;

static const PlacedWord *walk_next(WordWalk *walk) {
	while (walk->run < walk->line->run_count) {
		const LineRun *run = &walk->line->runs[walk->run];
		if (walk->word < run->word_count) {
			return &run->words[walk->word++];
		}
		walk->run++;
		walk->word = 0;
	}
	return NULL;
}

static gboolean is_space(const ShapedWord *word) {
	return word->byte_count == SPACE_BYTES && word->text[0] == ' ' && word->number > 0;
}

/* The first space that stands between two words is what all are compared with. */
static void pace_begin(Pace *pace, const Line *line) {
	WordWalk walk = {line, 0, 0};
	const PlacedWord *last = NULL, *space = NULL;
	*pace = (Pace){.x = line->shift, .source = line->start};
	for (const PlacedWord *at = walk_next(&walk); at; at = walk_next(&walk)) {
		if (space) {
			pace->behind = at->x - space->x;
			return;
		}
		if (last && is_space(at->word)) {
			Pace run = *pace;
			pace_take_run(&run, &line->runs[walk.run]);
			space = at;
			pace->space = at->word;
			pace->before = at->x - last->x - pace_width(&run, last->word);
		}
		last = at;
	}
}

static void put_line(guint8 **at, const Line *line, const Pace *pace, int words) {
	*(*at)++ = (guint8)((line->hyphenated ? LINE_HYPHENATED : 0) | (line->rtl ? LINE_RTL : 0));
	put_unsigned(at, (guint32)line->run_count);
	put_unsigned(at, (guint32)words);
	put_signed(at, line->width);
	put_signed(at, line->shift);
	put_signed(at, line->start);
	put_signed(at, line->end - line->start);
	put_signed(at, line->space_ratio);
	put_unsigned(at, pace->space ? pace->space->number : 0);
	if (pace->space) {
		put_signed(at, pace->before);
		put_signed(at, pace->behind);
	}
}

static void put_run(guint8 **at, const LineRun *run, const LineRun *last) {
	gboolean more = run->page || run->language;
	int differs = (run->size != last->size ? RUN_SIZE : 0) |
		(run->rise != last->rise ? RUN_RISE : 0) |
		(run->tracking != last->tracking ? RUN_TRACKING : 0) |
		(run->stretch != last->stretch ? RUN_STRETCH : 0) |
		(run->colour != last->colour ? RUN_COLOUR : 0) | (run->href ? RUN_HREF : 0) |
		(run->target ? RUN_TARGET : 0) | (more ? RUN_MORE : 0);
	*(*at)++ = (guint8)differs;
	put_unsigned(at, (guint32)run->word_count);
	const int numbers[] = {run->size, run->rise, run->tracking, run->stretch, run->colour};
	for (int i = 0; i < (int)G_N_ELEMENTS(numbers); i++) {
		if (differs & 1 << i) {
			put_signed(at, numbers[i]);
		}
	}
	if (run->href) {
		put_pointer(at, run->href);
	}
	if (run->target) {
		put_pointer(at, run->target);
	}
	if (more) {
		*(*at)++ =
			(guint8)((run->page ? MORE_PAGE : 0) | (run->language ? MORE_LANGUAGE : 0));
	}
	if (run->language) {
		put_pointer(at, run->language);
	}
}

/* As two bits: 0, 1, -1, or said apart. */
static guint32 step_bits(Len step) {
	return step == 0 ? 0 : step == 1 ? 1 : step == -1 ? 2 : STEP_SAID;
}

static void put_strange(guint8 **at, const PlacedWord *placed, const Pace *pace) {
	put_unsigned(at, placed->word->number);
	if (placed->word->number == 0) {
		put_pointer(at, placed->word);
	}
	put_signed(at, (int)((guint32)placed->source - (guint32)pace->source));
}

/* The words of a run; behind: what stands behind it in the line, or NULL. */
static void put_words(guint8 **at, const LineRun *run, Pace *pace, const PlacedWord *behind) {
	const PlacedWord *placed = run->words, *end = placed + run->word_count;
	while (placed < end) {
		const ShapedWord *word = placed->word;
		const PlacedWord *next = placed + 1 < end ? placed + 1 : behind, *space = NULL;
		gboolean plain = word->number > 0 && placed->source == pace->source;
		guint32 record = plain ? word->number : 0;
		int source = placed->source + word->byte_count;
		Len step = 0, space_step = 0;
		pace->x = placed->x + pace_width(pace, word);
		if (placed + 1 < end && next->word == pace->space && next->source == source) {
			space = next;
			next = placed + 2 < end ? placed + 2 : behind;
			step = space->x - pace->x - pace->before;
			pace->x = space->x + pace->behind;
			space_step = next ? next->x - pace->x : 0;
			record |= SPACE_BIT | step_bits(space_step) << SPACE_SHIFT;
		} else {
			step = next ? next->x - pace->x : 0;
		}
		record |= step_bits(step) << STEP_SHIFT;
		*(*at)++ = (guint8)record;
		*(*at)++ = (guint8)(record >> 8);
		*(*at)++ = (guint8)(record >> 16);
		if (!plain) {
			put_strange(at, placed, pace);
		}
		if ((record >> STEP_SHIFT & STEP_MASK) == STEP_SAID) {
			put_signed(at, step);
		}
		if (space && record >> SPACE_SHIFT == STEP_SAID) {
			put_signed(at, space_step);
		}
		pace->source = source + (space ? SPACE_BYTES : 0);
		placed += space ? 2 : 1;
	}
}

/* The first word behind a run. */
static const PlacedWord *word_behind(const Line *line, int run) {
	WordWalk walk = {line, run + 1, 0};
	return walk_next(&walk);
}

const guint8 *bytes_from_line(Arena *arena, GByteArray *room, const Line *line) {
	gsize words = 0;
	for (int r = 0; r < line->run_count; r++) {
		words += (gsize)line->runs[r].word_count;
	}
	gsize most =
		LINE_BYTES_MOST + (gsize)line->run_count * RUN_BYTES_MOST + words * WORD_BYTES_MOST;
	if (room->len < most) {
		g_byte_array_set_size(room, (guint)most);
	}
	guint8 *at = room->data;
	Pace pace;
	pace_begin(&pace, line);
	put_line(&at, line, &pace, (int)words);
	const PlacedWord *first = word_behind(line, -1);
	put_signed(&at, first ? first->x - pace.x : 0);
	LineRun last = {0};
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		put_run(&at, run, &last);
		pace_take_run(&pace, run);
		put_words(&at, run, &pace, word_behind(line, r));
		last = *run;
	}
	return arena_memdup(arena, room->data, (gsize)(at - room->data));
}

/* --- and back ----------------------------------------------------------------------------- */

static int take_line(const guint8 **at, Line *line, Pace *pace, const WordTable *words) {
	int flags = *(*at)++;
	line->hyphenated = (flags & LINE_HYPHENATED) != 0;
	line->rtl = (flags & LINE_RTL) != 0;
	line->run_count = (int)take_unsigned(at);
	int count = (int)take_unsigned(at);
	line->width = take_signed(at);
	line->shift = take_signed(at);
	line->start = take_signed(at);
	line->end = line->start + take_signed(at);
	line->space_ratio = take_signed(at);
	guint32 space = take_unsigned(at);
	*pace = (Pace){.x = line->shift, .source = line->start};
	if (space > 0) {
		pace->space = word_of_number(words, space);
		pace->before = take_signed(at);
		pace->behind = take_signed(at);
	}
	pace->x += take_signed(at);
	return count;
}

static void take_run(const guint8 **at, LineRun *run, const LineRun *last) {
	int differs = *(*at)++;
	run->word_count = (int)take_unsigned(at);
	run->size = differs & RUN_SIZE ? take_signed(at) : last->size;
	run->rise = differs & RUN_RISE ? take_signed(at) : last->rise;
	run->tracking = differs & RUN_TRACKING ? take_signed(at) : last->tracking;
	run->stretch = differs & RUN_STRETCH ? take_signed(at) : last->stretch;
	run->colour = differs & RUN_COLOUR ? (gint16)take_signed(at) : last->colour;
	run->href = differs & RUN_HREF ? take_pointer(at) : NULL;
	run->target = differs & RUN_TARGET ? take_pointer(at) : NULL;
	int more = differs & RUN_MORE ? *(*at)++ : 0;
	run->page = (more & MORE_PAGE) != 0;
	run->language = more & MORE_LANGUAGE ? take_pointer(at) : NULL;
}

static const ShapedWord *take_strange(
	const guint8 **at, const WordTable *words, int expected, int *source) {
	guint32 number = take_unsigned(at);
	const ShapedWord *word = number > 0 ? word_of_number(words, number) : take_pointer(at);
	*source = (int)((guint32)expected + (guint32)take_signed(at));
	return word;
}

static inline Len take_step(const guint8 **at, guint32 bits) {
	static const gint8 steps[] = {0, 1, -1};
	return bits == STEP_SAID ? take_signed(at) : steps[bits];
}

static void take_words(
	const guint8 **from, PlacedWord *placed, int count, Pace *pace, const WordTable *words) {
	const guint8 *at = *from;
	const PlacedWord *end = placed + count;
	while (placed < end) {
		guint32 record = at[0] | (guint32)at[1] << 8 | (guint32)at[2] << 16;
		at += RECORD_BYTES;
		const ShapedWord *word;
		int source = pace->source;
		if (G_LIKELY(record & NUMBER_MASK)) {
			word = word_of_number(words, record & NUMBER_MASK);
		} else {
			word = take_strange(&at, words, pace->source, &source);
		}
		*placed++ = (PlacedWord){word, pace->x, source};
		pace->source = source + word->byte_count;
		pace->x +=
			pace_width(pace, word) + take_step(&at, record >> STEP_SHIFT & STEP_MASK);
		if (record & SPACE_BIT) {
			pace->x += pace->before;
			*placed++ = (PlacedWord){pace->space, pace->x, pace->source};
			pace->source += SPACE_BYTES;
			pace->x += pace->behind + take_step(&at, record >> SPACE_SHIFT);
		}
	}
	*from = at;
}

const Line *line_from_bytes(Arena *arena, const guint8 *bytes, const WordTable *words) {
	Line *line = arena_new_of(arena, Line);
	Pace pace;
	PlacedWord *placed = NULL;
	int count = take_line(&bytes, line, &pace, words);
	placed = arena_array_of(arena, PlacedWord, count);
	LineRun *runs = arena_array_of(arena, LineRun, line->run_count);
	static const LineRun none = {0};
	for (int r = 0; r < line->run_count; r++) {
		take_run(&bytes, &runs[r], r > 0 ? &runs[r - 1] : &none);
		runs[r].words = placed;
		pace_take_run(&pace, &runs[r]);
		take_words(&bytes, placed, runs[r].word_count, &pace, words);
		placed += runs[r].word_count;
	}
	line->runs = runs;
	return line;
}

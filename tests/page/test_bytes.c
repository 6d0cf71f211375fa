/* bytes: a line, and a page, come out as they went in. */
#include <string.h>

#include "page/bytes.h"
#include "page/itembytes.h"
#include "page/linebytes.h"

enum { WORDS = 6, SPACE = 3, STRANGER = 5 /* has no number */ };

typedef struct Bench {
	Arena *arena;
	ItemPacker packer;
	ShapedWord words[WORDS];
	const ShapedWord *block[WORD_BLOCK];
	WordTable table;
} Bench;

static void bench_init(Bench *bench) {
	static const char *const texts[WORDS] = {"", "Lines", "are", " ", "-", "\xc3\xa9tranger"};
	memset(bench, 0, sizeof *bench);
	bench->arena = arena_new();
	item_packer_init(&bench->packer, bench->arena, bench->arena);
	bench->table.blocks[0] = bench->block;
	for (int i = 1; i < WORDS; i++) {
		int length = (int)strlen(texts[i]);
		bench->words[i] = (ShapedWord){.glyph_count = length,
			.byte_count = length,
			.text = texts[i],
			.advance = 30011 * length,
			.number = i == STRANGER ? 0 : (guint32)i};
		bench->block[i] = &bench->words[i];
	}
}

static void bench_finish(Bench *bench) {
	item_packer_finish(&bench->packer);
	arena_free(bench->arena);
}

static void same_line(const Line *one, const Line *other) {
	g_assert_cmpint(one->run_count, ==, other->run_count);
	g_assert_cmpint(one->width, ==, other->width);
	g_assert_cmpint(one->shift, ==, other->shift);
	g_assert_cmpint(one->start, ==, other->start);
	g_assert_cmpint(one->end, ==, other->end);
	g_assert_cmpint(one->hyphenated, ==, other->hyphenated);
	g_assert_cmpint(one->rtl, ==, other->rtl);
	g_assert_cmpint(one->space_ratio, ==, other->space_ratio);
	for (int r = 0; r < one->run_count; r++) {
		LineRun run = one->runs[r];
		run.words = other->runs[r].words;
		g_assert_cmpint(run.size, ==, other->runs[r].size);
		g_assert_cmpint(run.rise, ==, other->runs[r].rise);
		g_assert_cmpint(run.tracking, ==, other->runs[r].tracking);
		g_assert_cmpint(run.stretch, ==, other->runs[r].stretch);
		g_assert_cmpint(run.colour, ==, other->runs[r].colour);
		g_assert_cmpint(run.page, ==, other->runs[r].page);
		g_assert_true(run.href == other->runs[r].href);
		g_assert_true(run.target == other->runs[r].target);
		g_assert_true(run.language == other->runs[r].language);
		g_assert_cmpint(run.word_count, ==, other->runs[r].word_count);
		for (int w = 0; w < run.word_count; w++) {
			const PlacedWord *mine = &one->runs[r].words[w], *theirs = &run.words[w];
			g_assert_true(mine->word == theirs->word);
			g_assert_cmpint(mine->x, ==, theirs->x);
			g_assert_cmpint(mine->source, ==, theirs->source);
		}
	}
}

/* A line of the words, each `step` behind the end of the one before. */
static Line *set_line(Bench *bench, const int *words, const Len *steps, int count) {
	Line *line = arena_new_of(bench->arena, Line);
	LineRun *run = arena_new_of(bench->arena, LineRun);
	PlacedWord *placed = arena_array_of(bench->arena, PlacedWord, count);
	run->size = 10240;
	Len x = 17;
	int source = 4;
	for (int i = 0; i < count; i++) {
		const ShapedWord *word = &bench->words[words[i]];
		placed[i] = (PlacedWord){word, x + steps[i], source};
		x = placed[i].x + (Len)((gint64)run->size * word->advance / 65536);
		source += word->byte_count;
	}
	run->words = placed;
	run->word_count = count;
	*line = (Line){.run_count = 1, .runs = run, .width = x, .shift = 17, .start = 4};
	line->end = source + 1;
	return line;
}

static const guint8 *there_and_back(Bench *bench, const Line *line) {
	const guint8 *bytes = bytes_from_line(bench->arena, bench->packer.room, line);
	same_line(line, line_from_bytes(bench->arena, bytes, &bench->table));
	return bytes;
}

static void test_numbers(void) {
	static const int numbers[] = {0, 1, -1, 63, -64, 64, 127, 128, 16383, -16384, 1 << 29,
		-(1 << 29), G_MAXINT, G_MININT};
	guint8 bytes[BYTES_OF_NUMBER];
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		guint8 *end = bytes;
		const guint8 *at = bytes;
		put_signed(&end, numbers[i]);
		g_assert_cmpint(end - bytes, <=, BYTES_OF_NUMBER);
		g_assert_cmpint(take_signed(&at), ==, numbers[i]);
		g_assert_true(at == end);
		at = end = bytes;
		put_unsigned(&end, (guint32)numbers[i]);
		g_assert_cmpuint(take_unsigned(&at), ==, (guint32)numbers[i]);
	}
}

/* As prose is: words, and spaces all alike but for rounding. */
static void test_prose(void) {
	Bench bench;
	bench_init(&bench);
	static const int words[] = {1, SPACE, 2, SPACE, 1, SPACE, 2, SPACE, 2, SPACE};
	static const Len steps[] = {0, -3, 700, -3, 701, -3, 699, -4, 700, 0};
	Line *line = set_line(&bench, words, steps, G_N_ELEMENTS(words));
	gsize before = arena_size(bench.arena);
	bytes_from_line(bench.arena, bench.packer.room, line);
	gsize after = arena_size(bench.arena);
	g_assert_cmpuint(after - before, <, sizeof *line + sizeof *line->runs);
	there_and_back(&bench, line);
	line->hyphenated = 1;
	line->rtl = 1;
	line->space_ratio = -1;
	there_and_back(&bench, line);
	bench_finish(&bench);
}

/* Words anywhere, before their line's left too; a space at its start; one without a number. */
static void test_strange(void) {
	Bench bench;
	bench_init(&bench);
	static const int words[] = {SPACE, 1, STRANGER, SPACE, SPACE, 4, 2, STRANGER};
	static const Len steps[] = {-5000, 100000, -99999, 1, -1, 2, -2, 1 << 20};
	Line *line = set_line(&bench, words, steps, G_N_ELEMENTS(words));
	there_and_back(&bench, line);
	/* A hyphen, and what stands for another text. */
	PlacedWord *placed = (PlacedWord *)line->runs->words;
	placed[5].source = -1;
	placed[6].source = 3;
	there_and_back(&bench, line);
	line->run_count = 0;
	there_and_back(&bench, line);
	bench_finish(&bench);
}

static void test_runs(void) {
	Bench bench;
	bench_init(&bench);
	static const int words[] = {1, SPACE, 2, SPACE, 1, 4, SPACE, 2};
	static const Len steps[] = {0, 0, 5, 0, 5, 0, 0, 5};
	Line *line = set_line(&bench, words, steps, G_N_ELEMENTS(words));
	const PlacedWord *placed = line->runs->words;
	LineRun runs[] = {{.size = 10240, .tracking = -7, .word_count = 2, .words = placed},
		{.size = 8192,
			.rise = 9,
			.stretch = 12345,
			.colour = 3,
			.word_count = 0,
			.words = placed + 2},
		{.size = 8192,
			.rise = 9,
			.stretch = -9,
			.colour = -2,
			.word_count = 3,
			.words = placed + 2,
			.href = "a",
			.language = "de"},
		{.size = 307200,
			.page = TRUE,
			.word_count = 3,
			.words = placed + 5,
			.target = "b"}};
	line->runs = runs;
	line->run_count = G_N_ELEMENTS(runs);
	there_and_back(&bench, line);
	bench_finish(&bench);
}

static void add_items(PageBuilder *builder, const Line *line) {
	PageItem turned = {.kind = PAGE_TEXT, .tag = 7}, image = {.kind = PAGE_IMAGE, .tag = 2};
	static PageItem stand_in;
	turned.as.text.line = line;
	turned.as.text.turn = 1.5;
	turned.as.text.colour = -1;
	stand_in = turned;
	image.as.image.stand_in = &stand_in;
	image.as.image.stand_in_count = 1;
	page_add_text(builder, 1000, line, 5, -6);
	page_add_text(builder, TAG_ARTIFACT, line, 50000, 7);
	page_add(builder, turned);
	page_add_fill(builder, (Rect){1, 2, 3, 4}, 5, TRUE);
	page_add_rule(builder, (Point){1, 2}, (Point){3, -4}, 5, 6);
	page_add_link(builder, (Rect){-1, 2, 3, 4}, "href", NULL, "says");
	page_add_link(builder, (Rect){-1, 2, 3, 4}, NULL, "target", NULL);
	page_add(builder, image);
	page_add(builder,
		(PageItem){.kind = PAGE_DOTS,
			.tag = 3,
			.as.rule = {.to = {9, 9}, .thickness = 1, .colour = 2, .gap = 8}});
	page_add_anchor(builder, "here", (Point){0, 12});
}

/* What is dumped of a page is the same, whether it was packed or not; its stand-in is opened too.
 */
static void test_page(void) {
	Bench bench;
	bench_init(&bench);
	static const int words[] = {1, SPACE, 2};
	static const Len steps[] = {0, 0, 5};
	const Line *line = set_line(&bench, words, steps, G_N_ELEMENTS(words));
	PageBuilder *builder = page_builder_new(bench.arena, 100, 200);
	add_items(builder, line);
	Page page = {.label = "1", .kind = "talk"};
	page_builder_end(builder, &page);
	page_builder_free(builder);
	FontFace face = {.family = "Sans"};
	FontTable fonts = {1, &face, &bench.table};
	PageAsset asset = {NULL, "picture"};
	Document document = {.name = "book",
		.page_count = 1,
		.pages = &page,
		.fonts = &fonts,
		.assets = &asset,
		.asset_count = 1};
	g_autofree char *before = document_dump(&document);
	PageItem *items = (PageItem *)page.items;
	PageItem *stand_in = (PageItem *)items[7].as.image.stand_in;
	item_pack_line(&bench.packer, stand_in);
	for (int i = 0; i < page.item_count; i++) {
		item_pack_line(&bench.packer, &items[i]);
	}
	page_pack(&bench.packer, &page);
	g_assert_null(page.items);
	g_autofree char *after = document_dump(&document);
	g_assert_cmpstr(before, ==, after);
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *opened = page_open(&page, &fonts, &room);
	same_line(opened->items[7].as.image.stand_in->as.text.line, line);
	opened = page_open_areas(&page, &room);
	g_assert_null(opened->items[0].as.text.line);
	g_assert_cmpstr(opened->items[5].as.link.contents, ==, "says");
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page/bytes/numbers", test_numbers);
	g_test_add_func("/page/bytes/prose", test_prose);
	g_test_add_func("/page/bytes/strange", test_strange);
	g_test_add_func("/page/bytes/runs", test_runs);
	g_test_add_func("/page/bytes/page", test_page);
	return g_test_run();
}

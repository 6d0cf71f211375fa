/* pack: what is packed says the same when the scratch is gone, and what was no scratch stays. */
#include "layout/pack.h"

#include <string.h>

#include "page/linebytes.h"

typedef struct Bench {
	Arena *scratch, *ink, *boxes;
	VList list;
} Bench;

static void bench_init(Bench *bench) {
	*bench = (Bench){arena_new(), arena_new_small(), arena_new_small(), {0}};
	vlist_init(&bench->list, bench->scratch);
}

static void bench_finish(Bench *bench) {
	vlist_finish(&bench->list);
	arena_free(bench->ink);
	arena_free(bench->boxes);
}

/* Everything that was scratch is overwritten. */
static void bench_pack(Bench *bench) {
	Packer packer;
	packer_init(&packer, bench->scratch, bench->ink, bench->boxes);
	pack_list(&packer, &bench->list);
	packer_finish(&packer);
	arena_free(g_steal_pointer(&bench->scratch));
}

static const Inline *linked_text(Arena *arena, const char *target) {
	InlineBuilder *builder = inline_builder_new(arena);
	inline_add(builder, "see ");
	inline_add_page_slot(builder, arena_strdup(arena, target), -1);
	return inline_builder_end(builder, arena_strdup(arena, "pt"), SPAN_NONE);
}

static const Line *linked_line(Arena *arena, const ShapedWord *word) {
	Line *line = arena_new_of(arena, Line);
	LineRun *runs = arena_array_of(arena, LineRun, 2);
	for (int r = 0; r < 2; r++) {
		PlacedWord *words = arena_array_of(arena, PlacedWord, r + 1);
		for (int w = 0; w <= r; w++) {
			words[w] = (PlacedWord){.word = word, .x = 10 * r + w};
		}
		runs[r] = (LineRun){.size = 10240, .word_count = r + 1, .words = words};
	}
	runs[1].target = arena_strdup(arena, "talk-1");
	*line = (Line){.run_count = 2, .runs = runs, .width = 77};
	return line;
}

static PageItem outline_item(Arena *arena) {
	PathBuilder *builder = path_builder_new(arena);
	path_move(builder, (Point){1, 2});
	path_curve(builder, (Point){3, 4}, (Point){5, 6}, (Point){7, 8});
	path_close(builder);
	return (PageItem){.kind = PAGE_PATH, .as.path.path = path_builder_end(builder)};
}

/* What passes with the scratch is copied as well; what stays is not. */
static void test_passing(void) {
	Bench bench;
	bench_init(&bench);
	g_autoptr(Arena) passing = arena_new(), staying = arena_new();
	vlist_add_anchor(&bench.list, arena_strdup(passing, "talk-1"));
	vlist_add_anchor(&bench.list, arena_strdup(staying, "talk-2"));
	Packer packer;
	packer_init(&packer, bench.scratch, bench.ink, bench.boxes);
	packer_pass(&packer, passing);
	pack_list(&packer, &bench.list);
	packer_finish(&packer);
	arena_free(g_steal_pointer(&bench.scratch));
	const char *first = vlist_at(&bench.list, 0)->as.anchor;
	const char *second = vlist_at(&bench.list, 1)->as.anchor;
	g_assert_cmpstr(first, ==, "talk-1");
	g_assert_true(arena_holds(bench.ink, first));
	g_assert_true(arena_holds(staying, second));
	bench_finish(&bench);
}

static void test_box(void) {
	Bench bench;
	bench_init(&bench);
	ShapedWord word = {.advance = 5, .byte_count = 1, .text = "x"};
	BoxBuilder box;
	box_init(&box, bench.scratch);
	PageItem text = {.kind = PAGE_TEXT};
	text.as.text.line = linked_line(bench.scratch, &word);
	PageItem link = {.kind = PAGE_LINK};
	link.as.link.target = text.as.text.line->runs[1].target;
	box_add(&box, text);
	box_add(&box, link);
	box_add(&box, outline_item(bench.scratch));
	box_end(&box, &bench.list, 13);
	bench_pack(&bench);
	const VItem *packed = vlist_at(&bench.list, 0);
	g_assert_true(packed->packed);
	g_assert_true(arena_holds(bench.boxes, packed->as.bytes));
	PageItem items[3];
	ItemWalk walk;
	g_assert_cmpint(item_walk_start(&walk, packed->as.bytes), ==, 3);
	for (int i = 0; i < 3; i++) {
		g_assert_true(item_walk_next(&walk, &items[i]));
	}
	g_assert_false(item_walk_next(&walk, &items[0]));
	g_autoptr(Arena) room = arena_new();
	static const WordTable words;
	g_assert_true(arena_holds(bench.ink, items[0].as.text.bytes));
	const Line *line = line_from_bytes(room, items[0].as.text.bytes, &words);
	g_assert_cmpint(line->width, ==, 77);
	g_assert_cmpint(line->runs[1].words[1].x, ==, 11);
	g_assert_true(line->runs[0].words[0].word == &word);
	g_assert_cmpstr(line->runs[1].target, ==, "talk-1");
	/* Said by several, kept once. */
	g_assert_true(items[1].as.link.target == line->runs[1].target);
	const PagePath *path = items[2].as.path.path;
	g_assert_cmpint(path->op_count, ==, 3);
	g_assert_cmpint(path->points[3].y, ==, 8);
	bench_finish(&bench);
}

static void test_slot(void) {
	Bench bench;
	bench_init(&bench);
	g_autoptr(Arena) other = arena_new();
	StyleSheet *sheet = arena_new_of(bench.scratch, StyleSheet);
	sheet->indent = 99;
	BoxBuilder box;
	box_init(&box, bench.scratch);
	SlotPar mine = {.spec.source = linked_text(bench.scratch, "talk-2"),
		.spec.sheet = sheet,
		.spec.measure = 1 << 20,
		.spec.looseness = -1,
		.spec.opposite = TRUE,
		.y = -7,
		.tag = 5,
		.line_count = 2};
	SlotPar theirs = {.spec.source = linked_text(other, "talk-3"),
		.spec.sheet = sheet,
		.tag = TAG_ARTIFACT};
	box_add_slot(&box, mine);
	box_add_slot(&box, theirs);
	box_end(&box, &bench.list, 13);
	bench_pack(&bench);
	g_autoptr(Arena) room = arena_new();
	VItem item = *vlist_at(&bench.list, 0);
	item.tags = 100;
	const VBox unpacked = vitem_box(&item, room);
	const SlotPar *slots = unpacked.slots;
	g_assert_cmpint(unpacked.slot_count, ==, 2);
	g_assert_cmpint(slots[0].spec.measure, ==, 1 << 20);
	g_assert_cmpint(slots[0].spec.looseness, ==, -1);
	g_assert_true(slots[0].spec.opposite && !slots[0].spec.one_line);
	g_assert_cmpint(slots[0].y, ==, -7);
	g_assert_cmpint(slots[0].tag, ==, 105);
	g_assert_cmpint(slots[1].tag, ==, TAG_ARTIFACT);
	g_assert_cmpint(slots[0].line_count, ==, 2);
	g_assert_cmpstr(slots[0].spec.source->text, ==, "see 00");
	g_assert_cmpstr(slots[0].spec.source->spans[0].target, ==, "talk-2");
	g_assert_true(arena_holds(bench.ink, slots[0].spec.source->spans[0].target));
	g_assert_cmpstr(slots[0].spec.source->language, ==, "pt");
	g_assert_cmpstr(slots[1].spec.source->spans[0].target, ==, "talk-3");
	g_assert_true(arena_holds(other, slots[1].spec.source->spans[0].target));
	g_assert_true(slots[0].spec.sheet == slots[1].spec.sheet);
	g_assert_cmpint(slots[0].spec.sheet->indent, ==, 99);
	bench_finish(&bench);
}

static void test_marks(void) {
	Bench bench;
	bench_init(&bench);
	Arena *scratch = bench.scratch;
	const Inline *foot = linked_text(scratch, "talk-4");
	TabBlock *tab = arena_new_of(scratch, TabBlock);
	*tab = (TabBlock){.text = foot, .row = 3};
	const VRunning running = {foot, foot};
	vlist_add_anchor(&bench.list, arena_strdup(scratch, "here"));
	vlist_add(&bench.list, (VItem){.kind = V_FOOT, .as.foot = foot});
	vlist_add(&bench.list, (VItem){.kind = V_TAB, .as.tab = tab});
	vlist_add(&bench.list, (VItem){.kind = V_TAB});
	VPage *page = vlist_add_page(&bench.list);
	page->kind = arena_strdup(scratch, "talk");
	page->notes = foot;
	vlist_add(&bench.list,
		(VItem){.kind = V_CONTINUE,
			.as.running = arena_memdup(scratch, &running, sizeof running)});
	bench_pack(&bench);
	const VList *list = &bench.list;
	const Inline *packed = vlist_at(list, 1)->as.foot;
	g_assert_cmpstr(vlist_at(list, 0)->as.anchor, ==, "here");
	g_assert_cmpstr(packed->text, ==, "see 00");
	g_assert_cmpint(vlist_at(list, 2)->as.tab->row, ==, 3);
	g_assert_true(vlist_at(list, 2)->as.tab->text == packed);
	g_assert_null(vlist_at(list, 3)->as.tab);
	g_assert_cmpstr(vlist_at(list, 4)->as.page->kind, ==, "talk");
	g_assert_true(vlist_at(list, 4)->as.page->notes == packed);
	g_assert_true(vlist_at(list, 5)->as.running->word == packed);
	bench_finish(&bench);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/layout/pack/box", test_box);
	g_test_add_func("/layout/pack/slot", test_slot);
	g_test_add_func("/layout/pack/marks", test_marks);
	g_test_add_func("/layout/pack/passing", test_passing);
	return g_test_run();
}

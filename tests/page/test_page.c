/* page: builders keep order and copies, dumps are golden, paths run where they should, leaves
 * start where the tag of ink changes. */
#include <math.h>
#include <string.h>

#include "page/dump.h"
#include "page/extent.h"
#include "page/leaf.h"
#include "page/page.h"

static const FontFace faces[] = {
	{.path = "a.otf", .family = "Sans Invented", .weight = 400, .units_per_em = 1000},
	{.path = "b.otf", .family = "Serif Invented", .weight = 700, .italic = TRUE},
};
static const FontTable fonts = {.count = 2, .faces = faces};

static const Glyph glyphs[] = {{.index = 1, .advance = 32768}, {.index = 2, .advance = 16384}};
static const GlyphCluster clusters[] = {{1, 1}, {1, 1}};
static const ShapedWord word_ab = {.face = 0,
	.glyph_count = 2,
	.cluster_count = 2,
	.byte_count = 2,
	.glyphs = glyphs,
	.clusters = clusters,
	.text = "ab",
	.advance = 49152};
static const ShapedWord word_quote = {.face = 1,
	.glyph_count = 1,
	.cluster_count = 1,
	.byte_count = 1,
	.glyphs = glyphs,
	.clusters = clusters,
	.text = "\"",
	.advance = 32768};
static const PlacedWord placed[] = {{&word_ab, 0, 0}, {&word_quote, 8192, 2}};
static const PlacedWord placed_more[] = {{&word_ab, 16384, 3}};
static const LineRun sample_runs[] = {
	{.size = 10240, .colour = 1, .word_count = 2, .words = placed},
	{.size = 8192,
		.rise = 2048,
		.tracking = 102,
		.stretch = 20000,
		.colour = 0,
		.word_count = 1,
		.words = placed_more,
		.href = "https://example.org/",
		.language = "fr"},
};
static const Line sample_line = {.run_count = 2,
	.runs = sample_runs,
	.width = 24576,
	.start = 0,
	.end = 5,
	.hyphenated = TRUE,
	.space_ratio = 1250};

static void test_lengths(void) {
	const struct {
		Len length;
		const char *text;
	} cases[] = {{0, "0.00"}, {1024, "1.00"}, {-1024, "-1.00"}, {5, "0.00"}, {6, "0.01"},
		{-5, "0.00"}, {-6, "-0.01"}, {1536, "1.50"}, {LEN_MAX, "1048576.00"},
		{1023, "1.00"}, {-1019, "-1.00"}, {-1018, "-0.99"}};
	for (gsize i = 0; i < G_N_ELEMENTS(cases); i++) {
		g_autoptr(GString) out = g_string_new(NULL);
		dump_len(out, cases[i].length);
		g_assert_cmpstr(out->str, ==, cases[i].text);
	}
	g_autoptr(GString) out = g_string_new(NULL);
	dump_quoted(out, "a\"b\\c\n\x7f é", 10);
	g_assert_cmpstr(out->str, ==, "\"a\\\"b\\\\c\\x0a\\x7f é\"");
}

static void test_word_width(void) {
	/* 0.75 em of 10 pt. */
	g_assert_cmpint(word_width(&sample_runs[0], &word_ab), ==, 7680);
	/* 0.75 em of 8 pt, 2 % wider, and 2 glyphs tracked by 102. */
	g_assert_cmpint(word_width(&sample_runs[1], &word_ab), ==, 6267 + 204);
	g_autofree char *text = line_text(&sample_line);
	g_assert_cmpstr(text, ==, "ab\"ab");
}

static void add_all(PageBuilder *builder, Arena *arena) {
	Rect cell = {1024, 2048, 3072, 4096};
	page_add_text(builder, 3, &sample_line, 10240, 20480);
	page_add_rule(builder, (Point){0, 512}, (Point){102400, 512}, 256, 2);
	PageItem item = {.kind = PAGE_DOTS, .tag = TAG_ARTIFACT};
	item.as.rule.to.x = 51200;
	item.as.rule.thickness = 512;
	item.as.rule.gap = 4096;
	page_add(builder, item);
	item = (PageItem){.kind = PAGE_IMAGE, .tag = 4};
	item.as.image.area = cell;
	item.as.image.crop = (Rect){0, 1024, 10240, 10240};
	item.as.image.grey = TRUE;
	item.as.image.alternate = "Ana \"A.\"";
	page_add(builder, item);
	PathBuilder *path = path_builder_new(arena);
	path_rect(path, cell);
	item = (PageItem){.kind = PAGE_PATH, .tag = TAG_ARTIFACT};
	item.as.path.path = path_builder_end(path);
	item.as.path.fill = 1;
	item.as.path.stroke = -1;
	item.as.path.clip_to_page = TRUE;
	page_add(builder, item);
	page_add_link(builder, cell, "https://example.org/", NULL, "Example");
	page_add_link(builder, cell, NULL, "talk-ana", NULL);
	PageItem ground = {.kind = PAGE_FILL, .tag = TAG_ARTIFACT};
	ground.as.fill.area = (Rect){0, 0, 102400, 204800};
	ground.as.fill.bleeds = TRUE;
	page_add_below(builder, ground);
	ground.as.fill.colour = 5;
	ground.as.fill.bleeds = FALSE;
	page_add_below(builder, ground);
	PageItem turned = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	turned.as.text.line = &sample_line;
	turned.as.text.turn = acos(-1.0) / 2;
	turned.as.text.colour = 7;
	page_add(builder, turned);
	page_add_anchor(builder, "talk-ana", (Point){0, 1024});
}

static const char golden[] =
	"document sample 2 pages rtl\n"
	" title \"A sample\"\n"
	" date \"2027-03-04T14:00:00Z\"\n"
	" outline 1 target \"talk-ana\" title \"Ana\"\n"
	"page 1 label \"cover\" cover 100.00 200.00 recto safe 5.00 5.00 90.00 190.00\n"
	"  anchor 1.00 talk-ana\n"
	"  fill #- 0.00 0.00 100.00 200.00 c5\n"
	"  fill #- 0.00 0.00 100.00 200.00 c0 bleeds\n"
	"  text 10.00 20.00 #3 hyphen space 1.250 {Sans Invented 400 10.00 c1} 10.00+7.50 \"ab\""
	" {Serif Invented 700i 10.00 c1} 18.00+5.00 \"\\\"\""
	" {Sans Invented 400 8.00 c0 rise 2.00 track 0.10 stretch 20000"
	" href \"https://example.org/\" lang \"fr\"} 26.00+6.32 \"ab\"\n"
	"  rule #- 0.00 0.50 100.00 0.50 0.25 c2\n"
	"  dots #- 0.00 0.00 50.00 0.00 0.50 c0 gap 4.00\n"
	"  image #4 \"ana.jpg\" 1.00 2.00 3.00 4.00 crop 0.00 1.00 10.00 10.00 grey"
	" alt \"Ana \\\"A.\\\"\"\n"
	"  path #- c1 c- 0.00 at 0.00 0.00 clip M 1.00 2.00 L 4.00 2.00 L 4.00 6.00 L 1.00 6.00 Z\n"
	"  link #- 1.00 2.00 3.00 4.00 href \"https://example.org/\" says \"Example\"\n"
	"  link #- 1.00 2.00 3.00 4.00 target \"talk-ana\"\n"
	"  text 0.00 0.00 #- turn 90.000 c7 hyphen space 1.250"
	" {Sans Invented 400 10.00 c1} 0.00+7.50 \"ab\""
	" {Serif Invented 700i 10.00 c1} 8.00+5.00 \"\\\"\""
	" {Sans Invented 400 8.00 c0 rise 2.00 track 0.10 stretch 20000"
	" href \"https://example.org/\" lang \"fr\"} 16.00+6.32 \"ab\"\n"
	"page 2 label \"2\" notes 100.00 200.00 verso safe 0.00 0.00 0.00 0.00\n";

static void test_dump(void) {
	g_autoptr(Arena) arena = arena_new();
	Page pages[2] = {{.label = "cover", .kind = "cover"}, {.label = "2", .kind = "notes"}};
	pages[0].safe = (Rect){5120, 5120, 92160, 194560};
	pages[1].verso = TRUE;
	PageBuilder *builder = page_builder_new(arena, 102400, 204800);
	add_all(builder, arena);
	g_assert_cmpint(page_builder_count(builder), ==, 10);
	page_builder_end(builder, &pages[0]);
	g_assert_cmpint(page_builder_count(builder), ==, 0);
	page_builder_end(builder, &pages[1]);
	page_builder_free(builder);
	g_assert_cmpint(pages[1].item_count, ==, 0);
	g_assert_cmpint(pages[1].anchor_count, ==, 0);

	PageAsset asset = {.name = "ana.jpg"};
	OutlineEntry entry = {.title = "Ana", .target = "talk-ana", .level = 1};
	Document document = {.name = "sample",
		.info = {.title = "A sample", .date = "2027-03-04T14:00:00Z"},
		.rtl = TRUE,
		.page_count = 2,
		.pages = pages,
		.outline_count = 1,
		.outline = &entry,
		.fonts = &fonts,
		.asset_count = 1,
		.assets = &asset};
	g_autofree char *dump = document_dump(&document);
	g_assert_cmpstr(dump, ==, golden);

	Len y = -1;
	g_assert_cmpint(document_find_anchor(&document, "talk-ana", &y), ==, 0);
	g_assert_cmpint(y, ==, 1024);
	g_assert_cmpint(document_find_anchor(&document, "talk-an", NULL), ==, -1);
}

static void test_links_are_copied(void) {
	g_autoptr(Arena) arena = arena_new();
	Page page = {.label = "1"};
	PageBuilder *builder = page_builder_new(arena, 1024, 1024);
	char href[] = "https://example.org/", name[] = "here";
	page_add_link(builder, (Rect){0, 0, 1, 1}, href, NULL, NULL);
	page_add_anchor(builder, name, (Point){0, 0});
	memset(href, 'x', strlen(href));
	memset(name, 'x', strlen(name));
	page_builder_end(builder, &page);
	page_builder_free(builder);
	page_builder_free(NULL);
	g_assert_cmpstr(page.items[0].as.link.href, ==, "https://example.org/");
	g_assert_null(page.items[0].as.link.target);
	g_assert_cmpstr(page.anchors[0].name, ==, "here");
}

/* Every point of the curves lies on the circle, to 1/1000 of the radius. */
static void check_arc(double from, double to, int curves) {
	g_autoptr(Arena) arena = arena_new();
	const double radius = 102400;
	PathBuilder *builder = path_builder_new(arena);
	path_arc(builder, (Point){1000, -2000}, 102400, from, to);
	const PagePath *path = path_builder_end(builder);
	g_assert_cmpint(path->op_count, ==, 1 + curves);
	g_assert_cmpint(path->ops[0], ==, PATH_MOVE);
	for (int i = 0; i < curves; i++) {
		g_assert_cmpint(path->ops[1 + i], ==, PATH_CURVE);
		const Point *p = path->points + 3 * i;
		for (int k = 0; k <= 16; k++) {
			double t = k / 16.0, s = 1 - t;
			double b[4] = {s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t};
			double x = -1000, y = 2000;
			for (int n = 0; n < 4; n++) {
				x += b[n] * p[n].x;
				y += b[n] * p[n].y;
			}
			g_assert_cmpfloat(fabs(hypot(x, y) / radius - 1), <, 0.001);
		}
	}
	Point first = path->points[0], last = path->points[3 * curves];
	g_assert_cmpint(first.x, ==, 1000 + len_round(radius * cos(from)));
	g_assert_cmpint(last.x, ==, 1000 + len_round(radius * cos(to)));
	g_assert_cmpint(last.y, ==, -2000 + len_round(radius * sin(to)));
}

static void test_arc(void) {
	const double half = acos(-1.0);
	check_arc(0, half / 2, 1);
	check_arc(0, 2 * half, 4);
	check_arc(half, half / 4, 2);
	check_arc(-half / 3, half * 1.25, 4);
	/* An arc goes on from where the path is. */
	g_autoptr(Arena) arena = arena_new();
	PathBuilder *builder = path_builder_new(arena);
	path_move(builder, (Point){0, 0});
	path_arc(builder, (Point){0, 0}, 1024, 0, 1);
	path_close(builder);
	const PagePath *path = path_builder_end(builder);
	const unsigned char ops[] = {PATH_MOVE, PATH_LINE, PATH_CURVE, PATH_CLOSE};
	g_assert_cmpmem(path->ops, (gsize)path->op_count, ops, sizeof ops);
	g_assert_cmpint(path->points[1].x, ==, 1024);
}

static void test_tags(void) {
	g_autoptr(Arena) arena = arena_new();
	TagBuilder *builder = tag_builder_new(arena, "en");
	g_assert_cmpint(tag_open(builder, TAG_SECTION, 0), ==, 1);
	int heading = tag_leaf(builder, TAG_HEADING, 1);
	int list = tag_open(builder, TAG_LIST, 0);
	int item = tag_leaf(builder, TAG_LIST_ITEM, 0);
	tag_close(builder);
	int figure = tag_leaf(builder, TAG_FIGURE, 0);
	tag_close(builder);
	int last = tag_leaf(builder, TAG_SPAN, 0);
	char alternate[] = "Portrait";
	tag_set_alternate(builder, figure, alternate);
	memset(alternate, 'x', strlen(alternate));
	tag_set_actual(builder, last, "12");
	tag_set_language(builder, heading, "fr");
	const TagTree *tree = tag_builder_end(builder);
	g_assert_cmpint(tree->tags[item].parent, ==, list);
	g_autofree char *dump = tag_tree_dump(tree);
	g_assert_cmpstr(dump, ==,
		"#0 document lang \"en\"\n"
		"  #1 section\n"
		"    #2 heading 1 lang \"fr\"\n"
		"    #3 list\n"
		"      #4 list-item\n"
		"    #5 figure alt \"Portrait\"\n"
		"  #6 span actual \"12\"\n");
}

/* A tree made apart, put under the open tag: its indices grow by what is told. */
static void test_graft(void) {
	g_autoptr(Arena) arena = arena_new();
	TagBuilder *apart = tag_builder_new(arena, NULL);
	tag_open(apart, TAG_LIST, 0);
	int item = tag_leaf(apart, TAG_LIST_ITEM, 0);
	tag_close(apart);
	tag_leaf(apart, TAG_SPAN, 0);
	TagBuilder *builder = tag_builder_new(arena, NULL);
	tag_leaf(builder, TAG_HEADING, 1);
	int section = tag_open(builder, TAG_SECTION, 0);
	int shift = tag_builder_graft(builder, apart);
	int behind = tag_leaf(builder, TAG_PARAGRAPH, 0);
	const TagTree *tree = tag_builder_end(builder);
	g_assert_cmpint(tree->tags[item + shift].kind, ==, TAG_LIST_ITEM);
	g_assert_cmpint(tree->tags[behind].parent, ==, section);
	g_autofree char *dump = tag_tree_dump(tree);
	g_assert_cmpstr(dump, ==,
		"#0 document\n  #1 heading 1\n  #2 section\n    #3 list\n      #4 list-item\n"
		"    #5 span\n    #6 paragraph\n");
}

static PageItem text_item(int tag, const Line *line) {
	PageItem item = {.kind = PAGE_TEXT, .tag = tag};
	item.as.text.line = line;
	return item;
}

/* A leaf goes on while its tag, link and language do; ink of no tag ends it. */
static void test_leaves(void) {
	const LineRun runs[] = {{.href = NULL}, {.target = "talk-a"}, {.target = "talk-a"},
		{.target = "talk-b"}, {.language = "fr"}};
	const Line line = {.run_count = G_N_ELEMENTS(runs), .runs = runs};
	const PageItem text = text_item(3, &line), rule = {.kind = PAGE_RULE, .tag = TAG_ARTIFACT};
	const PageItem figure = {.kind = PAGE_PATH, .tag = 4};
	LeafWalk walk;
	leaf_walk_start(&walk);
	g_assert_cmpint(leaf_walk(&walk, &rule, NULL), ==, LEAF_NONE);
	const int expected[] = {0, 1, 1, 2, 3};
	for (gsize i = 0; i < G_N_ELEMENTS(runs); i++) {
		g_assert_cmpint(leaf_walk(&walk, &text, &runs[i]), ==, expected[i]);
	}
	g_assert_cmpint(leaf_walk(&walk, &text, &runs[4]), ==, 3);
	g_assert_cmpint(leaf_walk(&walk, &rule, NULL), ==, LEAF_NONE);
	g_assert_cmpint(leaf_walk(&walk, &text, &runs[4]), ==, 4);
	g_assert_cmpint(leaf_walk(&walk, &figure, NULL), ==, 5);
	g_assert_cmpint(walk.count, ==, 6);
}

static void round_to_six_decimals(double numbers[3]) {
	for (int i = 0; i < 3; i++) {
		numbers[i] = floor(numbers[i] * 1e6 + 0.5) / 1e6;
	}
}

/* Every colour and leaf comes back from the six decimals that a PDF has. */
static void test_leaf_colours(void) {
	const Colour colours[] = {0, 0xffffff, 0x17161a, 0xd6301a, 0x0102fe, 0xffffee};
	const int leaves[] = {LEAF_NONE, 0, 1, 15, 16, 255, 256, LEAF_LAP - 1};
	for (gsize i = 0; i < G_N_ELEMENTS(colours) * G_N_ELEMENTS(leaves); i++) {
		Colour colour = colours[i % G_N_ELEMENTS(colours)], read = 0;
		int leaf = leaves[i / G_N_ELEMENTS(colours)], lap = 0;
		double numbers[3];
		leaf_colour(colour, leaf, numbers);
		round_to_six_decimals(numbers);
		g_assert_cmpint(leaf_read(numbers, &read, &lap), ==, LEAF_SIGN_INK);
		g_assert_cmphex(read, ==, colour);
		g_assert_cmpint(lap, ==, leaf);
		leaf_picture_colour(TRUE, leaf, numbers);
		round_to_six_decimals(numbers);
		g_assert_cmpint(leaf_read(numbers, &read, &lap), ==, LEAF_SIGN_PICTURE);
		g_assert_cmpint(lap, ==, leaf);
	}
}

/* A picture's own colours, steps of 255, never say that it ends. */
static void test_leaf_picture_end(void) {
	Colour read;
	int lap, ends = 0;
	for (int colour = 0; colour < 1 << 24; colour++) {
		const double numbers[] = {(colour >> 16) / 255.0, (colour >> 8 & 255) / 255.0,
			(colour & 255) / 255.0};
		ends += leaf_read(numbers, &read, &lap) == LEAF_SIGN_PICTURE_END;
	}
	g_assert_cmpint(ends, ==, 0);
	double end[3];
	leaf_picture_colour(FALSE, 7, end);
	round_to_six_decimals(end);
	g_assert_cmpint(leaf_read(end, &read, &lap), ==, LEAF_SIGN_PICTURE_END);
}

/* A stroke reaches half its thickness; what leaves the page is cut; turned text stands upright. */
static void test_extent(void) {
	const Page page = {.width = 1000, .height = 2000};
	static const unsigned char ops[] = {PATH_MOVE, PATH_CURVE, PATH_CLOSE};
	const Point points[] = {{-50, 10}, {0, 20}, {30, 40}, {90, 60}};
	const PagePath path = {.op_count = 3, .ops = ops, .points = points};
	PageItem drawn = {.kind = PAGE_PATH,
		.as.path = {.path = &path, .at = {100, 100}, .stroke = 0, .thickness = 8}};
	Rect area;
	g_assert_true(page_item_extent(&page, &drawn, &area));
	g_assert_cmpint(area.x, ==, 46);
	g_assert_cmpint(area.y, ==, 106);
	g_assert_cmpint(area.x + area.width, ==, 194);
	g_assert_cmpint(area.y + area.height, ==, 164);
	drawn.as.path.at.x = -20;
	drawn.as.path.stroke = -1;
	g_assert_true(page_item_extent(&page, &drawn, &area));
	g_assert_cmpint(area.x, ==, 0);
	g_assert_cmpint(area.width, ==, 70);
	drawn.as.path.at.x = -900;
	g_assert_false(page_item_extent(&page, &drawn, &area));
	const ShapedWord word = {.advance = 65536};
	const PlacedWord alone = {.word = &word};
	const LineRun run = {.size = 100, .word_count = 1, .words = &alone};
	const Line line = {.run_count = 1, .runs = &run};
	const PageItem turned = {
		.kind = PAGE_TEXT, .as.text = {.line = &line, .at = {500, 500}, .turn = G_PI / 2}};
	g_assert_true(page_item_extent(&page, &turned, &area));
	g_assert_cmpint(area.height, >=, 100);
	g_assert_cmpint(area.height, <=, 102);
	g_assert_cmpint(area.width, >=, 118);
	g_assert_cmpint(area.width, <=, 122);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/page/lengths", test_lengths);
	g_test_add_func("/page/word-width", test_word_width);
	g_test_add_func("/page/dump", test_dump);
	g_test_add_func("/page/copies", test_links_are_copied);
	g_test_add_func("/page/arc", test_arc);
	g_test_add_func("/page/tags", test_tags);
	g_test_add_func("/page/graft", test_graft);
	g_test_add_func("/page/leaves", test_leaves);
	g_test_add_func("/page/leaf-colours", test_leaf_colours);
	g_test_add_func("/page/leaf-picture-end", test_leaf_picture_end);
	g_test_add_func("/page/page/extent", test_extent);
	return g_test_run();
}

/* A long document, drawn piece by piece and put together, shows and says what the same document
 * says that Cairo drew as one: every word in its place, every mark of colour, links, bookmarks,
 * labels; any number of threads gives the same bytes. */
#include "../out/sample.h"
#include "asset/asset.h"
#include "finish/finish.h"

enum { PAGES = 130, ROMAN = 4 };

static char *folder;

static const char *page_label(Sample *sample, int page) {
	static const char *const roman[ROMAN] = {"i", "ii", "iii", "cover (back)"};
	return page < ROMAN ? roman[page] : arena_printf(sample->arena, "%d", page - ROMAN + 1);
}

static void add_line(
	Sample *sample, PageBuilder *builder, LineRun look, int face, const char *text) {
	static const Len left = 60 * 1024;
	Len down = len_from_pt(90 + 22 * page_builder_count(builder));
	look.size = look.size ? look.size : len_from_pt(11);
	page_add_text(builder, TAG_ARTIFACT, sample_line(sample, look, face, text), left, down);
}

/* All that a line may have: scripts, spacing, stretching, height, colour, a turn. */
static void add_lines(Sample *sample, PageBuilder *builder) {
	static const char text[] = "Affine (Tea\\Coffee) “AVATAR” Łodz";
	add_line(sample, builder, (LineRun){0}, FACE_SANS, text);
	add_line(sample, builder, (LineRun){.tracking = 700}, FACE_SANS, text);
	add_line(sample, builder, (LineRun){.stretch = -15500}, FACE_PROSE, text);
	add_line(sample, builder, (LineRun){.tracking = -90, .stretch = 12345}, FACE_PROSE, text);
	add_line(sample, builder, (LineRun){.rise = 3000, .size = 7 * 1024, .colour = ACCENT},
		FACE_PROSE, "17");
	add_line(sample, builder, (LineRun){.size = 20 * 1024}, FACE_CJK, "五頁 本 A");
	LineRun look = {.size = 12 * 1024, .tracking = 300};
	page_add_text(builder, TAG_ARTIFACT, sample_line(sample, look, FACE_ARABIC, "كلام قصير"),
		300 * 1024, 300 * 1024);
	look.tracking = 0;
	page_add_text(builder, TAG_ARTIFACT, sample_line(sample, look, FACE_HEBREW, "שלום עולם"),
		300 * 1024, 330 * 1024);
	PageItem turned = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	turned.as.text.line = sample_line(sample, look, FACE_SANS, "turned about");
	turned.as.text.at = (Point){350 * 1024, 380 * 1024};
	turned.as.text.turn = 1.5707963;
	turned.as.text.colour = GREY;
	page_add(builder, turned);
}

static void add_shapes(Sample *sample, PageBuilder *builder) {
	PathBuilder *path = path_builder_new(sample->arena);
	path_move(path, (Point){0, 0});
	path_line(path, (Point){60 * 1024, 10 * 1024});
	path_arc(path, (Point){60 * 1024, 40 * 1024}, 30 * 1024, -1.5, 1.5);
	path_close(path);
	PageItem item = {.kind = PAGE_PATH, .tag = TAG_ARTIFACT};
	item.as.path.path = path_builder_end(path);
	item.as.path.at = (Point){100 * 1024, 400 * 1024};
	item.as.path.fill = ACCENT;
	item.as.path.stroke = INK;
	item.as.path.thickness = 2 * 1024;
	page_add(builder, item);
	item.as.path.at = (Point){380 * 1024, 450 * 1024};
	item.as.path.stroke = -1;
	item.as.path.clip_to_page = TRUE;
	page_add(builder, item);
	PageItem dots = {.kind = PAGE_DOTS, .tag = TAG_ARTIFACT};
	dots.as.rule.from = (Point){60 * 1024, 520 * 1024};
	dots.as.rule.to = (Point){360 * 1024, 520 * 1024};
	dots.as.rule.thickness = 1024;
	dots.as.rule.colour = ACCENT;
	dots.as.rule.gap = 5 * 1024;
	page_add(builder, dots);
	page_add_rule(
		builder, (Point){60 * 1024, 540 * 1024}, (Point){360 * 1024, 540 * 1024}, 700, INK);
}

/* Only Cairo can say it. */
static void add_picture(PageBuilder *builder) {
	PageItem item = {.kind = PAGE_IMAGE, .tag = TAG_ARTIFACT};
	item.as.image.area = (Rect){60 * 1024, 100 * 1024, 90 * 1024, 90 * 1024};
	page_add(builder, item);
}

/* A link in a paragraph of two runs, one of which is in another language; then a figure. */
static void add_tagged(Sample *sample, PageBuilder *builder, TagBuilder *tags, int page) {
	int tag = tag_leaf(tags, TAG_PARAGRAPH, 0);
	LineRun look = {.size = 10 * 1024, .target = "place (3)"};
	Line *line = sample_line(sample, look, FACE_SANS, "see there");
	LineRun *runs = arena_array_of(sample->arena, LineRun, 2);
	runs[0] = line->runs[0];
	runs[1] = sample_line(sample, (LineRun){.size = 10 * 1024}, FACE_SANS, "dort")->runs[0];
	((PlacedWord *)runs[1].words)[0].x = 90 * 1024;
	runs[1].language = page % 2 ? "de" : NULL;
	line->runs = runs;
	line->run_count = 2;
	page_add_text(builder, tag, line, 60 * 1024, 480 * 1024);
	PageItem link = {.kind = PAGE_LINK, .tag = tag};
	link.as.link.target = "place (3)";
	link.as.link.area = (Rect){60 * 1024, 470 * 1024, 50 * 1024, 12 * 1024};
	page_add(builder, link);
	int figure = tag_leaf(tags, TAG_FIGURE, 0);
	if (page % 3 == 0) {
		tag_set_alternate(tags, figure, "a field (grey)");
	}
	PageItem fill = {.kind = PAGE_FILL, .tag = figure};
	fill.as.fill.area = (Rect){300 * 1024, 470 * 1024, 20 * 1024, 20 * 1024};
	fill.as.fill.colour = GREY;
	page_add(builder, fill);
}

static void add_page(Sample *sample, TagBuilder *tags, int page) {
	PageBuilder *builder = sample_page(sample, 148, 210);
	page_add_fill(builder, (Rect){0, 0, len_from_mm(148), len_from_mm(9)}, GREY, TRUE);
	g_autofree char *number = g_strdup_printf("Page %d of\xc2\xa0many", page + 1);
	sample_text(sample, builder, page % 2 ? FACE_SANS : FACE_PROSE, 12, number, 60, 60);
	if (page == 7) {
		add_lines(sample, builder);
		add_shapes(sample, builder);
	}
	if (page == 9) {
		add_picture(builder);
	}
	add_tagged(sample, builder, tags, page);
	page_add_anchor(
		builder, arena_printf(sample->arena, "place (%d)", page), (Point){0, 50 * 1024});
	Rect area = {len_from_pt(60), len_from_pt(50), len_from_pt(100), len_from_pt(12)};
	const char *target = arena_printf(sample->arena, "place (%d)", (page + PAGES / 2) % PAGES);
	page_add_link(builder, area, NULL, target, page == 0 ? "Tor über (B\\C" : NULL);
	page_add_link(builder, area, NULL, "nowhere", NULL);
	if (page == PAGES - 2) {
		page_add_link(builder, area, "https://example.org/a(b)?c=1 0 R", NULL, "x (y");
	}
	sample_page_end(sample, builder, page_label(sample, page));
}

static Asset *picture;

static void load_picture(void) {
	static const char drawing[] =
		"<svg xmlns='http://www.w3.org/2000/svg' width='60' height='60'>"
		"<circle cx='30' cy='30' r='20' fill='#0b5c8a'/></svg>";
	g_autofree char *path = g_build_filename(folder, "ball.svg", NULL);
	g_assert_true(g_file_set_contents(path, drawing, -1, NULL));
	g_autoptr(Diags) diags = diags_new();
	picture = asset_load(folder, "ball.svg", SPAN_NONE, diags);
	g_assert_nonnull(picture);
}

static void make_long(Sample *sample) {
	sample_init(sample);
	PageAsset *assets = arena_array_of(sample->arena, PageAsset, 1);
	assets[0] = (PageAsset){.asset = picture, .name = "ball.svg"};
	sample->document.assets = assets;
	sample->document.asset_count = 1;
	TagBuilder *tags = tag_builder_new(sample->arena, "en");
	for (int i = 0; i < PAGES; i++) {
		add_page(sample, tags, i);
	}
	sample->document.tags = tag_builder_end(tags);
	OutlineEntry *entries = arena_array_of(sample->arena, OutlineEntry, 6);
	entries[0] = (OutlineEntry){"First", "place (0)", 1};
	entries[1] = (OutlineEntry){"Far (down)", "place (100)", 2};
	entries[2] = (OutlineEntry){"Deep", "place (101)", 3};
	entries[3] = (OutlineEntry){"Nowhere", "place (x)", 1};
	entries[4] = (OutlineEntry){"Źródło", "place (102)", 2};
	entries[5] = (OutlineEntry){"Last", "place (103)", 1};
	sample->document.outline = entries;
	sample->document.outline_count = 6;
}

static gboolean append(void *to, const void *bytes, gsize length) {
	g_byte_array_append(to, bytes, (guint)length);
	return TRUE;
}

static gboolean fail(void *to, const void *bytes, gsize length) {
	(void)bytes;
	int *left = to;
	*left -= (int)length;
	return *left >= 0;
}

static GByteArray *write_long(const Document *document, int threads) {
	g_autoptr(GError) error = NULL;
	PdfOptions options = {.links = TRUE, .marks = TRUE, .threads = threads};
	g_assert_true(out_is_long(document, &options));
	g_autoptr(Drawn) drawn = out_draw(document, &options, &error);
	g_assert_no_error(error);
	FinishOptions finish = {.links = TRUE, .marks = TRUE, .threads = threads};
	GByteArray *made = g_byte_array_new();
	g_assert_true(finish_drawn(document, drawn, &finish, (PdfSink){append, made}, &error));
	g_assert_no_error(error);
	return made;
}

/* Caller frees the path. */
static char *save(const GByteArray *bytes, const char *name) {
	char *path = g_build_filename(folder, name, NULL);
	g_assert_true(
		g_file_set_contents(path, (const char *)bytes->data, (gssize)bytes->len, NULL));
	return path;
}

/* By the way of short documents. Caller frees. */
static char *save_as_short(const Document *document) {
	SafeFile *memory = safe_memory_new();
	PdfOptions options = {.links = TRUE, .marks = TRUE};
	FinishOptions finish = {.links = TRUE, .marks = TRUE};
	g_assert_true(out_pdf(document, &options, memory, NULL));
	g_autoptr(GBytes) drawn = safe_memory_end(memory);
	g_autoptr(GBytes) made = finish_pdf(document, drawn, &finish, NULL);
	g_assert_nonnull(made);
	char *path = g_build_filename(folder, "short.pdf", NULL);
	gsize size;
	const char *data = g_bytes_get_data(made, &size);
	g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	return path;
}

/* Words of a page with their boxes, in the order of the page; one a line. */
static GStrv words_of(const char *path, int page) {
	g_autofree char *text =
		sample_run("pdftotext -bbox -raw -f %d -l %d %s -", page, page, path);
	g_assert_nonnull(text);
	GPtrArray *words = g_ptr_array_new();
	for (char *at = strstr(text, "<word "); at; at = strstr(at + 1, "<word ")) {
		g_ptr_array_add(words, g_strndup(at, strcspn(at, "\n")));
	}
	g_ptr_array_add(words, NULL);
	return (GStrv)g_ptr_array_free(words, FALSE);
}

static void assert_same_word(const char *one, const char *other) {
	static const char *const keys[] = {"xMin=\"", "yMin=\"", "xMax=\"", "yMax=\""};
	for (gsize k = 0; k < G_N_ELEMENTS(keys); k++) {
		double a = g_ascii_strtod(strstr(one, keys[k]) + strlen(keys[k]), NULL);
		double b = g_ascii_strtod(strstr(other, keys[k]) + strlen(keys[k]), NULL);
		if (fabs(a - b) > 0.25) {
			g_test_message("%s\n%s", one, other);
		}
		g_assert_cmpfloat(fabs(a - b), <=, 0.25);
	}
	g_assert_cmpstr(strchr(one, '>'), ==, strchr(other, '>'));
}

static void assert_same_words(const char *one, const char *other, int page) {
	g_auto(GStrv) ours = words_of(one, page), theirs = words_of(other, page);
	g_assert_cmpuint(g_strv_length(ours), ==, g_strv_length(theirs));
	g_assert_cmpuint(g_strv_length(ours), >, 2);
	for (int i = 0; ours[i]; i++) {
		assert_same_word(ours[i], theirs[i]);
	}
}

/* Grey pixels of a page. Caller frees. */
static char *pixels_of(const char *path, int page, gsize *length) {
	g_autofree char *root = g_build_filename(folder, "page", NULL);
	g_autofree char *made = sample_run(
		"pdftoppm -gray -singlefile -r 100 -f %d -l %d %s %s", page, page, path, root);
	g_assert_nonnull(made);
	g_autofree char *name = g_strconcat(root, ".pgm", NULL);
	char *pixels;
	g_assert_true(g_file_get_contents(name, &pixels, length, NULL));
	return pixels;
}

static void assert_same_pixels(const char *one, const char *other, int page) {
	gsize size, other_size, different = 0;
	g_autofree guchar *ours = (guchar *)pixels_of(one, page, &size);
	g_autofree guchar *theirs = (guchar *)pixels_of(other, page, &other_size);
	g_assert_cmpuint(size, ==, other_size);
	for (gsize i = 0; i < size; i++) {
		different += ABS((int)ours[i] - (int)theirs[i]) > 64 ? 1 : 0;
	}
	/* Cairo clips at the trim, so that the last column is not quite full there. */
	g_assert_cmpuint(different, <, size / 600);
}

static void test_pages(void) {
	Sample sample;
	make_long(&sample);
	g_autoptr(GByteArray) made = write_long(&sample.document, 3);
	g_autofree char *path = save(made, "long.pdf"), *other = save_as_short(&sample.document);
	g_autofree char *check = sample_run("qpdf --check %s", path);
	g_assert_nonnull(check);
	g_assert_null(strstr(check, "WARNING"));
	static const int pages[] = {1, 2, 8, 10, PAGES};
	for (gsize i = 0; i < G_N_ELEMENTS(pages); i++) {
		assert_same_words(path, other, pages[i]);
		assert_same_pixels(path, other, pages[i]);
	}
	g_autofree char *text = sample_run("pdftotext -raw %s -", path);
	g_autofree char *other_text = sample_run("pdftotext -raw %s -", other);
	g_assert_cmpstr(text, ==, other_text);
	sample_finish(&sample);
}

/* Object numbers are the file's own. */
static char *structure_of(const char *path) {
	g_autofree char *text = sample_run("pdfinfo -struct-text %s", path);
	g_assert_nonnull(text);
	GString *kept = g_string_new(NULL);
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	for (int i = 0; lines[i]; i++) {
		const char *object = strstr(lines[i], "Object ");
		g_string_append_len(
			kept, lines[i], object ? object - lines[i] : (gssize)strlen(lines[i]));
		g_string_append_c(kept, '\n');
	}
	return g_string_free(kept, FALSE);
}

static void test_structure(void) {
	Sample sample;
	make_long(&sample);
	g_autoptr(GByteArray) made = write_long(&sample.document, 2);
	g_autofree char *path = save(made, "long.pdf"), *other = save_as_short(&sample.document);
	g_autofree char *ours = structure_of(path), *theirs = structure_of(other);
	g_assert_cmpstr(ours, ==, theirs);
	g_assert_nonnull(strstr(ours, "Link"));
	g_assert_nonnull(strstr(ours, "\"dort\""));
	g_assert_nonnull(strstr(ours, "Figure"));
	sample_finish(&sample);
}

static void test_fonts(void) {
	Sample sample;
	make_long(&sample);
	g_autoptr(GByteArray) made = write_long(&sample.document, 1);
	g_autofree char *path = save(made, "long.pdf"), *other = save_as_short(&sample.document);
	g_autofree char *fonts = sample_run("pdffonts %s", path);
	g_autofree char *others = sample_run("pdffonts %s", other);
	g_auto(GStrv) lines = g_strsplit(fonts, "\n", -1);
	g_auto(GStrv) other_lines = g_strsplit(others, "\n", -1);
	g_assert_cmpuint(g_strv_length(lines), ==, g_strv_length(other_lines));
	g_assert_cmpuint(g_strv_length(lines), >, 5);
	sample_finish(&sample);
}

static void test_threads(void) {
	Sample sample;
	make_long(&sample);
	g_autoptr(GByteArray) one = write_long(&sample.document, 1);
	g_autoptr(GByteArray) four = write_long(&sample.document, 4);
	g_assert_cmpmem(one->data, one->len, four->data, four->len);
	sample_finish(&sample);
}

static int count_of(const char *text, const char *what) {
	int count = 0;
	for (const char *at = strstr(text, what); at; at = strstr(at + 1, what)) {
		count++;
	}
	return count;
}

/* The file with every object in plain sight. Caller frees. */
G_GNUC_NO_INLINE static char *plain(const char *path) {
	g_autofree char *open = g_build_filename(folder, "open.pdf", NULL);
	g_autofree char *made = sample_run(
		"qpdf --qdf --object-streams=disable --no-original-object-ids %s %s", path, open);
	g_assert_nonnull(made);
	char *text = NULL;
	gsize length;
	g_assert_true(g_file_get_contents(open, &text, &length, NULL));
	for (gsize i = 0; i < length; i++) {
		text[i] = text[i] ? text[i] : ' ';
	}
	return text;
}

static void test_ways(void) {
	Sample sample;
	make_long(&sample);
	g_autoptr(GByteArray) made = write_long(&sample.document, 2);
	g_autofree char *path = save(made, "long.pdf"), *text = plain(path);
	g_assert_cmpint(count_of(text, "/Subtype /Link"), ==, 2 * PAGES + 1);
	g_assert_cmpint(count_of(text, "/F 4"), ==, 2 * PAGES + 1);
	g_assert_cmpint(count_of(text, "/Type /Page\n"), ==, PAGES);
	g_assert_nonnull(strstr(text, "(https://example.org/a%28b%29?c=1%200%20R)"));
	g_assert_nonnull(strstr(text, "/Contents (x \\(y)"));
	g_assert_nonnull(strstr(text, "/Lang (en)"));
	g_assert_cmpint(count_of(text, "/TrimBox ["), ==, PAGES);
	g_autofree char *labels = sample_run("qpdf --json --json-key=pagelabels %s", path);
	g_assert_nonnull(strstr(labels, "\"/P\": \"u:iii\""));
	g_assert_nonnull(strstr(labels, "\"/P\": \"u:cover (back)\""));
	g_assert_cmpint(count_of(labels, "\"index\""), ==, ROMAN + 1);
	g_autofree char *outline = sample_run("qpdf --json --json-key=outlines %s", path);
	g_assert_cmpint(count_of(outline, "\"title\""), ==, 5);
	g_assert_nonnull(strstr(outline, "\"destpageposfrom1\": 101"));
	g_assert_nonnull(strstr(text, "/Count 4"));
	g_assert_nonnull(strstr(text, "/Count -1"));
	g_assert_nonnull(strstr(text, "/Count 2"));
	sample_finish(&sample);
}

/* What a sink refuses is for the sink to tell. */
static void test_sink(void) {
	Sample sample;
	make_long(&sample);
	PdfOptions options = {.links = TRUE};
	g_autoptr(Drawn) drawn = out_draw(&sample.document, &options, NULL);
	FinishOptions finish = {.links = TRUE};
	for (int left = 0; left < 60000; left += 9000) {
		int room = left;
		g_autoptr(GError) error = NULL;
		PdfSink sink = {fail, &room};
		g_assert_false(finish_drawn(&sample.document, drawn, &finish, sink, &error));
		g_assert_no_error(error);
	}
	sample_finish(&sample);
}

static void test_broken(void) {
	Sample sample;
	make_long(&sample);
	PdfOptions options = {.links = TRUE};
	g_autoptr(Drawn) drawn = out_draw(&sample.document, &options, NULL);
	FinishOptions finish = {.links = TRUE};
	GBytes *whole = drawn->base;
	for (gsize length = 0; length < g_bytes_get_size(whole); length += 1 + length / 3) {
		g_autoptr(GByteArray) made = g_byte_array_new();
		g_autoptr(GError) error = NULL;
		drawn->base = g_bytes_new_from_bytes(whole, 0, length);
		g_assert_false(finish_drawn(
			&sample.document, drawn, &finish, (PdfSink){append, made}, &error));
		g_assert_nonnull(error);
		g_bytes_unref(drawn->base);
	}
	drawn->base = whole;
	sample_finish(&sample);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp("bifolio-book-XXXXXX", NULL);
	load_picture();
	g_test_add_func("/book/pages", test_pages);
	g_test_add_func("/book/structure", test_structure);
	g_test_add_func("/book/fonts", test_fonts);
	g_test_add_func("/book/threads", test_threads);
	g_test_add_func("/book/ways", test_ways);
	g_test_add_func("/book/sink", test_sink);
	g_test_add_func("/book/broken", test_broken);
	int status = g_test_run();
	asset_free(picture);
	sample_remove(folder);
	g_free(folder);
	return status;
}

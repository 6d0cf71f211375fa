/* placed: pages of strangers' PDFs: their sizes as they are shown, what is told of those that
 * cannot be used, bounds, and that a placed page looks like its source. */
#include <math.h>
#include <string.h>

#include "../out/sample.h"
#include "asset/asset.h"
#include "finish/finish.h"
#include "pdf_text.h"

static char *folder;

/* What is said of it, codes and messages; "" when nothing. Caller frees. */
static char *load(GBytes *file, int page, Placed *placed) {
	g_autoptr(Diags) diags = diags_new();
	PlacedRequest request = {
		.path = "map.pdf", .page = page, .where = SPAN_NONE, .page_where = SPAN_NONE};
	gboolean good = placed_load(file, &request, diags, placed);
	g_assert_cmpint(good, ==, diags_count(diags, DIAG_ERROR) == 0);
	g_assert_cmpint(good, ==, placed->form != NULL);
	GString *said = g_string_new(NULL);
	for (int i = 0; i < diags_total(diags); i++) {
		const Diag *diag = diags_at(diags, i);
		g_assert_nonnull(diag->hint);
		g_string_append_printf(said, "%s%s: %s", i ? "\n" : "", diag->code, diag->message);
	}
	return g_string_free(said, FALSE);
}

static void placed_clear(Placed *placed) {
	g_clear_pointer(&placed->form, g_bytes_unref);
}

static void says(GBytes *file, int page, const char *wanted) {
	Placed placed;
	g_autofree char *said = load(file, page, &placed);
	if (!g_str_has_prefix(said, wanted) || (!*wanted && *said)) {
		g_test_message("said: %s\nwanted: %s", said, wanted);
		g_test_fail();
	}
	placed_clear(&placed);
}

static GBytes *one_page(const char *keys, const char *content) {
	PdfText pdf;
	pdf_page(&pdf, keys, content);
	return pdf_end(&pdf);
}

/* --- sizes -------------------------------------------------------------------------------- */

static void size_is(const char *keys, const double *wanted) {
	g_autoptr(GBytes) file = one_page(keys, "0 0 50 50 re f");
	Placed placed;
	g_autofree char *said = load(file, 1, &placed);
	g_assert_cmpstr(said, ==, "");
	const double found[] = {placed.width, placed.height, placed.trim_x, placed.trim_y,
		placed.trim_width, placed.trim_height};
	for (int i = 0; i < 6; i++) {
		if (fabs(found[i] - wanted[i]) > 0.001) {
			g_test_message("%s: number %d is %g, not %g", keys, i, found[i], wanted[i]);
			g_test_fail();
		}
	}
	placed_clear(&placed);
}

static void test_sizes(void) {
	size_is("", (double[]){300, 400, 0, 0, 300, 400});
	size_is("/MediaBox [10 20 110 220]", (double[]){100, 200, 0, 0, 100, 200});
	size_is("/MediaBox [110 220 10 20]", (double[]){100, 200, 0, 0, 100, 200});
	size_is("/CropBox [50 50 250 350]", (double[]){200, 300, 0, 0, 200, 300});
	size_is("/UserUnit 2", (double[]){600, 800, 0, 0, 600, 800});
	size_is("/Rotate 90", (double[]){400, 300, 0, 0, 400, 300});
	size_is("/Rotate -270", (double[]){400, 300, 0, 0, 400, 300});
	size_is("/TrimBox [20 30 280 360]", (double[]){260, 330, 0, 0, 260, 330});
	/* Bleeds of 10 left, 15 at the foot, 8 right, 4 at the head. */
	const char boxes[] = "/TrimBox [20 30 280 360] /BleedBox [10 15 288 364]";
	size_is(boxes, (double[]){278, 349, 10, 4, 260, 330});
	g_autofree char *right = g_strconcat(boxes, " /Rotate 90", NULL);
	size_is(right, (double[]){349, 278, 15, 10, 330, 260});
	g_autofree char *over = g_strconcat(boxes, " /Rotate 180", NULL);
	size_is(over, (double[]){278, 349, 8, 15, 260, 330});
	g_autofree char *left = g_strconcat(boxes, " /Rotate 270", NULL);
	size_is(left, (double[]){349, 278, 4, 8, 330, 260});
	/* A bleed that lies outside of the page is not there. */
	size_is("/TrimBox [0 0 300 400] /BleedBox [-9 -9 309 409]",
		(double[]){300, 400, 0, 0, 300, 400});
}

/* --- trouble ------------------------------------------------------------------------------ */

static void test_trouble(void) {
	g_autoptr(GBytes) good = one_page("", "0 0 50 50 re f");
	says(good, 2, "pdf-page: map.pdf has 1 page, but page 2 is wanted");
	g_autoptr(GBytes) half = g_bytes_new_from_bytes(good, 0, g_bytes_get_size(good) / 2);
	says(half, 1, "pdf-damaged: map.pdf: this PDF cannot be used: ");
	g_autoptr(GBytes) head = g_bytes_new_static("%PDF-1.7\n", 9);
	says(head, 1, "pdf-damaged: ");
	g_autoptr(GBytes) empty = one_page("", NULL);
	says(empty, 1, "pdf-damaged: map.pdf: this PDF cannot be used: the page is empty");
	g_autoptr(GBytes) flat = one_page("/MediaBox [0 0 0 0]", "0 0 m");
	says(flat, 1, "pdf-damaged: ");
	g_autoptr(GBytes) vast = one_page("/MediaBox [0 0 1e7 1e7]", "0 0 m");
	says(vast, 1, "pdf-damaged: ");
	g_autoptr(GBytes) odd = one_page("/MediaBox [0 0 (a) 7]", "0 0 m");
	says(odd, 1, "pdf-damaged: ");
	PdfText away;
	pdf_page(&away, "/Resources << /XObject << /X 5 0 R >> >>", "/X Do");
	pdf_stream(&away, "/Subtype /Image /F (/etc/passwd)", "x", 1);
	g_autoptr(GBytes) elsewhere = pdf_end(&away);
	says(elsewhere, 1,
		"pdf-damaged: map.pdf: this PDF cannot be used: its data lie in another");
}

static GBytes *encrypted(GBytes *file, const char *user) {
	g_autofree char *in = g_build_filename(folder, "in.pdf", NULL);
	g_autofree char *out = g_build_filename(folder, "out.pdf", NULL);
	gsize size;
	const char *data = g_bytes_get_data(file, &size);
	g_assert_true(g_file_set_contents(in, data, (gssize)size, NULL));
	g_autofree char *ran =
		sample_run("qpdf --encrypt \"%s\" owner 256 -- %s %s", user, in, out);
	g_assert_nonnull(ran);
	char *text = NULL;
	g_assert_true(g_file_get_contents(out, &text, &size, NULL));
	return g_bytes_new_take(text, size);
}

static void test_encrypted(void) {
	g_autoptr(GBytes) plain = one_page("", "0 0 50 50 re f");
	g_autoptr(GBytes) locked = encrypted(plain, "secret");
	says(locked, 1, "pdf-encrypted: map.pdf: this PDF is locked with a password");
	g_autoptr(GBytes) restricted = encrypted(plain, "");
	says(restricted, 1, "pdf-encrypted: map.pdf: this PDF is encrypted");
}

static void test_doubts(void) {
	g_autoptr(GBytes) font =
		one_page("/Resources << /Font << /A 5 0 R >> >>", "BT /A 9 Tf (Hello) Tj ET");
	Placed placed;
	g_autofree char *missing = load(font, 1, &placed);
	g_assert_cmpstr(missing, ==, "");
	placed_clear(&placed);
	PdfText pdf;
	pdf_page(&pdf, "/Resources << /Font << /A 5 0 R >> >> /Annots [6 0 R 7 0 R]",
		"BT /A 9 Tf (Hello) Tj ET");
	pdf_object(&pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
	pdf_object(&pdf, "<< /Type /Annot /Subtype /Stamp /AP << /N 4 0 R >> /Rect [0 0 9 9] >>");
	pdf_object(&pdf, "<< /Type /Annot /Subtype /Link /Rect [0 0 9 9] >>");
	g_autoptr(GBytes) file = pdf_end(&pdf);
	g_autofree char *said = load(file, 1, &placed);
	g_assert_nonnull(strstr(said, "pdf-font: map.pdf: "));
	g_assert_nonnull(strstr(said, ": Helvetica"));
	g_assert_nonnull(strstr(said, "pdf-annotations: map.pdf: "));
	g_assert_nonnull(strstr(said, "not printed: 1"));
	g_assert_nonnull(placed.form);
	placed_clear(&placed);
}

/* --- ill will ----------------------------------------------------------------------------- */

/* A chain of objects longer than any stack, and rings. */
static void test_chains(void) {
	PdfText pdf;
	pdf_page(&pdf, "/Resources << /ExtGState << /G 5 0 R >> /XObject << /X 4 0 R >> >>",
		"/X Do");
	enum { LONG = 60000 };
	for (int i = 5; i < LONG; i++) {
		g_autofree char *next = g_strdup_printf("<< /Next %d 0 R >>", i + 1);
		pdf_object(&pdf, next);
	}
	pdf_object(&pdf, "<< /Next 5 0 R /Page 3 0 R /Pages 2 0 R >>");
	g_autoptr(GBytes) file = pdf_end(&pdf);
	says(file, 1, "");
	PdfText wide;
	pdf_page(&wide, "/Resources << /ExtGState 5 0 R >>", "0 0 m");
	GString *many = g_string_new("<< ");
	enum { MANY = 100100 };
	for (int i = 0; i < MANY; i++) {
		g_string_append_printf(many, "/G%d %d 0 R ", i, i + 6);
	}
	g_string_append(many, ">>");
	pdf_object(&wide, many->str);
	for (int i = 0; i < MANY; i++) {
		pdf_object(&wide, "<< >>");
	}
	g_string_free(many, TRUE);
	g_autoptr(GBytes) crowd = pdf_end(&wide);
	says(crowd, 1, "pdf-damaged: map.pdf: this PDF cannot be used: it is made of too many");
}

static void test_nested(void) {
	GString *deep = g_string_new("/Resources << /A ");
	for (int i = 0; i < 400; i++) {
		g_string_append(deep, "[");
	}
	for (int i = 0; i < 400; i++) {
		g_string_append(deep, "]");
	}
	g_string_append(deep, " >>");
	g_autoptr(GBytes) file = one_page(deep->str, "0 0 m");
	says(file, 1, "pdf-damaged: ");
	g_string_free(deep, TRUE);
	g_autoptr(GBytes) ring = NULL;
	PdfText pdf;
	pdf_begin(&pdf);
	pdf_object(&pdf, "<< /Type /Catalog /Pages 2 0 R >>");
	pdf_object(&pdf, "<< /Type /Pages /Kids [2 0 R 3 0 R] /Count 2 >>");
	pdf_object(&pdf, "<< /Type /Page /Parent 3 0 R >>");
	ring = pdf_end(&pdf);
	says(ring, 1, "pdf-damaged: ");
}

/* Data that say to be much more when they are unpacked. */
static void test_bombs(void) {
	PdfText pdf;
	pdf_page(&pdf, "/Contents [5 0 R 6 0 R]", NULL);
	pdf_object(&pdf, "null");
	pdf_deflated(&pdf, "", ' ', (gsize)40 << 20);
	pdf_deflated(&pdf, "", ' ', (gsize)40 << 20);
	g_autoptr(GBytes) content = pdf_end(&pdf);
	says(content, 1,
		"pdf-damaged: map.pdf: this PDF cannot be used: what it paints is too long");
	PdfText once;
	pdf_page(&once, "/Contents [5 0 R]", NULL);
	pdf_object(&once, "null");
	pdf_deflated(&once, "", ' ', (gsize)40 << 20);
	g_autoptr(GBytes) large = pdf_end(&once);
	says(large, 1, "");
	/* A picture is never unpacked: it is as large as it is in the file. */
	PdfText image;
	pdf_page(&image, "/Resources << /XObject << /X 5 0 R >> >>", "/X Do");
	pdf_deflated(&image,
		"/Type /XObject /Subtype /Image /Width 9000 /Height 9000 /ColorSpace /DeviceGray "
		"/BitsPerComponent 8",
		'\0', (gsize)81000000);
	g_autoptr(GBytes) picture = pdf_end(&image);
	Placed placed;
	g_autofree char *said = load(picture, 1, &placed);
	g_assert_cmpstr(said, ==, "");
	g_assert_cmpuint(g_bytes_get_size(placed.form), <, 400000);
	placed_clear(&placed);
}

/* The page's resources are in an object stream that unpacks to gigabytes: libqpdf would take them
 * all, and is told that there are not so many. The sanitizer does not let it be told. */
static void test_memory(void) {
#ifdef __SANITIZE_ADDRESS__
	g_test_skip("AddressSanitizer ends the program when memory runs out");
#else
	PdfText pdf;
	pdf_page(&pdf, "/Resources 6 0 R", "0 0 m");
	gsize length = (gsize)20 << 20;
	char *runs = g_malloc(length);
	for (gsize i = 0; i < length; i += 2) {
		runs[i] = (char)129; /* 128 bytes of what follows */
		runs[i + 1] = ' ';
	}
	pdf_coded(
		&pdf, "/Type /ObjStm /N 1 /First 4", "/FlateDecode /RunLengthDecode", runs, length);
	g_free(runs);
	g_autoptr(GBytes) file = pdf_end_packed(&pdf, 5);
	g_assert_cmpuint(g_bytes_get_size(file), <, 200000);
	says(file, 1, "pdf-large: map.pdf: this PDF needs too much memory");
#endif
}

/* Bytes changed here and there, and cuts: told or taken, never a crash. */
static void test_damage(void) {
	PdfText pdf;
	pdf_page(&pdf,
		"/Resources << /Font << /A 6 0 R >> >> /Contents [4 0 R 5 0 R] /TrimBox [9 9 99 "
		"99]",
		NULL);
	pdf_stream(&pdf, "", "q BT /A 9 Tf", 12);
	pdf_deflated(&pdf, "", ' ', 900);
	pdf_object(&pdf, "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>");
	g_autoptr(GBytes) file = pdf_end(&pdf);
	gsize size;
	const char *data = g_bytes_get_data(file, &size);
	for (int seed = 0; seed < 1500; seed++) {
		g_autoptr(GRand) rand = g_rand_new_with_seed((guint32)seed);
		char *copy = g_memdup2(data, size);
		for (int i = g_rand_int_range(rand, 1, 5); i > 0; i--) {
			copy[g_rand_int_range(rand, 0, (gint32)size)] =
				(char)g_rand_int_range(rand, 0, 256);
		}
		g_autoptr(GBytes) changed = g_bytes_new_take(copy, size);
		Placed placed;
		g_autofree char *said = load(changed, 1, &placed);
		placed_clear(&placed);
	}
}

/* --- looks -------------------------------------------------------------------------------- */

typedef struct Picture {
	int width, height;
	unsigned char *pixels, *data;
} Picture;

static Picture rasterize(const char *path, const char *how) {
	Picture picture = {0};
	g_autofree char *base = g_build_filename(folder, "page", NULL);
	g_autofree char *ran =
		sample_run("pdftoppm -r 60 -f 1 -l 1 -singlefile %s %s %s", how, path, base);
	g_assert_nonnull(ran);
	g_autofree char *name = g_strconcat(base, ".ppm", NULL);
	gsize size;
	char *text = NULL;
	g_assert_true(g_file_get_contents(name, &text, &size, NULL));
	int used = 0;
	g_assert_cmpint(
		sscanf(text, "P6 %d %d 255%n", &picture.width, &picture.height, &used), ==, 2);
	picture.data = (unsigned char *)text;
	picture.pixels = picture.data + used + 1;
	return picture;
}

/* The asset on a page of its own size, finished; the path is to be freed. */
static char *place_on_page(const Placed *placed) {
	Sample sample;
	sample_init(&sample);
	AssetPage sizes = {placed->width, placed->height, placed->trim_x, placed->trim_y,
		placed->trim_width, placed->trim_height};
	g_autoptr(Asset) asset = asset_from_pdf(&sizes);
	PageAsset named = {asset, "map.pdf"};
	sample.document.assets = &named;
	sample.document.asset_count = 1;
	PageBuilder *builder = page_builder_new(
		sample.arena, len_from_pt(placed->width), len_from_pt(placed->height));
	PageItem item = {.kind = PAGE_IMAGE, .tag = TAG_ARTIFACT};
	item.as.image.area = (Rect){0, 0, len_from_pt(placed->width), len_from_pt(placed->height)};
	page_add(builder, item);
	sample_page_end(&sample, builder, "1");
	g_autoptr(GError) error = NULL;
	SafeFile *memory = safe_memory_new();
	PdfOptions options = {0};
	g_assert_true(out_pdf(&sample.document, &options, memory, &error));
	g_autoptr(GBytes) drawn = safe_memory_end(memory);
	PlacedPage page = {0, placed->form};
	FinishOptions finish = {.placed_count = 1, .placed = &page};
	g_autoptr(GBytes) finished = finish_pdf(&sample.document, drawn, &finish, &error);
	g_assert_no_error(error);
	gsize size;
	const char *data = g_bytes_get_data(finished, &size);
	char *path = g_build_filename(folder, "placed.pdf", NULL);
	g_assert_true(g_file_set_contents(path, data, (gssize)size, NULL));
	g_autofree char *check = sample_run("qpdf --check %s", path);
	g_assert_nonnull(check);
	finish.placed_count = 0;
	g_autoptr(GBytes) without = finish_pdf(&sample.document, drawn, &finish, NULL);
	g_assert_true(without == NULL || !g_bytes_equal(without, finished));
	sample_finish(&sample);
	return path;
}

/* A placed page against its source, as a reader sees both. */
static void looks_alike(const char *keys) {
	static const char content[] =
		"0.9 0.95 1 rg -99 -99 999 999 re f 1 0 0 rg 20 20 10 80 re f 20 90 40 10 re f "
		"20 60 25 10 re f 0 0 1 RG 4 w 0 0 300 400 re S 0 0.5 0 rg 200 300 60 60 re f "
		"0 0 0 1 k 100 150 50 20 re f";
	g_autoptr(GBytes) file = one_page(keys, content);
	g_autofree char *source = g_build_filename(folder, "source.pdf", NULL);
	gsize size;
	const char *data = g_bytes_get_data(file, &size);
	g_assert_true(g_file_set_contents(source, data, (gssize)size, NULL));
	Placed placed;
	g_autofree char *said = load(file, 1, &placed);
	g_assert_cmpstr(said, ==, "");
	g_autofree char *path = place_on_page(&placed);
	Picture wanted = rasterize(source, "-cropbox"), found = rasterize(path, "");
	g_assert_cmpint(abs(wanted.width - found.width), <=, 1);
	g_assert_cmpint(abs(wanted.height - found.height), <=, 1);
	int width = MIN(wanted.width, found.width), height = MIN(wanted.height, found.height);
	gint64 unlike = 0;
	for (int y = 0; y < height; y++) {
		for (int x = 0; x < 3 * width; x++) {
			unlike += abs(wanted.pixels[y * 3 * wanted.width + x] -
					  found.pixels[y * 3 * found.width + x]) > 60;
		}
	}
	/* Edges may differ by a part of a pixel. */
	if (unlike > width * height * 3 / 50) {
		g_test_message("%s: %d of %d differ", keys, (int)unlike, width * height * 3);
		g_test_fail();
	}
	free(wanted.data);
	free(found.data);
	placed_clear(&placed);
}

static void test_looks(void) {
	looks_alike("");
	looks_alike("/CropBox [10 15 250 380]");
	looks_alike("/Rotate 90");
	looks_alike("/Rotate 180");
	looks_alike("/Rotate 270 /CropBox [10 15 250 380]");
	looks_alike("/MediaBox [-50 -20 320 420]");
}

/* Streams of one page may be cut anywhere between two words. */
static void test_joined(void) {
	PdfText pdf;
	pdf_page(&pdf, "/Contents [5 0 R 6 0 R 7 0 R]", NULL);
	pdf_object(&pdf, "null");
	pdf_stream(&pdf, "", "1 0 0", 5);
	pdf_stream(&pdf, "", "rg 0 0 300", 10);
	pdf_stream(&pdf, "/Filter [/ASCIIHexDecode]", "3430302072652066>", 17);
	g_autoptr(GBytes) file = pdf_end(&pdf);
	Placed placed;
	g_autofree char *said = load(file, 1, &placed);
	g_assert_cmpstr(said, ==, "");
	g_autofree char *path = place_on_page(&placed);
	Picture picture = rasterize(path, "");
	const unsigned char *middle =
		picture.pixels + 3 * (picture.height / 2 * picture.width + picture.width / 2);
	g_assert_cmpint(middle[0], >, 200);
	g_assert_cmpint(middle[1], <, 60);
	free(picture.data);
	placed_clear(&placed);
}

static void test_same_bytes(void) {
	g_autoptr(GBytes) file = one_page("/Rotate 90", "0 0 50 50 re f");
	Placed once, again;
	g_autofree char *said = load(file, 1, &once), *said_again = load(file, 1, &again);
	g_assert_true(g_bytes_equal(once.form, again.form));
	placed_clear(&once);
	placed_clear(&again);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	folder = g_dir_make_tmp("bifolio-placed-XXXXXX", NULL);
	g_test_add_func("/finish/placed/sizes", test_sizes);
	g_test_add_func("/finish/placed/trouble", test_trouble);
	g_test_add_func("/finish/placed/encrypted", test_encrypted);
	g_test_add_func("/finish/placed/doubts", test_doubts);
	g_test_add_func("/finish/placed/chains", test_chains);
	g_test_add_func("/finish/placed/nested", test_nested);
	g_test_add_func("/finish/placed/bombs", test_bombs);
	g_test_add_func("/finish/placed/memory", test_memory);
	g_test_add_func("/finish/placed/damage", test_damage);
	g_test_add_func("/finish/placed/looks", test_looks);
	g_test_add_func("/finish/placed/joined", test_joined);
	g_test_add_func("/finish/placed/same-bytes", test_same_bytes);
	int status = g_test_run();
	sample_remove(folder);
	g_free(folder);
	return status;
}

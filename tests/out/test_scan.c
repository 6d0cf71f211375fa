/* What is known of Cairo's files is read as it stands there, and nothing but that. */
#include "out/pdf_codes.h"
#include "out/pdf_objects.h"
#include "out/pdf_scan.h"
#include "sample.h"

static void test_references(void) {
	static const char text[] =
		"<< /A 12 0 R /B [3 0 R 4 0 R] /C (5 0 R \\) 6 0 R) /D 7 0 /E8 0 R "
		"/F 9 0 Rx /G 10 0 R>>";
	static const int wanted[] = {12, 3, 4, 10};
	int at = 0;
	PdfReference found;
	for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++) {
		g_assert_true(pdf_next_reference(text, (int)strlen(text), at, &found));
		g_assert_cmpint(found.number, ==, wanted[i]);
		at = found.end;
	}
	g_assert_false(pdf_next_reference(text, (int)strlen(text), at, &found));
}

/* Files that are none are refused, wherever they end. */
static void test_broken(void) {
	Sample sample;
	sample_init(&sample);
	sample_numbered(&sample, 2);
	g_autoptr(GError) error = NULL;
	SafeFile *memory = safe_memory_new();
	PdfOptions options = {.links = TRUE};
	g_assert_true(out_pdf(&sample.document, &options, memory, &error));
	g_autoptr(GBytes) whole = safe_memory_end(memory);
	g_autoptr(PdfObjects) objects = pdf_objects_new(whole);
	g_assert_nonnull(objects);
	g_assert_cmpint(objects->kid_count, ==, 2);
	gsize size = g_bytes_get_size(whole);
	for (gsize length = 0; length < size; length += 1 + length / 40) {
		g_autoptr(GBytes) cut = g_bytes_new_from_bytes(whole, 0, length);
		g_assert_null(pdf_objects_new(cut));
		g_autoptr(PdfCodes) codes = pdf_codes_new(&sample.document);
		g_assert_false(pdf_codes_read(codes, cut));
	}
	sample_finish(&sample);
}

/* Strings of both kinds, broken over lines; sequences that say their text. */
static void test_scan(void) {
	static const char text[] = "q BT\n50 0 0 -50 50 50 Tm\n/f-0-0 1 Tf\n"
				   "[(a\\(\\\\\\101\\\nb)-12(c)]TJ\n"
				   "/f-0-1 1 Tf\n/Span << /ActualText <feff0041> >> BDC\n"
				   "<00\n01>Tj\nEMC\n<0\n0ff>Tj ()Tj ET";
	static const PdfShown wanted[] = {{0, 'a', FALSE}, {0, '(', FALSE}, {0, '\\', FALSE},
		{0, 'A', FALSE}, {0, 'b', FALSE}, {0, 'c', FALSE}, {1, 1, TRUE}, {1, 255, FALSE}};
	PdfFont pair[] = {{.name = "f-0-0"}, {.name = "f-0-1", .wide = TRUE}};
	g_autoptr(GArray) fonts = g_array_new(FALSE, FALSE, sizeof(PdfFont));
	g_array_append_vals(fonts, pair, G_N_ELEMENTS(pair));
	PdfScan scan;
	PdfShown shown;
	pdf_scan_init(&scan, text, (int)strlen(text));
	for (gsize i = 0; i < G_N_ELEMENTS(wanted); i++) {
		g_assert_true(pdf_scan_next(&scan, fonts, &shown));
		g_assert_cmpint(shown.font, ==, wanted[i].font);
		g_assert_cmpint(shown.code, ==, wanted[i].code);
		g_assert_cmpint(shown.actual, ==, wanted[i].actual);
	}
	g_assert_false(pdf_scan_next(&scan, fonts, &shown));
	/* Cut off anywhere, it ends. */
	for (int length = 0; length < (int)strlen(text); length++) {
		int count = 0;
		pdf_scan_init(&scan, text, length);
		while (pdf_scan_next(&scan, fonts, &shown)) {
			count++;
		}
		g_assert_cmpint(count, <=, (int)G_N_ELEMENTS(wanted));
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/scan/references", test_references);
	g_test_add_func("/scan/broken", test_broken);
	g_test_add_func("/scan/scan", test_scan);
	return g_test_run();
}

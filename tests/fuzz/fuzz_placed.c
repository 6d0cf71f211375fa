/* PDFs from strangers: whatever the bytes are, their first page is taken or told of; what was taken
 * is a PDF that can be put into another, with sizes that can be printed. */
#include <stdint.h>

#include "finish/copy.h"
#include "finish/placed.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

enum { SIZE_MAX_TRIED = 1 << 18 };

static void copy_again(GBytes *taken) {
	g_autoptr(GError) error = NULL;
	qpdf_data from = qobject_open(taken, &error), to = qobject_new(&error);
	g_assert_no_error(error);
	qpdf_oh root = qpdf_get_root(from), form = qpdf_oh_get_key(from, root, "/Form");
	g_assert_true(qpdf_oh_is_stream(from, form));
	qpdf_oh stream = qpdf_oh_new_stream(to);
	Copier *copier = copier_new(from, to);
	copier_stream(copier, form, stream);
	g_assert_true(copier_run(copier, &error));
	copier_free(copier);
	qobject_close(from);
	g_autoptr(GBytes) written = qobject_write(to, &error);
	g_assert_no_error(error);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
	if (size > SIZE_MAX_TRIED) {
		return 0;
	}
	g_autoptr(GBytes) file = g_bytes_new(data, size);
	g_autoptr(Diags) diags = diags_new();
	PlacedRequest request = {
		.path = "map.pdf", .page = 1, .where = SPAN_NONE, .page_where = SPAN_NONE};
	Placed placed;
	gboolean taken = placed_load(file, &request, diags, &placed);
	g_assert_true(taken == (diags_count(diags, DIAG_ERROR) == 0));
	g_assert_true(taken == (placed.form != NULL));
	for (int i = 0; i < diags_total(diags); i++) {
		g_assert_true(g_utf8_validate(diags_at(diags, i)->message, -1, NULL));
	}
	if (taken) {
		g_assert_true(placed.width >= 8 && placed.width <= 14400);
		g_assert_true(placed.height >= 8 && placed.height <= 14400);
		g_assert_true(placed.trim_width > 0 && placed.trim_width <= placed.width + 0.01);
		g_assert_true(placed.trim_height > 0 && placed.trim_height <= placed.height + 0.01);
		copy_again(placed.form);
		g_bytes_unref(placed.form);
	}
	return 0;
}

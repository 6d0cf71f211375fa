/* deflate: what is packed comes out again, whatever was packed before it. */
#include "base/deflate.h"

#include <gio/gio.h>
#include <string.h>

static GByteArray *inflate(const guint8 *bytes, gsize length, gsize most) {
	g_autoptr(GZlibDecompressor) inflater =
		g_zlib_decompressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
	GByteArray *out = g_byte_array_new();
	g_byte_array_set_size(out, (guint)most + 1);
	gsize taken = 0, made = 0;
	GConverterResult result = g_converter_convert(G_CONVERTER(inflater), bytes, length,
		out->data, out->len, G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
	g_assert_cmpint(result, ==, G_CONVERTER_FINISHED);
	g_byte_array_set_size(out, (guint)made);
	return out;
}

static void check(Deflater *deflater, const char *text) {
	gsize length = strlen(text), made = 0;
	const guint8 *bytes = deflater_run(deflater, text, length, &made);
	g_autoptr(GByteArray) back = inflate(bytes, made, length);
	g_assert_cmpmem(back->data, back->len, text, length);
}

static void test_back(void) {
	g_autoptr(Deflater) deflater = deflater_new();
	g_autofree char *many = g_strnfill(200000, 'x');
	check(deflater, "a few bytes");
	check(deflater, many);
	check(deflater, "");
	check(deflater, "and again a few");
}

static void test_same(void) {
	g_autoptr(Deflater) used = deflater_new(), fresh = deflater_new();
	static const char text[] =
		"kitchens, kitchens, kitchens, and what a kitchen needs, kitchens";
	check(used, "something else before it, with kitchens in it");
	gsize length, again;
	const guint8 *bytes = deflater_run(used, text, sizeof text, &length);
	const guint8 *others = deflater_run(fresh, text, sizeof text, &again);
	g_assert_cmpmem(bytes, length, others, again);
	g_assert_cmpuint(length, <, sizeof text);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/base/deflate/back", test_back);
	g_test_add_func("/base/deflate/same", test_same);
	return g_test_run();
}

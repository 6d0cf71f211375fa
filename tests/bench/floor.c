/* floor: what a book costs at least: its text shaped once by HarfBuzz and the content streams of
 * its pages deflated, nothing else:
 *
 *   floor FONT TEXT PDF
 *
 * TEXT has a paragraph a line, PDF is the book with its streams uncompressed. One line on standard
 * output: seconds of processor for both, for shaping, for deflating. */
#define _GNU_SOURCE
#include <gio/gio.h>
#include <hb.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

enum { LEVEL = 6 };

static double seconds_now(void) {
	struct timespec now;
	clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static char *read_file(const char *path, gsize *length) {
	g_autoptr(GError) error = NULL;
	char *data = NULL;
	if (!g_file_get_contents(path, &data, length, &error)) {
		fprintf(stderr, "floor: %s\n", error->message);
		exit(1);
	}
	return data;
}

/* Returns how many glyphs there are, so that nothing is left out. */
static unsigned shape_all(const char *font_path, const char *text, gsize length) {
	hb_blob_t *blob = hb_blob_create_from_file(font_path);
	hb_face_t *face = hb_face_create(blob, 0);
	hb_font_t *font = hb_font_create(face);
	hb_buffer_t *buffer = hb_buffer_create();
	unsigned glyphs = 0;
	for (const char *at = text, *end = text + length; at < end;) {
		const char *stop = memchr(at, '\n', (size_t)(end - at));
		stop = stop ? stop : end;
		hb_buffer_clear_contents(buffer);
		hb_buffer_add_utf8(buffer, at, (int)(stop - at), 0, (int)(stop - at));
		hb_buffer_guess_segment_properties(buffer);
		hb_shape(font, buffer, NULL, 0);
		glyphs += hb_buffer_get_length(buffer);
		at = stop + 1;
	}
	hb_buffer_destroy(buffer);
	hb_font_destroy(font);
	hb_face_destroy(face);
	hb_blob_destroy(blob);
	return glyphs;
}

/* Streams that have nothing but a length are what pages say. */
static gsize deflate_all(const char *pdf, gsize length) {
	static const char head[] = "<< /Length ", tail[] = " >>\nstream\n";
	g_autoptr(GZlibCompressor) deflater =
		g_zlib_compressor_new(G_ZLIB_COMPRESSOR_FORMAT_ZLIB, LEVEL);
	g_autoptr(GByteArray) room = g_byte_array_new();
	gsize total = 0;
	const char *end = pdf + length;
	for (const char *at = memmem(pdf, length, head, sizeof head - 1); at;
		at = memmem(at, (gsize)(end - at), head, sizeof head - 1)) {
		char *after;
		gsize size = strtoul(at + sizeof head - 1, &after, 10), taken = 0, made = 0;
		at = after;
		if (strncmp(after, tail, sizeof tail - 1) != 0 || size > (gsize)(end - after)) {
			continue;
		}
		at = after + sizeof tail - 1;
		g_byte_array_set_size(room, (guint)(size + size / 8 + 256));
		g_converter_reset(G_CONVERTER(deflater));
		g_converter_convert(G_CONVERTER(deflater), at, size, room->data, room->len,
			G_CONVERTER_INPUT_AT_END, &taken, &made, NULL);
		at += size;
		total += made;
	}
	return total;
}

int main(int argc, char **argv) {
	if (argc != 4) {
		fputs("usage: floor FONT TEXT PDF\n", stderr);
		return 2;
	}
	gsize text_length, pdf_length;
	g_autofree char *text = read_file(argv[2], &text_length);
	g_autofree char *pdf = read_file(argv[3], &pdf_length);
	double start = seconds_now();
	unsigned glyphs = shape_all(argv[1], text, text_length);
	double shaped = seconds_now();
	gsize deflated = deflate_all(pdf, pdf_length);
	double ended = seconds_now();
	if (glyphs == 0 || deflated == 0) {
		fputs("floor: there is nothing to measure\n", stderr);
		return 1;
	}
	printf("%.3f %.3f %.3f\n", ended - start, shaped - start, ended - shaped);
	return 0;
}

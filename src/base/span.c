/* span: the store of the files read. Lines end at LF, CR LF or a lone CR, as the YAML reader
 * counts them; a byte order mark at the start belongs to no line. Of the lines' starts only
 * every 256th is kept, so that a file of nothing but line ends stays small. */
#include "base/span.h"

#include <libdeflate.h>
#include <string.h>

#include "base/file.h"
#include "base/utf8.h"

enum { LINES_PER_STEP = 256 };

typedef struct SourceFile {
	char *name;
	GBytes *bytes; /* or NULL */
	GArray *steps; /* gsize: starts of lines 1, 257, 513 … */
	gboolean rests; /* its bytes stand in the file alone, and were so many, with that sum */
	gsize size;
	guint32 sum;
} SourceFile;

/* The one file at rest whose bytes were read again. */
typedef struct Woken {
	const SourceFile *source;
	GBytes *bytes; /* NULL: it is not what it was */
} Woken;

struct Sources {
	GPtrArray *files;
	Woken *woken;
	GMutex lock;
};

static void source_file_free(gpointer data) {
	SourceFile *source = data;
	g_free(source->name);
	if (source->bytes) {
		g_bytes_unref(source->bytes);
	}
	g_array_unref(source->steps);
	g_free(source);
}

Sources *sources_new(void) {
	Sources *sources = g_new0(Sources, 1);
	sources->files = g_ptr_array_new_with_free_func(source_file_free);
	sources->woken = g_new0(Woken, 1);
	g_mutex_init(&sources->lock);
	return sources;
}

void sources_free(Sources *sources) {
	if (!sources) {
		return;
	}
	g_ptr_array_unref(sources->files);
	g_bytes_unref(sources->woken->bytes);
	g_free(sources->woken);
	g_mutex_clear(&sources->lock);
	g_free(sources);
}

/* Where the line after the one that holds `at` starts; size when there is none. */
static gsize next_line(const char *data, gsize size, gsize at) {
	while (at < size && data[at] != '\n' && data[at] != '\r') {
		at++;
	}
	if (at < size && data[at] == '\r' && at + 1 < size && data[at + 1] == '\n') {
		at++;
	}
	return MIN(at + 1, size);
}

static gsize first_line(const char *data, gsize size) {
	return size >= 3 && memcmp(data, "\xef\xbb\xbf", 3) == 0 ? 3 : 0;
}

static void source_file_index(SourceFile *source) {
	gsize size;
	const char *data = g_bytes_get_data(source->bytes, &size);
	gsize at = first_line(data, size);
	for (int line = 0; at < size; line++) {
		if (line % LINES_PER_STEP == 0) {
			g_array_append_val(source->steps, at);
		}
		at = next_line(data, size, at);
	}
}

int sources_add(Sources *sources, const char *name, GBytes *bytes) {
	SourceFile *source = g_new0(SourceFile, 1);
	source->name = g_strdup(name);
	source->bytes = bytes ? g_bytes_ref(bytes) : NULL;
	source->steps = g_array_new(FALSE, FALSE, sizeof(gsize));
	if (bytes) {
		source_file_index(source);
	}
	g_mutex_lock(&sources->lock);
	int file = (int)sources->files->len;
	g_ptr_array_add(sources->files, source);
	g_mutex_unlock(&sources->lock);
	return file;
}

int sources_count(const Sources *sources) {
	return (int)sources->files->len;
}

static const SourceFile *source_file_at(const Sources *sources, int file) {
	if (file < 0 || file >= (int)sources->files->len) {
		return NULL;
	}
	return g_ptr_array_index(sources->files, (guint)file);
}

const char *sources_name(const Sources *sources, int file) {
	const SourceFile *source = source_file_at(sources, file);
	return source ? source->name : NULL;
}

/* --- at rest ------------------------------------------------------------------------------ */

static guint32 sum_of(GBytes *bytes) {
	gsize size;
	const void *data = g_bytes_get_data(bytes, &size);
	return libdeflate_crc32(0, data, size);
}

void sources_rest(Sources *sources) {
	for (guint i = 0; i < sources->files->len; i++) {
		SourceFile *source = g_ptr_array_index(sources->files, i);
		if (source->bytes) {
			source->rests = TRUE;
			source->size = g_bytes_get_size(source->bytes);
			source->sum = sum_of(source->bytes);
			g_clear_pointer(&source->bytes, g_bytes_unref);
		}
	}
}

/* Files are asked for one after the other: the last stays. */
static void wake(Woken *woken, const SourceFile *source) {
	if (woken->source == source) {
		return;
	}
	g_clear_pointer(&woken->bytes, g_bytes_unref);
	woken->source = source;
	GBytes *bytes = file_read(source->name, source->size, NULL);
	gboolean same =
		bytes && g_bytes_get_size(bytes) == source->size && sum_of(bytes) == source->sum;
	if (same) {
		woken->bytes = g_steal_pointer(&bytes);
	}
	g_bytes_unref(bytes);
}

/* A reference to the bytes of a file, or NULL. */
static GBytes *bytes_of(const Sources *sources, const SourceFile *source) {
	if (!source || !source->rests) {
		return source && source->bytes ? g_bytes_ref(source->bytes) : NULL;
	}
	GMutex *lock = &((Sources *)sources)->lock;
	g_mutex_lock(lock);
	wake(sources->woken, source);
	GBytes *bytes = sources->woken->bytes ? g_bytes_ref(sources->woken->bytes) : NULL;
	g_mutex_unlock(lock);
	return bytes;
}

/* --- lines -------------------------------------------------------------------------------- */

/* The bytes of a line without its end; NULL when there is no such line. */
static const char *line_bytes(const SourceFile *source, GBytes *bytes, int line, gsize *length) {
	guint step = (guint)(line - 1) / LINES_PER_STEP;
	if (!bytes || line < 1 || step >= source->steps->len) {
		return NULL;
	}
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	gsize at = g_array_index(source->steps, gsize, step);
	for (int left = (line - 1) % LINES_PER_STEP; left > 0; left--) {
		at = next_line(data, size, at);
	}
	if (at >= size) {
		return NULL;
	}
	gsize end = at;
	while (end < size && data[end] != '\n' && data[end] != '\r') {
		end++;
	}
	*length = end - at;
	return data + at;
}

char *sources_excerpt(const Sources *sources, int file, int line, int from, int count) {
	gsize length;
	const SourceFile *source = source_file_at(sources, file);
	g_autoptr(GBytes) whole = bytes_of(sources, source);
	const char *bytes = line_bytes(source, whole, line, &length);
	if (!bytes) {
		return NULL;
	}
	GString *text = g_string_new(NULL);
	gunichar character;
	gsize at = 0;
	for (int column = 1; at < length && column - from < count; column++) {
		gsize used = (gsize)utf8_decode(bytes + at, length - at, &character);
		if (column >= from) {
			g_string_append_unichar(
				text, character == UTF8_BAD || character == 0 ? 0xfffd : character);
		}
		at += used;
	}
	return g_string_free(text, FALSE);
}

char *sources_line(const Sources *sources, int file, int line) {
	return sources_excerpt(sources, file, line, 1, G_MAXINT);
}

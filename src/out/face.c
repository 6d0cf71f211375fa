/* face: Cairo faces over FreeType faces. Cairo keeps scaled fonts in a cache of the whole process
 * and may drop them from any thread at any time; FreeType's objects of one library may not be used
 * by two threads at once. Hence each face has a FT_Library of its own, and both are released by
 * Cairo when it lets the face go, not by us. */
#include "out/face.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include <string.h>

#include "out/thin.h"

enum { LARGE = 4 << 20 }; /* bytes of a file */

/* What is known of a glyph. */
typedef enum GlyphFact { GLYPH_LOOKED = 1, GLYPH_INK = 2, GLYPH_CHARACTER = 4 } GlyphFact;

typedef struct GlyphFacts {
	unsigned count;
	gboolean characters; /* are known */
	guint8 *facts;
} GlyphFacts;

struct Faces {
	const Document *document;
	const Page *more; /* or NULL */
	gboolean whole; /* nothing is made thin */
	GlyphFacts *facts; /* by face */
	GPtrArray **open; /* by face: cairo_font_face_t, itself and its voices; NULL = not yet */
};

typedef struct OwnFace {
	FT_Library library;
	FT_Face face;
	GBytes *bytes; /* what the face reads, or NULL: the file */
} OwnFace;

static const cairo_user_data_key_t own_face_key;

static void own_face_free(void *data) {
	OwnFace *own = data;
	if (own->face) {
		FT_Done_Face(own->face);
	}
	if (own->library) {
		FT_Done_FreeType(own->library);
	}
	g_clear_pointer(&own->bytes, g_bytes_unref);
	g_free(own);
}

Faces *faces_new(const Document *document) {
	Faces *faces = g_new0(Faces, 1);
	faces->document = document;
	faces->open = g_new0(GPtrArray *, (gsize)document->fonts->count + 1);
	faces->facts = g_new0(GlyphFacts, (gsize)document->fonts->count + 1);
	return faces;
}

Faces *faces_new_whole(const Document *document) {
	Faces *faces = faces_new(document);
	faces->whole = TRUE;
	return faces;
}

void faces_expect(Faces *faces, const Page *page) {
	faces->more = page;
}

void faces_free(Faces *faces) {
	if (!faces) {
		return;
	}
	for (int i = 0; i < faces->document->fonts->count; i++) {
		if (faces->open[i]) {
			g_ptr_array_unref(faces->open[i]);
		}
		g_free(faces->facts[i].facts);
	}
	g_free(faces->facts);
	g_free(faces->open);
	g_free(faces);
}

/* --- large fonts -------------------------------------------------------------------------- */

static void keep_word(GlyphSet *kept, const ShapedWord *word) {
	for (int g = 0; g < word->glyph_count; g++) {
		if (word->glyphs[g].index < GLYPHS_MOST) {
			kept->has[word->glyphs[g].index] = 1;
		}
	}
}

static void keep_run(GlyphSet *kept, const Faces *faces, const LineRun *run, int face) {
	for (int w = 0; w < run->word_count; w++) {
		if (run->words[w].word->face % faces->document->fonts->count == face) {
			keep_word(kept, run->words[w].word);
		}
	}
}

static void keep_page(GlyphSet *kept, const Faces *faces, const Page *closed, int face) {
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *page = page_open(closed, faces->document->fonts, &room);
	for (int i = 0; i < page->item_count; i++) {
		const PageItem *item = &page->items[i];
		for (int r = 0; item->kind == PAGE_TEXT && r < item->as.text.line->run_count; r++) {
			keep_run(kept, faces, &item->as.text.line->runs[r], face);
		}
	}
}

/* NULL: the face is small, or of a kind that cannot be made so. */
static GBytes *thin_face(const Faces *faces, int face) {
	const FontFace *font = &faces->document->fonts->faces[face];
	g_autoptr(GMappedFile) file = g_mapped_file_new(font->path, FALSE, NULL);
	if (!file || g_mapped_file_get_length(file) < LARGE) {
		return NULL;
	}
	g_autofree GlyphSet *kept = g_new0(GlyphSet, 1);
	for (int p = 0; p < faces->document->page_count; p++) {
		keep_page(kept, faces, &faces->document->pages[p], face);
	}
	if (faces->more) {
		keep_page(kept, faces, faces->more, face);
	}
	g_autoptr(GBytes) whole = g_mapped_file_get_bytes(file);
	return thin_font(whole, font->index, kept);
}

/* --- voices ------------------------------------------------------------------------------- */

enum { TABLES_AT = 12, TABLE_ENTRY = 16 };

static gsize number_at(const guint8 *bytes, int size) {
	gsize number = 0;
	for (int i = 0; i < size; i++) {
		number = number << 8 | bytes[i];
	}
	return number;
}

/* Gives the table of characters another name in this process's copy of the file, so that nobody
 * finds it. */
static void hide_characters(guint8 *bytes, gsize length, int index) {
	gsize start = 0;
	if (length >= TABLES_AT && memcmp(bytes, "ttcf", 4) == 0) {
		gsize at = TABLES_AT + 4 * (gsize)index;
		start = at + 4 <= length ? number_at(bytes + at, 4) : length;
	}
	gsize count = start + TABLES_AT <= length ? number_at(bytes + start + 4, 2) : 0;
	for (gsize i = 0; i < count; i++) {
		gsize at = start + TABLES_AT + TABLE_ENTRY * i;
		if (at + TABLE_ENTRY <= length && memcmp(bytes + at, "cmap", 4) == 0) {
			memcpy(bytes + at, "none", 4);
		}
	}
}

/* A copy of the font without them: of the thin one, or of the file as it is mapped, of which only
 * what is changed is copied. */
static GBytes *voice_bytes(const FontFace *font, GBytes *thin) {
	if (thin) {
		gsize size;
		const guint8 *from = g_bytes_get_data(thin, &size);
		guint8 *bytes = g_memdup2(from, size);
		hide_characters(bytes, size, 0);
		g_bytes_unref(thin);
		return g_bytes_new_take(bytes, size);
	}
	g_autoptr(GMappedFile) file = g_mapped_file_new(font->path, TRUE, NULL);
	if (!file) {
		return NULL;
	}
	guint8 *bytes = (guint8 *)g_mapped_file_get_contents(file);
	hide_characters(bytes, g_mapped_file_get_length(file), font->index);
	return g_mapped_file_get_bytes(file);
}

/* --- opening ------------------------------------------------------------------------------ */

/* What a face is made of. */
typedef struct FaceSource {
	const FontFace *font;
	GBytes *thin, *bytes; /* the thin font; the bytes it is read from, NULL = the file */
	gboolean voice;
} FaceSource;

static FT_Error open_face(OwnFace *own, const FaceSource *source) {
	const FontFace *font = source->font;
	FT_Error failure = FT_Init_FreeType(&own->library);
	if (failure || !own->bytes) {
		return failure ? failure
			       : FT_New_Face(own->library, font->path, font->index, &own->face);
	}
	gsize size;
	const guint8 *bytes = g_bytes_get_data(own->bytes, &size);
	int index = source->thin ? 0 : font->index;
	failure = FT_New_Memory_Face(own->library, bytes, (FT_Long)size, index, &own->face);
	if (!failure && source->voice) {
		own->face->charmap = NULL; /* that FreeType made of the glyphs' names */
	}
	return failure;
}

static cairo_font_face_t *face_from_source(const FaceSource *source, GError **error) {
	OwnFace *own = g_new0(OwnFace, 1);
	own->bytes = source->bytes;
	FT_Error failure = open_face(own, source);
	if (failure) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			"cannot open the font %s (FreeType error %d)", source->font->path, failure);
		own_face_free(own);
		return NULL;
	}
	cairo_font_face_t *face = cairo_ft_font_face_create_for_ft_face(
		own->face, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP);
	cairo_status_t status =
		cairo_font_face_set_user_data(face, &own_face_key, own, own_face_free);
	if (status != CAIRO_STATUS_SUCCESS) {
		cairo_font_face_destroy(face);
		own_face_free(own);
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "cannot use the font %s: %s",
			source->font->path, cairo_status_to_string(status));
		return NULL;
	}
	return face;
}

static void face_release(gpointer face) {
	cairo_font_face_destroy(face);
}

int faces_voice(const Faces *faces, int face, int voice) {
	return face + faces->document->fonts->count * voice;
}

cairo_font_face_t *faces_open(Faces *faces, int face, GError **error) {
	int voice = face / faces->document->fonts->count;
	face %= faces->document->fonts->count;
	if (!faces->open[face]) {
		faces->open[face] = g_ptr_array_new_with_free_func(face_release);
	}
	GPtrArray *voices = faces->open[face];
	while ((int)voices->len <= voice) {
		FaceSource source = {.font = &faces->document->fonts->faces[face],
			.thin = faces->whole ? NULL : thin_face(faces, face),
			.voice = voices->len > 0};
		source.bytes = source.voice ? voice_bytes(source.font, source.thin) : source.thin;
		cairo_font_face_t *opened = face_from_source(&source, error);
		if (!opened) {
			return NULL;
		}
		g_ptr_array_add(voices, opened);
	}
	return voices->pdata[voice];
}

/* --- glyphs ------------------------------------------------------------------------------- */

static FT_Face freetype_face(Faces *faces, int face) {
	cairo_font_face_t *opened = faces_open(faces, face % faces->document->fonts->count, NULL);
	OwnFace *own = opened ? cairo_font_face_get_user_data(opened, &own_face_key) : NULL;
	return own ? own->face : NULL;
}

static GlyphFacts *facts_of(Faces *faces, int face) {
	GlyphFacts *of = &faces->facts[face % faces->document->fonts->count];
	if (!of->facts) {
		FT_Face opened = freetype_face(faces, face);
		of->count = opened ? (unsigned)opened->num_glyphs : 0;
		of->facts = g_new0(guint8, (gsize)of->count + 1);
	}
	return of;
}

unsigned faces_glyph(Faces *faces, int face, gunichar character) {
	FT_Face opened = freetype_face(faces, face);
	return opened ? FT_Get_Char_Index(opened, character) : 0;
}

gboolean faces_is_character(Faces *faces, int face, unsigned glyph) {
	GlyphFacts *of = facts_of(faces, face);
	FT_Face opened = of->characters ? NULL : freetype_face(faces, face);
	FT_UInt at = 0;
	FT_ULong character = opened ? FT_Get_First_Char(opened, &at) : 0;
	while (at != 0) {
		of->facts[MIN(at, of->count)] |= GLYPH_CHARACTER;
		character = FT_Get_Next_Char(opened, character, &at);
	}
	of->characters = TRUE;
	return of->facts[MIN(glyph, of->count)] & GLYPH_CHARACTER;
}

gboolean faces_has_ink(Faces *faces, int face, unsigned glyph) {
	GlyphFacts *of = facts_of(faces, face);
	guint8 *facts = &of->facts[MIN(glyph, of->count)];
	if (!(*facts & GLYPH_LOOKED)) {
		FT_Face opened = freetype_face(faces, face);
		gboolean blank = opened &&
			FT_Load_Glyph(opened, glyph, FT_LOAD_NO_SCALE) == FT_Err_Ok &&
			opened->glyph->format == FT_GLYPH_FORMAT_OUTLINE &&
			opened->glyph->outline.n_contours == 0;
		*facts |= blank ? GLYPH_LOOKED : GLYPH_LOOKED | GLYPH_INK;
	}
	return *facts & GLYPH_INK;
}

/* face: Cairo faces over FreeType faces. Cairo keeps scaled fonts in a cache of the whole process
 * and may drop them from any thread at any time; FreeType's objects of one library may not be used
 * by two threads at once. Hence each face has a FT_Library of its own, and both are released by
 * Cairo when it lets the face go, not by us. */
#include "out/face.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

#include "out/thin.h"

enum { LARGE = 4 << 20 }; /* bytes of a file */

struct Faces {
	const Document *document;
	const Page *more; /* or NULL */
	cairo_font_face_t **open; /* NULL = not yet */
};

typedef struct OwnFace {
	FT_Library library;
	FT_Face face;
	GBytes *thin; /* what the face reads, or NULL: the file */
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
	g_clear_pointer(&own->thin, g_bytes_unref);
	g_free(own);
}

Faces *faces_new(const Document *document) {
	Faces *faces = g_new0(Faces, 1);
	faces->document = document;
	faces->open = g_new0(cairo_font_face_t *, (gsize)document->fonts->count + 1);
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
			cairo_font_face_destroy(faces->open[i]);
		}
	}
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

static void keep_run(GlyphSet *kept, const LineRun *run, int face) {
	for (int w = 0; w < run->word_count; w++) {
		if (run->words[w].word->face == face) {
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
			keep_run(kept, &item->as.text.line->runs[r], face);
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

/* --- opening ------------------------------------------------------------------------------ */

static FT_Error open_face(OwnFace *own, const FontFace *font) {
	FT_Error failure = FT_Init_FreeType(&own->library);
	if (failure || !own->thin) {
		return failure ? failure
			       : FT_New_Face(own->library, font->path, font->index, &own->face);
	}
	gsize size;
	const guint8 *bytes = g_bytes_get_data(own->thin, &size);
	return FT_New_Memory_Face(own->library, bytes, (FT_Long)size, 0, &own->face);
}

static cairo_font_face_t *face_from_file(const FontFace *font, GBytes *thin, GError **error) {
	OwnFace *own = g_new0(OwnFace, 1);
	own->thin = thin;
	FT_Error failure = open_face(own, font);
	if (failure) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			"cannot open the font %s (FreeType error %d)", font->path, failure);
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
			font->path, cairo_status_to_string(status));
		return NULL;
	}
	return face;
}

cairo_font_face_t *faces_open(Faces *faces, int face, GError **error) {
	g_assert(face >= 0 && face < faces->document->fonts->count);
	if (!faces->open[face]) {
		faces->open[face] = face_from_file(
			&faces->document->fonts->faces[face], thin_face(faces, face), error);
	}
	return faces->open[face];
}

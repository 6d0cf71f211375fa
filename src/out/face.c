/* face: Cairo faces over FreeType faces. Cairo keeps scaled fonts in a cache of the whole process
 * and may drop them from any thread at any time; FreeType's objects of one library may not be used
 * by two threads at once. Hence each face has a FT_Library of its own, and both are released by
 * Cairo when it lets the face go, not by us. */
#include "out/face.h"

#include <cairo-ft.h>
#include <ft2build.h>
#include FT_FREETYPE_H

struct Faces {
	const FontTable *table;
	cairo_font_face_t **open; /* NULL = not yet */
};

typedef struct OwnFace {
	FT_Library library;
	FT_Face face;
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
	g_free(own);
}

Faces *faces_new(const FontTable *table) {
	Faces *faces = g_new0(Faces, 1);
	faces->table = table;
	faces->open = g_new0(cairo_font_face_t *, (gsize)table->count + 1);
	return faces;
}

void faces_free(Faces *faces) {
	if (!faces) {
		return;
	}
	for (int i = 0; i < faces->table->count; i++) {
		if (faces->open[i]) {
			cairo_font_face_destroy(faces->open[i]);
		}
	}
	g_free(faces->open);
	g_free(faces);
}

static cairo_font_face_t *face_from_file(const FontFace *font, GError **error) {
	OwnFace *own = g_new0(OwnFace, 1);
	FT_Error failure = FT_Init_FreeType(&own->library);
	if (!failure) {
		failure = FT_New_Face(own->library, font->path, font->index, &own->face);
	}
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
	g_assert(face >= 0 && face < faces->table->count);
	if (!faces->open[face]) {
		faces->open[face] = face_from_file(&faces->table->faces[face], error);
	}
	return faces->open[face];
}

/* fontset: what text/ knows of each face beyond page/fonts.h: the shaper's own objects, families
 * and the fallback lists. Constant once made, shared by all threads; only the hyphenation
 * dictionaries are opened when first asked for, and words kept, under locks. */
#ifndef BIFOLIO_TEXT_FONTSET_H
#define BIFOLIO_TEXT_FONTSET_H

#include <hb.h>

#include "text/hyphdict.h"
#include "text/text.h"

typedef enum FontUse {
	USE_PLAIN, /* asked for by name only */
	USE_FALLBACK_SANS,
	USE_FALLBACK_SERIF
} FontUse;

/* One row of fonts.lock. */
typedef struct LockRow {
	const char *sum; /* sha256 of the file */
	const char *file, *family; /* family or language */
	gboolean hyphen;
	gboolean italic;
	int weight;
	FontUse use;
	gboolean serif; /* prose and scholarly families fall back to serif faces */
} LockRow;

/* Rows in order, in the arena; NULL with error when the file is missing or malformed. */
GArray *lock_read(Arena *arena, const char *path, GError **error);

typedef struct Engine {
	hb_face_t *face;
	hb_font_t *font; /* scale 65536 to the em, unhinted, immutable */
} Engine;

typedef struct Family {
	const char *name;
	FontUse use;
	gboolean serif; /* falls back to serif faces */
	const char *han; /* "JP", "SC", …: language of a Han family, or NULL */
	GArray *faces; /* int, indices into the table */
} Family;

typedef struct Dictionary {
	const char *language; /* BCP 47, lower case */
	const char *path, *sum;
	gsize opened; /* 0 or HyphDict* or a mark for "cannot be read" */
} Dictionary;

typedef struct WordStore WordStore;

struct TextFonts {
	Arena *arena;
	GArray *faces; /* FontFace */
	GArray *engines; /* Engine, same index */
	GArray *families; /* Family, in the order of the lock */
	GArray *dictionaries; /* Dictionary */
	const char **family_names;
	FontTable table;
	GMutex lock; /* of the dictionaries */
	WordStore *store; /* has locks of its own */
};

/* Opens one face of a file, checks it against the row and adds it. FALSE with error when it is
 * not what the row says, is variable or has no outlines. */
gboolean fontset_add(TextFonts *fonts, const char *path, const LockRow *row, GError **error);
/* Adds every face of a file under its own name; files that are no fonts are an error. */
gboolean fontset_add_unnamed(TextFonts *fonts, const char *path, GError **error);

const Family *fontset_family(const TextFonts *fonts, const char *name);
/* Face of a family nearest to weight and slope, -1 when there is no such family. */
int fontset_match(const TextFonts *fonts, const Family *family, int weight, gboolean italic);

const Engine *fontset_engine(const TextFonts *fonts, int face);
const FontFace *fontset_face(const TextFonts *fonts, int face);
gboolean fontset_has_glyph(const TextFonts *fonts, int face, gunichar character);

/* Dictionary for a language or one of its parents, opened; NULL when there is none. */
HyphDict *fontset_dictionary(TextFonts *fonts, const char *language);

enum TextError { TEXT_ERROR_LOCK, TEXT_ERROR_FONT };
GQuark text_error_quark(void);

#endif

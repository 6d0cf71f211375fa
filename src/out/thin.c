/* thin: see the header. A `CFF ` table (Adobe Technical Note 5176) is a row of structures whose
 * places are said in two dictionaries: of the font and, for each kind of glyph, of a smaller one.
 * What stands behind the outlines moves forward, and the dictionaries say so; a place among the
 * subroutines is counted from its dictionary and stays. The file is foreign: nothing in it is
 * believed. */
#include "out/thin.h"

#include <string.h>

typedef struct Piece {
	const guint8 *bytes;
	gsize length;
} Piece;

/* A number of `size` bytes at `at`; 0 when it is not there: what is read is checked at its use. */
static guint32 number_at(const Piece *piece, gsize at, int size) {
	guint32 number = 0;
	if (at > piece->length || piece->length - at < (gsize)size) {
		return 0;
	}
	for (int i = 0; i < size; i++) {
		number = number << 8 | piece->bytes[at + (gsize)i];
	}
	return number;
}

/* size <= 4; returns what is behind it. */
static guint8 *set_number(guint8 *at, guint32 number, int size) {
	for (int i = size - 1; i >= 0; i--) {
		*at++ = (guint8)(number >> 8 * i);
	}
	return at;
}

/* --- lists of CFF ------------------------------------------------------------------------- */

/* Count, size of an offset, offsets, data; offsets count from the byte before the data. */
typedef struct Index {
	gsize count;
	int size; /* of an offset */
	gsize offsets, base; /* places */
	gsize end;
} Index;

static gsize index_place(const Piece *cff, const Index *index, gsize item) {
	return index->base +
		number_at(cff, index->offsets + item * (gsize)index->size, index->size);
}

/* FALSE when it does not lie within the table, with all that is in it in its order. */
static gboolean index_read(const Piece *cff, gsize at, Index *index) {
	enum { COUNT = 2, SIZE = 1, SIZE_MOST = 4 };
	if (at > cff->length || cff->length - at < COUNT) {
		return FALSE;
	}
	*index = (Index){.count = number_at(cff, at, COUNT), .end = at + COUNT};
	if (index->count == 0) {
		return TRUE;
	}
	index->size = (int)number_at(cff, at + COUNT, SIZE);
	if (index->size < 1 || index->size > SIZE_MOST) {
		return FALSE;
	}
	index->offsets = at + COUNT + SIZE;
	index->base = index->offsets + (index->count + 1) * (gsize)index->size - 1;
	gsize before = index->base + 1;
	for (gsize i = 0; i <= index->count; i++) {
		gsize place = index_place(cff, index, i);
		if (place < before || place > cff->length) {
			return FALSE;
		}
		before = place;
	}
	index->end = before;
	return TRUE;
}

/* --- dictionaries of CFF ------------------------------------------------------------------ */

enum {
	OP_ESCAPE = 12,
	OP_CHARSTRINGS = 17,
	OP_PRIVATE = 18,
	OP_ROS = OP_ESCAPE << 8 | 30,
	OP_FDARRAY = OP_ESCAPE << 8 | 36,
	OP_FDSELECT = OP_ESCAPE << 8 | 37,
	OP_CHARSET = 15,
	OP_LAST = 21,
	SHORT_NUMBER = 28,
	LONG_NUMBER = 29,
	REAL_NUMBER = 30
};

/* An operator and its last operand. */
typedef struct Entry {
	int op;
	gint32 value;
	gsize at; /* of the operand in the table; 0 = it is not of four bytes */
} Entry;

static gsize real_length(const Piece *cff, gsize at, gsize end) {
	gsize length = 1;
	while (at + length < end && (cff->bytes[at + length] & 15) != 15 &&
		cff->bytes[at + length] >> 4 != 15) {
		length++;
	}
	return length + 1;
}

/* The operand at `at`; returns its bytes. */
static gsize read_operand(const Piece *cff, gsize at, gsize end, Entry *entry) {
	enum { ONE_BYTE = 32, TWO_BYTES = 247, TWO_BYTES_LESS = 251, MIDDLE = 139, STEP = 108 };
	int first = cff->bytes[at];
	int next = (int)number_at(cff, at + 1, 1);
	entry->at = 0;
	if (first == LONG_NUMBER) {
		entry->at = at + 1;
		entry->value = (gint32)number_at(cff, at + 1, 4);
		return 5;
	}
	if (first == SHORT_NUMBER) {
		entry->value = (gint16)number_at(cff, at + 1, 2);
		return 3;
	}
	if (first == REAL_NUMBER) {
		entry->value = 0;
		return real_length(cff, at, end);
	}
	if (first < TWO_BYTES) {
		entry->value = first >= ONE_BYTE ? first - MIDDLE : 0;
		return 1;
	}
	entry->value = first < TWO_BYTES_LESS ? (first - TWO_BYTES) * 256 + next + STEP
					      : -(first - TWO_BYTES_LESS) * 256 - next - STEP;
	return 2;
}

/* The next operator of a dictionary, from *at on. FALSE at its end. */
static gboolean next_entry(const Piece *cff, gsize *at, gsize end, Entry *entry) {
	*entry = (Entry){0};
	while (*at < end) {
		int byte = cff->bytes[*at];
		if (byte > OP_LAST) {
			*at += read_operand(cff, *at, end, entry);
			continue;
		}
		entry->op =
			byte == OP_ESCAPE ? OP_ESCAPE << 8 | (int)number_at(cff, *at + 1, 1) : byte;
		*at += byte == OP_ESCAPE ? 2 : 1;
		return *at <= end;
	}
	return FALSE;
}

/* --- the outlines ------------------------------------------------------------------------- */

typedef struct Thinner {
	Piece cff;
	gsize outlines, fonts; /* places that the font's dictionary says */
	gboolean cids;
	Index glyphs;
	GByteArray *out;
	gsize start; /* of the table in it */
	gsize less; /* bytes that came out */
} Thinner;

/* The same place in what comes out, said in the same four bytes. FALSE when there is no room. */
static gboolean move_place(Thinner *thinner, const Entry *entry) {
	if (entry->value < 0 || (gsize)entry->value <= thinner->outlines) {
		return TRUE;
	}
	gsize at = thinner->start + entry->at;
	at -= entry->at >= thinner->glyphs.end ? thinner->less : 0;
	if (entry->at == 0 || (gsize)entry->value < thinner->glyphs.end ||
		at + 4 > thinner->out->len) {
		return FALSE;
	}
	set_number(thinner->out->data + at, (guint32)((gsize)entry->value - thinner->less), 4);
	return TRUE;
}

/* Moves the places that a dictionary says. */
static gboolean move_places(Thinner *thinner, gsize at, gsize end) {
	Entry entry;
	while (next_entry(&thinner->cff, &at, end, &entry)) {
		gboolean is_place = entry.op == OP_CHARSET || entry.op == OP_FDSELECT ||
			entry.op == OP_FDARRAY || entry.op == OP_PRIVATE;
		if (is_place && !move_place(thinner, &entry)) {
			return FALSE;
		}
	}
	return TRUE;
}

static void read_dictionary(Thinner *thinner, gsize at, gsize end) {
	Entry entry;
	while (next_entry(&thinner->cff, &at, end, &entry)) {
		gsize value = entry.value > 0 ? (gsize)entry.value : 0;
		thinner->cids = thinner->cids || entry.op == OP_ROS;
		thinner->outlines = entry.op == OP_CHARSTRINGS ? value : thinner->outlines;
		thinner->fonts = entry.op == OP_FDARRAY ? value : thinner->fonts;
	}
}

static gboolean is_kept(const GlyphSet *kept, gsize glyph) {
	return glyph == 0 || (glyph < GLYPHS_MOST && kept->has[glyph]);
}

static void put_outlines(Thinner *thinner, const GlyphSet *kept) {
	const Piece *cff = &thinner->cff;
	const Index *glyphs = &thinner->glyphs;
	GByteArray *out = thinner->out;
	g_byte_array_append(out, cff->bytes, (guint)glyphs->offsets);
	guint offsets = out->len;
	g_byte_array_set_size(out, offsets + (guint)(glyphs->count + 1) * (guint)glyphs->size);
	guint first = out->len - 1;
	for (gsize i = 0; i <= glyphs->count; i++) {
		set_number(out->data + offsets, out->len - first, glyphs->size);
		offsets += (guint)glyphs->size;
		if (i < glyphs->count && is_kept(kept, i)) {
			gsize from = index_place(cff, glyphs, i);
			g_byte_array_append(out, cff->bytes + from,
				(guint)(index_place(cff, glyphs, i + 1) - from));
		}
	}
	thinner->less = glyphs->end - (out->len - thinner->start);
	g_byte_array_append(out, cff->bytes + glyphs->end, (guint)(cff->length - glyphs->end));
}

/* The dictionaries of the kinds of glyphs. */
static gboolean move_fonts(Thinner *thinner) {
	Index fonts;
	if (!index_read(&thinner->cff, thinner->fonts, &fonts)) {
		return FALSE;
	}
	for (gsize i = 0; i < fonts.count; i++) {
		gsize from = index_place(&thinner->cff, &fonts, i);
		gsize to = index_place(&thinner->cff, &fonts, i + 1);
		if (!move_places(thinner, from, to)) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Appends the table. FALSE when it is no such table. */
static gboolean put_thin(const Piece *cff, const GlyphSet *kept, GByteArray *out) {
	Thinner thinner = {.cff = *cff, .out = out, .start = out->len};
	Index names, tops;
	if (!index_read(cff, number_at(cff, 2, 1), &names) || !index_read(cff, names.end, &tops) ||
		tops.count != 1) {
		return FALSE;
	}
	gsize from = index_place(cff, &tops, 0), to = index_place(cff, &tops, 1);
	read_dictionary(&thinner, from, to);
	if (!thinner.cids || thinner.outlines < to ||
		!index_read(cff, thinner.outlines, &thinner.glyphs) || thinner.glyphs.count == 0) {
		return FALSE;
	}
	put_outlines(&thinner, kept);
	return move_places(&thinner, from, to) && move_fonts(&thinner);
}

/* --- the file ----------------------------------------------------------------------------- */

enum { HEAD = 12, RECORD = 16 }; /* bytes: of a file, of a table's place in it */

static guint32 tag_of(const char *name) {
	return (guint32)name[0] << 24 | (guint32)name[1] << 16 | (guint32)name[2] << 8 |
		(guint32)name[3];
}

/* Where the face starts. */
static gsize face_place(const Piece *file, int index) {
	if (number_at(file, 0, 4) != tag_of("ttcf")) {
		return 0;
	}
	return (guint32)index < number_at(file, 8, 4) ? number_at(file, HEAD + 4 * (gsize)index, 4)
						      : file->length;
}

/* Empty when the face has no such table. */
static Piece find_table(const Piece *file, gsize face, guint32 tag) {
	gsize count = number_at(file, face + 4, 2);
	for (gsize i = 0; i < count; i++) {
		gsize record = face + HEAD + i * RECORD;
		gsize place = number_at(file, record + 8, 4);
		gsize length = number_at(file, record + 12, 4);
		if (number_at(file, record, 4) == tag && place <= file->length &&
			length <= file->length - place) {
			return (Piece){file->bytes + place, length};
		}
	}
	return (Piece){NULL, 0};
}

/* Fills the file's head, its tables being one behind the other. */
static void set_head(guint8 *at, const guint32 *tags, const gsize *lengths, guint32 count) {
	guint32 place = HEAD + RECORD * count;
	at = set_number(at, tag_of("OTTO"), 4);
	at = set_number(at, count, 2);
	at = set_number(at, 0, 4); /* helps to search, which nobody does */
	at = set_number(at, 0, 2);
	for (guint32 i = 0; i < count; i++) {
		at = set_number(at, tags[i], 4);
		at = set_number(at, 0, 4); /* a sum that nobody asks for */
		at = set_number(at, place, 4);
		at = set_number(at, (guint32)lengths[i], 4);
		place += (guint32)((lengths[i] + 3) & ~(gsize)3);
	}
}

/* Those that say how glyphs look and what they are called, in the order of their tags. */
static const char *const table_names[] = {
	"CFF ", "OS/2", "cmap", "head", "hhea", "hmtx", "maxp", "name", "post"};

GBytes *thin_font(GBytes *file, int index, const GlyphSet *kept) {
	enum { TABLES = G_N_ELEMENTS(table_names) };
	Piece whole;
	whole.bytes = g_bytes_get_data(file, &whole.length);
	gsize face = face_place(&whole, index), lengths[TABLES];
	guint32 tags[TABLES], count = 0;
	Piece tables[TABLES];
	for (guint i = 0; i < TABLES && whole.length <= G_MAXINT32; i++) {
		tags[count] = tag_of(table_names[i]);
		tables[count] = find_table(&whole, face, tags[count]);
		count += tables[count].bytes != NULL;
	}
	if (count == 0 || tags[0] != tag_of(table_names[0])) {
		return NULL;
	}
	g_autoptr(GByteArray) out = g_byte_array_new();
	g_byte_array_set_size(out, HEAD + RECORD * count);
	for (guint i = 0; i < count; i++) {
		static const guint8 fill[3];
		gsize start = out->len;
		if (i > 0) {
			g_byte_array_append(out, tables[i].bytes, (guint)tables[i].length);
		} else if (!put_thin(&tables[i], kept, out)) {
			return NULL;
		}
		lengths[i] = out->len - start;
		g_byte_array_append(out, fill, (guint)(-lengths[i] & 3));
	}
	set_head(out->data, tags, lengths, count);
	return g_byte_array_free_to_bytes(g_steal_pointer(&out));
}

/* hyphdict: Liang's patterns (Word Hy-phen-a-tion by Com-put-er, Stanford 1983) from the files that
 * libhyphen reads, with its two levels: patterns before NEXTLEVEL divide compounds, those behind it
 * their parts. libhyphen itself takes seconds to load the German file; this is a hash of patterns,
 * filled as fast as the file is read. Points that would change the spelling are left out. */
#include "text/hyphdict.h"

#include <string.h>

enum {
	LEVELS = 2,
	PATTERN_MAX = 60, /* characters */
	RESPELLED = 0x80 /* in a value: dividing there changes letters */
};

/* In the pool: length in bytes, number of characters, the letters, then one value a gap. */
typedef struct Slot {
	guint32 hash;
	guint32 offset; /* 0 = empty */
} Slot;

typedef struct Level {
	Slot *slots;
	guint32 slot_count, used; /* slot_count: a power of two */
	int longest; /* characters */
} Level;

struct HyphDict {
	Level levels[LEVELS];
	int level_count;
	GByteArray *pool;
	int left, right, compound_left, compound_right;
};

static guint32 hash_add(guint32 hash, guint32 character) {
	return (hash ^ character) * 0x01000193u + (character << 7);
}

static guint32 hash_end(guint32 hash) {
	hash ^= hash >> 15;
	return hash * 0x2c1b3c6du;
}

static void level_insert(Level *level, Slot slot) {
	guint32 mask = level->slot_count - 1;
	guint32 at = slot.hash & mask;
	while (level->slots[at].offset) {
		at = (at + 1) & mask;
	}
	level->slots[at] = slot;
}

static void level_add(Level *level, Slot slot) {
	if (2 * (level->used + 1) > level->slot_count) {
		Level larger = {.slot_count = MAX(1024, level->slot_count * 2)};
		larger.slots = g_new0(Slot, larger.slot_count);
		for (guint32 i = 0; i < level->slot_count; i++) {
			if (level->slots[i].offset) {
				level_insert(&larger, level->slots[i]);
			}
		}
		g_free(level->slots);
		level->slots = larger.slots;
		level->slot_count = larger.slot_count;
	}
	level_insert(level, slot);
	level->used++;
}

typedef struct Pattern {
	char letters[PATTERN_MAX * 6];
	int bytes, characters;
	guint8 values[PATTERN_MAX + 1];
	guint32 hash;
} Pattern;

/* "a1bc/x=y,1,2": letters, a value before each and behind the last, and a change of spelling. */
static gboolean pattern_parse(Pattern *pattern, const char *line) {
	memset(pattern, 0, sizeof *pattern);
	guint8 respelled = strchr(line, '/') ? RESPELLED : 0;
	for (const char *at = line; *at && *at != '/'; at = g_utf8_next_char(at)) {
		gunichar c = g_utf8_get_char(at);
		if (c >= '0' && c <= '9') {
			guint8 odd = (c - '0') & 1 ? respelled : 0;
			pattern->values[pattern->characters] = (guint8)(c - '0') | odd;
			continue;
		}
		if (pattern->characters == PATTERN_MAX) {
			return FALSE;
		}
		pattern->bytes += g_unichar_to_utf8(c, pattern->letters + pattern->bytes);
		pattern->characters++;
		pattern->hash = hash_add(pattern->hash, c);
	}
	return pattern->characters > 0;
}

static void dict_add_pattern(HyphDict *dict, const char *line) {
	Pattern pattern;
	if (!pattern_parse(&pattern, line) || pattern.bytes > G_MAXUINT8) {
		return;
	}
	Level *level = &dict->levels[dict->level_count - 1];
	Slot slot = {.hash = hash_end(pattern.hash), .offset = dict->pool->len};
	guint8 head[2] = {(guint8)pattern.bytes, (guint8)pattern.characters};
	g_byte_array_append(dict->pool, head, sizeof head);
	g_byte_array_append(dict->pool, (const guint8 *)pattern.letters, (guint)pattern.bytes);
	g_byte_array_append(dict->pool, pattern.values, (guint)pattern.characters + 1);
	level_add(level, slot);
	level->longest = MAX(level->longest, pattern.characters);
}

static gboolean dict_take_keyword(HyphDict *dict, const char *line) {
	const struct {
		const char *name;
		int *value;
	} numbers[] = {
		{"LEFTHYPHENMIN", &dict->left},
		{"RIGHTHYPHENMIN", &dict->right},
		{"COMPOUNDLEFTHYPHENMIN", &dict->compound_left},
		{"COMPOUNDRIGHTHYPHENMIN", &dict->compound_right},
	};
	for (gsize i = 0; i < G_N_ELEMENTS(numbers); i++) {
		if (g_str_has_prefix(line, numbers[i].name)) {
			*numbers[i].value =
				(int)g_ascii_strtoll(line + strlen(numbers[i].name), NULL, 10);
			return TRUE;
		}
	}
	if (g_str_has_prefix(line, "NEXTLEVEL")) {
		dict->level_count = MIN(dict->level_count + 1, LEVELS);
		return TRUE;
	}
	return g_str_has_prefix(line, "NOHYPHEN");
}

static void dict_take_line(HyphDict *dict, char *line) {
	g_strchomp(line);
	gboolean comment = line[0] == '%' || line[0] == '#' || line[0] == '\0';
	if (!comment && !dict_take_keyword(dict, line)) {
		dict_add_pattern(dict, line);
	}
}

/* The first line names the charset of the rest. */
static char *file_to_utf8(const char *path) {
	char *text = NULL;
	gsize length;
	if (!g_file_get_contents(path, &text, &length, NULL)) {
		return NULL;
	}
	gsize end = strcspn(text, "\r\n");
	g_autofree char *charset = g_strstrip(g_strndup(text, end));
	if (g_ascii_strcasecmp(charset, "UTF-8") == 0) {
		if (g_utf8_validate(text, (gssize)length, NULL)) {
			return text;
		}
		g_free(text);
		return NULL;
	}
	char *utf8 = g_convert(text, (gssize)length, "UTF-8", charset, NULL, NULL, NULL);
	g_free(text);
	return utf8;
}

HyphDict *hyphdict_load(const char *path) {
	g_autofree char *text = file_to_utf8(path);
	if (!text) {
		return NULL;
	}
	HyphDict *dict = g_new0(HyphDict, 1);
	dict->pool = g_byte_array_new();
	dict->level_count = 1;
	g_byte_array_append(dict->pool, (const guint8 *)"", 1); /* offset 0 means none */
	char *line = text + strcspn(text, "\n");
	while (*line) {
		line++;
		char *end = line + strcspn(line, "\n");
		char kept = *end;
		*end = '\0';
		dict_take_line(dict, line);
		*end = kept;
		line = end;
	}
	return dict;
}

void hyphdict_free(HyphDict *dict) {
	if (!dict) {
		return;
	}
	for (int i = 0; i < LEVELS; i++) {
		g_free(dict->levels[i].slots);
	}
	g_byte_array_unref(dict->pool);
	g_free(dict);
}

int hyphdict_left_minimum(const HyphDict *dict) {
	return dict->left;
}

int hyphdict_right_minimum(const HyphDict *dict) {
	return dict->right;
}

/* A word with a full stop on either side, as characters and as bytes. */
typedef struct Dotted {
	gunichar letters[HYPHDICT_LETTERS_MAX + 2];
	char text[(HYPHDICT_LETTERS_MAX + 2) * 6];
	int offsets[HYPHDICT_LETTERS_MAX + 3];
	int count;
} Dotted;

static void dotted_fill(Dotted *dotted, const gunichar *letters, int count) {
	dotted->count = count + 2;
	int bytes = 0;
	for (int i = 0; i < dotted->count; i++) {
		gunichar c = i == 0 || i == count + 1 ? '.' : letters[i - 1];
		dotted->letters[i] = c;
		dotted->offsets[i] = bytes;
		bytes += g_unichar_to_utf8(c, dotted->text + bytes);
	}
	dotted->offsets[dotted->count] = bytes;
}

static const guint8 *level_find(
	const HyphDict *dict, const Level *level, guint32 hash, const char *letters, int bytes) {
	guint32 mask = level->slot_count - 1;
	for (guint32 at = hash & mask; level->slots[at].offset; at = (at + 1) & mask) {
		const guint8 *entry = dict->pool->data + level->slots[at].offset;
		if (level->slots[at].hash == hash && entry[0] == bytes &&
			memcmp(entry + 2, letters, (size_t)bytes) == 0) {
			return entry + 2 + bytes;
		}
	}
	return NULL;
}

/* A pattern found at letter `from` of the dotted word; values[i]: of the gap before letter i of the
 * word without its full stops. The larger value wins. */
static void values_raise(guint8 *values, int gaps, const guint8 *found, int from, int size) {
	for (int i = 0; i <= size; i++) {
		int gap = from + i - 1;
		gboolean inside = gap >= 0 && gap < gaps;
		if (inside && (found[i] & 0x7f) > (values[gap] & 0x7f)) {
			values[gap] = found[i];
		}
	}
}

static void level_apply(
	const HyphDict *dict, const Level *level, const Dotted *dotted, guint8 *values) {
	for (int from = 0; from < dotted->count && level->slot_count > 0; from++) {
		guint32 hash = 0;
		int most = MIN(level->longest, dotted->count - from);
		for (int size = 1; size <= most; size++) {
			hash = hash_add(hash, dotted->letters[from + size - 1]);
			int bytes = dotted->offsets[from + size] - dotted->offsets[from];
			const guint8 *found = level_find(dict, level, hash_end(hash),
				dotted->text + dotted->offsets[from], bytes);
			if (found) {
				values_raise(values, dotted->count - 1, found, from, size);
			}
		}
	}
}

/* Parts between two points of a compound keep the compound's own minima at their inner ends. */
typedef struct Part {
	int start, end;
} Part;

static void divide_part(const HyphDict *dict, const gunichar *letters, int count, const Part *part,
	guint8 *values) {
	Dotted dotted;
	guint8 inner[HYPHDICT_LETTERS_MAX + 3] = {0};
	int size = part->end - part->start;
	dotted_fill(&dotted, letters + part->start, size);
	level_apply(dict, &dict->levels[1], &dotted, inner);
	int left = part->start > 0 ? MAX(dict->compound_left, 1) : 1;
	int right = part->end < count ? MAX(dict->compound_right, 1) : 1;
	for (int i = left; i <= size - right; i++) {
		values[part->start + i] = inner[i];
	}
}

void hyphdict_divide(const HyphDict *dict, const gunichar *letters, int count, gboolean *points) {
	g_assert(count <= HYPHDICT_LETTERS_MAX);
	Dotted dotted;
	guint8 values[HYPHDICT_LETTERS_MAX + 3] = {0};
	dotted_fill(&dotted, letters, count);
	level_apply(dict, &dict->levels[0], &dotted, values);
	if (dict->level_count > 1) {
		guint8 whole[HYPHDICT_LETTERS_MAX + 3];
		memcpy(whole, values, sizeof whole);
		Part part = {.start = 0};
		for (int i = 1; i <= count; i++) {
			if (i == count || (whole[i] & 1)) {
				part.end = i;
				divide_part(dict, letters, count, &part, values);
				part.start = i;
			}
		}
	}
	for (int i = 1; i < count; i++) {
		points[i] = (values[i] & 1) && !(values[i] & RESPELLED);
	}
}

/* diag: the list of diagnostics, its order, and the search for what was meant. How they are
 * printed stands in diag_text.c. The distance is Damerau's in its restricted form ("optimal
 * string alignment"): insert, delete, replace, swap two neighbours. */
#include "base/diag.h"

#include <stdarg.h>
#include <string.h>

enum { NEAREST_LONGEST = 64 };

struct Diags {
	GPtrArray *list;
	GMutex lock;
	int counts[DIAG_ERROR + 1];
};

/* Diag first, so that the list can be handed out as Diags. */
typedef struct Entry {
	Diag diag;
	int order;
} Entry;

static void entry_free(gpointer data) {
	Entry *entry = data;
	g_free(entry->diag.message);
	g_free(entry->diag.hint);
	g_free(entry);
}

Diags *diags_new(void) {
	Diags *diags = g_new0(Diags, 1);
	diags->list = g_ptr_array_new_with_free_func(entry_free);
	g_mutex_init(&diags->lock);
	return diags;
}

void diags_free(Diags *diags) {
	if (!diags) {
		return;
	}
	g_ptr_array_unref(diags->list);
	g_mutex_clear(&diags->lock);
	g_free(diags);
}

/* NOLINTNEXTLINE(readability-function-size): what every diagnostic has */
void diag_add(Diags *diags, DiagLevel level, const char *code, Span span, const char *hint,
	const char *format, ...) {
	Entry *entry = g_new0(Entry, 1);
	entry->diag.level = level;
	entry->diag.code = code;
	entry->diag.span = span;
	entry->diag.hint = g_strdup(hint);
	va_list args;
	va_start(args, format);
	entry->diag.message = g_strdup_vprintf(format, args);
	va_end(args);
	g_mutex_lock(&diags->lock);
	entry->order = (int)diags->list->len;
	g_ptr_array_add(diags->list, entry);
	diags->counts[level]++;
	g_mutex_unlock(&diags->lock);
}

void diags_insert(Diags *diags, int at, Diags *from) {
	g_mutex_lock(&diags->lock);
	int count = (int)from->list->len;
	for (guint i = 0; i < diags->list->len; i++) {
		Entry *entry = g_ptr_array_index(diags->list, i);
		entry->order += entry->order >= at ? count : 0;
	}
	for (guint i = 0; i < from->list->len; i++) {
		Entry *entry = g_ptr_array_index(from->list, i);
		entry->order += at;
		g_ptr_array_add(diags->list, entry);
	}
	for (int level = 0; level <= DIAG_ERROR; level++) {
		diags->counts[level] += from->counts[level];
		from->counts[level] = 0;
	}
	g_mutex_unlock(&diags->lock);
	g_ptr_array_set_free_func(from->list, NULL);
	g_ptr_array_set_size(from->list, 0);
	g_ptr_array_set_free_func(from->list, entry_free);
}

int diags_count(const Diags *diags, DiagLevel level) {
	return diags->counts[level];
}

int diags_total(const Diags *diags) {
	return (int)diags->list->len;
}

const Diag *diags_at(const Diags *diags, int index) {
	g_assert(index >= 0 && index < (int)diags->list->len);
	return g_ptr_array_index(diags->list, (guint)index);
}

static int int_compare(int a, int b) {
	return (a > b) - (a < b);
}

static int span_compare(Span a, Span b) {
	int order = int_compare(a.file, b.file);
	order = order ? order : int_compare(a.line, b.line);
	return order ? order : int_compare(a.column, b.column);
}

static int entry_compare(gconstpointer left, gconstpointer right) {
	const Entry *a = *(const Entry *const *)left;
	const Entry *b = *(const Entry *const *)right;
	int order = span_compare(a->diag.span, b->diag.span);
	return order ? order : int_compare(a->order, b->order);
}

static gboolean diag_same(const Diag *a, const Diag *b) {
	return a->level == b->level && span_compare(a->span, b->span) == 0 &&
		a->span.length == b->span.length && g_strcmp0(a->code, b->code) == 0 &&
		strcmp(a->message, b->message) == 0 && g_strcmp0(a->hint, b->hint) == 0;
}

/* Whether one of the entries before `index` at the same place says the same. */
static gboolean said_before(const GPtrArray *kept, const Diag *diag) {
	for (guint i = kept->len; i > 0; i--) {
		const Diag *other = g_ptr_array_index(kept, i - 1);
		if (span_compare(other->span, diag->span) != 0) {
			return FALSE;
		}
		if (diag_same(other, diag)) {
			return TRUE;
		}
	}
	return FALSE;
}

void diags_sort(Diags *diags) {
	g_ptr_array_sort(diags->list, entry_compare);
	GPtrArray *kept = g_ptr_array_new_with_free_func(entry_free);
	for (guint i = 0; i < diags->list->len; i++) {
		Entry *entry = g_ptr_array_index(diags->list, i);
		if (said_before(kept, &entry->diag)) {
			diags->counts[entry->diag.level]--;
			entry_free(entry);
		} else {
			entry->order = (int)kept->len;
			g_ptr_array_add(kept, entry);
		}
	}
	g_ptr_array_set_free_func(diags->list, NULL);
	g_ptr_array_unref(diags->list);
	diags->list = kept;
}

/* The word in one form of case, without the marks that people mix up; NULL when it is too long
 * or not UTF-8. Caller frees. */
static gunichar *folded(const char *word, int *length) {
	if (!g_utf8_validate(word, -1, NULL)) {
		return NULL;
	}
	g_autofree char *fold = g_utf8_casefold(word, -1);
	glong count;
	gunichar *letters = g_utf8_to_ucs4_fast(fold, -1, &count);
	if (count > NEAREST_LONGEST) {
		g_free(letters);
		return NULL;
	}
	for (glong i = 0; i < count; i++) {
		if (letters[i] == '-' || letters[i] == ' ') {
			letters[i] = '_';
		}
	}
	*length = (int)count;
	return letters;
}

static int distance(const gunichar *a, int a_length, const gunichar *b, int b_length) {
	int rows[3][NEAREST_LONGEST + 1] = {{0}};
	int *before = rows[0], *last = rows[1], *row = rows[2];
	for (int j = 0; j <= b_length; j++) {
		last[j] = j;
	}
	for (int i = 1; i <= a_length; i++) {
		row[0] = i;
		for (int j = 1; j <= b_length; j++) {
			int replace = last[j - 1] + (a[i - 1] != b[j - 1]);
			row[j] = MIN(replace, MIN(last[j], row[j - 1]) + 1);
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) {
				row[j] = MIN(row[j], before[j - 2] + 1);
			}
		}
		int *spare = before;
		before = last;
		last = row;
		row = spare;
	}
	return last[b_length];
}

/* How far a word of this many letters may be from what was meant. */
static int allowed(int length) {
	return length <= 2 ? 0 : length <= 4 ? 1 : length <= 8 ? 2 : 3;
}

static gboolean is_start_of(
	const gunichar *start, int start_length, const gunichar *word, int word_length) {
	return start_length >= 3 && start_length <= word_length &&
		memcmp(start, word, (size_t)start_length * sizeof(gunichar)) == 0;
}

const char *diag_nearest(const char *word, const char *const *words) {
	int length;
	g_autofree gunichar *letters = folded(word, &length);
	if (!letters || length == 0) {
		return NULL;
	}
	const char *best = NULL, *longer = NULL;
	int best_distance = allowed(length) + 1, longer_count = 0;
	for (int i = 0; words[i]; i++) {
		int other_length;
		g_autofree gunichar *other = folded(words[i], &other_length);
		if (!other) {
			continue;
		}
		int steps = distance(letters, length, other, other_length);
		if (steps < best_distance && steps < other_length) {
			best = words[i];
			best_distance = steps;
		}
		if (is_start_of(letters, length, other, other_length)) {
			longer = words[i];
			longer_count++;
		}
	}
	/* Cut short: "affil" for affiliation, unless several words begin so. */
	return best ? best : longer_count == 1 ? longer : NULL;
}

/* hyphdict: libhyphen (László Németh after Liang's Word Hy-phen-a-tion by Com-put-er, Stanford
 * 1983), fed with UTF-8 whatever a dictionary is written in, and completed where a dictionary was
 * not prepared for it by libhyphen's substrings.pl. Points that would change the spelling are left
 * out. */
#define _POSIX_C_SOURCE 200809L

#include "text/hyphdict.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "text/hyphstates.h"

struct HyphDict {
	HyphenDict *machine;
	GMappedFile *kept; /* what the machine points into, or NULL: libhyphen's own */
};

/* --- from patterns ------------------------------------------------------------------------ */

/* The first line names the charset of the rest. */
static char *text_to_utf8(const char *text, gsize length) {
	gsize end = strcspn(text, "\r\n");
	g_autofree char *charset = g_strstrip(g_strndup(text, end));
	if (g_ascii_strcasecmp(charset, "UTF-8") == 0) {
		return g_utf8_validate(text, (gssize)length, NULL) ? g_strdup(text) : NULL;
	}
	return g_convert(text, (gssize)length, "UTF-8", charset, NULL, NULL, NULL);
}

/* What libhyphen wants: its name for the charset, and lines with patterns that fit its buffer. */
static GString *patterns_prepare(const char *text, gsize length) {
	g_autofree char *utf8 = text_to_utf8(text, length);
	if (!utf8) {
		return NULL;
	}
	GString *out = g_string_new("UTF-8\n");
	const char *line = utf8 + strcspn(utf8, "\n");
	while (*line) {
		line++;
		gsize size = strcspn(line, "\n");
		gsize content = size > 0 && line[size - 1] == '\r' ? size - 1 : size;
		gboolean comment = content == 0 || line[0] == '%' || line[0] == '#';
		if (!comment && content + 2 < MAX_CHARS) {
			g_string_append_len(out, line, (gssize)content);
			g_string_append_c(out, '\n');
		}
		line += size;
	}
	return out;
}

/* Values of two patterns that end at the same place, the longer text's first. */
static char *values_merge(const char *longer, const char *shorter) {
	size_t ours = strlen(longer), theirs = strlen(shorter);
	size_t size = MAX(ours, theirs);
	char *merged = malloc(size + 1);
	g_assert(merged);
	for (size_t back = 1; back <= size; back++) {
		char one = back <= ours ? longer[ours - back] : '0';
		char other = back <= theirs ? shorter[theirs - back] : '0';
		merged[size - back] = MAX(one, other);
	}
	merged[size] = '\0';
	return merged;
}

/* libhyphen asks only the longest text that it has seen for values: what shorter ones that end
 * there say must stand in it too. */
static void state_complete(HyphenState *state, const HyphenState *shorter) {
	if (!shorter->match) {
		return;
	}
	if (!state->match) {
		state->match = strdup(shorter->match);
		state->repl = shorter->repl ? strdup(shorter->repl) : NULL;
		state->replindex = shorter->replindex;
		state->replcut = shorter->replcut;
	} else if (!state->repl && !shorter->repl) {
		char *merged = values_merge(state->match, shorter->match);
		free(state->match);
		state->match = merged;
	}
}

static gboolean machine_complete(HyphenDict *machine) {
	g_autofree int *order = hyphstates_order(machine);
	for (int i = 0; order && i < machine->num_states; i++) {
		HyphenState *state = &machine->states[order[i]];
		if (state->fallback_state >= 0) {
			state_complete(state, &machine->states[state->fallback_state]);
		}
	}
	return order != NULL && (!machine->nextlevel || machine_complete(machine->nextlevel));
}

static HyphenDict *machine_from_patterns(const char *text, gsize length) {
	GString *patterns = patterns_prepare(text, length);
	if (!patterns) {
		return NULL;
	}
	FILE *stream = fmemopen(patterns->str, patterns->len, "r");
	HyphenDict *machine = stream ? hnj_hyphen_load_file(stream) : NULL;
	if (stream) {
		fclose(stream);
	}
	g_string_free(patterns, TRUE);
	if (machine && !machine_complete(machine)) {
		hnj_hyphen_free(machine);
		return NULL;
	}
	return machine;
}

/* --- kept states -------------------------------------------------------------------------- */

static char *kept_path(const char *path) {
	const char *dot = strrchr(path, '.');
	int stem = dot ? (int)(dot - path) : (int)strlen(path);
	return g_strdup_printf("%.*s.states", stem, path);
}

gboolean hyphdict_keep(const char *path, GError **error) {
	g_autofree char *text = NULL;
	gsize length;
	if (!g_file_get_contents(path, &text, &length, error)) {
		return FALSE;
	}
	HyphenDict *machine = machine_from_patterns(text, length);
	if (!machine) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_INVAL,
			"%s: not a dictionary of hyphenation patterns", path);
		return FALSE;
	}
	g_autofree char *sum =
		g_compute_checksum_for_data(G_CHECKSUM_SHA256, (const guchar *)text, length);
	g_autofree char *kept = kept_path(path);
	gboolean written = hyphstates_write(machine, sum, kept, error);
	hnj_hyphen_free(machine);
	return written;
}

HyphDict *hyphdict_load(const char *path, const char *sum) {
	g_autofree char *kept = kept_path(path);
	GMappedFile *file = NULL;
	HyphenDict *machine = sum ? hyphstates_read(kept, sum, &file) : NULL;
	if (!machine) {
		g_autofree char *text = NULL;
		gsize length;
		if (g_file_get_contents(path, &text, &length, NULL)) {
			machine = machine_from_patterns(text, length);
		}
	}
	if (!machine) {
		return NULL;
	}
	HyphDict *dict = g_new0(HyphDict, 1);
	*dict = (HyphDict){.machine = machine, .kept = file};
	return dict;
}

void hyphdict_free(HyphDict *dict) {
	if (!dict) {
		return;
	}
	if (dict->kept) {
		hyphstates_free(dict->machine, dict->kept);
	} else {
		hnj_hyphen_free(dict->machine);
	}
	g_free(dict);
}

gboolean hyphdict_is_kept(const HyphDict *dict) {
	return dict->kept != NULL;
}

/* --- dividing ----------------------------------------------------------------------------- */

int hyphdict_left_minimum(const HyphDict *dict) {
	return dict->machine->lhmin;
}

int hyphdict_right_minimum(const HyphDict *dict) {
	return dict->machine->rhmin;
}

void hyphdict_divide(const HyphDict *dict, const gunichar *letters, int count, gboolean *points) {
	g_assert(count <= HYPHDICT_LETTERS_MAX);
	char word[HYPHDICT_LETTERS_MAX * 6 + 1], hyphens[sizeof word + 5];
	int size = 0;
	for (int i = 0; i < count; i++) {
		size += g_unichar_to_utf8(letters[i], word + size);
	}
	word[size] = '\0';
	char **respelled = NULL;
	int *positions = NULL, *cuts = NULL;
	hnj_hyphen_hyphenate2(
		dict->machine, word, size, hyphens, NULL, &respelled, &positions, &cuts);
	for (int i = 1; i < count; i++) {
		points[i] = (hyphens[i - 1] & 1) && !(respelled && respelled[i - 1]);
	}
	for (int i = 0; respelled && i < size; i++) {
		free(respelled[i]);
	}
	free(respelled);
	free(positions);
	free(cuts);
}

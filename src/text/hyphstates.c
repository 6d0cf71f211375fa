/* hyphstates: the file is a head, then for each of the two levels its states, transitions and
 * outputs (what a state says: values and a change of spelling, each kept once), then all strings.
 * States stand in the order of their length, so that the transitions lead to state 1, 2, 3, … and a
 * state falls back to an earlier one: what is checked on reading then ends and stays inside. */
#include "text/hyphstates.h"

#include <string.h>

enum { LEVELS = 2, VALUES_MAX = MAX_CHARS };

typedef struct LevelHead {
	gint8 left, right, compound_left, compound_right;
	guint32 states, outputs; /* transitions: one less than states */
	guint32 unhyphened, unhyphened_count; /* strings that take no hyphen; count 0: none */
} LevelHead;

typedef struct FileHead {
	char magic[16];
	char sum[HYPHSTATES_SUM];
	guint32 byte_order, transition_size, levels, strings;
	LevelHead level[LEVELS];
} FileHead;

typedef struct KeptState {
	guint32 output; /* 0 = says nothing */
	gint32 fallback; /* -1: the first state's */
	guint32 transitions; /* the first one; the next state's is behind the last one */
} KeptState;

typedef struct Output {
	guint32 values, respelling; /* offsets of strings; 0 = none */
	gint8 index, cut;
	gint16 unused;
} Output;

static const char magic[16] = "bifolio hyphen1";
static const guint32 byte_order = 0x01020304;

G_STATIC_ASSERT(sizeof(FileHead) % 8 == 0 && sizeof(KeptState) == 12 && sizeof(Output) == 12);

int *hyphstates_order(const HyphenDict *dict) {
	int *order = g_new0(int, dict->num_states);
	int known = 1;
	for (int i = 0; i < known; i++) {
		const HyphenState *state = &dict->states[order[i]];
		if (known + state->num_trans > dict->num_states) {
			g_free(order);
			return NULL;
		}
		for (int t = 0; t < state->num_trans; t++) {
			order[known++] = state->trans[t].new_state;
		}
	}
	if (known != dict->num_states) {
		g_clear_pointer(&order, g_free);
	}
	return order;
}

/* --- writing ------------------------------------------------------------------------------ */

typedef struct Writer {
	GByteArray *body, *strings;
	GHashTable *offsets; /* string → offset */
} Writer;

static guint32 string_offset(Writer *writer, const char *string) {
	gpointer found;
	if (!string) {
		return 0;
	}
	if (g_hash_table_lookup_extended(writer->offsets, string, NULL, &found)) {
		return GPOINTER_TO_UINT(found);
	}
	guint32 offset = writer->strings->len;
	g_byte_array_append(writer->strings, (const guint8 *)string, (guint)strlen(string) + 1);
	g_hash_table_insert(writer->offsets, (gpointer)string, GUINT_TO_POINTER(offset));
	return offset;
}

static guint output_hash(gconstpointer key) {
	const Output *output = key;
	return output->values * 31 + output->respelling;
}

static gboolean output_equal(gconstpointer one, gconstpointer other) {
	return memcmp(one, other, sizeof(Output)) == 0;
}

static guint32 output_number(
	Writer *writer, const HyphenState *state, GPtrArray *outputs, GHashTable *numbers) {
	if (!state->match) {
		return 0;
	}
	Output output = {.values = string_offset(writer, state->match),
		.respelling = string_offset(writer, state->repl),
		.index = state->repl ? state->replindex : 0,
		.cut = state->repl ? state->replcut : 0};
	gpointer found = g_hash_table_lookup(numbers, &output);
	if (!found) {
		Output *kept = g_memdup2(&output, sizeof output);
		g_ptr_array_add(outputs, kept);
		found = GUINT_TO_POINTER(outputs->len);
		g_hash_table_insert(numbers, kept, found);
	}
	return GPOINTER_TO_UINT(found);
}

static void write_transitions(Writer *writer, const HyphenDict *dict, const int *order) {
	int next = 1;
	for (int i = 0; i < dict->num_states; i++) {
		const HyphenState *state = &dict->states[order[i]];
		for (int t = 0; t < state->num_trans; t++) {
			HyphenTrans kept;
			memset(&kept, 0, sizeof kept);
			kept.ch = state->trans[t].ch;
			kept.new_state = next++;
			g_byte_array_append(writer->body, (const guint8 *)&kept, sizeof kept);
		}
	}
}

static void write_level(Writer *writer, const HyphenDict *dict, const int *order, LevelHead *head) {
	g_autofree int *numbers = g_new0(int, dict->num_states);
	for (int i = 0; i < dict->num_states; i++) {
		numbers[order[i]] = i;
	}
	g_autoptr(GPtrArray) outputs = g_ptr_array_new_with_free_func(g_free);
	g_autoptr(GHashTable) known = g_hash_table_new(output_hash, output_equal);
	guint32 transitions = 0;
	for (int i = 0; i < dict->num_states; i++) {
		const HyphenState *state = &dict->states[order[i]];
		KeptState kept = {.output = output_number(writer, state, outputs, known),
			.fallback = state->fallback_state < 0 ? -1 : numbers[state->fallback_state],
			.transitions = transitions};
		transitions += (guint32)state->num_trans;
		g_byte_array_append(writer->body, (const guint8 *)&kept, sizeof kept);
	}
	write_transitions(writer, dict, order);
	for (guint i = 0; i < outputs->len; i++) {
		g_byte_array_append(writer->body, outputs->pdata[i], sizeof(Output));
	}
	*head = (LevelHead){.left = dict->lhmin,
		.right = dict->rhmin,
		.compound_left = dict->clhmin,
		.compound_right = dict->crhmin,
		.states = (guint32)dict->num_states,
		.outputs = outputs->len,
		.unhyphened = writer->strings->len};
	const char *string = dict->nohyphen;
	for (int i = 0; string && i <= dict->nohyphenl; i++) {
		guint size = (guint)strlen(string) + 1;
		g_byte_array_append(writer->strings, (const guint8 *)string, size);
		string += size;
		head->unhyphened_count++;
	}
}

gboolean hyphstates_write(
	const HyphenDict *dict, const char *sum, const char *path, GError **error) {
	Writer writer = {.body = g_byte_array_new(), .strings = g_byte_array_new()};
	writer.offsets = g_hash_table_new(g_str_hash, g_str_equal);
	FileHead head = {.byte_order = byte_order, .transition_size = sizeof(HyphenTrans)};
	memcpy(head.magic, magic, sizeof magic);
	memcpy(head.sum, sum, HYPHSTATES_SUM);
	g_byte_array_append(writer.body, (const guint8 *)&head, sizeof head);
	g_byte_array_append(writer.strings, (const guint8 *)"", 1); /* offset 0 means none */
	for (const HyphenDict *level = dict; level; level = level->nextlevel) {
		g_autofree int *order = hyphstates_order(level);
		g_assert(order && head.levels < LEVELS);
		write_level(&writer, level, order, &head.level[head.levels++]);
	}
	head.strings = writer.strings->len;
	memcpy(writer.body->data, &head, sizeof head);
	g_byte_array_append(writer.body, writer.strings->data, writer.strings->len);
	gboolean written = g_file_set_contents(
		path, (const char *)writer.body->data, (gssize)writer.body->len, error);
	g_hash_table_unref(writer.offsets);
	g_byte_array_unref(writer.strings);
	g_byte_array_unref(writer.body);
	return written;
}

/* --- reading ------------------------------------------------------------------------------ */

typedef struct Reader {
	const char *at, *end;
	const char *strings;
	guint32 string_bytes;
	guint8 *sizes; /* of outputs: how many values; owned */
} Reader;

static const void *take(Reader *reader, guint64 count, gsize size) {
	const char *at = reader->at;
	if (!at || count * size > (guint64)(reader->end - at)) {
		return NULL;
	}
	reader->at += count * size;
	return at;
}

/* The strings end in a zero byte. */
static gboolean output_read(Reader *reader, const Output *output, HyphenState *said, guint8 *size) {
	if (output->values == 0 || output->values >= reader->string_bytes ||
		output->respelling >= reader->string_bytes) {
		return FALSE;
	}
	*said = (HyphenState){.match = (char *)reader->strings + output->values,
		.repl = output->respelling ? (char *)reader->strings + output->respelling : NULL,
		.replindex = output->index,
		.replcut = output->cut};
	size_t values = strlen(said->match);
	*size = (guint8)MIN(values, VALUES_MAX);
	gboolean sound = output->index >= 0 && output->index < (int)values && output->cut > 0;
	return values < VALUES_MAX && (!said->repl || sound);
}

static HyphenState *outputs_read(Reader *reader, const Output *outputs, guint32 count) {
	HyphenState *said = g_new0(HyphenState, count + 1);
	reader->sizes = g_new0(guint8, count + 1);
	for (guint32 i = 0; i < count; i++) {
		if (!output_read(reader, &outputs[i], &said[i + 1], &reader->sizes[i + 1])) {
			g_free(said);
			return NULL;
		}
	}
	return said;
}

typedef struct KeptLevel {
	const KeptState *states;
	const HyphenTrans *transitions;
	HyphenState *said; /* by output */
	guint8 *sizes; /* by output: values */
	guint32 state_count, output_count;
} KeptLevel;

/* A state's transitions lead to the states that they have the numbers of, and each gives those
 * room for one value more than it has itself: one a gap between letters, before and behind them,
 * but none before a full stop, where words begin. */
static gboolean transitions_take(
	const KeptLevel *kept, const HyphenState *state, guint8 *rooms, guint32 index) {
	const HyphenTrans *end = state->trans + state->num_trans;
	for (const HyphenTrans *transition = state->trans; transition < end; transition++) {
		if (transition->new_state != (int)(transition - kept->transitions) + 1 ||
			rooms[index] >= VALUES_MAX) {
			return FALSE;
		}
		int room = index > 0 ? rooms[index] + 1 : (transition->ch == '.' ? 1 : 2);
		rooms[transition->new_state] = (guint8)room;
	}
	return TRUE;
}

/* rooms: for each state, how many values it may have. */
static gboolean states_fill(const KeptLevel *kept, HyphenState *states, guint8 *rooms) {
	guint32 count = kept->state_count;
	for (guint32 i = 0; i < count; i++) {
		const KeptState *state = &kept->states[i];
		guint32 first = state->transitions;
		guint32 end = i + 1 < count ? kept->states[i + 1].transitions : count - 1;
		gboolean falls = state->fallback >= 0 && (guint32)state->fallback < i;
		gboolean reached =
			i == 0 ? first == 0 && state->fallback == -1 : falls && first >= i;
		if (!reached || first > end || end > count - 1 ||
			state->output > kept->output_count ||
			kept->sizes[state->output] > rooms[i]) {
			return FALSE;
		}
		states[i] = kept->said[state->output];
		states[i].fallback_state = state->fallback;
		states[i].num_trans = (int)(end - first);
		states[i].trans = (HyphenTrans *)(kept->transitions + first);
		if (!transitions_take(kept, &states[i], rooms, i)) {
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean unhyphened_read(Reader *reader, const LevelHead *head, HyphenDict *dict) {
	guint32 at = head->unhyphened;
	for (guint32 i = 0; i < head->unhyphened_count; i++) {
		if (at >= reader->string_bytes || reader->strings[at] == '\0') {
			return FALSE;
		}
		at += (guint32)strlen(reader->strings + at) + 1;
	}
	if (head->unhyphened_count > 0) {
		dict->nohyphen = (char *)reader->strings + head->unhyphened;
		dict->nohyphenl = (int)head->unhyphened_count - 1;
	}
	return TRUE;
}

static HyphenDict *level_read(Reader *reader, const LevelHead *head) {
	if (head->states == 0 || head->states > G_MAXINT) {
		return NULL;
	}
	KeptLevel kept = {.state_count = head->states, .output_count = head->outputs};
	kept.states = take(reader, head->states, sizeof(KeptState));
	kept.transitions = take(reader, head->states - 1, sizeof(HyphenTrans));
	const Output *outputs = take(reader, head->outputs, sizeof(Output));
	if (!kept.states || !kept.transitions || !outputs) {
		return NULL;
	}
	HyphenDict *dict = g_new0(HyphenDict, 1);
	*dict = (HyphenDict){.lhmin = head->left,
		.rhmin = head->right,
		.clhmin = head->compound_left,
		.crhmin = head->compound_right,
		.num_states = (int)head->states,
		.cset = "UTF-8",
		.utf8 = 1,
		.states = g_new(HyphenState, head->states)};
	kept.said = outputs_read(reader, outputs, head->outputs);
	kept.sizes = reader->sizes;
	g_autofree guint8 *rooms = g_new0(guint8, head->states);
	gboolean sound = kept.said && states_fill(&kept, dict->states, rooms) &&
		unhyphened_read(reader, head, dict);
	g_free(kept.said);
	g_clear_pointer(&reader->sizes, g_free);
	if (!sound) {
		g_free(dict->states);
		g_clear_pointer(&dict, g_free);
	}
	return dict;
}

static const FileHead *head_read(Reader *reader, const char *sum) {
	const FileHead *head = take(reader, 1, sizeof(FileHead));
	if (!head || memcmp(head->magic, magic, sizeof magic) != 0 ||
		memcmp(head->sum, sum, HYPHSTATES_SUM) != 0 || head->byte_order != byte_order ||
		head->transition_size != sizeof(HyphenTrans) || head->levels != LEVELS) {
		return NULL;
	}
	guint64 left = (guint64)(reader->end - reader->at);
	if (head->strings == 0 || head->strings > left) {
		return NULL;
	}
	reader->end -= head->strings;
	reader->strings = reader->end;
	reader->string_bytes = head->strings;
	return reader->strings[head->strings - 1] == '\0' ? head : NULL;
}

HyphenDict *hyphstates_read(const char *path, const char *sum, GMappedFile **file) {
	*file = g_mapped_file_new(path, FALSE, NULL);
	if (!*file) {
		return NULL;
	}
	Reader reader = {.at = g_mapped_file_get_contents(*file)};
	reader.end = reader.at + g_mapped_file_get_length(*file);
	const FileHead *head = strlen(sum) == HYPHSTATES_SUM ? head_read(&reader, sum) : NULL;
	HyphenDict *dict = head ? level_read(&reader, &head->level[0]) : NULL;
	if (dict) {
		dict->nextlevel = level_read(&reader, &head->level[1]);
	}
	if (dict && dict->nextlevel && reader.at == reader.end) {
		return dict;
	}
	hyphstates_free(dict, *file);
	*file = NULL;
	return NULL;
}

void hyphstates_free(HyphenDict *dict, GMappedFile *file) {
	for (HyphenDict *next; dict; dict = next) {
		next = dict->nextlevel;
		g_free(dict->states);
		g_free(dict);
	}
	g_mapped_file_unref(file);
}

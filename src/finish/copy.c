/* copy: see the header. Every indirect object gets an empty one in the other PDF when it is first
 * met and waits in a queue to be filled; only direct nesting is followed at once. */
#include "finish/copy.h"

#include <stdlib.h>
#include <string.h>

enum { NESTING_MOST = 100 };

typedef struct Open {
	qpdf_oh from, to;
} Open;

struct Copier {
	qpdf_data from, to;
	GHashTable *known; /* number in `from` -> handle in `to` */
	GArray *made; /* qpdf_oh in `to` */
	GArray *open; /* Open, filled from `next` on */
	guint next;
	gsize bytes;
	int nesting;
	const char *failure; /* NULL = none */
};

/* What is of no use within a form: links back to pages, structure, what editors keep. */
static const char *const left_behind[] = {"/Length", "/Parent", "/PieceInfo", "/LastModified",
	"/Metadata", "/Thumb", "/StructParent", "/StructParents", "/OPI", NULL};

Copier *copier_new(qpdf_data from, qpdf_data to) {
	Copier *copier = g_new0(Copier, 1);
	copier->from = from;
	copier->to = to;
	copier->known = g_hash_table_new(NULL, NULL);
	copier->made = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
	copier->open = g_array_new(FALSE, FALSE, sizeof(Open));
	return copier;
}

void copier_free(Copier *copier) {
	if (!copier) {
		return;
	}
	for (guint i = 0; i < copier->made->len; i++) {
		qpdf_oh_release(copier->to, g_array_index(copier->made, qpdf_oh, i));
	}
	for (guint i = copier->next; i < copier->open->len; i++) {
		qpdf_oh_release(copier->from, g_array_index(copier->open, Open, i).from);
	}
	g_hash_table_destroy(copier->known);
	g_array_free(copier->made, TRUE);
	g_array_free(copier->open, TRUE);
	g_free(copier);
}

const GArray *copier_made(const Copier *copier) {
	return copier->made;
}

static qpdf_oh fail(Copier *copier, const char *failure) {
	copier->failure = copier->failure ? copier->failure : failure;
	return qpdf_oh_new_null(copier->to);
}

static gboolean is_page(const Copier *copier, qpdf_oh value) {
	return qpdf_oh_is_dictionary(copier->from, value) &&
		(qobject_is(copier->from, value, "/Type", "/Page") ||
			qobject_is(copier->from, value, "/Type", "/Pages"));
}

static qpdf_oh copy_indirect(Copier *copier, qpdf_oh value) {
	gpointer number = GINT_TO_POINTER(qpdf_oh_get_object_id(copier->from, value));
	gpointer known = g_hash_table_lookup(copier->known, number);
	if (known) {
		return qpdf_oh_new_object(copier->to, GPOINTER_TO_UINT(known));
	}
	if (is_page(copier, value)) {
		return qpdf_oh_new_null(copier->to);
	}
	if (copier->made->len >= COPY_OBJECTS_MOST) {
		return fail(copier, "it is made of too many objects");
	}
	qpdf_oh made;
	if (qpdf_oh_is_stream(copier->from, value)) {
		made = qpdf_oh_new_stream(copier->to);
	} else {
		/* No null: a dictionary would not keep it. */
		qpdf_oh empty = qpdf_oh_new_integer(copier->to, 0);
		made = qpdf_make_indirect_object(copier->to, empty);
		qpdf_oh_release(copier->to, empty);
	}
	Open open = {qpdf_oh_new_object(copier->from, value), made};
	g_array_append_val(copier->open, open);
	g_array_append_val(copier->made, made);
	g_hash_table_insert(copier->known, number, GUINT_TO_POINTER(made));
	return qpdf_oh_new_object(copier->to, made);
}

static qpdf_oh copy_array(Copier *copier, qpdf_oh value) {
	qpdf_oh array = qpdf_oh_new_array(copier->to);
	int count = qpdf_oh_get_array_n_items(copier->from, value);
	for (int i = 0; i < count && !copier->failure; i++) {
		qpdf_oh item = qpdf_oh_get_array_item(copier->from, value, i);
		qpdf_oh copy = copier_value(copier, item);
		qpdf_oh_append_item(copier->to, array, copy);
		qpdf_oh_release(copier->to, copy);
		qpdf_oh_release(copier->from, item);
	}
	return array;
}

/* libqpdf walks one dictionary at a time: keys are listed before anything is copied. */
static GPtrArray *list_keys(qpdf_data pdf, qpdf_oh dict) {
	GPtrArray *keys = g_ptr_array_new_with_free_func(g_free);
	qpdf_oh_begin_dict_key_iter(pdf, dict);
	while (qpdf_oh_dict_more_keys(pdf)) {
		const char *key = qpdf_oh_dict_next_key(pdf);
		if (!g_strv_contains(left_behind, key)) {
			g_ptr_array_add(keys, g_strdup(key));
		}
	}
	return keys;
}

static void copy_keys(Copier *copier, qpdf_oh from, qpdf_oh to) {
	g_autoptr(GPtrArray) keys = list_keys(copier->from, from);
	for (guint i = 0; i < keys->len && !copier->failure; i++) {
		qpdf_oh value = qpdf_oh_get_key(copier->from, from, keys->pdata[i]);
		qobject_put(copier->to, to, keys->pdata[i], copier_value(copier, value));
		qpdf_oh_release(copier->from, value);
	}
}

static qpdf_oh copy_dictionary(Copier *copier, qpdf_oh value) {
	qpdf_oh dict = qpdf_oh_new_dictionary(copier->to);
	copy_keys(copier, value, dict);
	return dict;
}

static qpdf_oh copy_string(Copier *copier, qpdf_oh value) {
	gsize length;
	const char *text = qpdf_oh_get_binary_string_value(copier->from, value, &length);
	return qpdf_oh_new_binary_string(copier->to, text, length);
}

/* What is direct, or the content of what is indirect. */
static qpdf_oh copy_content(Copier *copier, qpdf_oh value) {
	qpdf_data from = copier->from, to = copier->to;
	switch (qpdf_oh_get_type_code(from, value)) {
	case ot_boolean:
		return qpdf_oh_new_bool(to, qpdf_oh_get_bool_value(from, value));
	case ot_integer:
		return qpdf_oh_new_integer(to, qpdf_oh_get_int_value(from, value));
	case ot_real:
		return qpdf_oh_new_real_from_string(to, qpdf_oh_get_real_value(from, value));
	case ot_string:
		return copy_string(copier, value);
	case ot_name:
		return qpdf_oh_new_name(to, qpdf_oh_get_name(from, value));
	case ot_array:
		return copy_array(copier, value);
	case ot_dictionary:
		return copy_dictionary(copier, value);
	default:
		return qpdf_oh_new_null(to);
	}
}

qpdf_oh copier_value(Copier *copier, qpdf_oh value) {
	if (copier->failure || copier->nesting > NESTING_MOST) {
		return fail(copier, "it is nested too deeply");
	}
	if (qpdf_oh_is_indirect(copier->from, value)) {
		return copy_indirect(copier, value);
	}
	copier->nesting++;
	qpdf_oh copy = copy_content(copier, value);
	copier->nesting--;
	return copy;
}

static void copy_data(Copier *copier, qpdf_oh from, qpdf_oh dict, qpdf_oh to) {
	unsigned char *data = NULL;
	gsize length = 0;
	QPDF_ERROR_CODE code =
		qpdf_oh_get_stream_data(copier->from, from, qpdf_dl_none, NULL, &data, &length);
	copier->bytes += length;
	if ((code & QPDF_ERRORS) || copier->bytes > COPY_BYTES_MOST) {
		qpdf_oh spare = fail(copier,
			code & QPDF_ERRORS ? "a stream cannot be read" : "it has too many bytes");
		qpdf_oh_release(copier->to, spare);
	} else {
		qpdf_oh filter = qpdf_oh_get_key(copier->from, dict, "/Filter");
		qpdf_oh parms = qpdf_oh_get_key(copier->from, dict, "/DecodeParms");
		qpdf_oh filter_copy = copier_value(copier, filter);
		qpdf_oh parms_copy = copier_value(copier, parms);
		qpdf_oh_replace_stream_data(copier->to, to, data, length, filter_copy, parms_copy);
		qpdf_oh_release(copier->to, filter_copy);
		qpdf_oh_release(copier->to, parms_copy);
		qpdf_oh_release(copier->from, filter);
		qpdf_oh_release(copier->from, parms);
	}
	free(data);
}

void copier_stream(Copier *copier, qpdf_oh from_stream, qpdf_oh to_stream) {
	qpdf_oh from_dict = qpdf_oh_get_dict(copier->from, from_stream);
	qpdf_oh to_dict = qpdf_oh_get_dict(copier->to, to_stream);
	if (qpdf_oh_has_key(copier->from, from_dict, "/F")) {
		qpdf_oh spare = fail(copier, "its data lie in another file");
		qpdf_oh_release(copier->to, spare);
	} else {
		copy_keys(copier, from_dict, to_dict);
		copy_data(copier, from_stream, from_dict, to_stream);
	}
	qpdf_oh_release(copier->from, from_dict);
	qpdf_oh_release(copier->to, to_dict);
}

static void fill(Copier *copier, Open open) {
	if (qpdf_oh_is_stream(copier->from, open.from)) {
		copier_stream(copier, open.from, open.to);
	} else {
		qpdf_oh content = copy_content(copier, open.from);
		qpdf_replace_object(
			copier->to, qpdf_oh_get_object_id(copier->to, open.to), 0, content);
		qpdf_oh_release(copier->to, content);
	}
	qpdf_oh_release(copier->from, open.from);
}

gboolean copier_run(Copier *copier, GError **error) {
	while (!copier->failure && copier->next < copier->open->len) {
		fill(copier, g_array_index(copier->open, Open, copier->next++));
	}
	if (!qobject_check(copier->from, error) || !qobject_check(copier->to, error)) {
		return FALSE;
	}
	if (copier->failure) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", copier->failure);
	}
	return copier->failure == NULL;
}

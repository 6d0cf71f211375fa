/* qobject: see the header. Knows no documents of ours. */
#include "finish/qobject.h"

#include <string.h>

static qpdf_data start(void) {
	qpdf_data pdf = qpdf_init();
	qpdf_silence_errors(pdf);
	qpdf_set_suppress_warnings(pdf, QPDF_TRUE);
	qpdf_set_attempt_recovery(pdf, QPDF_FALSE);
	return pdf;
}

/* How C++ calls it. */
static const char no_memory[] = "bad_alloc";
static const char not_enough[] = "there is not enough memory";

gboolean qobject_check(qpdf_data pdf, GError **error) {
	if (!qpdf_has_error(pdf)) {
		return TRUE;
	}
	qpdf_error told = qpdf_get_error(pdf);
	const char *detail = qpdf_get_error_message_detail(pdf, told);
	GFileError code = G_FILE_ERROR_FAILED;
	if (qpdf_get_error_code(pdf, told) == qpdf_e_password) {
		code = G_FILE_ERROR_PERM;
	} else if (strstr(detail, no_memory)) {
		code = G_FILE_ERROR_NOMEM;
		detail = not_enough;
	}
	g_set_error(error, G_FILE_ERROR, (int)code, "%s", detail);
	return FALSE;
}

gboolean qobject_check_warnings(qpdf_data pdf, char **first, GError **error) {
	gboolean enough = TRUE;
	g_autofree char *told = NULL;
	while (qpdf_more_warnings(pdf)) {
		const char *detail = qpdf_get_error_message_detail(pdf, qpdf_next_warning(pdf));
		enough = enough && !strstr(detail, no_memory);
		told = told ? told : g_strdup(detail);
	}
	if (!enough) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_NOMEM, "%s", not_enough);
	} else if (first) {
		*first = g_steal_pointer(&told);
	}
	return enough;
}

/* Of a PDF that was just opened; closes it on failure. */
static qpdf_data opened(qpdf_data pdf, QPDF_ERROR_CODE code, GError **error) {
	if (qobject_check(pdf, error) && !(code & QPDF_ERRORS)) {
		return pdf;
	}
	if (error && !*error) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "it cannot be read");
	}
	qobject_close(pdf);
	return NULL;
}

qpdf_data qobject_open(GBytes *bytes, GError **error) {
	gsize size;
	const char *data = g_bytes_get_data(bytes, &size);
	qpdf_data pdf = start();
	return opened(pdf, qpdf_read_memory(pdf, "PDF", data, size, NULL), error);
}

qpdf_data qobject_new(GError **error) {
	qpdf_data pdf = start();
	return opened(pdf, qpdf_empty_pdf(pdf), error);
}

void qobject_close(qpdf_data pdf) {
	if (pdf) {
		/* Told already, or of no interest; libqpdf would print it. */
		qpdf_get_error(pdf);
		qpdf_cleanup(&pdf);
	}
}

GBytes *qobject_write(qpdf_data pdf, GError **error) {
	return qobject_write_as(pdf, NULL, error);
}

GBytes *qobject_write_as(qpdf_data pdf, const char *version, GError **error) {
	qpdf_init_write_memory(pdf);
	qpdf_set_object_stream_mode(pdf, qpdf_o_generate);
	/* What is coded stays as it is; what is not is deflated. */
	qpdf_set_decode_level(pdf, qpdf_dl_none);
	qpdf_set_deterministic_ID(pdf, QPDF_TRUE);
	qpdf_set_newline_before_endstream(pdf, QPDF_TRUE);
	if (version) {
		qpdf_force_pdf_version(pdf, version);
	} else {
		qpdf_set_minimum_pdf_version(pdf, "1.7");
	}
	qpdf_write(pdf);
	GBytes *bytes = NULL;
	if (qobject_check(pdf, error) && qobject_check_warnings(pdf, NULL, error)) {
		gsize size = qpdf_get_buffer_length(pdf);
		bytes = g_bytes_new(qpdf_get_buffer(pdf), size);
	}
	qobject_close(pdf);
	return bytes;
}

int qobject_count(qpdf_data pdf) {
	qpdf_oh trailer = qpdf_get_trailer(pdf);
	double count = qobject_number(pdf, trailer, "/Size", 0);
	qpdf_oh_release(pdf, trailer);
	return count > 0 && count < G_MAXINT ? (int)count : 0;
}

void qobject_put(qpdf_data pdf, qpdf_oh dict, const char *key, qpdf_oh value) {
	qpdf_oh_replace_key(pdf, dict, key, value);
	qpdf_oh_release(pdf, value);
}

void qobject_put_name(qpdf_data pdf, qpdf_oh dict, const char *key, const char *name) {
	qobject_put(pdf, dict, key, qpdf_oh_new_name(pdf, name));
}

void qobject_put_integer(qpdf_data pdf, qpdf_oh dict, const char *key, int value) {
	qobject_put(pdf, dict, key, qpdf_oh_new_integer(pdf, value));
}

void qobject_put_text(qpdf_data pdf, qpdf_oh dict, const char *key, const char *text) {
	qobject_put(pdf, dict, key, qpdf_oh_new_unicode_string(pdf, text));
}

/* Ten decimals, for scales of a page to 1, without zeros at the end. */
static void number_text(char *text, int room, double number) {
	g_ascii_formatd(text, room, "%.10f", CLAMP(number, -1e9, 1e9));
	gsize length = strlen(text);
	while (text[length - 1] == '0') {
		length--;
	}
	length -= text[length - 1] == '.' ? 1 : 0;
	text[length] = '\0';
}

void qobject_put_numbers(
	qpdf_data pdf, qpdf_oh dict, const char *key, const double *numbers, int count) {
	qpdf_oh array = qpdf_oh_new_array(pdf);
	for (int i = 0; i < count; i++) {
		char text[64];
		number_text(text, sizeof text, numbers[i]);
		qpdf_oh number = qpdf_oh_new_real_from_string(pdf, text);
		qpdf_oh_append_item(pdf, array, number);
		qpdf_oh_release(pdf, number);
	}
	qobject_put(pdf, dict, key, array);
}

static gboolean take_number(qpdf_data pdf, qpdf_oh value, double *number) {
	gboolean is_number = qpdf_oh_is_number(pdf, value);
	if (is_number) {
		*number = qpdf_oh_get_numeric_value(pdf, value);
	}
	qpdf_oh_release(pdf, value);
	return is_number;
}

double qobject_number(qpdf_data pdf, qpdf_oh dict, const char *key, double fallback) {
	double number = fallback;
	take_number(pdf, qpdf_oh_get_key(pdf, dict, key), &number);
	return number;
}

gboolean qobject_numbers(qpdf_data pdf, qpdf_oh array, double *numbers, int count) {
	gboolean good =
		qpdf_oh_is_array(pdf, array) && qpdf_oh_get_array_n_items(pdf, array) == count;
	for (int i = 0; good && i < count; i++) {
		good = take_number(pdf, qpdf_oh_get_array_item(pdf, array, i), &numbers[i]);
	}
	qpdf_oh_release(pdf, array);
	return good;
}

gboolean qobject_is(qpdf_data pdf, qpdf_oh dict, const char *key, const char *name) {
	qpdf_oh value = qpdf_oh_get_key(pdf, dict, key);
	gboolean same = qpdf_oh_is_name_and_equals(pdf, value, name);
	qpdf_oh_release(pdf, value);
	return same;
}

/* content: see the header. Several streams of a page are joined decoded, since a form has but one;
 * what a stranger's data grow to is bounded while they are inflated. */
#include "finish/content.h"

#include <stdlib.h>

#include "finish/coding.h"

enum {
	PARENTS_MOST = 64,
	STREAMS_MOST = 10000,
	CONTENT_MOST = 64 << 20, /* bytes, inflated */
	ODD_CODED_MOST = 64 << 10 /* bytes as coded, of what GIO cannot decode within bounds */
};

static gboolean refuse(GError **error, const char *why) {
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", why);
	return FALSE;
}

/* --- joining ------------------------------------------------------------------------------ */

static gboolean append(
	GByteArray *joined, const unsigned char *data, gsize length, GError **error) {
	if (length > CONTENT_MOST - (gsize)joined->len) {
		return refuse(error, "what it paints is too long");
	}
	g_byte_array_append(joined, data, (guint)length);
	return TRUE;
}

typedef enum Coding { CODING_NONE, CODING_FLATE, CODING_OTHER } Coding;

static Coding stream_coding(qpdf_data pdf, qpdf_oh stream) {
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
	qpdf_oh filter = qpdf_oh_get_key(pdf, dict, "/Filter");
	Coding coding = CODING_OTHER;
	if (qpdf_oh_is_array(pdf, filter) && qpdf_oh_get_array_n_items(pdf, filter) == 1) {
		qpdf_oh only = qpdf_oh_get_array_item(pdf, filter, 0);
		qpdf_oh_release(pdf, filter);
		filter = only;
	}
	if (qpdf_oh_is_null(pdf, filter)) {
		coding = CODING_NONE;
	} else if (qpdf_oh_is_name_and_equals(pdf, filter, "/FlateDecode") &&
		!qpdf_oh_has_key(pdf, dict, "/DecodeParms")) {
		coding = CODING_FLATE;
	}
	qpdf_oh_release(pdf, filter);
	qpdf_oh_release(pdf, dict);
	return coding;
}

static gboolean read_stream(
	qpdf_data pdf, qpdf_oh stream, gboolean decode, unsigned char **data, gsize *length) {
	QPDF_BOOL decoded = QPDF_FALSE;
	QPDF_ERROR_CODE code = qpdf_oh_get_stream_data(
		pdf, stream, decode ? qpdf_dl_specialized : qpdf_dl_none, &decoded, data, length);
	return !(code & QPDF_ERRORS) && (decoded || !decode);
}

static gboolean join_stream(qpdf_data pdf, qpdf_oh stream, GByteArray *joined, GError **error) {
	if (!qpdf_oh_is_stream(pdf, stream)) {
		return refuse(error, "a part of what it paints is missing");
	}
	unsigned char *data = NULL;
	gsize length = 0;
	Coding coding = stream_coding(pdf, stream);
	gboolean good = read_stream(pdf, stream, FALSE, &data, &length);
	if (good && coding == CODING_OTHER) {
		free(data);
		data = NULL;
		good = length <= ODD_CODED_MOST && read_stream(pdf, stream, TRUE, &data, &length);
	}
	if (!good) {
		refuse(error, "what it paints cannot be decoded");
	} else if (coding == CODING_FLATE) {
		good = coding_inflate(joined, data, length, CONTENT_MOST, error);
	} else {
		good = append(joined, data, length, error);
	}
	free(data);
	return good && append(joined, (const unsigned char *)"\n", 1, error);
}

static void set_data(
	qpdf_data to, qpdf_oh stream, const unsigned char *data, gsize length, qpdf_oh filter) {
	qpdf_oh none = qpdf_oh_new_null(to);
	qpdf_oh_replace_stream_data(to, stream, data, length, filter ? filter : none, none);
	qpdf_oh_release(to, none);
}

static gboolean copy_joined(
	qpdf_data pdf, qpdf_oh contents, qpdf_data to, qpdf_oh stream, GError **error) {
	int count = qpdf_oh_get_array_n_items(pdf, contents);
	if (count > STREAMS_MOST) {
		return refuse(error, "it is made of too many streams");
	}
	g_autoptr(GByteArray) joined = g_byte_array_new();
	for (int i = 0; i < count; i++) {
		qpdf_oh part = qpdf_oh_get_array_item(pdf, contents, i);
		gboolean good = join_stream(pdf, part, joined, error);
		qpdf_oh_release(pdf, part);
		if (!good) {
			return FALSE;
		}
	}
	set_data(to, stream, joined->data, joined->len, 0);
	return TRUE;
}

/* Left as it is coded where that is usual; nothing is decoded that could grow. */
static gboolean copy_single(
	qpdf_data pdf, qpdf_oh contents, qpdf_data to, qpdf_oh stream, GError **error) {
	if (stream_coding(pdf, contents) == CODING_OTHER) {
		g_autoptr(GByteArray) joined = g_byte_array_new();
		gboolean good = join_stream(pdf, contents, joined, error);
		if (good) {
			set_data(to, stream, joined->data, joined->len, 0);
		}
		return good;
	}
	unsigned char *data = NULL;
	gsize length = 0;
	if (!read_stream(pdf, contents, FALSE, &data, &length)) {
		return refuse(error, "what it paints cannot be read");
	}
	qpdf_oh filter = stream_coding(pdf, contents) == CODING_FLATE
		? qpdf_oh_new_name(to, "/FlateDecode")
		: 0;
	set_data(to, stream, data, length, filter);
	if (filter) {
		qpdf_oh_release(to, filter);
	}
	free(data);
	return TRUE;
}

gboolean content_copy(qpdf_data pdf, qpdf_oh page, qpdf_data to, qpdf_oh stream, GError **error) {
	qpdf_oh contents = qpdf_oh_get_key(pdf, page, "/Contents");
	gboolean good;
	if (qpdf_oh_is_stream(pdf, contents)) {
		good = copy_single(pdf, contents, to, stream, error);
	} else if (qpdf_oh_is_array(pdf, contents)) {
		good = copy_joined(pdf, contents, to, stream, error);
	} else {
		good = refuse(error, "the page is empty");
	}
	qpdf_oh_release(pdf, contents);
	return good;
}

/* --- boxes -------------------------------------------------------------------------------- */

qpdf_oh content_inherited(qpdf_data pdf, qpdf_oh page, const char *key) {
	qpdf_oh at = qpdf_oh_new_object(pdf, page), value = qpdf_oh_new_null(pdf);
	for (int i = 0; i < PARENTS_MOST && qpdf_oh_is_dictionary(pdf, at); i++) {
		qpdf_oh_release(pdf, value);
		value = qpdf_oh_get_key(pdf, at, key);
		if (!qpdf_oh_is_null(pdf, value)) {
			break;
		}
		qpdf_oh parent = qpdf_oh_get_key(pdf, at, "/Parent");
		qpdf_oh_release(pdf, at);
		at = parent;
	}
	qpdf_oh_release(pdf, at);
	return value;
}

/* FALSE when there is none, or it lies outside of the one around it. */
static gboolean read_box(
	qpdf_data pdf, qpdf_oh page, const char *key, const PageBox *around, PageBox *box) {
	double n[4];
	if (!qobject_numbers(pdf, content_inherited(pdf, page, key), n, 4)) {
		return FALSE;
	}
	*box = (PageBox){MIN(n[0], n[2]), MIN(n[1], n[3]), MAX(n[0], n[2]), MAX(n[1], n[3])};
	if (around) {
		box->left = MAX(box->left, around->left);
		box->bottom = MAX(box->bottom, around->bottom);
		box->right = MIN(box->right, around->right);
		box->top = MIN(box->top, around->top);
	}
	return box->right - box->left >= 1 && box->top - box->bottom >= 1;
}

gboolean content_boxes(qpdf_data pdf, qpdf_oh page, PageBoxes *boxes) {
	PageBox media;
	if (!read_box(pdf, page, "/MediaBox", NULL, &media)) {
		return FALSE;
	}
	if (read_box(pdf, page, "/TrimBox", &media, &boxes->trim)) {
		PageBox *shown = &boxes->shown, trim = boxes->trim;
		if (!read_box(pdf, page, "/BleedBox", &media, shown)) {
			*shown = trim;
		}
		*shown = (PageBox){MIN(shown->left, trim.left), MIN(shown->bottom, trim.bottom),
			MAX(shown->right, trim.right), MAX(shown->top, trim.top)};
	} else if (read_box(pdf, page, "/CropBox", &media, &boxes->shown)) {
		boxes->trim = boxes->shown;
	} else {
		boxes->shown = boxes->trim = media;
	}
	double turn = 0;
	qpdf_oh rotate = content_inherited(pdf, page, "/Rotate");
	if (qpdf_oh_is_number(pdf, rotate)) {
		turn = CLAMP(qpdf_oh_get_numeric_value(pdf, rotate), -36000, 36000);
	}
	qpdf_oh_release(pdf, rotate);
	boxes->turn = (((int)turn / 90 * 90) % 360 + 360) % 360;
	boxes->unit = CLAMP(qobject_number(pdf, page, "/UserUnit", 1), 0.01, 1000);
	return TRUE;
}

void content_matrix(const PageBoxes *boxes, double matrix[6]) {
	const PageBox *box = &boxes->shown;
	double x = 1 / (box->right - box->left), y = 1 / (box->top - box->bottom);
	const double upright[] = {x, 0, 0, y, -box->left * x, -box->bottom * y};
	const double right[] = {0, -x, y, 0, -box->bottom * y, box->right * x};
	const double over[] = {-x, 0, 0, -y, box->right * x, box->top * y};
	const double left[] = {0, x, -y, 0, box->top * y, -box->left * x};
	const double *turned = boxes->turn == 90 ? right
		: boxes->turn == 180		 ? over
		: boxes->turn == 270		 ? left
						 : upright;
	for (int i = 0; i < 6; i++) {
		matrix[i] = turned[i];
	}
}

/* placed: see the header. What is kept is a PDF of one form (ISO 32000-1, 8.10) at /Form in its
 * catalog, with all that it uses. The form shows the page in the unit square, as an image would
 * be, so that finish_pdf can put it where a picture stands in for it. */
#define _DEFAULT_SOURCE 1

#include "finish/placed.h"

#include <string.h>
#include <sys/resource.h>
#include <unistd.h>

#include "finish/content.h"
#include "finish/copy.h"

static const double SIDE_LEAST = 8, SIDE_MOST = 14400; /* pt */
enum { HEAD_WITHIN = 1024, MEMORY_MOST = 1 << 30, NAMES_MOST = 3 };

static const char save_again[] =
	"open it in the program that made it and export it again as PDF 1.7";

gboolean placed_is_pdf(GBytes *file) {
	gsize size;
	const char *data = g_bytes_get_data(file, &size);
	return size >= 5 && g_strstr_len(data, (gssize)MIN(size, HEAD_WITHIN), "%PDF-") != NULL;
}

/* --- bounded memory ----------------------------------------------------------------------- */

/* A small file may say that it unpacks to gigabytes: libqpdf believes it, and gives up only when
 * there is no more memory to be had. */
typedef struct Guard {
	gboolean set;
	struct rlimit before;
} Guard;

static void guard_begin(Guard *guard) {
	/* The first number is the size of the process, in pages. */
	g_autofree char *sizes = NULL;
	gboolean known = g_file_get_contents("/proc/self/statm", &sizes, NULL, NULL);
	guint64 pages = known ? g_ascii_strtoull(sizes, NULL, 10) : 0;
	guard->set = pages > 0 && getrlimit(RLIMIT_AS, &guard->before) == 0;
	if (guard->set) {
		struct rlimit limit = guard->before;
		rlim_t most = (rlim_t)pages * (rlim_t)sysconf(_SC_PAGESIZE) + MEMORY_MOST;
		limit.rlim_cur = limit.rlim_cur == RLIM_INFINITY ? most : MIN(limit.rlim_cur, most);
		guard->set = setrlimit(RLIMIT_AS, &limit) == 0;
	}
}

static void guard_end(const Guard *guard) {
	if (guard->set) {
		setrlimit(RLIMIT_AS, &guard->before);
	}
}

/* --- what is told of it ------------------------------------------------------------------- */

static gboolean tell(const PlacedRequest *request, Diags *diags, const GError *error) {
	if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_PERM)) {
		diag_error(diags, "pdf-encrypted", request->where,
			"save it without a password, for example: qpdf --decrypt --password=… "
			"FILE.pdf OPEN.pdf",
			"%s: this PDF is locked with a password", request->path);
	} else if (g_error_matches(error, G_FILE_ERROR, G_FILE_ERROR_NOMEM)) {
		diag_error(diags, "pdf-large", request->where, save_again,
			"%s: this PDF needs too much memory", request->path);
	} else {
		diag_error(diags, "pdf-damaged", request->where, save_again,
			"%s: this PDF cannot be used: %s", request->path, error->message);
	}
	return FALSE;
}

static gboolean is_open(qpdf_data pdf, const PlacedRequest *request, Diags *diags) {
	if (qpdf_is_encrypted(pdf)) {
		diag_error(diags, "pdf-encrypted", request->where,
			"ask its owner for one without, or for leave to: qpdf --decrypt FILE.pdf "
			"OPEN.pdf",
			"%s: this PDF is encrypted, with restrictions on its use", request->path);
		return FALSE;
	}
	return TRUE;
}

/* Names of fonts that the file does not hold. */
static char *missing_fonts(qpdf_data pdf, const GArray *objects) {
	GString *names = g_string_new(NULL);
	int count = 0;
	for (guint i = 0; i < objects->len; i++) {
		qpdf_oh font = g_array_index(objects, qpdf_oh, i);
		if (!qpdf_oh_is_dictionary_of_type(pdf, font, "/Font", NULL) ||
			qobject_is(pdf, font, "/Subtype", "/Type0") ||
			qobject_is(pdf, font, "/Subtype", "/Type3")) {
			continue;
		}
		qpdf_oh descriptor = qpdf_oh_get_key(pdf, font, "/FontDescriptor");
		gboolean embedded = qpdf_oh_is_dictionary(pdf, descriptor) &&
			(qpdf_oh_has_key(pdf, descriptor, "/FontFile") ||
				qpdf_oh_has_key(pdf, descriptor, "/FontFile2") ||
				qpdf_oh_has_key(pdf, descriptor, "/FontFile3"));
		qpdf_oh_release(pdf, descriptor);
		if (!embedded && count++ < NAMES_MOST) {
			qpdf_oh name = qpdf_oh_get_key(pdf, font, "/BaseFont");
			const char *text =
				qpdf_oh_is_name(pdf, name) ? qpdf_oh_get_name(pdf, name) : "/?";
			g_autofree char *valid = g_utf8_make_valid(text + 1, -1);
			g_string_append_printf(names, "%s%s", count > 1 ? ", " : "", valid);
			qpdf_oh_release(pdf, name);
		}
	}
	g_string_append(names, count > NAMES_MOST ? " and more" : "");
	return g_string_free(names, FALSE);
}

static void warn_of_fonts(
	qpdf_data pdf, const GArray *objects, const PlacedRequest *request, Diags *diags) {
	g_autofree char *names = missing_fonts(pdf, objects);
	if (*names) {
		diag_warning(diags, "pdf-font", request->where,
			"export it again with all fonts embedded",
			"%s: fonts that are not in the file will look different elsewhere: %s",
			request->path, names);
	}
}

/* Stamps, fields and comments are no part of a page's content; links and their like show
 * nothing. */
static void warn_of_annotations(
	qpdf_data pdf, qpdf_oh page, const PlacedRequest *request, Diags *diags) {
	qpdf_oh annotations = qpdf_oh_get_key(pdf, page, "/Annots");
	int shown = 0;
	int count = qpdf_oh_is_array(pdf, annotations)
		? MIN(qpdf_oh_get_array_n_items(pdf, annotations), 1000)
		: 0;
	for (int i = 0; i < count; i++) {
		qpdf_oh one = qpdf_oh_get_array_item(pdf, annotations, i);
		shown += qpdf_oh_is_dictionary(pdf, one) && qpdf_oh_has_key(pdf, one, "/AP") &&
			!qobject_is(pdf, one, "/Subtype", "/Popup");
		qpdf_oh_release(pdf, one);
	}
	qpdf_oh_release(pdf, annotations);
	if (shown) {
		diag_warning(diags, "pdf-annotations", request->where,
			"print it to a new PDF, or flatten it: qpdf --flatten-annotations=all "
			"FILE.pdf "
			"FLAT.pdf",
			"%s: stamps, fields or comments on the page are not printed: %d",
			request->path, shown);
	}
}

/* --- the form ----------------------------------------------------------------------------- */

/* Sides as shown; FALSE when nobody could print them. */
static gboolean take_sizes(const PageBoxes *boxes, Placed *placed) {
	const PageBox *shown = &boxes->shown, *trim = &boxes->trim;
	double unit = boxes->unit;
	double width = (shown->right - shown->left) * unit;
	double height = (shown->top - shown->bottom) * unit;
	/* White around the trim, as the page lies before it is turned. */
	double left = (trim->left - shown->left) * unit,
	       right = (shown->right - trim->right) * unit;
	double top = (shown->top - trim->top) * unit, foot = (trim->bottom - shown->bottom) * unit;
	double edges[] = {left, top, right, foot}; /* turned clockwise: the foot comes left */
	int quarter = boxes->turn / 90;
	gboolean lies = quarter % 2 == 1;
	placed->width = lies ? height : width;
	placed->height = lies ? width : height;
	placed->trim_x = edges[(4 - quarter) % 4];
	placed->trim_y = edges[(5 - quarter) % 4];
	placed->trim_width = placed->width - placed->trim_x - edges[(6 - quarter) % 4];
	placed->trim_height = placed->height - placed->trim_y - edges[(7 - quarter) % 4];
	return MIN(width, height) >= SIDE_LEAST && MAX(width, height) <= SIDE_MOST;
}

static void describe_form(qpdf_data to, qpdf_oh dict, const PageBoxes *boxes) {
	const PageBox *shown = &boxes->shown;
	double matrix[6], box[] = {shown->left, shown->bottom, shown->right, shown->top};
	content_matrix(boxes, matrix);
	qobject_put_name(to, dict, "/Type", "/XObject");
	qobject_put_name(to, dict, "/Subtype", "/Form");
	qobject_put_numbers(to, dict, "/BBox", box, 4);
	qobject_put_numbers(to, dict, "/Matrix", matrix, 6);
}

typedef struct Taking {
	qpdf_data pdf, to;
	qpdf_oh page, form;
} Taking;

/* Resources and transparency group; tells of fonts. */
static gboolean copy_resources(
	const Taking *taking, const PlacedRequest *request, Diags *diags, GError **error) {
	Copier *copier = copier_new(taking->pdf, taking->to);
	qpdf_oh dict = qpdf_oh_get_dict(taking->to, taking->form);
	qpdf_oh resources = content_inherited(taking->pdf, taking->page, "/Resources");
	qpdf_oh group = qpdf_oh_get_key(taking->pdf, taking->page, "/Group");
	qobject_put(taking->to, dict, "/Resources", copier_value(copier, resources));
	if (qpdf_oh_is_dictionary(taking->pdf, group)) {
		qobject_put(taking->to, dict, "/Group", copier_value(copier, group));
	}
	gboolean copied = copier_run(copier, error);
	if (copied) {
		warn_of_fonts(taking->to, copier_made(copier), request, diags);
	}
	qpdf_oh_release(taking->pdf, resources);
	qpdf_oh_release(taking->pdf, group);
	qpdf_oh_release(taking->to, dict);
	copier_free(copier);
	return copied;
}

static gboolean take_form(Taking *taking, const PlacedRequest *request, Diags *diags,
	Placed *placed, GError **error) {
	PageBoxes boxes;
	if (!content_boxes(taking->pdf, taking->page, &boxes) || !take_sizes(&boxes, placed)) {
		g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
			"its page has no size, or one that nobody can print");
		return FALSE;
	}
	taking->form = qpdf_oh_new_stream(taking->to);
	qpdf_oh dict = qpdf_oh_get_dict(taking->to, taking->form);
	describe_form(taking->to, dict, &boxes);
	qpdf_oh_release(taking->to, dict);
	qpdf_oh root = qpdf_get_root(taking->to);
	qpdf_oh_replace_key(taking->to, root, "/Form", taking->form);
	qpdf_oh_release(taking->to, root);
	return content_copy(taking->pdf, taking->page, taking->to, taking->form, error) &&
		copy_resources(taking, request, diags, error);
}

static gboolean take_page(
	qpdf_data pdf, const PlacedRequest *request, Diags *diags, Placed *placed, GError **error) {
	int count = qpdf_get_num_pages(pdf);
	if (!qobject_check(pdf, error)) {
		return FALSE;
	}
	if (request->page > count) {
		g_autofree char *hint = count == 1
			? g_strdup("leave `page` out")
			: g_strdup_printf("pages count from 1 to %d", count);
		diag_error(diags, "pdf-page", request->page_where, hint,
			"%s has %d page%s, but page %d is wanted", request->path, count,
			count == 1 ? "" : "s", request->page);
		return FALSE;
	}
	Taking taking = {.pdf = pdf, .to = qobject_new(error)};
	if (!taking.to) {
		return FALSE;
	}
	taking.page = qpdf_get_page_n(pdf, (gsize)request->page - 1);
	gboolean taken = take_form(&taking, request, diags, placed, error);
	if (taken) {
		warn_of_annotations(pdf, taking.page, request, diags);
		placed->form = qobject_write(taking.to, error);
	} else {
		qobject_close(taking.to);
	}
	return placed->form != NULL;
}

/* Faults that libqpdf could read over. */
static gboolean check_faults(
	qpdf_data pdf, const PlacedRequest *request, Diags *diags, GError **error) {
	g_autofree char *first = NULL;
	if (!qobject_check_warnings(pdf, &first, error)) {
		return FALSE;
	}
	if (first) {
		g_autofree char *valid = g_utf8_make_valid(first, -1);
		diag_warning(diags, "pdf-faulty", request->where, save_again,
			"%s: this PDF is not quite sound, look at its page: %s", request->path,
			valid);
	}
	return TRUE;
}

gboolean placed_load(GBytes *file, const PlacedRequest *request, Diags *diags, Placed *placed) {
	*placed = (Placed){0};
	g_autoptr(GError) error = NULL;
	Guard guard;
	guard_begin(&guard);
	qpdf_data pdf = qobject_open(file, &error);
	gboolean taken = pdf && is_open(pdf, request, diags) &&
		take_page(pdf, request, diags, placed, &error) &&
		check_faults(pdf, request, diags, &error);
	qobject_close(pdf);
	guard_end(&guard);
	if (!taken) {
		g_clear_pointer(&placed->form, g_bytes_unref);
	}
	return taken || (error ? tell(request, diags, error) : FALSE);
}

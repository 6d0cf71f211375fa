/* finish: see the header. Every object is looked at once, every page once. */
#include "finish/finish.h"

#include <stdlib.h>

#include "finish/book.h"
#include "finish/copy.h"
#include "finish/marking.h"
#include "finish/metadata.h"
#include "finish/structure.h"
#include "page/place.h"

enum { MARK_BYTES_MOST = 256, ANNOTATION_PRINT = 4 };

typedef struct Finisher {
	const Document *document;
	const FinishOptions *options;
	qpdf_data pdf;
	GHashTable *anchors; /* names of the places that links may lead to */
	Structure *structure; /* NULL = not tagged */
	GArray *pages, *links; /* qpdf_oh, when it is tagged */
} Finisher;

static gboolean refuse(GError **error, const char *why) {
	g_set_error(
		error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "the PDF cannot be finished: %s", why);
	return FALSE;
}

/* --- the file as a whole ------------------------------------------------------------------ */

static void finish_info(const Finisher *finisher) {
	g_autofree char *date = metadata_date(finisher->document->info.date);
	if (date) {
		qpdf_set_info_key(finisher->pdf, "/CreationDate", date);
		qpdf_set_info_key(finisher->pdf, "/ModDate", date);
	}
}

static void finish_catalog(const Finisher *finisher) {
	qpdf_data pdf = finisher->pdf;
	const Document *document = finisher->document;
	qpdf_oh root = qpdf_get_root(pdf);
	if (document->info.language) {
		qobject_put_text(pdf, root, "/Lang", document->info.language);
	}
	qpdf_oh preferences = qpdf_oh_new_dictionary(pdf);
	if (document->info.title) {
		qobject_put(pdf, preferences, "/DisplayDocTitle", qpdf_oh_new_bool(pdf, QPDF_TRUE));
	}
	if (document->rtl) {
		qobject_put_name(pdf, preferences, "/Direction", "/R2L");
	}
	qobject_put(pdf, root, "/ViewerPreferences", preferences);
	qpdf_oh_release(pdf, root);
}

/* --- pages -------------------------------------------------------------------------------- */

static void finish_boxes(const Finisher *finisher, qpdf_oh page, const Page *drawn) {
	qpdf_data pdf = finisher->pdf;
	double bleed = len_to_pt(finisher->options->bleed);
	qpdf_oh media = qpdf_oh_get_key(pdf, page, "/MediaBox");
	if (bleed > 0) {
		double trim[] = {bleed, bleed, bleed + len_to_pt(drawn->width),
			bleed + len_to_pt(drawn->height)};
		qobject_put_numbers(pdf, page, "/TrimBox", trim, 4);
		qpdf_oh_replace_key(pdf, page, "/BleedBox", media);
	} else {
		qpdf_oh_replace_key(pdf, page, "/TrimBox", media);
	}
	qpdf_oh_release(pdf, media);
}

/* Has out/ drawn this link? Those that lead nowhere are left out. */
static gboolean is_drawn(const Finisher *finisher, const PageItem *item) {
	return item->kind == PAGE_LINK &&
		(item->as.link.href ||
			(item->as.link.target &&
				g_hash_table_contains(finisher->anchors, item->as.link.target)));
}

/* A link and its place: page, and which of those drawn there. */
typedef struct LinkAt {
	const PageItem *item;
	int page, index;
} LinkAt;

static void finish_link(const Finisher *finisher, qpdf_oh annotation, LinkAt at) {
	qpdf_data pdf = finisher->pdf;
	const char *contents = at.item->as.link.contents;
	qobject_put_integer(pdf, annotation, "/F", ANNOTATION_PRINT);
	/* Of a structure that Cairo has not written. */
	qpdf_oh_remove_key(pdf, annotation, "/StructParent");
	if (finisher->structure) {
		int key = structure_link_key(finisher->structure, at.page, at.index);
		contents = structure_link_words(finisher->structure, at.page, at.index);
		qobject_put_integer(pdf, annotation, "/StructParent", key);
		qpdf_oh kept = qpdf_oh_new_object(pdf, annotation);
		g_array_append_val(finisher->links, kept);
	}
	if (contents) {
		qobject_put_text(pdf, annotation, "/Contents", contents);
	}
}

/* Annotations stand in the order of the page's links. */
static gboolean finish_links(const Finisher *finisher, qpdf_oh page, int number, GError **error) {
	qpdf_data pdf = finisher->pdf;
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *drawn = page_open_areas(&finisher->document->pages[number], &room);
	qpdf_oh annotations = qpdf_oh_get_key(pdf, page, "/Annots");
	int count = qpdf_oh_is_array(pdf, annotations) ? qpdf_oh_get_array_n_items(pdf, annotations)
						       : 0;
	int at = 0;
	for (int i = 0; i < drawn->item_count; i++) {
		if (!is_drawn(finisher, &drawn->items[i])) {
			continue;
		}
		if (at < count) {
			qpdf_oh one = qpdf_oh_get_array_item(pdf, annotations, at);
			finish_link(finisher, one, (LinkAt){&drawn->items[i], number, at});
			qpdf_oh_release(pdf, one);
		}
		at++;
	}
	qpdf_oh_release(pdf, annotations);
	return at == count || refuse(error, "its links are not those of the pages");
}

static void finish_page_structure(const Finisher *finisher, qpdf_oh page, int number) {
	qpdf_oh kept = qpdf_oh_new_object(finisher->pdf, page);
	g_array_append_val(finisher->pages, kept);
	qobject_put_integer(finisher->pdf, page, "/StructParents", number);
	qobject_put_name(finisher->pdf, page, "/Tabs", "/S");
}

static gboolean finish_pages(const Finisher *finisher, GError **error) {
	const Document *document = finisher->document;
	if (finisher->options->sheets) {
		return TRUE;
	}
	if (qpdf_get_num_pages(finisher->pdf) != document->page_count) {
		return refuse(error, "it has not the pages that were drawn");
	}
	gboolean good = TRUE;
	for (int i = 0; good && i < document->page_count; i++) {
		qpdf_oh page = qpdf_get_page_n(finisher->pdf, (gsize)i);
		finish_boxes(finisher, page, &document->pages[i]);
		if (finisher->structure) {
			finish_page_structure(finisher, page, i);
		}
		good = !finisher->options->links || finish_links(finisher, page, i, error);
		qpdf_oh_release(finisher->pdf, page);
	}
	return good;
}

/* --- objects ------------------------------------------------------------------------------ */

static const PlacedPage *find_placed(const Finisher *finisher, int asset) {
	for (int i = 0; i < finisher->options->placed_count; i++) {
		if (finisher->options->placed[i].asset == asset) {
			return &finisher->options->placed[i];
		}
	}
	return NULL;
}

/* The asset that a picture stands in for, or -1. */
static int marked_asset(const Finisher *finisher, qpdf_oh image, qpdf_oh dict) {
	if (finisher->options->placed_count == 0 ||
		qobject_number(finisher->pdf, dict, "/Width", 0) != PLACE_SIDE ||
		qobject_number(finisher->pdf, dict, "/Length", 0) > MARK_BYTES_MOST) {
		return -1;
	}
	unsigned char *data = NULL;
	gsize length = 0;
	qpdf_oh_get_stream_data(finisher->pdf, image, qpdf_dl_none, NULL, &data, &length);
	int asset = data ? place_asset(data, length) : -1;
	free(data);
	return asset;
}

/* The picture becomes the form, so that whatever draws it draws the page. */
static gboolean put_form(
	const Finisher *finisher, qpdf_oh image, qpdf_oh dict, int asset, GError **error) {
	static const char *const of_images[] = {"/Width", "/Height", "/ColorSpace",
		"/BitsPerComponent", "/Interpolate", "/Filter", "/DecodeParms", "/SMask"};
	const PlacedPage *placed = find_placed(finisher, asset);
	qpdf_data from = placed ? qobject_open(placed->form, error) : NULL;
	if (!from) {
		return placed ? FALSE : refuse(error, "a page to be placed is missing");
	}
	for (gsize i = 0; i < G_N_ELEMENTS(of_images); i++) {
		qpdf_oh_remove_key(finisher->pdf, dict, of_images[i]);
	}
	Copier *copier = copier_new(from, finisher->pdf);
	qpdf_oh root = qpdf_get_root(from), form = qpdf_oh_get_key(from, root, "/Form");
	copier_stream(copier, form, image);
	gboolean copied = copier_run(copier, error) && qobject_check_warnings(from, NULL, error);
	qpdf_oh_release(from, root);
	qpdf_oh_release(from, form);
	copier_free(copier);
	qobject_close(from);
	return copied;
}

static gboolean finish_stream(const Finisher *finisher, qpdf_oh stream, GError **error) {
	qpdf_data pdf = finisher->pdf;
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
	gboolean good = TRUE;
	if (qobject_is(pdf, dict, "/Subtype", "/Image")) {
		int asset = marked_asset(finisher, stream, dict);
		if (asset >= 0) {
			good = put_form(finisher, stream, dict, asset, error);
		} else {
			qpdf_oh_remove_key(pdf, dict, "/Interpolate");
		}
	}
	qpdf_oh_release(pdf, dict);
	return good;
}

static void finish_font(qpdf_data pdf, qpdf_oh font) {
	if (qobject_is(pdf, font, "/Subtype", "/CIDFontType2") &&
		!qpdf_oh_has_key(pdf, font, "/CIDToGIDMap")) {
		qobject_put_name(pdf, font, "/CIDToGIDMap", "/Identity");
	}
}

/* Fonts and pictures, wherever they are used. */
static gboolean finish_objects(const Finisher *finisher, GError **error) {
	qpdf_data pdf = finisher->pdf;
	int count = qobject_count(pdf);
	gboolean good = TRUE;
	for (int i = 1; good && i < count; i++) {
		qpdf_oh object = qpdf_get_object_by_id(pdf, i, 0);
		if (qpdf_oh_is_stream(pdf, object)) {
			good = finish_stream(finisher, object, error);
		} else if (qpdf_oh_is_dictionary_of_type(pdf, object, "/Font", NULL)) {
			finish_font(pdf, object);
		}
		qpdf_oh_release(pdf, object);
	}
	return good;
}

static GHashTable *collect_anchors(const Document *document) {
	GHashTable *anchors = g_hash_table_new(g_str_hash, g_str_equal);
	for (int p = 0; p < document->page_count; p++) {
		for (int a = 0; a < document->pages[p].anchor_count; a++) {
			g_hash_table_add(anchors, (gpointer)document->pages[p].anchors[a].name);
		}
	}
	return anchors;
}

static gboolean finish_structure(const Finisher *finisher, GError **error) {
	if (!finisher->structure) {
		return TRUE;
	}
	g_autoptr(GArray) marked = g_array_new(FALSE, FALSE, sizeof(MarkedPage));
	for (guint i = 0; i < finisher->pages->len; i++) {
		MarkedPage page = {g_array_index(finisher->pages, qpdf_oh, i), (int)i};
		g_array_append_val(marked, page);
	}
	if (!marking_run(finisher->structure, finisher->pdf, marked, finisher->options->threads,
		    error)) {
		return FALSE;
	}
	structure_write(finisher->structure, finisher->pdf,
		(const qpdf_oh *)(void *)finisher->pages->data,
		(const qpdf_oh *)(void *)finisher->links->data);
	return TRUE;
}

/* Nobody can answer for what a page of another PDF keeps. */
static gboolean shows_placed(const Finisher *finisher) {
	const Document *document = finisher->document;
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (int p = 0; finisher->options->placed_count > 0 && p < document->page_count; p++) {
		const Page *page = page_open_areas(&document->pages[p], &room);
		for (int i = 0; i < page->item_count; i++) {
			const PageItem *item = &page->items[i];
			if (item->kind == PAGE_IMAGE &&
				find_placed(finisher, item->as.image.asset)) {
				return TRUE;
			}
		}
	}
	return FALSE;
}

static gboolean is_x4(const FinishOptions *options) {
	return options->press && options->press->profile;
}

static gboolean finish_metadata(const Finisher *finisher, GError **error) {
	const DocInfo *info = &finisher->document->info;
	gboolean keeps =
		finisher->structure && info->title && info->language && !shows_placed(finisher);
	gboolean press = is_x4(finisher->options);
	/* What goes along is no PDF/A: only the third part has a place for it. */
	int part = finisher->options->file_count > 0 ? 3 : 2;
	MetadataClaims claims = {.accessible = keeps,
		.archival = keeps ? part : 0,
		.press = press && info->title && !shows_placed(finisher)};
	if (press) {
		press_claims(finisher->pdf, finisher->options->press);
	}
	metadata_put(finisher->pdf, info, &claims);
	return press || metadata_put_intent(finisher->pdf, error);
}

static void release_all(qpdf_data pdf, GArray *handles) {
	for (guint i = 0; i < handles->len; i++) {
		qpdf_oh_release(pdf, g_array_index(handles, qpdf_oh, i));
	}
	g_array_free(handles, TRUE);
}

/* Before other PDFs' pages come into the file, whose colours are theirs. */
static gboolean finish_press(const Finisher *finisher, GError **error) {
	const PressFinish *press = finisher->options->press;
	if (press) {
		press_boxes(finisher->pdf, press);
	}
	return !press || press_colours(finisher->pdf, press, error);
}

static void finish_files(const Finisher *finisher) {
	const FinishOptions *options = finisher->options;
	g_autofree char *date = metadata_date(finisher->document->info.date);
	if (options->file_count > 0) {
		embed_put(finisher->pdf, options->files, options->file_count, date);
	}
}

static gboolean finish_all(const Finisher *finisher, GError **error) {
	finish_info(finisher);
	finish_catalog(finisher);
	finish_files(finisher);
	return finish_press(finisher, error) && finish_objects(finisher, error) &&
		finish_pages(finisher, error) && finish_structure(finisher, error) &&
		finish_metadata(finisher, error) && qobject_check(finisher->pdf, error);
}

GBytes *finish_pdf(
	const Document *document, GBytes *drawn, const FinishOptions *options, GError **error) {
	Finisher finisher = {.document = document, .options = options};
	finisher.pdf = qobject_open(drawn, error);
	if (!finisher.pdf) {
		return NULL;
	}
	finisher.anchors = collect_anchors(document);
	finisher.pages = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
	finisher.links = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
	if (options->marks) {
		finisher.structure = structure_new(document, finisher.anchors);
	}
	gboolean good = finish_all(&finisher, error);
	structure_free(finisher.structure);
	release_all(finisher.pdf, finisher.pages);
	release_all(finisher.pdf, finisher.links);
	g_hash_table_destroy(finisher.anchors);
	if (!good) {
		qobject_close(finisher.pdf);
		return NULL;
	}
	return qobject_write_as(finisher.pdf, is_x4(options) ? "1.6" : NULL, error);
}

/* What Cairo has drawn of it; the rest was marked as it was drawn. */
static gboolean mark_drawn(const Finisher *finisher, const Drawn *drawn, GError **error) {
	if (!finisher->structure) {
		return TRUE;
	}
	g_autoptr(GArray) marked = g_array_new(FALSE, FALSE, sizeof(MarkedPage));
	for (int i = 0; i < drawn->page_count; i++) {
		int in_base = drawn->pages[i].in_base;
		if (in_base == 0) {
			structure_see_page(finisher->structure, i);
			continue;
		}
		MarkedPage page = {qpdf_get_page_n(finisher->pdf, (gsize)in_base), i};
		g_array_append_val(finisher->pages, page.object);
		g_array_append_val(marked, page);
	}
	return marking_run(
		finisher->structure, finisher->pdf, marked, finisher->options->threads, error);
}

static gboolean finish_base(const Finisher *finisher, const Drawn *drawn, GError **error) {
	finish_info(finisher);
	finish_catalog(finisher);
	finish_files(finisher);
	return finish_objects(finisher, error) && mark_drawn(finisher, drawn, error) &&
		finish_metadata(finisher, error) && qobject_check(finisher->pdf, error);
}

gboolean finish_drawn(const Document *document, const Drawn *drawn, const FinishOptions *options,
	PdfSink sink, GError **error) {
	Finisher finisher = {.document = document, .options = options};
	finisher.pdf = qobject_open(drawn->base, error);
	if (!finisher.pdf) {
		return FALSE;
	}
	finisher.anchors = collect_anchors(document);
	finisher.pages = g_array_new(FALSE, FALSE, sizeof(qpdf_oh));
	if (options->marks) {
		finisher.structure = structure_new(document, finisher.anchors);
	}
	const BookParts parts = {document, drawn, finisher.pdf, options->progress, options->threads,
		finisher.structure};
	gboolean good = finish_base(&finisher, drawn, error) && book_write(&parts, sink, error);
	structure_free(finisher.structure);
	release_all(finisher.pdf, finisher.pages);
	g_hash_table_destroy(finisher.anchors);
	qobject_close(finisher.pdf);
	return good;
}

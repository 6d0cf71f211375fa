/* press: see the header. */
#include "finish/press.h"

#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "finish/coding.h"
#include "finish/inks.h"
#include "page/press.h"

enum { CONTENT_MOST = 64 << 20 };

/* --- boxes -------------------------------------------------------------------------------- */

static void put_box(
	qpdf_data pdf, qpdf_oh page, const char *key, const double media[4], double inset) {
	double box[] = {media[0] + inset, media[1] + inset, media[2] - inset, media[3] - inset};
	qobject_put_numbers(pdf, page, key, box, 4);
}

void press_boxes(qpdf_data pdf, const PressFinish *press) {
	double margin = len_to_pt(press_margin(press->bleed)), bleed = len_to_pt(press->bleed);
	int count = qpdf_get_num_pages(pdf);
	for (int i = 0; i < count; i++) {
		qpdf_oh page = qpdf_get_page_n(pdf, (gsize)i);
		double media[4];
		if (qobject_numbers(pdf, qpdf_oh_get_key(pdf, page, "/MediaBox"), media, 4)) {
			put_box(pdf, page, "/TrimBox", media, margin);
			put_box(pdf, page, "/BleedBox", media, margin - bleed);
			put_box(pdf, page, "/CropBox", media, 0);
		}
		qpdf_oh_release(pdf, page);
	}
}

/* --- colours ------------------------------------------------------------------------------ */

typedef struct Press {
	qpdf_data pdf;
	Inks *inks;
	gboolean profiled;
	qpdf_oh all, over, out, srgb; /* resources */
} Press;

static qpdf_oh parsed(qpdf_data pdf, const char *text) {
	qpdf_oh direct = qpdf_oh_parse(pdf, text);
	qpdf_oh indirect = qpdf_make_indirect_object(pdf, direct);
	qpdf_oh_release(pdf, direct);
	return indirect;
}

static qpdf_oh srgb_space(qpdf_data pdf) {
	cmsHPROFILE profile = cmsCreate_sRGBProfile();
	cmsUInt32Number size = 0;
	cmsSaveProfileToMem(profile, NULL, &size);
	g_autofree char *data = g_malloc0(size);
	cmsSaveProfileToMem(profile, data, &size);
	cmsCloseProfile(profile);
	/* Bytes 24 to 35 say when it was made. */
	memset(data + 24, 0, 12);
	qpdf_oh stream = qpdf_oh_new_stream(pdf), none = qpdf_oh_new_null(pdf);
	qpdf_oh_replace_stream_data(pdf, stream, (const unsigned char *)data, size, none, none);
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream);
	qobject_put_integer(pdf, dict, "/N", 3);
	qpdf_oh space = qpdf_oh_new_array(pdf), name = qpdf_oh_new_name(pdf, "/ICCBased");
	qpdf_oh_append_item(pdf, space, name);
	qpdf_oh_append_item(pdf, space, stream);
	qpdf_oh shared = qpdf_make_indirect_object(pdf, space);
	qpdf_oh handles[] = {stream, none, dict, space, name};
	for (gsize i = 0; i < G_N_ELEMENTS(handles); i++) {
		qpdf_oh_release(pdf, handles[i]);
	}
	return shared;
}

static void press_open(Press *press) {
	qpdf_data pdf = press->pdf;
	press->all = parsed(pdf,
		press->profiled ? "[/Separation/All/DeviceCMYK<</FunctionType 2/Domain[0 1]/N 1"
				  "/C0[0 0 0 0]/C1[1 1 1 1]>>]"
				: "[/Separation/All/DeviceGray<</FunctionType 2/Domain[0 1]/N 1"
				  "/C0[1]/C1[0]>>]");
	press->over = parsed(pdf, "<</Type/ExtGState/OP true/op true/OPM 1>>");
	press->out = parsed(pdf, "<</Type/ExtGState/OP false/op false>>");
	press->srgb = press->profiled ? srgb_space(pdf) : 0;
}

static void press_close(const Press *press) {
	qpdf_oh_release(press->pdf, press->all);
	qpdf_oh_release(press->pdf, press->over);
	qpdf_oh_release(press->pdf, press->out);
	if (press->profiled) {
		qpdf_oh_release(press->pdf, press->srgb);
	}
}

/* dict[kind][name] = value, making the inner dictionary where there is none. */
static void put_resource(
	qpdf_data pdf, qpdf_oh resources, const char *kind, const char *name, qpdf_oh value) {
	if (!qpdf_oh_has_key(pdf, resources, kind)) {
		qobject_put(pdf, resources, kind, qpdf_oh_new_dictionary(pdf));
	}
	qpdf_oh inner = qpdf_oh_get_key(pdf, resources, kind);
	qpdf_oh_replace_key(pdf, inner, name, value);
	qpdf_oh_release(pdf, inner);
}

static void put_resources(const Press *press, qpdf_oh owner) {
	qpdf_data pdf = press->pdf;
	if (!qpdf_oh_has_key(pdf, owner, "/Resources")) {
		qobject_put(pdf, owner, "/Resources", qpdf_oh_new_dictionary(pdf));
	}
	qpdf_oh resources = qpdf_oh_get_key(pdf, owner, "/Resources");
	put_resource(pdf, resources, "/ColorSpace", "/" INKS_ALL, press->all);
	if (press->profiled) {
		put_resource(pdf, resources, "/ExtGState", "/" INKS_OVER, press->over);
		put_resource(pdf, resources, "/ExtGState", "/" INKS_OUT, press->out);
	}
	qpdf_oh_release(pdf, resources);
}

static gboolean convert_stream(const Press *press, qpdf_oh stream, GError **error) {
	qpdf_data pdf = press->pdf;
	unsigned char *data = NULL;
	gsize length = 0;
	QPDF_BOOL decoded = QPDF_FALSE;
	qpdf_oh_get_stream_data(pdf, stream, qpdf_dl_generalized, &decoded, &data, &length);
	if (!data || length > CONTENT_MOST) {
		free(data);
		return qobject_check(pdf, error);
	}
	g_autoptr(GByteArray) made = g_byte_array_new(), coded = g_byte_array_new();
	gboolean good = inks_put(press->inks, made, (const char *)data, length, error);
	free(data);
	if (good) {
		qpdf_oh filter = qpdf_oh_new_name(pdf, "/FlateDecode"),
			none = qpdf_oh_new_null(pdf);
		coding_deflate(coded, made->data, made->len);
		qpdf_oh_replace_stream_data(pdf, stream, coded->data, coded->len, filter, none);
		qpdf_oh_release(pdf, filter);
		qpdf_oh_release(pdf, none);
	}
	return good;
}

/* Colours of pictures and gradients mean sRGB; what is blended is blended in the printer's inks. */
static void tag_space(const Press *press, qpdf_oh dict) {
	qpdf_data pdf = press->pdf;
	if (qobject_is(pdf, dict, "/ColorSpace", "/DeviceRGB")) {
		qpdf_oh_replace_key(pdf, dict, "/ColorSpace", press->srgb);
	}
	if (qpdf_oh_has_key(pdf, dict, "/Shading")) {
		qpdf_oh shading = qpdf_oh_get_key(pdf, dict, "/Shading");
		if (qobject_is(pdf, shading, "/ColorSpace", "/DeviceRGB")) {
			qpdf_oh_replace_key(pdf, shading, "/ColorSpace", press->srgb);
		}
		qpdf_oh_release(pdf, shading);
	}
	if (qpdf_oh_has_key(pdf, dict, "/Group")) {
		qpdf_oh group = qpdf_oh_get_key(pdf, dict, "/Group");
		if (qobject_is(pdf, group, "/CS", "/DeviceRGB")) {
			qobject_put_name(pdf, group, "/CS", "/DeviceCMYK");
		}
		qpdf_oh_release(pdf, group);
	}
}

static gboolean press_object(const Press *press, qpdf_oh object, GError **error) {
	qpdf_data pdf = press->pdf;
	gboolean stream = qpdf_oh_is_stream(pdf, object), good = TRUE;
	if (!stream && !qpdf_oh_is_dictionary(pdf, object)) {
		return TRUE;
	}
	qpdf_oh dict = stream ? qpdf_oh_get_dict(pdf, object) : object;
	gboolean form = qobject_is(pdf, dict, "/Subtype", "/Form") ||
		qobject_number(pdf, dict, "/PatternType", 0) == 1;
	if (stream && form) {
		put_resources(press, dict);
		good = convert_stream(press, object, error);
	}
	if (press->profiled) {
		tag_space(press, dict);
	}
	if (stream) {
		qpdf_oh_release(pdf, dict);
	}
	return good;
}

static gboolean press_page(const Press *press, qpdf_oh page, GError **error) {
	qpdf_oh content = qpdf_oh_get_key(press->pdf, page, "/Contents");
	put_resources(press, page);
	gboolean good =
		!qpdf_oh_is_stream(press->pdf, content) || convert_stream(press, content, error);
	qpdf_oh_release(press->pdf, content);
	return good;
}

gboolean press_colours(qpdf_data pdf, const PressFinish *press, GError **error) {
	g_autoptr(Inks) inks = inks_new(press->profile, error);
	if (!inks) {
		return FALSE;
	}
	Press work = {.pdf = pdf, .inks = inks, .profiled = press->profile != NULL};
	int count = qobject_count(pdf), pages = qpdf_get_num_pages(pdf);
	press_open(&work);
	gboolean good = TRUE;
	for (int i = 1; good && i < count; i++) {
		qpdf_oh object = qpdf_get_object_by_id(pdf, i, 0);
		good = press_object(&work, object, error);
		qpdf_oh_release(pdf, object);
	}
	for (int i = 0; good && i < pages; i++) {
		qpdf_oh page = qpdf_get_page_n(pdf, (gsize)i);
		good = press_page(&work, page, error);
		qpdf_oh_release(pdf, page);
	}
	press_close(&work);
	return good && qobject_check(pdf, error);
}

/* --- claims ------------------------------------------------------------------------------- */

char *press_condition(GBytes *profile) {
	gsize length;
	const void *data = g_bytes_get_data(profile, &length);
	cmsHPROFILE opened = cmsOpenProfileFromMem(data, (cmsUInt32Number)length);
	if (!opened) {
		return NULL;
	}
	cmsUInt32Number size =
		cmsGetProfileInfoASCII(opened, cmsInfoDescription, "en", "US", NULL, 0);
	char *name = g_malloc0(size + 1);
	cmsGetProfileInfoASCII(opened, cmsInfoDescription, "en", "US", name, size);
	cmsCloseProfile(opened);
	return name;
}

static void put_intent(qpdf_data pdf, const PressFinish *press) {
	gsize length;
	const void *data = g_bytes_get_data(press->profile, &length);
	qpdf_oh stream = qpdf_oh_new_stream(pdf), none = qpdf_oh_new_null(pdf);
	qpdf_oh_replace_stream_data(pdf, stream, data, length, none, none);
	qpdf_oh dict = qpdf_oh_get_dict(pdf, stream), root = qpdf_get_root(pdf);
	qobject_put_integer(pdf, dict, "/N", 4);
	qpdf_oh intent = qpdf_oh_parse(pdf, "<</Type/OutputIntent/S/GTS_PDFX>>");
	g_autofree char *name = press_condition(press->profile);
	qobject_put_text(pdf, intent, "/OutputConditionIdentifier", name ? name : "Custom");
	qobject_put_text(pdf, intent, "/Info", name ? name : "Custom");
	qobject_put(pdf, intent, "/DestOutputProfile", stream);
	qpdf_oh intents = qpdf_oh_new_array(pdf);
	qpdf_oh_append_item(pdf, intents, intent);
	qobject_put(pdf, root, "/OutputIntents", intents);
	qpdf_oh handles[] = {none, dict, root, intent};
	for (gsize i = 0; i < G_N_ELEMENTS(handles); i++) {
		qpdf_oh_release(pdf, handles[i]);
	}
}

void press_claims(qpdf_data pdf, const PressFinish *press) {
	qpdf_oh trailer = qpdf_get_trailer(pdf), info = qpdf_oh_get_key(pdf, trailer, "/Info");
	if (qpdf_oh_is_dictionary(pdf, info)) {
		qobject_put_name(pdf, info, "/Trapped", "/False");
	}
	qpdf_oh_release(pdf, info);
	qpdf_oh_release(pdf, trailer);
	put_intent(pdf, press);
}

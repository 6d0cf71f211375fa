/* icc: what is in a picture with a profile becomes sRGB here, once, so that no later stage knows
 * profiles. Each transform has a Little CMS context of its own: safe for threads. */
#include "asset/icc.h"

#include <lcms2.h>
#include <stdlib.h>

struct IccTransform {
	cmsContext context;
	cmsHTRANSFORM handle;
	IccLayout layout;
};

static cmsUInt32Number pixel_format(void) {
	return G_BYTE_ORDER == G_LITTLE_ENDIAN ? TYPE_BGRA_8 : TYPE_ARGB_8;
}

static cmsUInt32Number format_of(IccLayout layout) {
	switch (layout) {
	case ICC_GREY:
		return TYPE_GRAY_8;
	case ICC_CMYK:
		return TYPE_CMYK_8;
	case ICC_CMYK_INVERTED:
		return TYPE_CMYK_8_REV;
	case ICC_PIXELS:
		break;
	}
	return pixel_format();
}

static cmsColorSpaceSignature space_of(IccLayout layout) {
	switch (layout) {
	case ICC_GREY:
		return cmsSigGrayData;
	case ICC_CMYK:
	case ICC_CMYK_INVERTED:
		return cmsSigCmykData;
	case ICC_PIXELS:
		break;
	}
	return cmsSigRgbData;
}

static gboolean pixel_moved(guint32 one, guint32 other) {
	for (int shift = 0; shift < 24; shift += 8) {
		int a = (int)(one >> shift & 0xff), b = (int)(other >> shift & 0xff);
		if (abs(a - b) > 2) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Does it change any of a set of colours by more than rounding? CMYK always changes. */
static gboolean changes_colours(const IccTransform *transform) {
	if (transform->layout == ICC_GREY) {
		for (guint32 i = 0; i < 256; i += 5) {
			guint8 grey = (guint8)i;
			guint32 result;
			icc_transform_run(transform, &grey, &result, 1);
			if (pixel_moved(result, i << 16 | i << 8 | i)) {
				return TRUE;
			}
		}
		return FALSE;
	}
	for (guint32 i = 0; i < 343 && transform->layout == ICC_PIXELS; i++) {
		guint32 red = i / 49 * 42, green = i / 7 % 7 * 42, blue = i % 7 * 42;
		guint32 pixel = 0xff000000 | red << 16 | green << 8 | blue, result = pixel;
		icc_transform_run(transform, &pixel, &result, 1);
		if (pixel_moved(result, pixel)) {
			return TRUE;
		}
	}
	return transform->layout != ICC_PIXELS;
}

static cmsHTRANSFORM transform_create(cmsContext context, GBytes *profile, IccLayout layout) {
	gsize size;
	const void *bytes = g_bytes_get_data(profile, &size);
	cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, bytes, (cmsUInt32Number)size);
	if (!from) {
		return NULL;
	}
	cmsHTRANSFORM handle = NULL;
	if (cmsGetColorSpace(from) == space_of(layout)) {
		cmsHPROFILE into = cmsCreate_sRGBProfileTHR(context);
		handle = cmsCreateTransformTHR(context, from, format_of(layout), into,
			pixel_format(), INTENT_PERCEPTUAL,
			layout == ICC_PIXELS ? cmsFLAGS_COPY_ALPHA : 0);
		cmsCloseProfile(into);
	}
	cmsCloseProfile(from);
	return handle;
}

IccTransform *icc_transform_new(GBytes *profile, IccLayout layout) {
	if (!profile || g_bytes_get_size(profile) == 0) {
		return NULL;
	}
	IccTransform *transform = g_new0(IccTransform, 1);
	transform->context = cmsCreateContext(NULL, NULL);
	transform->layout = layout;
	transform->handle = transform_create(transform->context, profile, layout);
	if (transform->handle && changes_colours(transform)) {
		return transform;
	}
	icc_transform_free(transform);
	return NULL;
}

void icc_transform_free(IccTransform *transform) {
	if (!transform) {
		return;
	}
	if (transform->handle) {
		cmsDeleteTransform(transform->handle);
	}
	cmsDeleteContext(transform->context);
	g_free(transform);
}

void icc_transform_run(const IccTransform *transform, const void *from, guint32 *into, int pixels) {
	cmsDoTransform(transform->handle, from, into, (cmsUInt32Number)pixels);
	for (int i = 0; transform->layout != ICC_PIXELS && i < pixels; i++) {
		into[i] |= 0xff000000;
	}
}

/* asset: opens a picture of the event's folder, finds out by its content what it is, hands it to
 * its codec, and tells the organizer what is wrong with it and how to mend it. Knows no pages. */
#include "asset/asset.h"

#include "asset/jpeg.h"
#include "asset/png.h"
#include "asset/sniff.h"
#include "asset/svg.h"
#include "asset/webp.h"
#include "base/file.h"

struct Asset {
	AssetKind kind;
	int width, height;
	int components; /* JPEG */
	gboolean alpha;
	GBytes *bytes; /* JPEG fit for a PDF; SVG */
	Rect trim; /* PDF */
	GMutex lock; /* guards pixels: all else is constant */
	guint32 *pixels; /* premultiplied; of a JPEG when first asked for */
};

/* What is told of a file that cannot be read. */
static void report_unreadable(const char *path, const GError *error, Span where, Diags *diags) {
	const char *code = "picture-unreadable", *hint = NULL;
	if (g_error_matches(error, FILE_TROUBLE, FILE_TROUBLE_MISSING)) {
		code = "picture-missing";
		hint = "paths begin at the event's folder; capitals and small letters differ";
	} else if (g_error_matches(error, FILE_TROUBLE, FILE_TROUBLE_OUTSIDE)) {
		code = "picture-outside";
		hint = "copy the picture into the event's folder";
	} else if (g_error_matches(error, FILE_TROUBLE, FILE_TROUBLE_LARGE)) {
		code = "picture-large";
		hint = "a portrait needs no more than 2000 × 2000 pixels";
	}
	diag_error(diags, code, where, hint, "%s: %s", path, error->message);
}

static gboolean take_picture(Asset *asset, const Picture *picture) {
	asset->width = picture->width;
	asset->height = picture->height;
	asset->alpha = picture->alpha;
	asset->pixels = picture->pixels;
	return TRUE;
}

static gboolean load_jpeg(Asset *asset, GBytes *file, char **trouble) {
	JpegFile jpeg;
	if (!jpeg_load(file, &jpeg, trouble)) {
		return FALSE;
	}
	asset->width = jpeg.width;
	asset->height = jpeg.height;
	asset->components = jpeg.components;
	asset->bytes = jpeg.bytes;
	return TRUE;
}

static gboolean load_svg(Asset *asset, GBytes *file, char **trouble) {
	asset->alpha = TRUE;
	asset->bytes = g_bytes_ref(file);
	return svg_size(file, &asset->width, &asset->height, trouble);
}

static gboolean load_kind(Asset *asset, GBytes *file, char **trouble) {
	Picture picture;
	switch (asset->kind) {
	case ASSET_JPEG:
		return load_jpeg(asset, file, trouble);
	case ASSET_PNG:
		return png_decode(file, &picture, trouble) && take_picture(asset, &picture);
	case ASSET_WEBP:
		return webp_decode(file, &picture, trouble) && take_picture(asset, &picture);
	case ASSET_SVG:
		return load_svg(asset, file, trouble);
	case ASSET_PDF:
		break;
	}
	g_assert_not_reached();
}

Asset *asset_load(const char *folder, const char *path, Span where, Diags *diags) {
	g_autoptr(GError) error = NULL;
	g_autoptr(GBytes) file = file_read_inside(folder, path, PICTURE_FILE_MAX, &error);
	if (!file) {
		report_unreadable(path, error, where, diags);
		return NULL;
	}
	gsize size;
	const guchar *bytes = g_bytes_get_data(file, &size);
	if (size == 0) {
		diag_error(diags, "picture-kind", where, NULL, "%s: the file is empty", path);
		return NULL;
	}
	Sniffed sniffed = sniff(bytes, size);
	if (!sniffed.usable) {
		diag_error(diags, "picture-kind", where, sniffed.hint, "%s: this is %s", path,
			sniffed.what);
		return NULL;
	}
	Asset *asset = g_new0(Asset, 1);
	g_mutex_init(&asset->lock);
	asset->kind = sniffed.kind;
	g_autofree char *trouble = NULL;
	if (!load_kind(asset, file, &trouble)) {
		diag_error(diags, "picture-damaged", where,
			"open it in an image editor and save it again",
			"%s: this picture cannot be used: %s", path, trouble);
		asset_free(asset);
		return NULL;
	}
	return asset;
}

enum { PDF_UNITS = 32, PT_PER_INCH = 72, SVG_DPI = 96, CROP_UNITS = 1024 };

Asset *asset_from_pdf(const AssetPage *page) {
	const double units = PDF_UNITS * CROP_UNITS;
	Asset *asset = g_new0(Asset, 1);
	g_mutex_init(&asset->lock);
	asset->kind = ASSET_PDF;
	asset->width = (int)(page->width * PDF_UNITS + 0.5);
	asset->height = (int)(page->height * PDF_UNITS + 0.5);
	asset->alpha = TRUE;
	asset->trim = (Rect){len_round(page->trim_x * units), len_round(page->trim_y * units),
		len_round(page->trim_width * units), len_round(page->trim_height * units)};
	return asset;
}

int asset_natural_dpi(const Asset *asset) {
	switch (asset->kind) {
	case ASSET_SVG:
		return SVG_DPI;
	case ASSET_PDF:
		return PDF_UNITS * PT_PER_INCH;
	default:
		return 0;
	}
}

Rect asset_trim(const Asset *asset) {
	if (asset->kind == ASSET_PDF) {
		return asset->trim;
	}
	return (Rect){0, 0, asset->width * CROP_UNITS, asset->height * CROP_UNITS};
}

void asset_free(Asset *asset) {
	if (!asset) {
		return;
	}
	g_bytes_unref(asset->bytes);
	g_free(asset->pixels);
	g_mutex_clear(&asset->lock);
	g_free(asset);
}

AssetKind asset_kind(const Asset *asset) {
	return asset->kind;
}

int asset_width(const Asset *asset) {
	return asset->width;
}

int asset_height(const Asset *asset) {
	return asset->height;
}

gboolean asset_has_alpha(const Asset *asset) {
	return asset->alpha;
}

GBytes *asset_jpeg(const Asset *asset, int *components) {
	if (asset->kind != ASSET_JPEG) {
		return NULL;
	}
	*components = asset->components;
	return asset->bytes;
}

GBytes *asset_svg(const Asset *asset) {
	return asset->kind == ASSET_SVG ? asset->bytes : NULL;
}

/* The cache is the one thing in an asset that changes; nobody can see it but by the time. */
const unsigned char *asset_pixels(const Asset *asset) {
	Asset *cache = (Asset *)asset;
	g_mutex_lock(&cache->lock);
	if (!cache->pixels && cache->kind == ASSET_JPEG) {
		Picture picture;
		g_autofree char *trouble = NULL;
		if (jpeg_decode(cache->bytes, &picture, &trouble)) {
			cache->pixels = picture.pixels;
		}
	}
	const unsigned char *pixels = (const unsigned char *)cache->pixels;
	g_mutex_unlock(&cache->lock);
	return pixels;
}

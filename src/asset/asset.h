/* asset: pictures and codes. Knows image codecs, librsvg and libqrencode; says sizes and gives
 * pixels or the original bytes to out/. An Asset is constant and may be shared by threads.
 * Nothing outside the event's folder is read; metadata is never passed on. */
#ifndef BIFOLIO_ASSET_ASSET_H
#define BIFOLIO_ASSET_ASSET_H

#include <glib.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/geom.h"
#include "page/page.h"

typedef enum AssetKind { ASSET_JPEG, ASSET_PNG, ASSET_WEBP, ASSET_SVG, ASSET_PDF } AssetKind;

typedef struct Asset Asset;

/* path: relative to folder, may not lead outside it (also not by links). On trouble (missing,
 * unreadable, not an image, damaged, too large, EPS, PDF) adds a diagnostic at `where` with a hint
 * and returns NULL. Result freed by asset_free. */
Asset *asset_load(const char *folder, const char *path, Span where, Diags *diags);
void asset_free(Asset *asset);

/* A page of a PDF that finish/ has looked at: only its sizes, in pt as it is shown; what it paints
 * is put in its place when the file is finished. trim: from the top left corner. */
typedef struct AssetPage {
	double width, height;
	double trim_x, trim_y, trim_width, trim_height;
} AssetPage;
Asset *asset_from_pdf(const AssetPage *page);

AssetKind asset_kind(const Asset *asset);
/* Size as shown, after EXIF rotation, in pixels; for SVG its natural size in pixels at 96 dpi, for
 * a page of a PDF in 1/32 pt. */
int asset_width(const Asset *asset);
int asset_height(const Asset *asset);
/* Its pixels in an inch by nature; 0 for what has no size of its own. */
int asset_natural_dpi(const Asset *asset);
/* The part that is left when the paper is trimmed, in 1/1024 of its pixels: all of it but for
 * pages of a PDF that say so. */
Rect asset_trim(const Asset *asset);
/* Does it have transparent parts? */
gboolean asset_has_alpha(const Asset *asset);

/* Bytes that may go into a PDF as they are (/DCTDecode): a baseline or progressive JPEG of grey
 * or YCbCr in sRGB, stripped of metadata, upright; width and height are those of the asset. The
 * file's own coded data where nothing must change, else coded again (turned, CMYK, a profile).
 * NULL for what is no JPEG. Borrowed. */
GBytes *asset_jpeg(const Asset *asset, int *components);
/* Decoded pixels, upright, premultiplied ARGB32 in host order as Cairo wants them, stride =
 * 4 * width; sRGB. NULL for SVG and PDF. Cached; borrowed; safe from several threads. */
const unsigned char *asset_pixels(const Asset *asset);
/* For SVG: the document's bytes. Borrowed. */
GBytes *asset_svg(const Asset *asset);

/* Crop of a portrait as DESIGN.md 7 and DESIGN-2 C4 say: a square about the upper third. In
 * 1/1024 of pixels, as PageItem wants it. */
Rect asset_portrait_crop(const Asset *asset);

/* A QR code as one path of its dark modules within `side` x `side` (quiet zone of 4 modules
 * included), origin at 0,0. level: 'M' or 'Q'. Runs of modules are joined, so that no hairline
 * shows between them. NULL when the text is too long; *modules (may be NULL) gets the number of
 * modules on a side, quiet zone included. */
const PagePath *qr_path(Arena *arena, const char *text, char level, Len side, int *modules);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Asset, asset_free)

#endif

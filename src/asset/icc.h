/* icc: colours of a profile to sRGB, by Little CMS. */
#ifndef BIFOLIO_ASSET_ICC_H
#define BIFOLIO_ASSET_ICC_H

#include <glib.h>

typedef enum IccLayout {
	ICC_GREY, /* one byte a pixel */
	ICC_PIXELS, /* 0xAARRGGBB in host order, straight alpha */
	ICC_CMYK, /* four bytes, 255 = all ink */
	ICC_CMYK_INVERTED /* 0 = all ink, as Adobe writes JPEGs */
} IccLayout;

typedef struct IccTransform IccTransform;

/* NULL when nothing must be done: no profile, one that is unusable or made for another kind of
 * picture, or one that is sRGB but for rounding. */
IccTransform *icc_transform_new(GBytes *profile, IccLayout layout);
void icc_transform_free(IccTransform *transform);

/* Into 0xAARRGGBB; from == into is allowed for ICC_PIXELS, whose alpha is kept; others become
 * opaque. */
void icc_transform_run(const IccTransform *transform, const void *from, guint32 *into, int pixels);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(IccTransform, icc_transform_free)

#endif

/* svg: asks librsvg for a drawing's natural size. No base address is set, so that nothing outside
 * the file is ever loaded. */
#include "asset/svg.h"

#include <librsvg/rsvg.h>
#include <math.h>

#include "asset/picture.h"

enum { DPI = 96 };

/* From width and height; else from the viewBox; else from what is drawn. */
static gboolean natural_size(RsvgHandle *handle, double *width, double *height) {
	if (rsvg_handle_get_intrinsic_size_in_pixels(handle, width, height) && *width > 0 &&
		*height > 0) {
		return TRUE;
	}
	gboolean has_width, has_height, has_box;
	RsvgLength given_width, given_height;
	RsvgRectangle box;
	rsvg_handle_get_intrinsic_dimensions(
		handle, &has_width, &given_width, &has_height, &given_height, &has_box, &box);
	if (!has_box || box.width <= 0 || box.height <= 0) {
		RsvgRectangle ink;
		if (!rsvg_handle_get_geometry_for_element(handle, NULL, &ink, &box, NULL)) {
			return FALSE;
		}
	}
	*width = box.width;
	*height = box.height;
	return *width > 0 && *height > 0;
}

gboolean svg_size(GBytes *file, int *width, int *height, char **trouble) {
	gsize size;
	const guint8 *bytes = g_bytes_get_data(file, &size);
	g_autoptr(GError) error = NULL;
	RsvgHandle *handle = rsvg_handle_new_from_data(bytes, size, &error);
	if (!handle) {
		*trouble = g_strdup_printf("it is damaged (%s)", error->message);
		return FALSE;
	}
	rsvg_handle_set_dpi(handle, DPI);
	double natural_width, natural_height;
	gboolean sized = natural_size(handle, &natural_width, &natural_height);
	g_object_unref(handle);
	if (!sized) {
		*trouble = g_strdup("nothing is drawn in it");
		return FALSE;
	}
	*width = (int)CLAMP(ceil(natural_width), 1, PICTURE_SIDE_MAX);
	*height = (int)CLAMP(ceil(natural_height), 1, PICTURE_SIDE_MAX);
	return TRUE;
}

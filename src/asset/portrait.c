/* portrait: where to crop a person's picture when nothing finds the face: the largest square, in
 * the middle from left to right, and so high that what stands on the upper third of the picture
 * comes to 44 % of the square, where DESIGN-2 C4 wants a face. */
#include "asset/asset.h"

enum { CROP_UNIT = 1024 };

Rect asset_portrait_crop(const Asset *asset) {
	int width = asset_width(asset), height = asset_height(asset);
	int side = MIN(width, height);
	double top = height / 3.0 - 0.44 * side;
	int y = CLAMP(len_round(top * CROP_UNIT), 0, (height - side) * CROP_UNIT);
	return (Rect){(width - side) * CROP_UNIT / 2, y, side * CROP_UNIT, side * CROP_UNIT};
}

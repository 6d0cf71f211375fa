/* qr: text to a QR code as one path. The outline of each group of touching modules is walked, so
 * that no two shapes share an edge: a viewer that smooths edges shows no hairlines. */
#include <qrencode.h>
#include <string.h>

#include "asset/asset.h"

enum { QUIET = 4 };

typedef struct Modules {
	int width; /* without the quiet zone */
	const unsigned char *dark; /* lowest bit */
	unsigned char *walked; /* upper edges of modules that an outline has passed */
	int total; /* with the quiet zone */
	Len side;
} Modules;

/* Directions of walking, clockwise: the dark side is on the right. */
static const int step_x[] = {1, 0, -1, 0}, step_y[] = {0, 1, 0, -1};
enum { EAST, SOUTH, WEST, NORTH };

static gboolean is_dark(const Modules *modules, int column, int row) {
	return column >= 0 && row >= 0 && column < modules->width && row < modules->width &&
		(modules->dark[row * modules->width + column] & 1);
}

static Point corner(const Modules *modules, int x, int y) {
	double module = (double)modules->side / modules->total;
	return (Point){len_round((x + QUIET) * module), len_round((y + QUIET) * module)};
}

/* Is the module ahead dark, on the left or the right side of one who stands on corner x, y? */
static gboolean ahead(const Modules *modules, int x, int y, int direction, gboolean left) {
	static const int left_x[] = {0, 0, -1, -1}, left_y[] = {-1, 0, 0, -1};
	static const int right_x[] = {0, -1, -1, 0}, right_y[] = {0, 0, -1, -1};
	return left ? is_dark(modules, x + left_x[direction], y + left_y[direction])
		    : is_dark(modules, x + right_x[direction], y + right_y[direction]);
}

/* Modules that touch at a corner alone stay apart: turning right comes first. */
static int next_direction(const Modules *modules, int x, int y, int direction) {
	if (!ahead(modules, x, y, direction, FALSE)) {
		return (direction + 1) % 4;
	}
	if (ahead(modules, x, y, direction, TRUE)) {
		return (direction + 3) % 4;
	}
	return direction;
}

static void walk_outline(const Modules *modules, int column, int row, PathBuilder *path) {
	int x = column, y = row, direction = EAST;
	path_move(path, corner(modules, x, y));
	do {
		if (direction == EAST) {
			modules->walked[y * modules->width + x] = 1;
		}
		x += step_x[direction];
		y += step_y[direction];
		int next = next_direction(modules, x, y, direction);
		gboolean home = x == column && y == row && next == EAST;
		if (next != direction && !home) {
			path_line(path, corner(modules, x, y));
		}
		direction = next;
	} while (x != column || y != row || direction != EAST);
	path_close(path);
}

static const PagePath *path_from_modules(Arena *arena, const Modules *modules) {
	PathBuilder *path = path_builder_new(arena);
	for (int row = 0; row < modules->width; row++) {
		for (int column = 0; column < modules->width; column++) {
			if (is_dark(modules, column, row) && !is_dark(modules, column, row - 1) &&
				!modules->walked[row * modules->width + column]) {
				walk_outline(modules, column, row, path);
			}
		}
	}
	return path_builder_end(path);
}

const PagePath *qr_path(Arena *arena, const char *text, char level, Len side, int *modules) {
	g_assert(level == 'M' || level == 'Q');
	QRcode *code = QRcode_encodeData((int)strlen(text), (const unsigned char *)text, 0,
		level == 'Q' ? QR_ECLEVEL_Q : QR_ECLEVEL_M);
	if (!code) {
		return NULL;
	}
	unsigned char *walked = g_malloc0((gsize)code->width * (gsize)code->width);
	Modules all = {code->width, code->data, walked, code->width + 2 * QUIET, side};
	const PagePath *path = path_from_modules(arena, &all);
	if (modules) {
		*modules = all.total;
	}
	g_free(walked);
	QRcode_free(code);
	return path;
}

/* floats: see the header. There are few of them. */
#include "layout/floats.h"

void floats_init(Floats *floats, const VList *list) {
	*floats = (Floats){0};
	int count = vlist_count(list), room = 0;
	for (int i = 0; i < count; i++) {
		if (vlist_at(list, i)->kind != V_FLOAT) {
			continue;
		}
		if (floats->count == room) {
			room = 2 * room + 4;
			floats->items = g_renew(int, floats->items, (gsize)room);
			floats->heights = g_renew(Len, floats->heights, (gsize)room);
		}
		floats->items[floats->count] = i;
		floats->heights[floats->count++] = vlist_at(list, i)->height;
	}
}

void floats_finish(Floats *floats) {
	g_free(floats->items);
	g_free(floats->heights);
}

int floats_before(const Floats *floats, int item) {
	int low = 0, high = floats->count;
	while (low < high) {
		int middle = (low + high) / 2;
		if (floats->items[middle] < item) {
			low = middle + 1;
		} else {
			high = middle;
		}
	}
	return low;
}

Len floats_height(const Floats *floats, int from, int to) {
	Len height = 0;
	for (int i = from; i < to; i++) {
		height += floats->heights[i];
	}
	return height;
}

int floats_fit(const Floats *floats, int from, int to, Len room) {
	while (from < to && floats->heights[from] <= room) {
		room -= floats->heights[from++];
	}
	return from;
}

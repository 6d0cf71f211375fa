/* evening: see the header. */
#include "view/evening.h"

enum { WORTH_A_PAGE = 4 /* DESIGN-2 E2 */ };

/* What one may come to or not, besides what the day is about. */
static gboolean is_aside(const Item *item) {
	return item->kind == KIND_SOCIAL || item->kind == KIND_MEETING || item->kind == KIND_MEAL ||
		item->kind == KIND_BREAK;
}

static int end_of(const Item *item) {
	return MAX(item->start, item->end);
}

/* When the last of the others ends; TIME_NONE where there is none. */
static int end_of_talks(const Day *day) {
	int end = TIME_NONE;
	for (int i = 0; i < day->item_count; i++) {
		if (!is_aside(day->items[i])) {
			end = MAX(end, end_of(day->items[i]));
		}
	}
	return end;
}

gboolean evening_has(const Evening *evening, const Item *item) {
	return evening->from != TIME_NONE && is_aside(item) && item->start >= evening->from;
}

Evening evening_of_day(Arena *arena, const Event *event, int day) {
	const Day *of = &event->days[day];
	const Item **items = arena_array_of(arena, const Item *, of->item_count + 1);
	Evening evening = {.from = end_of_talks(of), .items = items};
	int things = 0;
	for (int i = 0; i < of->item_count; i++) {
		if (evening_has(&evening, of->items[i])) {
			things += of->items[i]->kind != KIND_BREAK;
			items[evening.count++] = of->items[i];
		}
	}
	return things >= WORTH_A_PAGE ? evening : (Evening){.from = TIME_NONE};
}

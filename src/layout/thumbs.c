/* thumbs: see the header. Heights grow first, against the areas as they were; then widths, against
 * those that share a line. */
#include "layout/thumbs.h"

#include <stdlib.h>
#include <string.h>

static gboolean is_same(const char *one, const char *other) {
	return one == other || (one && other && strcmp(one, other) == 0);
}

static gboolean leads_alike(const PageItem *one, const PageItem *other) {
	return is_same(one->as.link.href, other->as.link.href) &&
		is_same(one->as.link.target, other->as.link.target);
}

/* A stretch of an axis. */
typedef struct Span1 {
	Len from, to;
} Span1;

static Span1 down(Rect area) {
	return (Span1){area.y, area.y + area.height};
}

static Span1 across(Rect area) {
	return (Span1){area.x, area.x + area.width};
}

static gboolean overlap(Span1 one, Span1 other) {
	return one.from < other.to && other.from < one.to;
}

/* Moves the ends of `free` to the middle between `own` and another that it must keep clear of. */
static void keep_clear(Span1 *free, Span1 own, Span1 other) {
	if (other.from >= own.to) {
		free->to = MIN(free->to, (own.to + other.from) / 2);
	} else if (other.to <= own.from) {
		free->from = MAX(free->from, (own.from + other.to) / 2);
	}
}

/* As long as `side` where `free` permits, never shorter than it was. */
static Span1 grown(Span1 own, Span1 free, Len side) {
	Len missing = MAX(side - (own.to - own.from), 0);
	Len before = MIN(missing / 2, MAX(own.from - free.from, 0));
	Len after = MIN(missing - before, MAX(free.to - own.to, 0));
	before = MIN(missing - after, MAX(own.from - free.from, 0));
	return (Span1){own.from - before, own.to + after};
}

typedef Span1 (*Axis)(Rect area);

/* Where the link at `index` may grow along an axis: free of those that lie beside it. */
static Span1 free_span(
	const Page *page, const PageItem *items, int index, Axis along, Axis beside) {
	Len end = along == down ? page->height : page->width;
	Span1 free = {0, end}, own = along(items[index].as.link.area);
	for (int i = 0; i < page->item_count; i++) {
		const PageItem *other = &items[i];
		if (i != index && other->kind == PAGE_LINK && !leads_alike(other, &items[index]) &&
			overlap(beside(other->as.link.area), beside(items[index].as.link.area))) {
			keep_clear(&free, own, along(other->as.link.area));
		}
	}
	return free;
}

/* The items with their links grown along one axis, as far as the others as they were leave room. */
static PageItem *grow(Arena *arena, const Page *page, const PageItem *items, Axis along, Len side) {
	Axis beside = along == down ? across : down;
	PageItem *made =
		arena_memdup(arena, items, sizeof(PageItem) * (size_t)MAX(page->item_count, 1));
	for (int i = 0; i < page->item_count; i++) {
		if (items[i].kind != PAGE_LINK) {
			continue;
		}
		Rect *area = &made[i].as.link.area;
		Span1 span = grown(along(*area), free_span(page, items, i, along, beside), side);
		if (along == down) {
			area->y = span.from;
			area->height = span.to - span.from;
		} else {
			area->x = span.from;
			area->width = span.to - span.from;
		}
	}
	return made;
}

/* Does it end above where the area begins, in whose way it is? */
static gboolean is_above(const PageItem *other, const PageItem *link) {
	return other->kind == PAGE_LINK && !leads_alike(other, link) &&
		overlap(across(other->as.link.area), across(link->as.link.area)) &&
		abs(down(other->as.link.area).to - link->as.link.area.y) <= 1;
}

/* What is still lower than `least` takes it from those above it, if they have it to give. */
static void take_from_above(const Page *page, PageItem *items, int index, Len least) {
	PageItem *link = &items[index];
	Len missing = least - link->as.link.area.height;
	gboolean given = missing > 0, any = FALSE;
	for (int i = 0; given && i < page->item_count; i++) {
		gboolean above = is_above(&items[i], link);
		any = any || above;
		given = !above || items[i].as.link.area.height - missing >= least;
	}
	if (!given || !any) {
		return;
	}
	for (int i = 0; i < page->item_count; i++) {
		if (is_above(&items[i], link)) {
			items[i].as.link.area.height -= missing;
		}
	}
	link->as.link.area.y -= missing;
	link->as.link.area.height += missing;
}

void thumbs_grow(Arena *arena, Page *page, Len side, Len least) {
	PageItem *high = grow(arena, page, page->items, down, side);
	for (int i = 0; i < page->item_count; i++) {
		if (high[i].kind == PAGE_LINK) {
			take_from_above(page, high, i, least);
		}
	}
	page->items = grow(arena, page, high, across, side);
}

/* stretches: the cells of a day's rooms are gathered while most of those gathered still run; what
 * goes over all rooms stands alone. Short things of one kind that touch become one. Then overlaps
 * are cut away. */
#include "view/stretches.h"

#include <string.h>

#include "view/lanes.h"

enum { SHORT_MINUTES = 30, HOUR = 60, NIGHT = 22 * HOUR };

typedef struct Draft {
	Stretch stretch;
	GPtrArray *items;
	GArray *ends; /* of its cells, int */
} Draft;

static void draft_free(gpointer data) {
	Draft *draft = data;
	g_ptr_array_unref(draft->items);
	g_array_unref(draft->ends);
	g_free(draft);
}

static StretchKind kind_of(const Item *item) {
	switch (item->kind) {
	case KIND_BREAK:
	case KIND_MEAL:
		return STRETCH_PAUSE;
	case KIND_SOCIAL:
		return STRETCH_SOCIAL;
	case KIND_POSTER_SESSION:
		return STRETCH_POSTERS;
	case KIND_OPENING:
	case KIND_CLOSING:
	case KIND_KEYNOTE:
	case KIND_PANEL:
	case KIND_MEETING:
		return STRETCH_PLENARY;
	default:
		return STRETCH_TALKS;
	}
}

static void draft_add(Draft *draft, const LaneItem *lane) {
	draft->stretch.start =
		draft->items->len ? MIN(draft->stretch.start, lane->start) : lane->start;
	draft->stretch.end = MAX(draft->stretch.end, lane->end);
	g_ptr_array_add(draft->items, (gpointer)lane->item);
	g_array_append_val(draft->ends, lane->end);
}

static Draft *draft_new(GPtrArray *drafts, const LaneItem *lane) {
	Draft *draft = g_new0(Draft, 1);
	draft->items = g_ptr_array_new();
	draft->ends = g_array_new(FALSE, TRUE, sizeof(int));
	draft->stretch.kind = kind_of(lane->item);
	draft_add(draft, lane);
	g_ptr_array_add(drafts, draft);
	return draft;
}

/* Do more than half of its cells still run? */
static gboolean still_runs(const Draft *draft, int time) {
	guint running = 0;
	for (guint i = 0; i < draft->ends->len; i++) {
		running += g_array_index(draft->ends, int, i) > time;
	}
	return 2 * running > draft->ends->len;
}

/* Several at the same time are talks, whatever each of them is, unless all are for pleasure. */
static void gather(GPtrArray *drafts, const Lanes *lanes) {
	Draft *open = NULL;
	for (int i = 0; i < lanes->count; i++) {
		const LaneItem *lane = &lanes->items[i];
		gboolean pause = kind_of(lane->item) == STRETCH_PAUSE;
		if (lane->kind != LANE_CELL || pause) {
			draft_new(drafts, lane);
			open = NULL;
		} else if (open && still_runs(open, lane->start)) {
			draft_add(open, lane);
			gboolean alike = kind_of(lane->item) == STRETCH_SOCIAL &&
				open->stretch.kind == STRETCH_SOCIAL;
			open->stretch.kind = alike ? STRETCH_SOCIAL : STRETCH_TALKS;
		} else {
			open = draft_new(drafts, lane);
		}
	}
}

static int length_of(const Draft *draft) {
	return draft->stretch.end - draft->stretch.start;
}

static gboolean are_talks(const Draft *draft) {
	for (guint i = 0; i < draft->items->len; i++) {
		if (((const Item *)draft->items->pdata[i])->kind != KIND_TALK) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Talks one after the other in a room, or slots of less than an hour side by side, with nothing
 * between them; what is too short to be told alone; and a night. */
static gboolean are_one(const Draft *draft, const Draft *next) {
	StretchKind kind = draft->stretch.kind;
	if (kind != next->stretch.kind) {
		return FALSE;
	}
	if (kind == STRETCH_SOCIAL && draft->stretch.start >= NIGHT) {
		return TRUE;
	}
	if (draft->stretch.end < next->stretch.start) {
		return FALSE;
	}
	int least = MIN(length_of(draft), length_of(next));
	if (kind == STRETCH_TALKS) {
		gboolean parallel = draft->stretch.room_count > 1 && next->stretch.room_count > 1;
		return parallel ? least < HOUR : are_talks(draft) && are_talks(next);
	}
	return kind == STRETCH_PLENARY && least < SHORT_MINUTES;
}

/* Things without a room have one together. */
static int count_rooms(const GPtrArray *items) {
	g_autoptr(GHashTable) rooms = g_hash_table_new(NULL, NULL);
	for (guint i = 0; i < items->len; i++) {
		const Item *item = items->pdata[i];
		g_hash_table_add(rooms, (gpointer)item->room);
		for (int j = 0; j < item->more_room_count; j++) {
			g_hash_table_add(rooms, (gpointer)item->more_rooms[j]);
		}
	}
	return (int)g_hash_table_size(rooms);
}

static void join(GPtrArray *drafts) {
	for (guint i = 0; i < drafts->len; i++) {
		Draft *draft = drafts->pdata[i];
		draft->stretch.room_count = count_rooms(draft->items);
	}
	for (guint i = 0; i < drafts->len; i++) {
		Draft *draft = drafts->pdata[i];
		while (i + 1 < drafts->len && are_one(draft, drafts->pdata[i + 1])) {
			Draft *next = drafts->pdata[i + 1];
			draft->stretch.end = MAX(draft->stretch.end, next->stretch.end);
			for (guint j = 0; j < next->items->len; j++) {
				g_ptr_array_add(draft->items, next->items->pdata[j]);
			}
			g_ptr_array_remove_index(drafts, i + 1);
			draft->stretch.room_count = count_rooms(draft->items);
		}
	}
}

static int compare_drafts(const void *one, const void *other) {
	const Draft *left = *(Draft *const *)one, *right = *(Draft *const *)other;
	return left->stretch.start - right->stretch.start;
}

/* Nothing runs into the next; a pause under something else has what is left behind it. */
static void cut_overlaps(GPtrArray *drafts) {
	for (guint i = 0; i + 1 < drafts->len;) {
		Stretch *own = &((Draft *)drafts->pdata[i])->stretch;
		const Stretch *next = &((Draft *)drafts->pdata[i + 1])->stretch;
		if (own->end <= next->start) {
			i++;
		} else if (own->start < next->start) {
			own->end = next->start;
			i++;
		} else if (own->end > next->end) {
			own->start = next->end;
			g_ptr_array_sort(drafts, compare_drafts);
		} else {
			g_ptr_array_remove_index(drafts, i);
		}
	}
}

const Stretches *stretches_of_day(Arena *arena, const Event *event, int day) {
	const Lanes *lanes = lanes_of_day(arena, event, day);
	g_autoptr(GPtrArray) drafts = g_ptr_array_new_with_free_func(draft_free);
	gather(drafts, lanes);
	g_ptr_array_sort(drafts, compare_drafts);
	join(drafts);
	cut_overlaps(drafts);
	Stretches *stretches = arena_new_of(arena, Stretches);
	Stretch *all = arena_array_of(arena, Stretch, (int)drafts->len);
	for (guint i = 0; i < drafts->len; i++) {
		Draft *draft = drafts->pdata[i];
		all[i] = draft->stretch;
		all[i].item_count = (int)draft->items->len;
		all[i].items = arena_memdup(
			arena, draft->items->pdata, sizeof(Item *) * draft->items->len);
	}
	*stretches = (Stretches){&event->days[day], (int)drafts->len, all};
	return stretches;
}

/* build_repeats: items that take place several times (`also:`): each further time is an item of its
 * own in the programme, with the texts and the people of the first. */
#include "model/builder.h"

#include "model/time.h"

static Draft *repeat_new(
	Builder *builder, Draft *of, const Node *node, const RepeatRecord *record) {
	Draft *draft = arena_new_of(builder->passing, Draft);
	ItemRecord *as = arena_memdup(builder->passing, of->record, sizeof *as);
	as->time = record->time;
	as->duration = record->duration;
	as->id = (Text){0};
	as->talks = as->also = (NodeValue){0};
	*draft = (Draft){.record = as, .node = node, .repeats = of};
	draft->item = arena_memdup(builder->arena, of->item, sizeof(Item));
	draft->item->id = NULL;
	draft->item->start = draft->item->end = TIME_NONE;
	draft->item->end_given = FALSE;
	draft->item->time = record->time.text;
	draft->item->session = NULL;
	draft->item->span = node->span;
	if (record->room.count > 0) {
		item_take_rooms(builder, draft->item, &record->room, NULL);
	}
	draft->has_time =
		record->time.text.text && time_range_parse(record->time.text.text, &draft->range);
	return draft;
}

static void add_repeat(Builder *builder, Draft *of, const Node *node, Date date) {
	RepeatRecord record = {0};
	int errors = builder_errors(builder);
	if (!fields_read(&builder->reader, &table_repeat, node, node->span, &record) ||
		builder_errors(builder) > errors || !record.time.text.text) {
		return;
	}
	Draft *draft = repeat_new(builder, of, node, &record);
	draft->date = record.day.date.year ? record.day.date : date;
	g_ptr_array_add(builder->repeats, draft);
	g_ptr_array_add(builder->drafts, draft);
}

void build_repeats(Builder *builder, Draft *draft, Date date) {
	const NodeValue *also = &draft->record->also;
	if (!also->node) {
		return;
	}
	if (draft->talks) {
		diag_error(builder->diags, "no-effect", also->key, "write `also` to its talks",
			"a session that holds talks takes place once");
		return;
	}
	draft->date = date;
	gboolean list = also->node->kind == NODE_SEQUENCE;
	for (int i = 0; i < (list ? also->node->count : 1); i++) {
		add_repeat(builder, draft, list ? also->node->items[i] : also->node, date);
	}
}

void build_repeats_place(Builder *builder) {
	for (guint i = 0; i < builder->repeats->len; i++) {
		Draft *draft = g_ptr_array_index(builder->repeats, i);
		DayDraft *day = builder_day(builder, draft->date);
		if (day) {
			g_ptr_array_add(day->items, draft);
		} else {
			diag_error(builder->diags, "outside-dates", draft->node->span,
				"add it to the event's `dates:`, or write another `day`",
				"this day is none of the event's");
		}
	}
}

/* Programme order: by number. */
static int compare_items(const void *one, const void *other) {
	return (*(const Item *const *)one)->index - (*(const Item *const *)other)->index;
}

void build_repeats_finish(Builder *builder) {
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	for (guint i = 0; i < builder->repeats->len; i++) {
		Draft *draft = g_ptr_array_index(builder->repeats, i);
		draft->item->repeats = draft->repeats->item;
	}
	for (guint from = 0, to; from < builder->repeats->len; from = to) {
		Draft *first = ((Draft *)g_ptr_array_index(builder->repeats, from))->repeats;
		g_ptr_array_set_size(items, 0);
		for (to = from; to < builder->repeats->len; to++) {
			Draft *draft = g_ptr_array_index(builder->repeats, to);
			if (draft->repeats != first) {
				break;
			}
			if (builder_day(builder, draft->date)) {
				g_ptr_array_add(items, draft->item);
			}
		}
		g_ptr_array_sort(items, compare_items);
		first->item->repeat_count = (int)items->len;
		first->item->repeated = builder_array(builder, items);
	}
}

/* build_program: `program:` to days and items. Items are read file by file into drafts; when all
 * are known, each day gets its times, its order and its ids, and the drafts become the model. */
#include "model/builder.h"

#include <string.h>

static void fill_item(Builder *builder, Draft *draft) {
	const ItemRecord *record = draft->record;
	Item *item = draft->item;
	item->kind = (ItemKind)record->kind.value;
	item->start = item->end = TIME_NONE;
	item->time = record->time.text;
	item->title = record->title;
	item->short_title = record->short_title;
	item->subtitle = record->subtitle;
	item->abstract = record->abstract;
	item->reference_count = record->references.count;
	item->references = record->references.texts;
	item->topic_count = record->topics.count;
	item->topics = record->topics.texts;
	item->language = record->language.text;
	item->board = record->board;
	item->group = record->group;
	item->boards_abreast = record->boards_abreast.value;
	if (record->boards_abreast.given && item->kind != KIND_POSTER_SESSION) {
		diag_warning(builder->diags, "no-effect", record->boards_abreast.span,
			"write it to an item of `kind: poster-session`",
			"only a poster session has boards");
	}
	item->session = draft->session ? draft->session->item : NULL;
	item_take_rooms(builder, item, &record->room, item->session);
	item->code = record->code;
	item->track = track_from_text(builder, &record->track);
	if (!item->track && draft->session) {
		item->track = draft->session->item->track;
	}
	draft->has_time =
		record->time.text.text && time_range_parse(record->time.text.text, &draft->range);
}

static gboolean holds_talks(const Item *item) {
	return item->kind == KIND_SESSION || item->kind == KIND_POSTER_SESSION;
}

static Draft *build_item(Builder *builder, const Node *node, Draft *session);

/* The session's talks; returns how many errors they have. */
static int build_talks(Builder *builder, Draft *session) {
	const NodeValue *value = &session->record->talks;
	int errors = builder_errors(builder);
	if (!value->node) {
		return 0;
	}
	if (session->session || !holds_talks(session->item)) {
		diag_error(builder->diags, "no-session", value->key,
			session->session ? "put the talks into one session"
					 : "add `kind: session` or `kind: poster-session`",
			session->session ? "a session cannot stand in a session"
					 : "only a session holds `talks:`");
		return 0;
	}
	session->talks = g_ptr_array_new();
	for (int i = 0; i < value->node->count; i++) {
		Draft *talk = build_item(builder, value->node->items[i], session);
		if (talk) {
			g_ptr_array_add(session->talks, talk);
		}
	}
	return builder_errors(builder) - errors;
}

/* NULL for a hole. What is no mapping becomes an item in error, for its placeholder. */
static Draft *build_item(Builder *builder, const Node *node, Draft *session) {
	int errors = builder_errors(builder);
	ItemRecord *record = arena_new_of(builder->passing, ItemRecord);
	gboolean good = fields_read(&builder->reader, &table_item, node, node->span, record);
	if (node->kind == NODE_HOLE) {
		return NULL;
	}
	Draft *draft = arena_new_of(builder->passing, Draft);
	draft->broken = !good;
	draft->item = arena_new_of(builder->arena, Item);
	draft->item->span = node->span;
	draft->record = record;
	draft->node = node;
	draft->session = session;
	g_ptr_array_add(builder->drafts, draft);
	fill_item(builder, draft);
	build_roles(builder, draft);
	int inner = build_talks(builder, draft);
	draft->errors += builder_errors(builder) - errors - inner;
	return draft;
}

DayDraft *builder_day(Builder *builder, Date date) {
	for (guint i = 0; i < builder->days->len; i++) {
		DayDraft *day = &g_array_index(builder->days, DayDraft, i);
		if (date_compare(day->date, date) == 0) {
			return day;
		}
	}
	return NULL;
}

static DayDraft *add_day(Builder *builder, Date date, Span span) {
	DayDraft day = {.date = date, .span = span, .items = g_ptr_array_new()};
	g_array_append_val(builder->days, day);
	return &g_array_index(builder->days, DayDraft, builder->days->len - 1);
}

/* The day of items that stand in no `day:`. */
static DayDraft *default_day(Builder *builder, const Node *node) {
	if (builder->days->len == 1) {
		return &g_array_index(builder->days, DayDraft, 0);
	}
	if (builder->days->len == 0) {
		if (!builder->dates_given) {
			diag_error(builder->diags, "missing-key", builder->event->span,
				"for example `date: 2027-03-04`", "`event` has no `date`");
		}
		return add_day(builder, (Date){1970, 1, 1}, builder->event->span);
	}
	if (!builder->dayless_told) {
		builder->dayless_told = TRUE;
		diag_error(builder->diags, "no-day", node->span,
			"group the items: `- day: 2027-03-04` with `items:`",
			"the event has %d days, but this item stands in none of them",
			(int)builder->days->len);
	}
	return &g_array_index(builder->days, DayDraft, 0);
}

static void add_item(Builder *builder, const Node *node, Date date) {
	Draft *draft = build_item(builder, node, NULL);
	DayDraft *day = draft ? builder_day(builder, date) : NULL;
	if (!day) {
		return;
	}
	g_ptr_array_add(day->items, draft);
	build_repeats(builder, draft, date);
	for (guint i = 0; draft->talks && i < draft->talks->len; i++) {
		build_repeats(builder, g_ptr_array_index(draft->talks, i), date);
	}
}

static void build_day(Builder *builder, const Node *node) {
	DayRecord record = {0};
	if (!fields_read(&builder->reader, &table_day, node, node->span, &record)) {
		return;
	}
	DayDraft *day = record.day.date.year ? builder_day(builder, record.day.date) : NULL;
	if (record.day.date.year && !day && builder->dates_given) {
		diag_error(builder->diags, "outside-dates", record.day.span,
			"add it to the event's `dates:`", "this day is none of the event's");
	}
	if (!day && builder->days->len >= DAYS_MAX) {
		if (!builder->days_told) {
			diag_error(builder->diags, "too-many", record.day.span, NULL,
				"the programme has more than %d days", DAYS_MAX);
		}
		builder->days_told = TRUE;
		return;
	}
	if (!day) {
		Date date = record.day.date.year ? record.day.date : (Date){1970, 1, 1};
		day = add_day(builder, date, record.day.span);
	}
	if (record.title.text && !day->title.text) {
		day->title = record.title;
	} else if (record.title.text) {
		diag_error(builder->diags, "same-day", record.title.span,
			"keep one of the two titles", "this day has a second title");
	}
	Date date = day->date; /* adding persons and items may move the day */
	const Node *items = record.items.node;
	for (int i = 0; items && i < items->count; i++) {
		add_item(builder, items->items[i], date);
	}
}

void build_program(Builder *builder, const FileRecord *file) {
	const Node *list = file->program.node;
	for (int i = 0; list && i < list->count; i++) {
		const Node *node = list->items[i];
		if (fields_claim(&table_day, &table_item, node)) {
			build_day(builder, node);
		} else if (node->kind != NODE_HOLE) {
			add_item(builder, node, default_day(builder, node)->date);
		}
	}
}

static int compare_days(const void *one, const void *other) {
	return date_compare(((const DayDraft *)one)->date, ((const DayDraft *)other)->date);
}

/* Appends the item, then its talks, in programme order. */
static void number_item(Builder *builder, GPtrArray *all, Draft *draft, int day) {
	draft->item->day = day;
	draft->item->index = (int)all->len;
	g_ptr_array_add(all, draft->item);
	g_autoptr(GPtrArray) talks = g_ptr_array_new();
	for (guint i = 0; draft->talks && i < draft->talks->len; i++) {
		Draft *talk = g_ptr_array_index(draft->talks, i);
		g_ptr_array_add(talks, talk->item);
		number_item(builder, all, talk, day);
	}
	draft->item->talk_count = (int)talks->len;
	draft->item->talks = builder_array(builder, talks);
}

static void finish_day(Builder *builder, GPtrArray *all, Day *day, const DayDraft *draft) {
	g_autoptr(GPtrArray) items = g_ptr_array_new();
	day->date = draft->date;
	day->title = draft->title;
	day->span = draft->span;
	day->start = day->end = TIME_NONE;
	for (guint i = 0; i < draft->items->len; i++) {
		Draft *item = g_ptr_array_index(draft->items, i);
		number_item(builder, all, item, day->index);
		g_ptr_array_add(items, item->item);
		int start = item->item->start;
		int end = item->item->end != TIME_NONE ? item->item->end : start;
		day->start = day->start == TIME_NONE ? start : MIN(day->start, start);
		day->end = MAX(day->end, end);
	}
	day->item_count = (int)items->len;
	day->items = builder_array(builder, items);
}

static void fill_appearances(Builder *builder) {
	const Event *event = builder->event;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		for (int j = 0; j < item->role_count; j++) {
			GPtrArray *items = person_draft(builder, item->roles[j].person)->items;
			gboolean known =
				items->len && g_ptr_array_index(items, items->len - 1) == item;
			if (!known) {
				g_ptr_array_add(items, (gpointer)item);
			}
		}
	}
}

static void check_program(Builder *builder) {
	if (builder->drafts->len > 0 || builder->holes) {
		return;
	}
	for (guint i = 0; i < builder->roots->len; i++) {
		const NodeValue *program =
			&((const FileRecord *)g_ptr_array_index(builder->roots, i))->program;
		if (program->node && program->node->count == 0) {
			diag_warning(builder->diags, "no-items", program->key,
				"for example `- {time: 9:00–9:30, title: Welcome}`",
				"the programme has no items");
		}
		if (program->key.line > 0) {
			return;
		}
	}
	diag_error(builder->diags, "missing-key", builder->event->span,
		"for example `program: [{time: 9:00–9:30, title: Welcome}]`",
		"no file of the event has `program`");
}

void build_program_finish(Builder *builder) {
	Event *event = builder->event;
	check_program(builder);
	if (builder->days->len == 0) {
		default_day(builder, NULL);
	}
	g_array_sort(builder->days, compare_days);
	event->day_count = (int)builder->days->len;
	Day *days = arena_array_of(builder->arena, Day, event->day_count);
	build_repeats_place(builder);
	for (int i = 0; i < event->day_count; i++) {
		build_day_starts(builder, &g_array_index(builder->days, DayDraft, (guint)i));
	}
	g_autoptr(GPtrArray) all = g_ptr_array_new();
	for (int i = 0; i < event->day_count; i++) {
		DayDraft *draft = &g_array_index(builder->days, DayDraft, (guint)i);
		days[i].index = i;
		build_day_ends(builder, draft);
		finish_day(builder, all, &days[i], draft);
	}
	event->days = days;
	build_repeats_finish(builder);
	event->item_count = (int)all->len;
	event->items = builder_array(builder, all);
	build_item_ids(builder);
	build_tracks_finish(builder);
	for (guint i = 0; i < builder->drafts->len; i++) {
		Draft *draft = g_ptr_array_index(builder->drafts, i);
		draft->item->in_error = draft->errors > 0;
	}
	fill_appearances(builder);
}

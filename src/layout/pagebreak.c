/* pagebreak: see the header. */
#include "layout/pagebreak.h"

#include <string.h>

#include "layout/floats.h"
#include "layout/setter.h"
#include "layout/stretch.h"

static gboolean is_ink(const VItem *item) {
	return item->kind == V_BOX || item->kind == V_NOTES;
}

static gboolean is_discarded(const VItem *item) {
	return item->kind == V_GLUE || item->kind == V_PENALTY;
}

int page_first_item(const VList *list, const PageSpan *page) {
	int at = page->from;
	while (at < page->to && is_discarded(vlist_at(list, at))) {
		at++;
	}
	return at;
}

/* Tables are short against a book: the way back to a table's start is not far, and a forced break
 * ends it. */
const VItem *page_repeated_head(const VList *list, int item) {
	enum { BACK_MOST = 2000 };
	for (int i = item - 1; i >= 0 && i >= item - BACK_MOST; i--) {
		const VItem *at = vlist_at(list, i);
		if (at->kind == V_REPEAT) {
			return at->as.box ? at : NULL;
		}
		if (at->kind == V_PAGE) {
			return NULL;
		}
	}
	return NULL;
}

/* White that may have a line more. */
static gboolean is_flexible(const VList *list, const PageSpan *page, int item) {
	const VItem *at = vlist_at(list, item);
	gboolean kind = at->kind == V_GLUE &&
		(at->as.glue.kind == GLUE_OPENS || at->as.glue.kind == GLUE_GAP);
	return kind && vlist_is_passed(list, item, page->to);
}

static gboolean is_wider(const VList *list, const PageSpan *page, int item) {
	const VItem *at = vlist_at(list, item);
	if (at->kind != V_GLUE || at->as.glue.kind == GLUE_PLAIN) {
		return FALSE;
	}
	if (!is_flexible(list, page, item)) {
		return at->as.glue.kind == GLUE_OPENS;
	}
	int before = 0;
	for (int i = page_first_item(list, page); i < item && before < page->wider; i++) {
		before += is_flexible(list, page, i);
	}
	return before < page->wider;
}

Len page_below(const VList *list, const PageSpan *page, int item, Len y) {
	const VItem *at = vlist_at(list, item);
	return vlist_below(at, y) + (is_wider(list, page, item) ? vlist_widening(at, y) : 0);
}

Len page_natural_height(const VList *list, const PageSpan *page) {
	const VItem *head = page_repeated_head(list, page->from);
	Len height = head ? head->height : 0, to_last_ink = 0;
	for (int i = page_first_item(list, page); i < page->to; i++) {
		height = page_below(list, page, i, height);
		if (vlist_at(list, i)->kind == V_BOX) {
			to_last_ink = height;
		}
	}
	return to_last_ink;
}

/* The columns of a page whose items are known, as short as they fit: balanced. */
static void balance_columns(const VList *list, PageSpan *page, Len height, Len line) {
	Len unit = MAX(line / 8, 1);
	Len low = 0, high = height / unit;
	while (low <= high) {
		Len middle = (low + high) / 2;
		PageSpan tried = *page;
		int at = page->from;
		for (int i = 0; i < page->columns; i++) {
			tried.column_from[i] = at;
			int start = column_skip_white(list, at);
			at = start >= page->to ? page->to
					       : MAX(column_end(list, start, middle * unit),
							 column_piece_end(list, start));
		}
		if (at >= page->to) {
			*page = tried;
			memset(page->column_wider, 0, sizeof page->column_wider);
			high = middle - 1;
		} else {
			low = middle + 1;
		}
	}
}

/* Columns were broken as if each were a page: puts them together. */
static void group_columns(
	const VList *list, const PageBreakSpec *spec, int columns, guint start, GArray *pages) {
	guint made = start;
	for (guint i = start; i < pages->len; i += (guint)columns) {
		PageSpan page = g_array_index(pages, PageSpan, i);
		page.columns = columns;
		for (guint j = 0; j < (guint)columns; j++) {
			gboolean is_there = i + j < pages->len;
			const PageSpan *column =
				is_there ? &g_array_index(pages, PageSpan, i + j) : NULL;
			page.column_from[j] = column ? column->from : page.to;
			page.column_wider[j] = column ? column->wider : 0;
			page.to = column ? column->to : page.to;
			page.overfull = page.overfull || (column && column->overfull);
		}
		g_array_index(pages, PageSpan, made++) = page;
	}
	g_array_set_size(pages, made);
	balance_columns(list, &g_array_index(pages, PageSpan, made - 1), spec->height, spec->line);
}

static gboolean wants_blank(PageStart start, gboolean verso) {
	return (start == START_RECTO && verso) || (start == START_VERSO && !verso);
}

static gboolean has_ink(const VList *list, int from, int to) {
	for (int i = from; i < to; i++) {
		if (is_ink(vlist_at(list, i))) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean has_repeat(const VList *list, int from, int to) {
	for (int i = from; i < to; i++) {
		if (vlist_at(list, i)->kind == V_REPEAT) {
			return TRUE;
		}
	}
	return FALSE;
}

/* --- the whole list ----------------------------------------------------------------------- */

typedef struct Breaker {
	const VList *list;
	const PageBreakSpec *spec;
	Floats floats;
	int waiting; /* floats that found no room yet */
	GArray *pages;
	/* as the last start of a page says */
	gboolean prose, bare;
	int columns;
	PageStart start;
} Breaker;

static gboolean next_is_verso(const Breaker *breaker) {
	return (breaker->spec->first_page + (int)breaker->pages->len) % 2 == 0;
}

gboolean page_is_of_floats(const PageSpan *page) {
	return page->from == page->to && page->float_to > page->float_from;
}

/* Pages for the floats that stand before an item and still wait. */
static void add_float_pages(Breaker *breaker, int item) {
	int all = floats_before(&breaker->floats, item);
	for (int from = all - breaker->waiting; from < all;) {
		int to = floats_fit(&breaker->floats, from, all, breaker->spec->height);
		to = MAX(to, from + 1);
		PageSpan page = {.from = item,
			.to = item,
			.verso = next_is_verso(breaker),
			.float_from = from,
			.float_to = to};
		g_array_append_val(breaker->pages, page);
		from = to;
	}
	breaker->waiting = 0;
}

/* What the stretch says of its pages; a stretch that says nothing goes on like the one before. */
static void read_start(Breaker *breaker, int from, int to) {
	breaker->start = START_ANYWHERE;
	for (int i = from; i < to; i++) {
		const VItem *item = vlist_at(breaker->list, i);
		if (item->kind == V_PAGE) {
			breaker->prose = item->as.page->prose;
			breaker->bare = item->as.page->bare;
			breaker->columns = item->as.page->columns;
			breaker->start = item->as.page->start;
			return;
		}
	}
}

static void add_stretch(Breaker *breaker, int from, int to) {
	if (!has_ink(breaker->list, from, to)) {
		breaker->waiting +=
			floats_before(&breaker->floats, to) - floats_before(&breaker->floats, from);
		return;
	}
	Stretch stretch = {.list = breaker->list,
		.spec = breaker->spec,
		.from = from,
		.to = to,
		.prose = breaker->prose,
		.tables = has_repeat(breaker->list, from, to),
		.floats = &breaker->floats,
		.closed = breaker->bare || breaker->columns > 1,
		.waiting = breaker->waiting};
	int columns = MAX(breaker->columns, 1);
	gboolean verso = next_is_verso(breaker);
	stretch.frames = 2 * columns;
	stretch.first_frame = verso ? 0 : columns;
	guint start = breaker->pages->len;
	breaker->waiting = stretch_break(&stretch, breaker->pages);
	for (guint i = start; i < breaker->pages->len; i++) {
		gboolean same = (i - start) / (guint)columns % 2 == 0;
		g_array_index(breaker->pages, PageSpan, i).verso = same ? verso : !verso;
	}
	if (columns > 1) {
		group_columns(
			breaker->list, breaker->spec, breaker->columns, start, breaker->pages);
	}
}

static int stretch_end(const VList *list, int from) {
	int to = from + 1, count = vlist_count(list);
	while (to < count &&
		!(vlist_at(list, to)->kind == V_PENALTY &&
			vlist_at(list, to)->penalty <= PENALTY_FORCE)) {
		to++;
	}
	return to;
}

GArray *pagebreak(const VList *list, const PageBreakSpec *spec) {
	Breaker breaker = {.list = list, .spec = spec};
	breaker.pages = g_array_new(FALSE, TRUE, sizeof(PageSpan));
	floats_init(&breaker.floats, list);
	int count = vlist_count(list);
	for (int from = 0, to; from < count; from = to) {
		to = stretch_end(list, from);
		read_start(&breaker, from, to);
		if (breaker.start == START_LAST) {
			add_float_pages(&breaker, from);
		}
		if (wants_blank(breaker.start, next_is_verso(&breaker))) {
			PageSpan blank = {
				.from = from, .to = from, .verso = next_is_verso(&breaker)};
			g_array_append_val(breaker.pages, blank);
		}
		add_stretch(&breaker, from, to);
	}
	add_float_pages(&breaker, count);
	floats_finish(&breaker.floats);
	return breaker.pages;
}

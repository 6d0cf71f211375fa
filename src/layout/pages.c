/* pages: see the header. */
#include "layout/pages.h"

#include "layout/floats.h"
#include "layout/furniture.h"
#include "layout/pack.h"
#include "layout/resolve.h"
#include "layout/thumbs.h"

/* 11 mm on the page: 7 on a phone, which shows it at two thirds of its size. */
enum { THUMB_PT = 32, THUMB_LEAST_PT = 21 };

typedef struct Emitter {
	Setter *setter;
	const VList *list;
	const GPtrArray *labels; /* of all pages */
	GHashTable *page_labels; /* anchor -> label */
	PageBuilder *page;
	Packer packer;
	Len live_left; /* of the page, in columns of the column at hand */
	Len column_x; /* that those who look for what stands in the column shall see; 0 = the page
		       */
	/* state that runs from page to page */
	const char *kind;
	const Inline *foot;
	const TabBlock *tab, *page_tab; /* from here on; of this page */
	gboolean has_ink; /* the page */
	gboolean bare;
	const VRunning *running; /* what a page's top continues, or NULL */
	Floats floats;
	Len floats_height; /* on the page */
} Emitter;

/* Of all pages, in the setter's arena. */
static GPtrArray *page_labels(Setter *setter, int count) {
	GPtrArray *labels = g_ptr_array_sized_new((guint)count);
	for (int i = 0; i < count; i++) {
		g_ptr_array_add(labels, (char *)setter_number(setter, i + 1));
	}
	return labels;
}

static GHashTable *find_anchors(const VList *list, const GArray *spans, const GPtrArray *names) {
	GHashTable *labels = g_hash_table_new(g_str_hash, g_str_equal);
	for (guint p = 0; p < spans->len; p++) {
		const PageSpan *span = &g_array_index(spans, PageSpan, p);
		const char *label = g_ptr_array_index(names, p);
		for (int i = span->from; i < span->to; i++) {
			const VItem *item = vlist_at(list, i);
			if (item->kind == V_ANCHOR) {
				g_hash_table_insert(
					labels, (gpointer)item->as.anchor, (gpointer)label);
			}
		}
	}
	return labels;
}

GHashTable *pages_of_anchors(Setter *setter, const VList *list, const GArray *spans) {
	g_autoptr(GPtrArray) names = page_labels(setter, (int)spans->len);
	return find_anchors(list, spans, names);
}

static const char *page_of(const void *owner, const char *anchor) {
	const Emitter *emitter = owner;
	return anchor ? g_hash_table_lookup(emitter->page_labels, anchor) : NULL;
}

/* A link into the document whose target is not in it is no link. */
static gboolean is_dead(const Emitter *emitter, const PageItem *item) {
	return item->kind == PAGE_LINK && item->as.link.target && !item->as.link.href &&
		!page_of(emitter, item->as.link.target);
}

static void emit_item(Emitter *emitter, PageItem item, Len y) {
	if (!is_dead(emitter, &item)) {
		page_add(emitter->page, page_item_moved(item, emitter->live_left, y));
	}
}

/* Numbers of the contents stand below each other by their units. */
static Len units_shift(const Emitter *emitter, const ParSpec *spec, const Par *par) {
	const Setter *setter = emitter->setter;
	if (spec->role != STYLE_CONTENTS_PAGE || setter->composition->rtl) {
		return 0;
	}
	const char *label = g_ptr_array_index(emitter->labels, emitter->labels->len - 1);
	const Inline *last = inline_new(setter->arena, label, NULL, SPAN_NONE);
	Len widest = text_width(setter->text, spec->sheet, spec->role, last, spec->language);
	return MAX(widest - par->width, 0);
}

static void emit_slot(Emitter *emitter, const SlotPar *slot, Len top) {
	Setter *setter = emitter->setter;
	ParSpec spec = slot->spec;
	spec.source = inline_with_pages(setter->arena, spec.source, page_of, emitter);
	const Par *par = par_set(setter->text, setter->arena, &spec);
	const Style *style = &spec.sheet->styles[spec.role];
	Len shift = units_shift(emitter, &spec, par);
	BoxBuilder box;
	box_init(&box, setter->arena);
	for (int i = 0; i < par->line_count; i++) {
		Point origin = {.x = slot->x + shift,
			.y = slot->y + style_baseline(style) + i * par->leading};
		set_line(setter, &box, (LineAt){par, i, origin, slot->tag});
	}
	for (guint i = 0; i < box.items->len; i++) {
		emit_item(emitter, g_array_index(box.items, PageItem, i), top);
	}
	box_clear(&box);
}

static void emit_box(Emitter *emitter, const VItem *item, Len y) {
	const VBox box = vitem_box(item, emitter->setter->arena);
	Len back = box.whole_page ? -emitter->live_left : 0;
	y = box.whole_page ? 0 : y;
	for (int i = 0; i < box.item_count; i++) {
		emit_item(emitter, page_item_moved(box.items[i], back, 0), y);
	}
	for (int i = 0; i < box.slot_count; i++) {
		emit_slot(emitter, &box.slots[i], y);
	}
}

static void emit_notes(Emitter *emitter, const VItem *item, Len y, gboolean at_head) {
	const Format *format = &emitter->setter->format;
	Len bottom = format->height - format->bottom - emitter->floats_height;
	if (bottom - y < item->height) {
		return;
	}
	NotesSpec notes = {.label = item->as.label, .top = y, .bottom = bottom, .at_head = at_head};
	furniture_notes(emitter->setter, emitter->page, emitter->live_left, &notes);
}

/* Time and word in the hang column beside the first lines of a page that goes on with a talk. */
static void emit_running(Emitter *emitter) {
	Setter *setter = emitter->setter;
	Column hang = setter_hang_column(setter);
	VList list;
	vlist_init(&list, setter->arena);
	set_text(
		setter, &list, (Words){STYLE_END_TIME, emitter->running->time, hang, TAG_ARTIFACT});
	set_text(setter, &list, (Words){STYLE_NOTE, emitter->running->word, hang, TAG_ARTIFACT});
	BoxBuilder box;
	box_init(&box, setter->arena);
	box_add_vlist(&box, &list, 0, vlist_count(&list), 0);
	VList made;
	vlist_init(&made, setter->arena);
	box_end(&box, &made, 0);
	emit_box(emitter, vlist_at(&made, 0), setter->format.top);
	vlist_finish(&made);
	vlist_finish(&list);
}

/* Does the page begin in the middle of what is running? */
static gboolean begins_running(const Emitter *emitter, const PageSpan *span) {
	for (int i = span->from; i < span->to && emitter->running; i++) {
		const VItem *item = vlist_at(emitter->list, i);
		if (item->kind == V_CONTINUE || item->kind == V_PAGE) {
			return FALSE;
		}
		if (item->kind == V_BOX) {
			return TRUE;
		}
	}
	return FALSE;
}

static Len free_space(const Emitter *emitter, const PageSpan *span) {
	const Format *format = &emitter->setter->format;
	Len height = format->height - format->top - format->bottom - emitter->floats_height;
	return MAX(height - page_natural_height(emitter->list, span), 0);
}

static Len below(const Emitter *emitter, const PageSpan *span, int item, Len y) {
	Len top = emitter->setter->format.top;
	return top + page_below(emitter->list, span, item, y - top);
}

static void emit_items(Emitter *emitter, const PageSpan *span) {
	gboolean beside = !emitter->setter->format.stacked;
	if (beside && span->columns <= 1 && begins_running(emitter, span)) {
		emit_running(emitter);
	}
	const Format *format = &emitter->setter->format;
	Len y = format->top;
	gboolean filled = FALSE;
	const VItem *head = page_repeated_head(emitter->list, span->from);
	if (head && span->columns <= 1 && span->to > span->from) {
		emit_box(emitter, head, y);
		y += head->height;
	}
	/* Anchors that stand before the first ink belong to the page's head. */
	int first = page_first_item(emitter->list, span);
	for (int i = span->from; i < span->to; i++) {
		const VItem *item = vlist_at(emitter->list, i);
		switch (item->kind) {
		case V_BOX:
			emitter->page_tab = emitter->has_ink ? emitter->page_tab : emitter->tab;
			emitter->has_ink = TRUE;
			emit_box(emitter, item, y);
			y = below(emitter, span, i, y);
			break;
		case V_GLUE:
			y = i >= first ? below(emitter, span, i, y) : y;
			break;
		case V_ANCHOR:
			page_add_anchor(emitter->page, item->as.anchor,
				(Point){item->x > 0 ? emitter->live_left + item->x
						    : emitter->column_x,
					y + item->height});
			break;
		case V_FOOT:
			emitter->foot = item->as.foot;
			break;
		case V_TAB:
			emitter->tab = item->as.tab;
			break;
		case V_PAGE:
			emitter->kind = item->as.page->kind;
			emitter->bare = item->as.page->bare;
			break;
		case V_CONTINUE:
			emitter->running = item->as.running;
			break;
		case V_FILL:
			y += filled ? 0 : free_space(emitter, span);
			filled = TRUE;
			break;
		case V_NOTES:
			emit_notes(emitter, item, y, y == format->top);
			break;
		case V_FLOAT:
		case V_REPEAT:
		case V_PENALTY:
			break;
		}
	}
}

/* One column after the other, each from the top. */
static void emit_columns(Emitter *emitter, const PageSpan *span) {
	const Setter *setter = emitter->setter;
	const Format *format = &setter->format;
	Len page_left = emitter->live_left;
	Len gutter = format->gutter;
	Len width = (format->live_width - (span->columns - 1) * gutter) / span->columns;
	for (int i = 0; i < span->columns; i++) {
		PageSpan column = *span;
		column.from = span->column_from[i];
		column.wider = span->column_wider[i];
		column.to = i + 1 < span->columns ? span->column_from[i + 1] : span->to;
		Len x = i * (width + gutter);
		/* What was set for the first column goes over by whole columns. */
		Len left = setter_left(setter, x, width);
		emitter->live_left = page_left + left - setter_left(setter, 0, width);
		emitter->column_x = left > gutter ? page_left + left - gutter / 2 : 0;
		emit_items(emitter, &column);
	}
	emitter->column_x = 0;
	emitter->live_left = page_left;
}

/* At the foot of the page, the last on its last line. */
static void emit_floats(Emitter *emitter, const PageSpan *span) {
	const Format *format = &emitter->setter->format;
	Len y = format->top + format->line * format->line_count - emitter->floats_height;
	for (int i = span->float_from; i < span->float_to; i++) {
		const VItem *item = vlist_at(emitter->list, emitter->floats.items[i]);
		emit_box(emitter, item, y);
		y += item->height;
	}
}

/* Notes on a page that stays free before the start that stands at `item`, or NULL. */
static const Inline *blank_notes(const Emitter *emitter, int item) {
	for (int i = item; i < vlist_count(emitter->list) && i <= item + 1; i++) {
		const VItem *at = vlist_at(emitter->list, i);
		if (at->kind == V_PAGE) {
			return at->as.page->notes;
		}
	}
	return NULL;
}

static void emit_blank(Emitter *emitter, const Inline *label) {
	const Format *format = &emitter->setter->format;
	NotesSpec notes = {.label = label,
		.top = format->top,
		.bottom = format->height - format->bottom,
		.at_head = TRUE};
	furniture_notes(emitter->setter, emitter->page, emitter->live_left, &notes);
}

/* Leaves of what was made for the page what is on it. */
static void keep_page(Emitter *emitter, Page *page) {
	pack_page(&emitter->packer, page);
	g_hash_table_remove_all(emitter->packer.copied);
	arena_reset(emitter->setter->arena);
}

static void emit_page(Emitter *emitter, const PageSpan *span, int number, Page *page) {
	Setter *setter = emitter->setter;
	const Composition *composition = setter->composition;
	gboolean verso = number % 2 == 0;
	emitter->live_left = format_live_left(&setter->format, verso, composition->rtl);
	emitter->floats_height = floats_height(&emitter->floats, span->float_from, span->float_to);
	emitter->has_ink = FALSE;
	emitter->page_tab = NULL;
	if (span->columns > 1) {
		emit_columns(emitter, span);
	} else {
		emit_items(emitter, span);
	}
	emit_floats(emitter, span);
	gboolean of_floats = page_is_of_floats(span);
	gboolean blank = span->from == span->to && !of_floats;
	const Inline *notes = blank ? blank_notes(emitter, span->from) : NULL;
	if (notes) {
		emit_blank(emitter, notes);
	}
	const char *label = g_ptr_array_index(emitter->labels, number - 1);
	if ((!emitter->bare || of_floats) && (!blank || notes)) {
		const Inline *recto = emitter->foot ? emitter->foot : composition->foot_recto;
		FootSpec foot = {.folio = label,
			.text = verso ? composition->foot_verso : recto,
			.verso = verso};
		furniture_foot(setter, emitter->page, emitter->live_left, &foot);
	}
	if (emitter->page_tab) {
		furniture_tab(setter, emitter->page, emitter->page_tab, verso);
	}
	if (composition->draft) {
		furniture_draft(setter, emitter->page, composition->draft_stamp, emitter->bare);
	}
	page_builder_end(emitter->page, page);
	if (composition->edition == BOOK_PHONE) {
		thumbs_grow(
			setter->arena, page, len_from_pt(THUMB_PT), len_from_pt(THUMB_LEAST_PT));
	}
	keep_page(emitter, page);
	Len margin = len_from_mm(5);
	page->label = label;
	page->kind = notes ? "notes" : blank ? "blank" : of_floats ? "notices" : emitter->kind;
	page->verso = verso;
	page->safe = (Rect){margin, margin, page->width - 2 * margin, page->height - 2 * margin};
}

const Page *pages_emit(const PagesInput *input) {
	Setter *setter = input->setter;
	Emitter emitter = {.setter = setter, .list = input->list, .kind = "page"};
	g_autoptr(GPtrArray) labels = page_labels(setter, (int)input->spans->len);
	emitter.labels = labels;
	floats_init(&emitter.floats, input->list);
	emitter.page_labels = find_anchors(input->list, input->spans, labels);
	Page *pages = arena_array_of(setter->ink, Page, MAX(input->spans->len, 1));
	g_autoptr(Arena) scratch = arena_new();
	Arena *arena = setter->arena;
	setter->arena = scratch;
	emitter.page = page_builder_new(scratch, setter->format.width, setter->format.height);
	packer_init(&emitter.packer, scratch, setter->ink, setter->ink);
	for (guint i = 0; i < input->spans->len; i++) {
		emit_page(
			&emitter, &g_array_index(input->spans, PageSpan, i), (int)i + 1, &pages[i]);
	}
	packer_finish(&emitter.packer);
	setter->arena = arena;
	page_builder_free(emitter.page);
	floats_finish(&emitter.floats);
	g_hash_table_destroy(emitter.page_labels);
	return pages;
}

/* set_entry: an entry of an index: what, then its pages in ascending order, each once, with the
 * role that counts most there, three and more in a row as a range. Pages are known while it is set
 * where the index stands behind what it indexes; else they stay in the order of the programme. */
#include <stdlib.h>
#include <string.h>

#include "layout/setter.h"

/* With a word joiner: a number never stands alone on a line. */
#define EN_SPACE "\xe2\x80\x82\xe2\x81\xa0"
#define NEW_LINE "\xe2\x80\xa8"
/* A range is never broken. */
#define DASH "\xe2\x81\xa0\xe2\x80\x93\xe2\x81\xa0"

enum { PAGE_UNKNOWN = -1, FEW = 4 };

typedef struct Numbered {
	const EntryPage *page;
	int number;
	int order;
} Numbered;

/* A page number in any figures. */
static int number_of(const char *label) {
	int number = 0;
	for (const char *at = label; at && *at; at = g_utf8_next_char(at)) {
		int digit = g_unichar_digit_value(g_utf8_get_char(at));
		number = digit >= 0 ? number * 10 + digit : number;
	}
	return label ? number : PAGE_UNKNOWN;
}

static int compare_pages(const void *one, const void *other) {
	const Numbered *left = one, *right = other;
	if (left->number != right->number) {
		return left->number - right->number;
	}
	return left->page->rank != right->page->rank ? left->page->rank - right->page->rank
						     : left->order - right->order;
}

/* Ascending where all are known. */
static Numbered *numbered(const Setter *setter, const EntryBlock *entry) {
	Numbered *pages = g_new0(Numbered, (gsize)entry->page_count + 1);
	gboolean known = TRUE;
	for (int i = 0; i < entry->page_count; i++) {
		const char *label = setter_known_page(setter, entry->pages[i].target);
		pages[i] = (Numbered){&entry->pages[i], number_of(label), i};
		known = known && label;
	}
	if (known) {
		qsort(pages, (size_t)entry->page_count, sizeof *pages, compare_pages);
	}
	return pages;
}

static void add_page(InlineBuilder *builder, const EntryPage *page) {
	inline_add_page_slot(builder, page->target, (int)page->role);
	if (page->letter) {
		inline_add_span(builder, page->letter, (InlineSpan){.role = STYLE_INDEX_LETTER});
	}
}

/* Few pages stand together; of many, all but the last two may be parted. */
static const char *separator(const Setter *setter, const EntryBlock *entry, int page) {
	const char *fixed = strstr(entry->separator, "\xc2\xa0");
	if (!fixed || entry->page_count <= FEW || page + 1 == entry->page_count) {
		return entry->separator;
	}
	return arena_printf(
		setter->arena, "%.*s ", (int)(fixed - entry->separator), entry->separator);
}

/* Each page once; returns how many are left. */
static int without_repeats(Numbered *pages, int count) {
	int kept = 0;
	for (int i = 0; i < count; i++) {
		gboolean again = kept > 0 && pages[i].number != PAGE_UNKNOWN &&
			pages[i].number == pages[kept - 1].number;
		if (!again) {
			pages[kept++] = pages[i];
		}
	}
	return kept;
}

/* Index of the last of the pages in a row that begin at `from` and look alike. */
static int run_end(const Numbered *pages, int count, int from) {
	int to = from;
	while (to + 1 < count && pages[to].number != PAGE_UNKNOWN &&
		pages[to + 1].number == pages[to].number + 1 &&
		pages[to + 1].page->role == pages[from].page->role && !pages[from].page->letter &&
		!pages[to + 1].page->letter) {
		to++;
	}
	return to;
}

/* `first`: what stands before them. */
static void add_pages(
	Setter *setter, InlineBuilder *builder, const EntryBlock *entry, const char *first) {
	enum { RUN_LEAST = 3 };
	g_autofree Numbered *pages = numbered(setter, entry);
	int count = without_repeats(pages, entry->page_count);
	for (int i = 0; i < count; i++) {
		inline_add_span(builder, i == 0 ? first : separator(setter, entry, i),
			(InlineSpan){.role = STYLE_INDEX_PAGE});
		add_page(builder, pages[i].page);
		int to = run_end(pages, count, i);
		if (to - i + 1 >= RUN_LEAST) {
			inline_add_span(
				builder, DASH, (InlineSpan){.role = (int)pages[i].page->role});
			add_page(builder, pages[to].page);
			i = to;
		}
	}
}

static Block *entry_paragraph(Setter *setter, const EntryBlock *entry, const char *first) {
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, entry->what, -1);
	add_pages(setter, builder, entry, first);
	const Inline *text =
		inline_builder_end(builder, entry->what->language, entry->what->source);
	return block_paragraph(setter->arena, STYLE_INDEX, text);
}

static int count_pages(const Setter *setter, const EntryBlock *entry) {
	g_autofree Numbered *pages = numbered(setter, entry);
	return without_repeats(pages, entry->page_count);
}

/* Few pages that have no room beside what they are of go down whole, and leave its words alone. */
static gboolean goes_down(Setter *setter, const EntryBlock *entry, const Block *whole, Len width) {
	if (entry->page_count > FEW || count_pages(setter, entry) < 2) {
		return FALSE;
	}
	const Block *what = block_paragraph(setter->arena, STYLE_INDEX, entry->what);
	return setter_natural_width(setter, what) <= width &&
		setter_natural_width(setter, whole) > width;
}

void set_entry(Setter *setter, VList *list, const Block *block, Column column) {
	const EntryBlock *entry = block->as.entry;
	Len indent = entry->inner ? setter->sheet.indent : 0;
	Column inside = {column.x + indent, column.width - indent};
	Block *paragraph = entry_paragraph(setter, entry, EN_SPACE);
	if (goes_down(setter, entry, paragraph, inside.width)) {
		paragraph = entry_paragraph(setter, entry, NEW_LINE);
	}
	set_paragraph(setter, list, paragraph, inside);
}

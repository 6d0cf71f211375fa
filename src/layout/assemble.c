/* assemble: see the header. */
#include "layout/assemble.h"

#include "layout/pages.h"

Len assemble_page_height(const Setter *setter) {
	return setter->format.line * setter->format.line_count;
}

/* A line more, where the foot margin bears it; sheets designed as a whole have none to give. */
static Len extra_height(const Setter *setter) {
	return setter->format.line_count > 1 && setter->format.bottom > 3 * setter->format.line
		? setter->format.line
		: 0;
}

PageBreakSpec assemble_spec(const Setter *setter) {
	return (PageBreakSpec){.height = assemble_page_height(setter),
		.line = setter->format.line,
		.extra = extra_height(setter),
		.first_page = 1};
}

void assemble_page_start(VList *list, const Block *part, gboolean prose) {
	vlist_add_penalty(list, PENALTY_FORCE);
	VPage *page = vlist_add_page(list);
	page->kind = part->page_kind ? part->page_kind : "page";
	page->start = part->start;
	page->bare = part->bare;
	page->prose = prose;
	page->columns = part->columns;
	vlist_add(list, (VItem){.kind = V_FOOT, .as.foot = part->foot});
	vlist_add(list, (VItem){.kind = V_TAB, .as.tab = part->tab});
	vlist_add_anchor(list, part->anchor);
}

static void report_overfull(Setter *setter, const GArray *spans, const VList *list) {
	for (guint i = 0; i < spans->len; i++) {
		const PageSpan *span = &g_array_index(spans, PageSpan, i);
		if (!span->overfull) {
			continue;
		}
		const char *kind = "page";
		for (int at = span->to - 1; at >= 0; at--) {
			if (vlist_at(list, at)->kind == V_PAGE) {
				kind = vlist_at(list, at)->as.page->kind;
				break;
			}
		}
		diag_error(setter->diags, "page-overflow", setter->composition->root->source,
			"shorten the longest text on it, or choose a larger page or smaller type",
			"page %u (%s) has something on it that is higher than the page", i + 1,
			kind);
	}
}

int assemble_digits(int number) {
	enum { DIGITS_LEAST = 2 };
	int digits = 1;
	while (number >= 10) {
		number /= 10;
		digits++;
	}
	return MAX(digits, DIGITS_LEAST);
}

gboolean assemble_pages(Setter *setter, const VList *list, Document *document) {
	PageBreakSpec spec = assemble_spec(setter);
	GArray *spans = pagebreak(list, &spec);
	document->page_count = (int)spans->len;
	gboolean enough = assemble_digits((int)spans->len) <= setter->digits;
	if (enough) {
		report_overfull(setter, spans, list);
		PagesInput pages = {.setter = setter, .list = list, .spans = spans};
		document->pages = pages_emit(&pages);
	}
	document->tags = tag_builder_end(setter->tags);
	g_array_free(spans, TRUE);
	return enough;
}

/* out_draw: a long document, drawn for finish/ to put together. Cairo paints the base, all other
 * pages are said directly, by several threads, each taking the next few. What a page says depends
 * on the page alone. */
#include "base/deflate.h"
#include "out/out.h"
#include "out/pdf_codes.h"
#include "out/pdf_content.h"

enum { LONG = 12, PAGES_AT_ONCE = 4 };

gboolean out_is_long(const Document *document, const PdfOptions *options) {
	return document->page_count >= LONG && options->bleed == 0;
}

/* --- the base ----------------------------------------------------------------------------- */

/* The prelude, then the pages that cannot be said. */
static gboolean draw_base(const Document *document, const PdfOptions *options, PdfCodes *codes,
	Drawn *drawn, GError **error) {
	g_autoptr(Arena) arena = arena_new();
	Page *pages = arena_array_of(arena, Page, document->page_count + 1);
	int count = 1;
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (int i = 0; i < document->page_count; i++) {
		const Page *page = page_open(&document->pages[i], document->fonts, &room);
		if (pdf_content_can(page)) {
			pdf_codes_add(codes, page);
		} else {
			drawn->pages[i].in_base = count;
			pages[count++] = document->pages[i];
		}
	}
	pages[0] = *pdf_codes_prelude(codes, arena, &document->pages[0]);
	Document base = *document;
	base.pages = pages;
	base.page_count = count;
	base.outline_count = 0;
	const PdfOptions plain = {.white_edge = options->white_edge, .marks = options->marks};
	SafeFile *memory = safe_memory_new();
	if (!out_pdf(&base, &plain, memory, error)) {
		safe_file_abort(memory);
		return FALSE;
	}
	drawn->base = safe_memory_end(memory);
	return pdf_codes_read(codes, drawn->base);
}

/* --- the other pages ---------------------------------------------------------------------- */

typedef struct Work {
	const Document *document;
	const PdfCodes *codes;
	const PdfOptions *options;
	Drawn *drawn;
	int next; /* page; atomic */
} Work;

static void deflate(Deflater *deflater, const GString *from, DrawnPage *to) {
	const guint8 *made = deflater_run(deflater, from->str, from->len, &to->length);
	to->content = g_memdup2(made, to->length);
}

static gpointer draw_pages(gpointer data) {
	Work *work = data;
	g_autoptr(PdfContent) content = pdf_content_new(work->document, work->codes, work->options);
	g_autoptr(Deflater) deflater = deflater_new();
	const Document *document = work->document;
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (;;) {
		int from = g_atomic_int_add(&work->next, PAGES_AT_ONCE);
		int to = MIN(from + PAGES_AT_ONCE, document->page_count);
		for (int i = from; i < to; i++) {
			DrawnPage *page = &work->drawn->pages[i];
			if (page->in_base == 0) {
				const Page *opened =
					page_open(&document->pages[i], document->fonts, &room);
				deflate(deflater, pdf_content_page(content, opened), page);
			}
		}
		progress_done(work->options->progress, MAX(to - from, 0));
		if (to >= document->page_count) {
			return NULL;
		}
	}
}

static void draw_all(Work *work, int threads) {
	int more = MAX(threads, 1) - 1;
	g_autofree GThread **helpers = g_new0(GThread *, (gsize)more + 1);
	for (int i = 0; i < more; i++) {
		helpers[i] = g_thread_new("draw", draw_pages, work);
	}
	draw_pages(work);
	for (int i = 0; i < more; i++) {
		g_thread_join(helpers[i]);
	}
}

Drawn *out_draw(const Document *document, const PdfOptions *options, GError **error) {
	g_autoptr(Drawn) drawn = drawn_new(document->page_count);
	g_autoptr(PdfCodes) codes = pdf_codes_new(document);
	if (!draw_base(document, options, codes, drawn, error)) {
		return NULL;
	}
	Work work = {.document = document, .codes = codes, .options = options, .drawn = drawn};
	draw_all(&work, options->threads);
	return g_steal_pointer(&drawn);
}

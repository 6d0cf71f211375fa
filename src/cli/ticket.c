/* ticket: the text that goes with the files for a print shop: one fact a line, in the words of the
 * trade. */
#include <string.h>

#include "asset/asset.h"
#include "base/version.h"
#include "cli/press.h"
#include "page/press.h"

static gboolean is_grey(Colour colour) {
	return (colour >> 16 & 255) == (colour >> 8 & 255) && (colour >> 8 & 255) == (colour & 255);
}

static gboolean has_colour(const Document *document, int role) {
	return role >= 0 && !is_grey(document->palette[role]);
}

static gboolean text_has_colour(const Document *document, const PageItem *item) {
	if (item->as.text.colour >= 0) {
		return has_colour(document, item->as.text.colour);
	}
	const Line *line = item->as.text.line;
	for (int i = 0; i < line->run_count; i++) {
		if (has_colour(document, line->runs[i].colour)) {
			return TRUE;
		}
	}
	return FALSE;
}

/* Of drawings and pages of other PDFs nobody knows. */
static gboolean image_has_colour(const Document *document, const PageItem *item) {
	const Asset *asset = document->assets[item->as.image.asset].asset;
	int components = 0;
	asset_jpeg(asset, &components);
	return !item->as.image.grey && components != 1;
}

static gboolean item_has_colour(const Document *document, const PageItem *item) {
	switch (item->kind) {
	case PAGE_TEXT:
		return text_has_colour(document, item);
	case PAGE_FILL:
		return has_colour(document, item->as.fill.colour);
	case PAGE_RULE:
	case PAGE_DOTS:
		return has_colour(document, item->as.rule.colour);
	case PAGE_PATH:
		return has_colour(document, item->as.path.fill) ||
			has_colour(document, item->as.path.stroke);
	case PAGE_IMAGE:
		return image_has_colour(document, item);
	default:
		return FALSE;
	}
}

static gboolean page_has_colour(const Document *document, int index) {
	if (index < 0) {
		return FALSE;
	}
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *page = page_open(&document->pages[index], document->fonts, &room);
	for (int i = 0; i < page->item_count; i++) {
		if (item_has_colour(document, &page->items[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

/* "1-3, 8" of the pages, counted in the file from 1, that have colour or not; how many there are.
 */
static int list_pages(
	const Document *document, const int *pages, int count, gboolean colour, GString *list) {
	int found = 0;
	for (int i = 0; i < count;) {
		int end = i;
		while (end < count && page_has_colour(document, pages[end]) == colour) {
			end++;
		}
		if (end > i) {
			g_string_append_printf(list, end - i > 1 ? "%s%d-%d" : "%s%d",
				found ? ", " : "", i + 1, end);
			found += end - i;
		}
		i = MAX(end, i + 1);
	}
	return found;
}

static void add_pages(GString *text, const Document *document, const int *pages, int count) {
	static const char *const names[] = {"Black pages", "Colour pages"};
	for (int colour = TRUE; colour >= FALSE; colour--) {
		g_autoptr(GString) list = g_string_new(NULL);
		int found = list_pages(document, pages, count, colour, list);
		g_string_append_printf(text, "%s: %d%s%s%s\n", names[colour], found,
			found ? " (" : "", list->str, found ? ")" : "");
	}
}

static gint compare_words(gconstpointer one, gconstpointer other) {
	return strcmp(*(const char *const *)one, *(const char *const *)other);
}

static void see_fonts(GHashTable *seen, const FontTable *fonts, const Line *line) {
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count; w++) {
			const FontFace *face = &fonts->faces[line->runs[r].words[w].word->face];
			g_hash_table_add(seen,
				g_strdup_printf("%s %d%s", face->family, face->weight,
					face->italic ? " italic" : ""));
		}
	}
}

/* "Inter 400, Inter 600, …": what the pages are set in. */
static void add_fonts(GString *text, const Document *document) {
	GHashTable *seen = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (int p = 0; p < document->page_count; p++) {
		const Page *page = page_open(&document->pages[p], document->fonts, &room);
		for (int i = 0; i < page->item_count; i++) {
			if (page->items[i].kind == PAGE_TEXT) {
				see_fonts(seen, document->fonts, page->items[i].as.text.line);
			}
		}
	}
	guint count;
	g_autofree gpointer *names = g_hash_table_get_keys_as_array(seen, &count);
	qsort(names, count, sizeof *names, compare_words);
	g_string_append(text, "Fonts, embedded as subsets: ");
	for (guint i = 0; i < count; i++) {
		g_string_append_printf(text, "%s%s", i ? ", " : "", (const char *)names[i]);
	}
	g_string_append_c(text, '\n');
	g_hash_table_destroy(seen);
}

static void add_size(GString *text, const char *name, double width, double height) {
	g_string_append_printf(text, "%s: %.1f x %.1f mm\n", name, width, height);
}

static void add_cover(GString *text, const Job *job, const Document *document) {
	const Page *page = &document->pages[0];
	double spine = len_to_mm(press_spine(job));
	const PressPrint *press = &job->session->event->print.press;
	int last = document->page_count - 1;
	const int pages[] = {0, 1, last - 1, last};
	g_string_append(text, "\nFile: booklet-press-cover.pdf (outside, inside)\n");
	add_size(text, "Trim, open", 2 * len_to_mm(page->width) + spine, len_to_mm(page->height));
	g_string_append_printf(
		text, "Spine: %.2f mm (board %.2f mm)\n", spine, press->cover_thickness);
	add_pages(text, document, pages, G_N_ELEMENTS(pages));
}

char *press_ticket(const Job *job, const PressFacts *facts) {
	const Document *document = press_document(job);
	const PressPrint *press = &job->session->event->print.press;
	const Page *page = &document->pages[0];
	int count;
	g_autofree int *inside = press_inside(job, &count);
	gboolean cover = press_has_cover(job);
	GString *text = g_string_new(NULL);
	g_string_append_printf(text, "Title: %s\n", document->info.title);
	g_string_append_printf(text, "Made by: bifolio %s\n", BIFOLIO_VERSION);
	g_string_append_printf(text, "Binding: %s, %s\n",
		cover ? "perfect, cover apart" : "saddle stitch",
		document->rtl ? "on the right" : "on the left");
	g_string_append(text, "\nFile: booklet-press.pdf (single pages)\n");
	add_size(text, "Trim", len_to_mm(page->width), len_to_mm(page->height));
	g_string_append_printf(text, "Bleed: %g mm on all sides\n", press->bleed);
	g_string_append_printf(text, "Pages: %d\n", count);
	g_string_append_printf(text, "Paper: %g mm a leaf\n", press->paper_thickness);
	add_pages(text, document, inside, count);
	if (cover) {
		add_cover(text, job, document);
	}
	g_string_append_c(text, '\n');
	if (facts->profile) {
		g_string_append_printf(text, "Colour: PDF/X-4, output intent %s\n", facts->profile);
		g_string_append_printf(text,
			"Ink limit: 300 %%; most used, black over a colour: %.0f %%\n", facts->ink);
	} else {
		g_string_append(text, "Colour: sRGB, black text and greys as black ink alone\n");
		g_string_append(text, "Ink limit: left to the conversion from sRGB\n");
	}
	add_fonts(text, document);
	return g_string_free(text, FALSE);
}

/* press: see the header. What stands on a page is judged by its words: their boxes are those of
 * their type, 0.72 of the size above the baseline and 0.21 below. */
#include "cli/press.h"

#include <math.h>
#include <stdio.h>

#include "finish/inks.h"
#include "layout/spine.h"
#include "page/press.h"

enum {
	SAFE_MM = 5,
	SPINE_SAFE_MM = 10,
	STAPLED_MOST = 64, /* pages; more do not lie flat */
	GLUED_LEAST = 32 /* pages of the inside; fewer have no spine to speak of */
};

/* --- profile ------------------------------------------------------------------------------ */

gboolean press_open_profile(Session *session) {
	const char *path = session->options->icc;
	g_autofree char *data = NULL;
	gsize size;
	g_autoptr(GError) error = NULL;
	if (!path) {
		return TRUE;
	}
	if (!g_file_get_contents(path, &data, &size, &error)) {
		fprintf(stderr, "bifolio: --icc %s: %s\n", path, error->message);
		return FALSE;
	}
	session->profile = g_bytes_new_take(g_steal_pointer(&data), size);
	g_autoptr(Inks) inks = inks_new(session->profile, &error);
	if (!inks) {
		fprintf(stderr, "bifolio: --icc %s: %s\n", path, error->message);
	}
	return inks != NULL;
}

/* --- pages -------------------------------------------------------------------------------- */

static const PressPrint *press_of(const Job *job) {
	return &job->session->event->print.press;
}

gboolean press_has_cover(const Job *job) {
	return press_of(job)->perfect && job->document->page_count >= 2 * PRESS_COVER_PAGES;
}

int *press_inside(const Job *job, int *count) {
	int apart = press_has_cover(job) ? PRESS_COVER_PAGES / 2 : 0;
	int pages = job->document->page_count - 2 * apart, multiple = press_of(job)->multiple;
	int blank = (multiple - pages % multiple) % multiple;
	int *order = g_new(int, pages + blank + 1);
	int made = 0;
	for (int i = 0; i < pages; i++) {
		for (int b = 0; i == pages - 1 && b < blank; b++) {
			order[made++] = -1;
		}
		order[made++] = apart + i;
	}
	*count = made;
	return order;
}

Len press_spine(const Job *job) {
	int count;
	g_free(press_inside(job, &count));
	const PressPrint *press = press_of(job);
	return len_from_mm(count * press->paper_thickness / 2 + 2 * press->cover_thickness);
}

const Page *press_spine_title(const Job *job) {
	const Session *session = job->session;
	SpineTitle wanted = press_of(job)->spine;
	enum { UPWARDS = 2 };
	const SpineInput input = {.composition = job->composition,
		.theme = session->theme,
		.text = job->text,
		.width = press_spine(job),
		.height = job->document->pages[0].height,
		.up = wanted == SPINE_BY_LANGUAGE ? session->lang->spine == UPWARDS
						  : wanted == SPINE_UP};
	return wanted == SPINE_BARE ? NULL : layout_spine(job->arena, &input);
}

/* Luminance as the eye has it; grey stays as dark as it was. */
static Colour neutral(Colour colour) {
	double level = 0.2126 * (colour >> 16 & 255) + 0.7152 * (colour >> 8 & 255) +
		0.0722 * (colour & 255);
	unsigned grey = (unsigned)(level + 0.5);
	return grey << 16 | grey << 8 | grey;
}

const Document *press_document(const Job *job) {
	Document *document = arena_memdup(job->arena, job->document, sizeof *job->document);
	Colour *palette = arena_memdup(
		job->arena, document->palette, sizeof(Colour) * (size_t)document->colour_count);
	palette[COLOUR_INK] = 0x000000;
	palette[COLOUR_GREY] = neutral(palette[COLOUR_GREY]);
	for (int i = 0; i < document->colour_count; i++) {
		if (palette[i] == PRESS_MARK_COLOUR) {
			palette[i] = 0x000000;
		}
	}
	document->palette = palette;
	return document;
}

/* --- what stands too near ------------------------------------------------------------------ */

typedef struct Near {
	double trim, spine; /* least distances, mm */
	const char *trim_word, *spine_word; /* of the arena */
} Near;

static void look_at_box(
	Near *near, const Page *page, gboolean spine_left, const double box[4], const char *word) {
	double left = box[0], right = len_to_pt(page->width) - box[2];
	double spine = spine_left ? left : right, outer = spine_left ? right : left;
	double trim = MIN(outer, MIN(box[1], len_to_pt(page->height) - box[3])) * 25.4 / 72;
	spine = spine * 25.4 / 72;
	if (trim < near->trim) {
		near->trim = trim;
		near->trim_word = word;
	}
	if (spine < near->spine) {
		near->spine = spine;
		near->spine_word = word;
	}
}

/* The upright box around a word that may be turned. */
static void word_box(
	const PageItem *item, const LineRun *run, const PlacedWord *placed, double box[4]) {
	double turn = item->as.text.turn, x = len_to_pt(item->as.text.at.x);
	double y = len_to_pt(item->as.text.at.y), size = len_to_pt(run->size);
	double from = len_to_pt(placed->x), to = from + len_to_pt(word_width(run, placed->word));
	const double corners[4][2] = {
		{from, -0.72 * size}, {to, -0.72 * size}, {from, 0.21 * size}, {to, 0.21 * size}};
	box[0] = box[1] = HUGE_VAL;
	box[2] = box[3] = -HUGE_VAL;
	for (int i = 0; i < 4; i++) {
		double cx = x + corners[i][0] * cos(turn) - corners[i][1] * sin(turn);
		double cy = y + corners[i][0] * sin(turn) + corners[i][1] * cos(turn);
		box[0] = MIN(box[0], cx);
		box[1] = MIN(box[1], cy);
		box[2] = MAX(box[2], cx);
		box[3] = MAX(box[3], cy);
	}
}

static void look_at_text(
	const Job *job, Near *near, const Page *page, gboolean spine_left, const PageItem *item) {
	const Line *line = item->as.text.line;
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		for (int w = 0; w < run->word_count; w++) {
			const ShapedWord *word = run->words[w].word;
			double box[4];
			if (word->byte_count > 0 && word->text[0] != ' ') {
				word_box(item, run, &run->words[w], box);
				look_at_box(near, page, spine_left, box,
					arena_strndup(
						job->arena, word->text, (size_t)word->byte_count));
			}
		}
	}
}

/* Tabs stand at the edge, and at right angles to all else; nothing is lost where they are cut. */
static gboolean is_tab(const PageItem *item) {
	return fabs(fabs(item->as.text.turn) - G_PI_2) < 1e-6;
}

static void check_page(const Job *job, int index) {
	g_auto(PageRoom) room;
	page_room_init(&room);
	const Page *page = page_open(&job->document->pages[index], job->document->fonts, &room);
	/* A left page has its spine on the right. */
	gboolean spine_left = page->verso == job->document->rtl;
	Near near = {.trim = SAFE_MM - 0.01, .spine = SPINE_SAFE_MM - 0.01};
	for (int i = 0; i < page->item_count; i++) {
		if (page->items[i].kind == PAGE_TEXT && !is_tab(&page->items[i])) {
			look_at_text(job, &near, page, spine_left, &page->items[i]);
		}
	}
	Diags *diags = job->session->diags;
	if (near.trim_word) {
		diag_warning(diags, "near-trim", SPAN_NONE,
			"choose a larger page, or shorter words",
			"page %s for the press: \"%s\" stands %.1f mm from where it is cut, and %d "
			"is the "
			"least",
			page->label, near.trim_word, near.trim, SAFE_MM);
	}
	if (near.spine_word) {
		diag_warning(diags, "near-spine", SPAN_NONE, "choose a larger page",
			"page %s for the press: \"%s\" stands %.1f mm from the spine, and %d is "
			"the least",
			page->label, near.spine_word, near.spine, SPINE_SAFE_MM);
	}
}

void press_check(const Job *job) {
	Diags *diags = job->session->diags;
	int pages = job->document->page_count;
	for (int i = 0; i < pages; i++) {
		check_page(job, i);
	}
	if (!press_of(job)->perfect && pages > STAPLED_MOST) {
		diag_warning(diags, "thick-for-staples", SPAN_NONE,
			"`press: {binding: perfect}` glues it",
			"%d pages for the press: more than %d hardly lie flat when they are "
			"stapled",
			pages, STAPLED_MOST);
	}
	if (press_of(job)->perfect && pages - PRESS_COVER_PAGES < GLUED_LEAST) {
		diag_warning(diags, "thin-for-glue", SPAN_NONE,
			"`press: {binding: saddle}` staples it",
			"%d pages for the press: with fewer than %d within the cover there is "
			"hardly a "
			"spine to glue",
			pages, GLUED_LEAST);
	}
}

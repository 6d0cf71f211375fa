/* page_dump: a document's pages as text, for golden tests and for looking: one item a line,
 * lengths in pt with two decimals by integer arithmetic, so that every machine prints the same.
 *
 *   text X Y #TAG [turn DEG] [hyphen] [rtl] [space R] {FAMILY WEIGHT[i] SIZE cN …} X+WIDTH "WORD" …
 *
 * #TAG is "#-" for artifacts; X of words is that on the page (before turning). */
#include "page/page.h"

#include <string.h>

#include "page/dump.h"

void dump_len(GString *out, Len length) {
	gint64 scaled = (gint64)(length < 0 ? -(gint64)length : length) * 100 + 512;
	gint64 hundredths = scaled / 1024;
	g_string_append_printf(out, "%s%" G_GINT64_FORMAT ".%02d",
		length < 0 && hundredths > 0 ? "-" : "", hundredths / 100, (int)(hundredths % 100));
}

void dump_quoted(GString *out, const char *text, int length) {
	g_string_append_c(out, '"');
	for (int i = 0; i < length; i++) {
		unsigned char byte = (unsigned char)text[i];
		if (byte == '"' || byte == '\\') {
			g_string_append_c(out, '\\');
			g_string_append_c(out, text[i]);
		} else if (byte < 0x20 || byte == 0x7f) {
			g_string_append_printf(out, "\\x%02x", byte);
		} else {
			g_string_append_c(out, text[i]);
		}
	}
	g_string_append_c(out, '"');
}

static void dump_string(GString *out, const char *name, const char *text) {
	if (text) {
		g_string_append_printf(out, " %s ", name);
		dump_quoted(out, text, (int)strlen(text));
	}
}

static void dump_lens(GString *out, const Len *lengths, int count) {
	for (int i = 0; i < count; i++) {
		g_string_append_c(out, ' ');
		dump_len(out, lengths[i]);
	}
}

static void dump_rect(GString *out, Rect area) {
	dump_lens(out, (Len[]){area.x, area.y, area.width, area.height}, 4);
}

static void dump_colour(GString *out, int colour) {
	if (colour < 0) {
		g_string_append(out, " c-");
	} else {
		g_string_append_printf(out, " c%d", colour);
	}
}

static void dump_decimal(GString *out, const char *name, double value) {
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_ascii_formatd(number, sizeof number, "%.3f", value);
	g_string_append_printf(out, " %s %s", name, number);
}

static void dump_run(GString *out, const FontTable *fonts, const LineRun *run, int face) {
	const FontFace *font = &fonts->faces[face];
	g_string_append_printf(
		out, " {%s %d%s ", font->family, font->weight, font->italic ? "i" : "");
	dump_len(out, run->size);
	dump_colour(out, run->colour);
	if (run->rise) {
		g_string_append(out, " rise ");
		dump_len(out, run->rise);
	}
	if (run->tracking) {
		g_string_append(out, " track ");
		dump_len(out, run->tracking);
	}
	if (run->stretch) {
		g_string_append_printf(out, " stretch %d", run->stretch);
	}
	dump_string(out, "href", run->href);
	dump_string(out, "target", run->target);
	dump_string(out, "lang", run->language);
	g_string_append_c(out, '}');
}

static void dump_line(GString *out, const FontTable *fonts, const Line *line, Len x) {
	for (int r = 0; r < line->run_count; r++) {
		const LineRun *run = &line->runs[r];
		int face = -1;
		for (int w = 0; w < run->word_count; w++) {
			const PlacedWord *placed = &run->words[w];
			if (placed->word->face != face) {
				face = placed->word->face;
				dump_run(out, fonts, run, face);
			}
			g_string_append_c(out, ' ');
			dump_len(out, x + placed->x);
			g_string_append_c(out, '+');
			dump_len(out, word_width(run, placed->word));
			g_string_append_c(out, ' ');
			dump_quoted(out, placed->word->text, placed->word->byte_count);
		}
	}
}

static void dump_text(GString *out, const Document *document, const PageItem *item) {
	const Line *line = item->as.text.line;
	if (item->as.text.turn < 0 || item->as.text.turn > 0) {
		dump_decimal(out, "turn", item->as.text.turn * 180 / G_PI);
	}
	if (item->as.text.colour >= 0) {
		dump_colour(out, item->as.text.colour);
	}
	g_string_append(out, line->hyphenated ? " hyphen" : "");
	g_string_append(out, line->rtl ? " rtl" : "");
	if (line->space_ratio != 1000 && line->space_ratio != 0) {
		dump_decimal(out, "space", line->space_ratio / 1000.0);
	}
	dump_line(out, document->fonts, line, item->as.text.at.x);
}

static void dump_path(GString *out, const PageItem *item) {
	static const char letters[] = "MLCZ";
	static const int counts[] = {1, 1, 3, 0};
	const PagePath *path = item->as.path.path;
	const Point *point = path->points;
	dump_colour(out, item->as.path.fill);
	dump_colour(out, item->as.path.stroke);
	dump_lens(out, &item->as.path.thickness, 1);
	g_string_append(out, " at");
	dump_lens(out, (Len[]){item->as.path.at.x, item->as.path.at.y}, 2);
	g_string_append(out, item->as.path.clip_to_page ? " clip" : "");
	for (int i = 0; i < path->op_count; i++) {
		PathOp op = (PathOp)path->ops[i];
		g_string_append_printf(out, " %c", letters[op]);
		for (int k = 0; k < counts[op]; k++, point++) {
			dump_lens(out, (Len[]){point->x, point->y}, 2);
		}
	}
}

static void dump_image(GString *out, const Document *document, const PageItem *item) {
	g_string_append_c(out, ' ');
	const char *name = document->assets[item->as.image.asset].name;
	dump_quoted(out, name, (int)strlen(name));
	dump_rect(out, item->as.image.area);
	Rect crop = item->as.image.crop;
	if (crop.width > 0) {
		g_string_append(out, " crop");
		dump_rect(out, crop);
	}
	g_string_append(out, item->as.image.grey ? " grey" : "");
	dump_string(out, "alt", item->as.image.alternate);
}

static void dump_rule(GString *out, const PageItem *item) {
	Point from = item->as.rule.from, to = item->as.rule.to;
	dump_lens(out, (Len[]){from.x, from.y, to.x, to.y, item->as.rule.thickness}, 5);
	dump_colour(out, item->as.rule.colour);
	if (item->kind == PAGE_DOTS) {
		g_string_append(out, " gap");
		dump_lens(out, &item->as.rule.gap, 1);
	}
}

static void dump_item(GString *out, const Document *document, const PageItem *item) {
	static const char *const names[] = {
		"text", "fill", "rule", "dots", "path", "image", "link", "cell"};
	g_string_append_printf(out, "  %s", names[item->kind]);
	if (item->kind == PAGE_TEXT) {
		dump_lens(out, (Len[]){item->as.text.at.x, item->as.text.at.y}, 2);
	}
	if (item->tag == TAG_ARTIFACT) {
		g_string_append(out, " #-");
	} else {
		g_string_append_printf(out, " #%d", item->tag);
	}
	switch (item->kind) {
	case PAGE_TEXT:
		dump_text(out, document, item);
		break;
	case PAGE_FILL:
		dump_rect(out, item->as.fill.area);
		dump_colour(out, item->as.fill.colour);
		g_string_append(out, item->as.fill.bleeds ? " bleeds" : "");
		break;
	case PAGE_RULE:
	case PAGE_DOTS:
		dump_rule(out, item);
		break;
	case PAGE_PATH:
		dump_path(out, item);
		break;
	case PAGE_IMAGE:
		dump_image(out, document, item);
		break;
	case PAGE_LINK:
		dump_rect(out, item->as.link.area);
		dump_string(out, "href", item->as.link.href);
		dump_string(out, "target", item->as.link.target);
		dump_string(out, "says", item->as.link.contents);
		break;
	case PAGE_CELL:
		dump_rect(out, item->as.cell.area);
		dump_string(out, "of", item->as.cell.name);
		g_string_append_printf(out, " %s", item->as.cell.step);
		break;
	}
	g_string_append_c(out, '\n');
}

static void dump_page(GString *out, const Document *document, int index, PageRoom *room) {
	const Page *page = page_open(&document->pages[index], document->fonts, room);
	g_string_append_printf(out, "page %d", index + 1);
	dump_string(out, "label", page->label);
	g_string_append_printf(out, " %s", page->kind ? page->kind : "-");
	dump_lens(out, (Len[]){page->width, page->height}, 2);
	g_string_append(out, page->verso ? " verso safe" : " recto safe");
	dump_rect(out, page->safe);
	g_string_append_c(out, '\n');
	for (int i = 0; i < page->anchor_count; i++) {
		g_string_append(out, "  anchor");
		dump_lens(out, &page->anchors[i].y, 1);
		g_string_append_printf(out, " %s", page->anchors[i].name);
		if (page->anchors[i].x > 0) {
			g_string_append(out, " x");
			dump_lens(out, &page->anchors[i].x, 1);
		}
		g_string_append_c(out, '\n');
	}
	for (int i = 0; i < page->item_count; i++) {
		dump_item(out, document, &page->items[i]);
	}
}

char *document_dump(const Document *document) {
	GString *out = g_string_new(NULL);
	const DocInfo *info = &document->info;
	g_string_append_printf(out, "document %s %d pages%s\n", document->name,
		document->page_count, document->rtl ? " rtl" : "");
	const char *const facts[][2] = {{"title", info->title}, {"author", info->author},
		{"subject", info->subject}, {"keywords", info->keywords},
		{"language", info->language}, {"date", info->date}};
	for (gsize i = 0; i < G_N_ELEMENTS(facts); i++) {
		if (facts[i][1]) {
			dump_string(out, facts[i][0], facts[i][1]);
			g_string_append_c(out, '\n');
		}
	}
	for (int i = 0; i < document->colour_count; i++) {
		g_string_append_printf(
			out, "%s #%06X", i == 0 ? " palette" : "", document->palette[i]);
	}
	g_string_append(out, document->colour_count > 0 ? "\n" : "");
	for (int i = 0; i < document->outline_count; i++) {
		const OutlineEntry *entry = &document->outline[i];
		g_string_append_printf(out, " outline %d", entry->level);
		dump_string(out, "target", entry->target);
		dump_string(out, "title", entry->title);
		g_string_append_c(out, '\n');
	}
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (int i = 0; i < document->page_count; i++) {
		dump_page(out, document, i, &room);
	}
	return g_string_free(out, FALSE);
}

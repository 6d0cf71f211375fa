/* dump_print: `print:` of --dump=model, defaults filled in. */
#include "model/dump.h"
#include "model/fields.h"

static void dump_paper(Dump *dump, const char *name, const PaperSize *size) {
	dump_line(dump, name, "%s %.1fx%.1fmm", size->name, len_to_mm(size->width),
		len_to_mm(size->height));
}

static void dump_part(Dump *dump, const Part *part) {
	gboolean insert = part->kind == PART_INSERT;
	dump_line(dump, "part", "%s", insert ? "insert" : part_names[part->kind]);
	dump->depth++;
	dump_text(dump, "title", &part->title);
	if (part->pages > 0) {
		dump_line(dump, "pages", "%d", part->pages);
	}
	if (insert) {
		dump_text(dump, "file", &part->file);
		dump_line(dump, "page", "%d", part->page);
		dump_text(dump, "alt", &part->alternate);
		dump_line(dump, "frame", "%s",
			part->frame == INSERT_AUTO ? "auto" : insert_frame_names[part->frame - 1]);
	}
	dump->depth--;
}

static void dump_notice(Dump *dump, const Notice *notice) {
	dump_line(dump, "notice", "%s", notice->item ? notice->item->id : part_names[notice->part]);
	dump->depth++;
	dump_text(dump, "text", &notice->text);
	dump_text(dump, "file", &notice->file);
	if (notice->file.text) {
		dump_line(dump, "page", "%d", notice->page);
		dump_text(dump, "alt", &notice->alternate);
	}
	dump->depth--;
}

static void dump_lists(Dump *dump, const Print *print) {
	for (int i = 0; i < print->part_count; i++) {
		dump_part(dump, &print->parts[i]);
	}
	for (int i = 0; i < print->notice_count; i++) {
		dump_notice(dump, &print->notices[i]);
	}
	for (int i = 0; i < print->word_count; i++) {
		dump_line(dump, "word", "%s", print->words[i].name);
		dump->depth++;
		dump_string(dump, "is", print->words[i].text);
		dump->depth--;
	}
	for (int i = 0; i < print->font_count; i++) {
		dump_line(dump, "font", "%s", print->fonts[i].role);
		dump->depth++;
		dump_string(dump, "is", print->fonts[i].family);
		dump->depth--;
	}
	for (int i = 0; i < print->document_count; i++) {
		dump_text(dump, "document", &print->documents[i]);
	}
}

static void dump_imposed(Dump *dump, const ImposedPrint *imposed) {
	dump_line(dump, "imposed", "%g mm, %s edge", imposed->paper_thickness,
		imposed->flip_long_edge ? "long" : "short");
	if (imposed->directions) {
		dump_line(dump, "directions", "yes");
	}
	if (imposed->sheets_per_signature > 0) {
		dump_line(dump, "sheets-per-signature", "%d", imposed->sheets_per_signature);
	}
}

void dump_print(Dump *dump, const Print *print) {
	static const char *const talks[] = {"auto", "page", "flow", "dense"};
	static const char *const posters[] = {"poster-event", "poster-agenda", "poster-talk"};
	g_string_append(dump->out, "  print\n");
	dump->depth++;
	dump_text(dump, "theme", &print->theme);
	dump_text(dump, "accent", &print->accent);
	dump_line(dump, "clock", "%d", print->clock);
	dump_line(dump, "justify", "%d", print->justify);
	dump_line(dump, "smart", "%d", print->smart);
	dump_paper(dump, "booklet", &print->booklet);
	dump_line(dump, "type-size", "%g", print->type_size);
	dump_line(dump, "talks", "%s", talks[print->talks]);
	dump_line(dump, "talk-spreads", "%d", print->talk_spreads);
	for (int i = 0; i < POSTER_KIND_COUNT; i++) {
		dump_paper(dump, posters[i], &print->posters[i].size);
		dump_line(dump, "distance", "%g", print->posters[i].distance);
	}
	if (print->sheet.width > 0) {
		dump_paper(dump, "sheet", &print->sheet);
	}
	dump_paper(dump, "large", &print->books[BOOK_LARGE]);
	dump_paper(dump, "phone", &print->books[BOOK_PHONE]);
	dump_imposed(dump, &print->imposed);
	dump_line(dump, "press", "%s, bleed %g mm, multiple of %d, paper %g mm, cover %g mm",
		print->press.perfect ? "perfect" : "saddle", print->press.bleed,
		print->press.multiple, print->press.paper_thickness, print->press.cover_thickness);
	dump_lists(dump, print);
	dump->depth--;
}

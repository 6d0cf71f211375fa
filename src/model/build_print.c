/* build_print: `print:` to Print, with every default filled in. Names of themes, words and fonts
 * are left to the rooms that know them; their places go along. */
#include "model/builder.h"

#include <string.h>

static Len longer(const PaperSize *size) {
	return MAX(size->width, size->height);
}

static void turn(PaperSize *size, gboolean landscape) {
	Len large = longer(size);
	Len small = MIN(size->width, size->height);
	size->width = landscape ? large : small;
	size->height = landscape ? small : large;
}

static void take_poster(Builder *builder, PosterPrint *poster, const PosterRecord *record) {
	poster->size = record->size.size;
	poster->span = record->size.given ? record->size.span : SPAN_NONE;
	if (poster->size.width == 0) {
		paper_parse(builder->arena, "A3", &poster->size);
	}
	if (record->orientation.given) {
		turn(&poster->size, record->orientation.value == 1);
		poster->span = record->size.given ? poster->span : record->orientation.span;
	}
	poster->distance = record->distance.value;
	poster->distance_span = record->distance.given ? record->distance.span : SPAN_NONE;
}

/* FALSE when it cannot be taken (reported). */
static gboolean take_insert(Builder *builder, const Node *node, Part *part) {
	InsertRecord record = {0};
	int errors = builder_errors(builder);
	fields_read(&builder->reader, &table_insert, node, node->span, &record);
	*part = (Part){.kind = PART_INSERT,
		.title = record.title,
		.span = node->span,
		.file = record.file,
		.alternate = record.alternate,
		.page = record.page.given ? record.page.value : 1,
		.page_given = record.page.given,
		.page_span = record.page.given ? record.page.span : record.file.span,
		.frame = record.frame.given ? (InsertFrame)(record.frame.value + 1) : INSERT_AUTO};
	return builder_errors(builder) == errors && part->file.text && part->alternate.text;
}

static gboolean is_insert(const Node *node) {
	return fields_claim(&table_insert, &table_part, node) &&
		!fields_claim(&table_part, &table_insert, node);
}

/* FALSE when it cannot be taken (reported), or stands there already: seen, by kind. */
static gboolean take_part(Builder *builder, const Node *node, gboolean *seen, Part *part) {
	PartRecord record = {0};
	int errors = builder_errors(builder);
	fields_read(&builder->reader, &table_part, node, node->span, &record);
	if (builder_errors(builder) > errors || !record.part.given) {
		return FALSE;
	}
	*part = (Part){.kind = (PartKind)record.part.value,
		.title = record.title,
		.depth = (ContentsDepth)record.depth.value,
		.pages = record.pages.value,
		.span = node->span};
	if (record.pages.given && part->kind != PART_NOTES) {
		diag_warning(builder->diags, "no-effect", record.pages.span,
			"take the line out, or write it with `part: notes`",
			"`pages` says how many pages of notes there are, but this part is `%s`",
			part_names[part->kind]);
	}
	if (seen[part->kind]) {
		diag_error(builder->diags, "same-part", node->span, "take one of the two out",
			"the part `%s` stands twice", part_names[part->kind]);
		return FALSE;
	}
	seen[part->kind] = TRUE;
	return TRUE;
}

/* So much that nobody leafs through an agenda of it, and most of it in sessions. */
static gboolean is_long(const Event *event) {
	enum { LONG_PROGRAMME = 200 };
	int inner = 0, talks = 0;
	for (int i = 0; i < event->item_count; i++) {
		const Item *item = event->items[i];
		talks += item_is_talk(item);
		inner += item->session && item->session->kind == KIND_SESSION;
	}
	return event->item_count > LONG_PROGRAMME && 2 * inner > talks;
}

/* What stands in the booklet when the content chooses no parts. */
static gboolean is_default_part(const Print *print, PartKind kind) {
	if (kind == PART_GLANCE || kind == PART_SESSIONS) {
		return print->sessions_for_agenda;
	}
	return kind != PART_BIOS && kind != PART_AFFILIATIONS;
}

static void take_default_parts(Builder *builder, Print *print) {
	Part *parts = arena_array_of(builder->arena, Part, PART_KIND_COUNT);
	print->sessions_for_agenda = is_long(builder->event);
	for (int i = 0; i < PART_KIND_COUNT; i++) {
		if (is_default_part(print, (PartKind)i)) {
			parts[print->part_count++] = (Part){.kind = (PartKind)i, .span = SPAN_NONE};
		}
	}
	print->parts = parts;
}

static void take_parts(Builder *builder, Print *print, const NodeValue *value) {
	const Node *node = value->node;
	if (!node) {
		take_default_parts(builder, print);
		return;
	}
	gboolean list = node->kind == NODE_SEQUENCE;
	int count = list ? node->count : 1;
	Part *parts = arena_array_of(builder->arena, Part, count);
	gboolean seen[PART_KIND_COUNT] = {FALSE};
	for (int i = 0; i < count; i++) {
		const Node *item = list ? node->items[i] : node;
		Part *part = &parts[print->part_count];
		gboolean taken = is_insert(item) ? take_insert(builder, item, part)
						 : take_part(builder, item, seen, part);
		print->part_count += taken ? 1 : 0;
	}
	print->parts = parts;
}

/* One text of a map from names to texts; FALSE when it is none (reported). */
static gboolean read_line(Builder *builder, const Field *field, const NodePair *pair, Text *text) {
	if (pair->key->kind != NODE_SCALAR || pair->value->kind == NODE_HOLE) {
		return FALSE;
	}
	if (node_is_empty(pair->value)) {
		diag_error(builder->diags, "empty-value", pair->key->span,
			"write a text, or take the line out", "`%s` is empty", pair->key->text);
		return FALSE;
	}
	return field_read_text(&builder->reader, field, pair->value, text);
}

static void take_words(Builder *builder, Print *print, const NodeValue *value) {
	int count = value->node ? value->node->count : 0;
	WordOverride *words = arena_array_of(builder->arena, WordOverride, count);
	const Field *field = field_at(&table_print, offsetof(PrintRecord, words));
	for (int i = 0; i < count; i++) {
		const NodePair *pair = &value->node->pairs[i];
		Text text = {0};
		if (read_line(builder, field, pair, &text)) {
			words[print->word_count++] =
				(WordOverride){arena_strdup(builder->arena, pair->key->text),
					text.text, pair->key->span};
		}
	}
	print->words = words;
}

static void take_fonts(Builder *builder, Print *print, const NodeValue *value) {
	int count = value->node ? value->node->count : 0;
	FontOverride *fonts = arena_array_of(builder->arena, FontOverride, count);
	const Field *field = field_at(&table_print, offsetof(PrintRecord, fonts));
	for (int i = 0; i < count; i++) {
		const NodePair *pair = &value->node->pairs[i];
		Text text = {0};
		if (read_line(builder, field, pair, &text)) {
			fonts[print->font_count++] = (FontOverride){
				.role = arena_strdup(builder->arena, pair->key->text),
				.family = text.text,
				.role_span = pair->key->span,
				.span = text.span};
		}
	}
	print->fonts = fonts;
}

static gboolean is_american(const PaperSize *size) {
	static const char *const names[] = {
		"letter", "half-letter", "legal", "tabloid", "ledger", "executive", NULL};
	return g_strv_contains(names, size->name);
}

/* Large print on the paper of the office, where the booklet's own size tells which. */
static void take_editions(Builder *builder, Print *print, const PrintRecord *record) {
	const char *office = is_american(&print->booklet) ? "letter" : "A4";
	print->books[BOOK_USUAL] = print->booklet;
	print->books[BOOK_LARGE] = record->large.size;
	print->books[BOOK_PHONE] = record->phone.size;
	if (record->large.size.width == 0) {
		paper_parse(builder->arena, office, &print->books[BOOK_LARGE]);
	}
	if (record->phone.size.width == 0) {
		paper_parse(builder->arena, "108x192mm", &print->books[BOOK_PHONE]);
	}
}

static void take_booklet(Builder *builder, Print *print, const PrintRecord *record) {
	const BookletRecord *booklet = &record->booklet;
	print->booklet = booklet->size.size;
	print->booklet_span = booklet->size.given ? booklet->size.span : SPAN_NONE;
	if (print->booklet.width == 0) {
		paper_parse(builder->arena, "A5", &print->booklet);
	}
	print->type_size = booklet->type_size.value;
	print->talks = (TalkMode)booklet->talks.value;
	print->talk_spreads = booklet->talk_spreads.value;
	print->sheet = record->sheet.size;
	take_editions(builder, print, record);
}

static void take_press(Print *print, const PressRecord *record) {
	print->press = (PressPrint){.bleed = record->bleed.value,
		.perfect = record->binding.value == 1,
		.paper_thickness = record->paper_thickness.value,
		.cover_thickness = record->cover_thickness.value,
		.multiple = record->multiple.value,
		.spine = record->spine.given ? (SpineTitle)(record->spine.value + 1)
					     : SPINE_BY_LANGUAGE};
}

static void take_imposed(Print *print, const ImposedRecord *record) {
	print->imposed = (ImposedPrint){.sheets_per_signature = record->sheets_per_signature.value,
		.paper_thickness = record->paper_thickness.value,
		.flip_long_edge = record->flip.value == 1,
		.directions = record->directions.value};
}

/* Where biographies have a part of their own, a talk's page has but its abstract. */
static void tell_items(Builder *builder, const Print *print) {
	gboolean apart = FALSE;
	for (int i = 0; i < print->part_count; i++) {
		apart = apart || print->parts[i].kind == PART_BIOS;
	}
	for (guint i = 0; i < builder->drafts->len; i++) {
		const Draft *draft = g_ptr_array_index(builder->drafts, i);
		draft->item->bios_apart = apart;
	}
}

void build_print(Builder *builder, const FileRecord *file) {
	static const int clocks[] = {12, 24};
	Print *print = &builder->event->print;
	PrintRecord *record = arena_new_of(builder->arena, PrintRecord);
	if (file) {
		fields_read(
			&builder->reader, &table_print, file->print.node, file->print.key, record);
	} else {
		fields_default(&builder->reader, &table_print, record);
	}
	print->theme = record->theme;
	print->accent = record->accent;
	print->clock = record->clock.given ? clocks[record->clock.value] : 0;
	print->justify = !record->justify.given ? -1 : record->justify.value;
	print->smart = record->smart.value;
	print->document_count = record->documents.count;
	print->documents = record->documents.texts;
	take_booklet(builder, print, record);
	take_imposed(print, &record->imposed);
	take_press(print, &record->press);
	take_parts(builder, print, &record->parts);
	tell_items(builder, print);
	build_notices(builder, &record->notices);
	take_words(builder, print, &record->words);
	take_fonts(builder, print, &record->fonts);
	for (int i = 0; i < POSTER_KIND_COUNT; i++) {
		take_poster(builder, &print->posters[i], &record->posters.kinds[i]);
	}
}

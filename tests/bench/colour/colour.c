/* colour: sets a plain text of titles and paragraphs into one justified column, page after page, as
 * a plain printer would, for the measuring of typographic colour (colour.py):
 *
 *   colour TEXT PDF WIDTH_MM FAMILY SIZE_PT LEADING_PT
 *
 * Lines of TEXT: "# TITLE" or a paragraph. Everything but family, size and measure is what the
 * scholarly theme says. One line on standard output: what the paragraphs came to. */
#include <stdlib.h>

#include "column.h"
#include "out/out.h"

typedef struct ColumnSpec {
	const char *text; /* lines: "# TITLE" or a paragraph */
	const char *language;
	const FontTable *fonts;
	const StyleSheet *sheet;
	Len width, height; /* of the column */
	Len margin_x, margin_y;
	Len space; /* above a title */
} ColumnSpec;

/* What the paragraphs came to. */
typedef struct ColumnTally {
	int paragraphs, lines, overfull, missing, hyphens, pairs;
	int expansion_min, expansion_max; /* parts per million */
	double tracking_min, tracking_max, tracking_step; /* em; step: between neighbours */
} ColumnTally;

typedef struct Row {
	const Line *line; /* NULL: white */
	Len height;
	gboolean title, first, last; /* of its paragraph */
} Row;

typedef struct Column {
	TextContext *context;
	Arena *arena;
	const ColumnSpec *spec;
	ColumnTally *tally;
	GArray *rows; /* Row */
} Column;

static double line_tracking(const Line *line, const StyleSheet *sheet, StyleRole role) {
	for (int i = 0; i < line->run_count; i++) {
		const LineRun *run = &line->runs[i];
		if (run->word_count > 1 || line->run_count == 1) {
			double own = sheet->styles[role].tracking / 1000.0;
			return (double)run->tracking / run->size - own;
		}
	}
	return 0;
}

static gboolean ends_in_hyphen(const Line *line) {
	g_autofree char *text = g_strchomp(line_text(line));
	return line->hyphenated || g_str_has_suffix(text, "-");
}

static void tally_add(Column *column, const Par *par) {
	ColumnTally *tally = column->tally;
	double before = 0;
	gboolean hyphen_before = FALSE;
	tally->paragraphs++;
	tally->lines += par->line_count;
	tally->overfull += par->overfull;
	tally->missing += par->missing_count;
	for (int i = 0; i < par->line_count; i++) {
		const Line *line = &par->lines[i];
		double tracking = line_tracking(line, column->spec->sheet, par->role);
		gboolean hyphen = ends_in_hyphen(line);
		tally->hyphens += line->hyphenated;
		tally->pairs += hyphen && hyphen_before;
		hyphen_before = hyphen;
		tally->tracking_min = MIN(tally->tracking_min, tracking);
		tally->tracking_max = MAX(tally->tracking_max, tracking);
		if (i > 0) {
			tally->tracking_step = MAX(tally->tracking_step, ABS(tracking - before));
		}
		before = tracking;
		for (int r = 0; r < line->run_count; r++) {
			tally->expansion_min = MIN(tally->expansion_min, line->runs[r].stretch);
			tally->expansion_max = MAX(tally->expansion_max, line->runs[r].stretch);
		}
	}
}

static void add_paragraph(void *user, const ParSpec *spec) {
	Column *column = user;
	gboolean title = spec->role == STYLE_TALK_TITLE;
	const Par *par = par_set(column->context, column->arena, spec);
	if (title && column->rows->len > 0) {
		Row white = {.height = column->spec->space, .title = TRUE};
		g_array_append_val(column->rows, white);
	}
	for (int i = 0; i < par->line_count; i++) {
		Row row = {.line = &par->lines[i],
			.height = par->leading,
			.title = title,
			.first = i == 0,
			.last = i + 1 == par->line_count};
		g_array_append_val(column->rows, row);
	}
	if (!title) {
		tally_add(column, par);
	}
}

static const Row *row_at(const Column *column, int index) {
	return index >= 0 && index < (int)column->rows->len
		? &g_array_index(column->rows, Row, (guint)index)
		: NULL;
}

/* May a page end before this row? */
static gboolean may_break(const Column *column, int index) {
	const Row *before = row_at(column, index - 1), *after = row_at(column, index);
	if (!before || !after) {
		return TRUE;
	}
	gboolean orphan = before->title || (before->first && !before->last);
	gboolean widow = after->last && !after->first;
	return !orphan && !widow && !(after->title && after->line && !after->first);
}

static int page_end(const Column *column, int from) {
	Len height = 0;
	int index = from;
	while (row_at(column, index)) {
		height += row_at(column, index)->height;
		if (height > column->spec->height) {
			break;
		}
		index++;
	}
	int end = index;
	while (end > from + 1 && !may_break(column, end)) {
		end--;
	}
	return end > from + 1 ? end : MAX(index, from + 1);
}

static void make_page(const Column *column, PageBuilder *builder, int from, int to, int tag) {
	Len y = column->spec->margin_y;
	while (from < to && !row_at(column, from)->line) {
		from++; /* white at the top */
	}
	for (int i = from; i < to; i++) {
		const Row *row = row_at(column, i);
		if (row->line) {
			page_add_text(builder, tag, row->line, column->spec->margin_x,
				y + row->height * 3 / 4);
		}
		y += row->height;
	}
}

static const Colour palette[COLOUR_COUNT] = {[COLOUR_PAPER] = 0xffffff, [COLOUR_ACCENT] = 0xd6301a};

static const Document *column_set(
	TextContext *context, Arena *arena, const ColumnSpec *spec, ColumnTally *tally) {
	Column column = {.context = context, .arena = arena, .spec = spec, .tally = tally};
	column.rows = g_array_new(FALSE, TRUE, sizeof(Row));
	ParSpec base = {.sheet = spec->sheet, .measure = spec->width, .language = spec->language};
	column_each(arena, spec->text, &base, add_paragraph, &column);
	TagBuilder *tags = tag_builder_new(arena, spec->language);
	int tag = tag_leaf(tags, TAG_PARAGRAPH, 0);
	g_autoptr(GArray) pages = g_array_new(FALSE, TRUE, sizeof(Page));
	Len width = spec->width + 2 * spec->margin_x, height = spec->height + 2 * spec->margin_y;
	for (int from = 0; row_at(&column, from);) {
		int to = page_end(&column, from);
		PageBuilder *builder = page_builder_new(arena, width, height);
		make_page(&column, builder, from, to, tag);
		Page page = {.width = width,
			.height = height,
			.label = arena_printf(arena, "%u", pages->len + 1),
			.kind = "column"};
		page_builder_end(builder, &page);
		page_builder_free(builder);
		g_array_append_val(pages, page);
		from = to;
	}
	g_array_unref(column.rows);
	Document *document = arena_new_of(arena, Document);
	*document = (Document){.name = "column",
		.info = {.title = "column",
			.author = "",
			.language = spec->language,
			.producer = "bifolio",
			.date = "2027-01-01T00:00:00Z"},
		.page_count = (int)pages->len,
		.pages = arena_memdup(arena, pages->data, sizeof(Page) * pages->len),
		.fonts = spec->fonts,
		.colour_count = COLOUR_COUNT,
		.palette = palette,
		.tags = tag_builder_end(tags)};
	return document;
}

static gboolean write_pdf(const Document *document, const char *path, GError **error) {
	PdfOptions options = {0};
	SafeFile *file = safe_file_new(path, error);
	if (!file || !out_pdf(document, &options, file, error)) {
		safe_file_abort(file);
		return FALSE;
	}
	return safe_file_commit(file, "%%EOF", error);
}

static void print_tally(const ColumnTally *tally, const char *path) {
	printf("%s: %d paragraphs, %d lines, %d overfull, %d without glyph, %d hyphens, %d times "
	       "on two lines running; glyphs "
	       "%+.1f...%+.1f %%, tracking %+.4f...%+.4f em, neighbours at most %.4f em apart\n",
		path, tally->paragraphs, tally->lines, tally->overfull, tally->missing,
		tally->hyphens, tally->pairs, tally->expansion_min / 1e4,
		tally->expansion_max / 1e4, tally->tracking_min, tally->tracking_max,
		tally->tracking_step);
}

static gboolean run(Arena *arena, char **arguments, GError **error) {
	g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, error);
	g_autoptr(TextContext) context = fonts ? text_context_new(fonts, error) : NULL;
	g_autofree char *text = NULL;
	StyleSheet sheet;
	if (!context || !g_file_get_contents(arguments[0], &text, NULL, error) ||
		!column_sheet(arena, &sheet, arguments + 3)) {
		return FALSE;
	}
	ColumnSpec spec = {.text = text,
		.language = "en-US",
		.fonts = text_fonts_table(fonts),
		.sheet = &sheet,
		.width = len_from_mm(g_ascii_strtod(arguments[2], NULL)),
		.height = len_from_mm(190),
		.margin_x = len_from_mm(18),
		.margin_y = len_from_mm(15),
		.space = len_from_pt(10)};
	ColumnTally tally = {0};
	const Document *document = column_set(context, arena, &spec, &tally);
	print_tally(&tally, arguments[1]);
	return write_pdf(document, arguments[1], error);
}

int main(int argc, char **argv) {
	return column_main(argc, argv, "colour TEXT PDF WIDTH_MM FAMILY SIZE_PT LEADING_PT", run);
}

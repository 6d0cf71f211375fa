/* specimen: paragraphs in many languages and measures, to be looked at line by line:
 *
 *   specimen TEXT PDF
 *
 * TEXT explains its own form. A tint shows each paragraph's measure. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "out/out.h"
#include "text/text.h"

typedef struct Specimen {
	TextContext *context;
	Arena *arena;
	StyleSheet sheet;
	const FontTable *fonts;
	GArray *pages; /* Page */
	PageBuilder *builder;
	Len y;
	int tag;
} Specimen;

enum { PAGE_WIDTH = 160, PAGE_HEIGHT = 230, MARGIN = 20 }; /* mm */

static const struct {
	char letter;
	unsigned flags;
} tags[] = {
	{'n', INLINE_NAME},
	{'u', INLINE_URL},
	{'e', INLINE_EMPHASIS},
	{'s', INLINE_STRONG},
	{'c', INLINE_CODE},
	{'k', INLINE_NO_BREAK},
};

static unsigned tag_flags(char letter) {
	for (gsize i = 0; i < G_N_ELEMENTS(tags); i++) {
		if (tags[i].letter == letter) {
			return tags[i].flags;
		}
	}
	return 0;
}

/* "<n>name</n>" to spans; tags do not nest. */
static const Inline *parse(Arena *arena, const char *text, const char *language) {
	GString *plain = g_string_new(NULL);
	GArray *spans = g_array_new(FALSE, TRUE, sizeof(InlineSpan));
	for (const char *at = text; *at;) {
		if (at[0] == '<' && at[1] != '/' && at[1] && at[2] == '>') {
			InlineSpan span = {
				.start = (int)plain->len, .flags = tag_flags(at[1]), .role = -1};
			g_array_append_val(spans, span);
			at += 3;
		} else if (at[0] == '<' && at[1] == '/' && spans->len > 0) {
			g_array_index(spans, InlineSpan, spans->len - 1).end = (int)plain->len;
			at += 4;
		} else {
			g_string_append_c(plain, *at++);
		}
	}
	Inline *made = arena_new_of(arena, Inline);
	*made = (Inline){.text = arena_strndup(arena, plain->str, plain->len),
		.length = (int)plain->len,
		.span_count = (int)spans->len,
		.spans = arena_memdup(arena, spans->data, sizeof(InlineSpan) * spans->len),
		.language = arena_strdup(arena, language)};
	g_string_free(plain, TRUE);
	g_array_unref(spans);
	return made;
}

static Style style(FontRole font, int weight, double size, double leading) {
	return (Style){.font = font,
		.weight = weight,
		.size = len_from_pt(size),
		.leading = len_from_pt(leading)};
}

static void fill_sheet(StyleSheet *sheet) {
	*sheet = (StyleSheet){.families = {"Inter", "Inter Display", "Vollkorn", "Noto Sans Mono"},
		.space_shrink = 250,
		.space_stretch = 500,
		.tracking_shrink = 12,
		.tracking_stretch = 20,
		.glyph_shrink = 20,
		.glyph_stretch = 20,
		.hyphen_cost = 120,
		.rag_hyphen_cost = 120,
		.hang = TRUE,
		.scale = 1};
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		sheet->styles[i] = style(FONT_FACTS, 400, 8, 13);
	}
	sheet->styles[STYLE_PROSE] = style(FONT_PROSE, 400, 9.5, 13);
	sheet->styles[STYLE_PROSE].hyphenate = TRUE;
	sheet->styles[STYLE_REFERENCE] = sheet->styles[STYLE_PROSE];
	sheet->styles[STYLE_REFERENCE].align = ALIGN_JUSTIFY;
	sheet->styles[STYLE_TALK_TITLE] = style(FONT_DISPLAY, 700, 19, 19.5);
	sheet->styles[STYLE_TALK_TITLE].tracking = -18;
	sheet->styles[STYLE_TALK_TITLE].balance = TRUE;
}

static StyleRole role_named(const char *name) {
	if (strcmp(name, "title") == 0) {
		return STYLE_TALK_TITLE;
	}
	if (strcmp(name, "justified") == 0) {
		return STYLE_REFERENCE;
	}
	return strcmp(name, "sans") == 0 ? STYLE_BIO : STYLE_PROSE;
}

static void end_page(Specimen *specimen) {
	Page page = {.label = arena_printf(specimen->arena, "%u", specimen->pages->len + 1),
		.kind = "specimen"};
	page_builder_end(specimen->builder, &page);
	g_array_append_val(specimen->pages, page);
	specimen->y = len_from_mm(MARGIN);
}

static void place(Specimen *specimen, const Par *par, Len measure) {
	Len height = par->leading * par->line_count;
	if (specimen->y + height > len_from_mm(PAGE_HEIGHT - MARGIN)) {
		end_page(specimen);
	}
	Rect area = {
		.x = len_from_mm(MARGIN), .y = specimen->y, .width = measure, .height = height};
	page_add_fill(specimen->builder, area, COLOUR_TINT, FALSE);
	for (int i = 0; i < par->line_count; i++) {
		Len y = specimen->y + par->leading * i + par->leading / 2 + par->size / 4;
		page_add_text(specimen->builder, specimen->tag, &par->lines[i], area.x, y);
	}
	specimen->y += height + len_from_pt(9);
}

static void set_one(Specimen *specimen, const char *head, const char *text) {
	g_auto(GStrv) words = g_strsplit(head, " ", -1);
	if (g_strv_length(words) < 4) {
		return;
	}
	ParSpec spec = {.source = parse(specimen->arena, text, words[1]),
		.sheet = &specimen->sheet,
		.role = role_named(words[2]),
		.measure = len_from_mm(g_ascii_strtod(words[3], NULL)),
		.language = arena_strdup(specimen->arena, words[1]),
		.rtl = words[4] != NULL};
	const Par *par = par_set(specimen->context, specimen->arena, &spec);
	if (par->overfull || par->missing_count > 0) {
		printf("%s: %s%d without glyph\n", head, par->overfull ? "overfull, " : "",
			par->missing_count);
	}
	place(specimen, par, spec.measure);
}

static const Document *compose(Specimen *specimen, char **lines) {
	TagBuilder *builder = tag_builder_new(specimen->arena, "en");
	specimen->tag = tag_leaf(builder, TAG_PARAGRAPH, 0);
	specimen->pages = g_array_new(FALSE, TRUE, sizeof(Page));
	specimen->builder = page_builder_new(
		specimen->arena, len_from_mm(PAGE_WIDTH), len_from_mm(PAGE_HEIGHT));
	specimen->y = len_from_mm(MARGIN);
	for (int i = 0; lines[i] && lines[i + 1]; i++) {
		if (lines[i][0] == '@') {
			set_one(specimen, lines[i], lines[i + 1]);
		}
	}
	end_page(specimen);
	page_builder_free(specimen->builder);
	static const Colour palette[COLOUR_COUNT] = {
		[COLOUR_TINT] = 0xE6EFF7, [COLOUR_PAPER] = 0xffffff, [COLOUR_ACCENT] = 0x0A5C9E};
	Document *document = arena_new_of(specimen->arena, Document);
	*document = (Document){.name = "specimen",
		.info = {.title = "Specimen",
			.author = "",
			.language = "en",
			.producer = "bifolio",
			.date = "2027-01-01T00:00:00Z"},
		.page_count = (int)specimen->pages->len,
		.pages = arena_memdup(specimen->arena, specimen->pages->data,
			sizeof(Page) * specimen->pages->len),
		.fonts = specimen->fonts,
		.colour_count = COLOUR_COUNT,
		.palette = palette,
		.tags = tag_builder_end(builder)};
	g_array_unref(specimen->pages);
	return document;
}

static gboolean run(const char *text_path, const char *pdf_path, GError **error) {
	g_autofree char *text = NULL;
	g_autoptr(TextFonts) fonts = text_fonts_new("fonts", NULL, error);
	g_autoptr(TextContext) context = fonts ? text_context_new(fonts, error) : NULL;
	if (!context || !g_file_get_contents(text_path, &text, NULL, error)) {
		return FALSE;
	}
	g_autoptr(Arena) arena = arena_new();
	g_auto(GStrv) lines = g_strsplit(text, "\n", -1);
	Specimen specimen = {.context = context, .arena = arena, .fonts = text_fonts_table(fonts)};
	fill_sheet(&specimen.sheet);
	const Document *document = compose(&specimen, lines);
	PdfOptions options = {0};
	SafeFile *file = safe_file_new(pdf_path, error);
	if (!file || !out_pdf(document, &options, file, error)) {
		safe_file_abort(file);
		return FALSE;
	}
	return safe_file_commit(file, "%%EOF", error);
}

int main(int argc, char **argv) {
	if (argc != 3) {
		fputs("usage: specimen TEXT PDF\n", stderr);
		return 2;
	}
	g_autoptr(GError) error = NULL;
	if (!run(argv[1], argv[2], &error)) {
		fprintf(stderr, "specimen: %s\n", error->message);
		return 3;
	}
	return 0;
}

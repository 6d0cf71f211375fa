/* spine: see the header. A cover is never folded just where it should: the type keeps clear of both
 * folds. */
#include "layout/spine.h"

#define CLEAR_MM 1.0 /* of the folds */
#define ENDS_MM 12.0 /* of head and foot */
#define LEAST_PT 7.0
#define MOST_PT 14.0

/* The largest type whose capitals leave the folds clear; 0 = none that is legible. */
static Len type_size(const SpineInput *input, StyleSheet *sheet) {
	Style *style = &sheet->styles[STYLE_COVER_HOST];
	Len most = len_from_pt(MOST_PT);
	style->size = most;
	Len capitals = text_role_metrics(input->text, sheet, STYLE_COVER_HOST).cap_height;
	/* Arabic and Hebrew have marks above and below. */
	Len tall = input->composition->rtl ? capitals * 3 / 2 : capitals;
	Len room = input->width - 2 * len_from_mm(CLEAR_MM);
	if (room <= 0 || tall <= 0) {
		return 0;
	}
	Len size = MIN(most, len_scale(most, (double)room / tall));
	return size < len_from_pt(LEAST_PT) ? 0 : size;
}

/* NULL when it is too long. */
static const Par *set_title(
	Arena *arena, const SpineInput *input, const StyleSheet *sheet, const Inline *title) {
	Len room = input->height - 2 * len_from_mm(ENDS_MM);
	const ParSpec spec = {.source = title,
		.sheet = sheet,
		.role = STYLE_COVER_HOST,
		.measure = LEN_MAX / 4,
		.language = input->composition->language,
		.rtl = input->composition->rtl,
		.one_line = TRUE};
	const Par *par = par_set(input->text, arena, &spec);
	return par->line_count == 1 && par->width <= room ? par : NULL;
}

/* Words that run to the left read upwards where others read downwards. */
static Page *place(Arena *arena, const SpineInput *input, const Par *par, Len capitals) {
	gboolean up = input->up != input->composition->rtl;
	const Line *line = &par->lines[0];
	Len middle = input->width / 2, half = par->width / 2;
	PageItem item = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	item.as.text.line = line;
	item.as.text.turn = up ? -G_PI / 2 : G_PI / 2;
	item.as.text.colour = COLOUR_ON_FIELD;
	item.as.text.at = up
		? (Point){middle + capitals / 2, input->height / 2 + half + line->shift}
		: (Point){middle - capitals / 2, input->height / 2 - half - line->shift};
	PageBuilder *builder = page_builder_new(arena, input->width, input->height);
	page_add(builder, item);
	Page *page = arena_new_of(arena, Page);
	page_builder_end(builder, page);
	page_builder_free(builder);
	page->label = page->kind = "spine";
	return page;
}

const Page *layout_spine(Arena *arena, const SpineInput *input) {
	StyleSheet *sheet = arena_memdup(arena, &input->theme->sheet, sizeof input->theme->sheet);
	Len size = type_size(input, sheet);
	const Inline *titles[] = {input->composition->spine, input->composition->spine_short};
	sheet->styles[STYLE_COVER_HOST].size = size;
	for (gsize i = 0; size > 0 && i < G_N_ELEMENTS(titles); i++) {
		const Par *par = titles[i] ? set_title(arena, input, sheet, titles[i]) : NULL;
		if (par) {
			Len capitals =
				text_role_metrics(input->text, sheet, STYLE_COVER_HOST).cap_height;
			return place(arena, input, par, capitals);
		}
	}
	return NULL;
}

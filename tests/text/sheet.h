/* A style sheet made by hand for the tests of text/. */
#ifndef BIFOLIO_TESTS_TEXT_SHEET_H
#define BIFOLIO_TESTS_TEXT_SHEET_H

#include "text/text.h"

static inline Style test_style(FontRole font, double size, double leading) {
	return (Style){.font = font,
		.weight = 400,
		.size = len_from_pt(size),
		.leading = len_from_pt(leading)};
}

/* Prose ragged with hyphens; bio justified; talk title balanced; fact one size smaller. */
static inline StyleSheet test_sheet(void) {
	StyleSheet sheet = {.space_shrink = 250,
		.space_stretch = 500,
		.tracking_shrink = 8,
		.tracking_stretch = 12,
		.glyph_shrink = 15,
		.glyph_stretch = 15,
		.hyphen_cost = 120,
		.rag_hyphen_cost = 120,
		.hang = TRUE,
		.scale = 1.0};
	sheet.families[FONT_FACTS] = "Inter";
	sheet.families[FONT_DISPLAY] = "Inter Display";
	sheet.families[FONT_PROSE] = "Vollkorn";
	sheet.families[FONT_CODE] = "Noto Sans Mono";
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		sheet.styles[i] = test_style(FONT_FACTS, 8, 13);
	}
	sheet.styles[STYLE_PROSE] = test_style(FONT_PROSE, 10, 13);
	sheet.styles[STYLE_PROSE].hyphenate = TRUE;
	sheet.styles[STYLE_BIO] = sheet.styles[STYLE_PROSE];
	sheet.styles[STYLE_BIO].align = ALIGN_JUSTIFY;
	sheet.styles[STYLE_TALK_TITLE] = test_style(FONT_DISPLAY, 19, 19.5);
	sheet.styles[STYLE_TALK_TITLE].weight = 700;
	sheet.styles[STYLE_TALK_TITLE].balance = TRUE;
	sheet.styles[STYLE_FACT_STRONG].weight = 600;
	return sheet;
}

#endif

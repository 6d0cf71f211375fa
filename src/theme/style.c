/* style: the names of the roles, in the order of their enums: a new role is one line in style.h,
 * one here, and one in content/themes/signal.yaml, where its values stand. */
#include "theme/style.h"

#include <string.h>

static const char *const style_names[] = {
	[STYLE_COVER_HOST] = "cover-host",
	[STYLE_COVER_TITLE] = "cover-title",
	[STYLE_COVER_FACT] = "cover-fact",
	[STYLE_CLOCK_NAME] = "clock-name",
	[STYLE_CLOCK_HOUR] = "clock-hour",
	[STYLE_PAGE_TITLE] = "page-title",
	[STYLE_TALK_TITLE] = "talk-title",
	[STYLE_TALK_TITLE_SMALL] = "talk-title-small",
	[STYLE_TALK_TITLE_SMALLEST] = "talk-title-smallest",
	[STYLE_TALK_TITLE_MISSING] = "talk-title-missing",
	[STYLE_SPEAKER] = "speaker",
	[STYLE_AFFILIATION] = "affiliation",
	[STYLE_START_TIME] = "start-time",
	[STYLE_END_TIME] = "end-time",
	[STYLE_PROSE] = "prose",
	[STYLE_FACT] = "fact",
	[STYLE_FACT_SMALL] = "fact-small",
	[STYLE_FACT_STRONG] = "fact-strong",
	[STYLE_AGENDA_TIME] = "agenda-time",
	[STYLE_AGENDA_TITLE] = "agenda-title",
	[STYLE_AGENDA_TITLE_MISSING] = "agenda-title-missing",
	[STYLE_AGENDA_SPEAKER] = "agenda-speaker",
	[STYLE_AGENDA_AFFILIATION] = "agenda-affiliation",
	[STYLE_AGENDA_PAGE] = "agenda-page",
	[STYLE_AGENDA_BREAK] = "agenda-break",
	[STYLE_CONTENTS_GROUP] = "contents-group",
	[STYLE_CONTENTS_PAGE] = "contents-page",
	[STYLE_CONTENTS_TITLE] = "contents-title",
	[STYLE_CONTENTS_TIME] = "contents-time",
	[STYLE_DENSE_TIME] = "dense-time",
	[STYLE_DENSE_TITLE] = "dense-title",
	[STYLE_DENSE_NAME] = "dense-name",
	[STYLE_DENSE_AFFILIATION] = "dense-affiliation",
	[STYLE_DENSE_PROSE] = "dense-prose",
	[STYLE_BIO] = "bio",
	[STYLE_BIO_NAME] = "bio-name",
	[STYLE_CONTACT] = "contact",
	[STYLE_REFERENCE] = "reference",
	[STYLE_REFERENCE_NUMBER] = "reference-number",
	[STYLE_URL] = "url",
	[STYLE_CAPTION] = "caption",
	[STYLE_LABEL] = "label",
	[STYLE_DIRECTORY_NAME] = "directory-name",
	[STYLE_DIRECTORY_TEXT] = "directory-text",
	[STYLE_DIRECTORY_TIME] = "directory-time",
	[STYLE_INDEX] = "index",
	[STYLE_INDEX_PAGE] = "index-page",
	[STYLE_INDEX_PAGE_OWN] = "index-page-own",
	[STYLE_INDEX_NAME] = "index-name",
	[STYLE_INDEX_LETTER] = "index-letter",
	[STYLE_BOARD_TITLE] = "board-title",
	[STYLE_BOARD_NAMES] = "board-names",
	[STYLE_BOARD_MISSING] = "board-missing",
	[STYLE_MARK] = "mark",
	[STYLE_FOOT] = "foot",
	[STYLE_FOLIO] = "folio",
	[STYLE_NOTE] = "note",
	[STYLE_MONOGRAM] = "monogram",
	[STYLE_POSTER_TITLE] = "poster-title",
	[STYLE_POSTER_FACT] = "poster-fact",
	[STYLE_POSTER_TIME] = "poster-time",
	[STYLE_POSTER_ITEM] = "poster-item",
	[STYLE_POSTER_ITEM_MISSING] = "poster-item-missing",
	[STYLE_POSTER_SPEAKER] = "poster-speaker",
	[STYLE_POSTER_AFFILIATION] = "poster-affiliation",
	[STYLE_POSTER_TALK_TIME] = "poster-talk-time",
	[STYLE_POSTER_TALK_TITLE] = "poster-talk-title",
	[STYLE_POSTER_TALK_MISSING] = "poster-talk-missing",
	[STYLE_POSTER_TALK_SPEAKER] = "poster-talk-speaker",
	[STYLE_POSTER_PROSE] = "poster-prose",
	[STYLE_POSTER_BIO] = "poster-bio",
	[STYLE_POSTER_CAPTION] = "poster-caption",
	[STYLE_GRID_TITLE] = "grid-title",
	[STYLE_GRID_TITLE_SMALL] = "grid-title-small",
	[STYLE_GRID_NAME] = "grid-name",
	[STYLE_GRID_TIME] = "grid-time",
	[STYLE_GRID_CODE] = "grid-code",
	[STYLE_GRID_PAGE] = "grid-page",
	[STYLE_GRID_HEAD] = "grid-head",
	[STYLE_GRID_HEAD_NOTE] = "grid-head-note",
	[STYLE_GRID_HOUR] = "grid-hour",
	[STYLE_GRID_BAND] = "grid-band",
	[STYLE_GRID_BAND_NOTE] = "grid-band-note",
	[STYLE_TAB] = "tab",
	[STYLE_DRAFT] = "draft",
};

static const char *const colour_names[] = {
	[COLOUR_INK] = "ink",
	[COLOUR_ACCENT] = "accent",
	[COLOUR_TINT] = "tint",
	[COLOUR_GREY] = "grey",
	[COLOUR_PAPER] = "paper",
	[COLOUR_ACCENT_DARK] = "accent-dark",
	[COLOUR_ON_ACCENT] = "on-accent",
	[COLOUR_FIELD] = "field",
	[COLOUR_ON_FIELD] = "on-field",
	[COLOUR_WHITE] = "white",
	[COLOUR_BLACK] = "black",
	[COLOUR_BAND] = "band",
	[COLOUR_BAND_DARK] = "band-dark",
	[COLOUR_GRID_LINE] = "grid-line",
	[COLOUR_TRACK + 0] = "track-1",
	[COLOUR_TRACK + 1] = "track-2",
	[COLOUR_TRACK + 2] = "track-3",
	[COLOUR_TRACK + 3] = "track-4",
	[COLOUR_TRACK + 4] = "track-5",
	[COLOUR_TRACK + 5] = "track-6",
	[COLOUR_TRACK + 6] = "track-7",
	[COLOUR_TRACK + 7] = "track-8",
	[COLOUR_TRACK + 8] = "track-9",
	[COLOUR_TRACK + 9] = "track-10",
	[COLOUR_TRACK + 10] = "track-11",
	[COLOUR_TRACK + 11] = "track-12",
	[COLOUR_TRACK_TINT + 0] = "track-tint-1",
	[COLOUR_TRACK_TINT + 1] = "track-tint-2",
	[COLOUR_TRACK_TINT + 2] = "track-tint-3",
	[COLOUR_TRACK_TINT + 3] = "track-tint-4",
	[COLOUR_TRACK_TINT + 4] = "track-tint-5",
	[COLOUR_TRACK_TINT + 5] = "track-tint-6",
	[COLOUR_TRACK_TINT + 6] = "track-tint-7",
	[COLOUR_TRACK_TINT + 7] = "track-tint-8",
	[COLOUR_TRACK_TINT + 8] = "track-tint-9",
	[COLOUR_TRACK_TINT + 9] = "track-tint-10",
	[COLOUR_TRACK_TINT + 10] = "track-tint-11",
	[COLOUR_TRACK_TINT + 11] = "track-tint-12",
};

static const char *const font_names[] = {
	[FONT_FACTS] = "facts",
	[FONT_DISPLAY] = "display",
	[FONT_PROSE] = "prose",
	[FONT_CODE] = "code",
};

G_STATIC_ASSERT(G_N_ELEMENTS(style_names) == STYLE_ROLE_COUNT);
G_STATIC_ASSERT(G_N_ELEMENTS(colour_names) == COLOUR_COUNT);
G_STATIC_ASSERT(G_N_ELEMENTS(font_names) == FONT_ROLE_COUNT);

const char *style_role_name(StyleRole role) {
	g_assert((int)role >= 0 && role < STYLE_ROLE_COUNT && style_names[role]);
	return style_names[role];
}

const char *colour_role_name(ColourRole role) {
	g_assert((int)role >= 0 && role < COLOUR_COUNT && colour_names[role]);
	return colour_names[role];
}

const char *font_role_name(FontRole role) {
	g_assert((int)role >= 0 && role < FONT_ROLE_COUNT && font_names[role]);
	return font_names[role];
}

gboolean font_role_from_name(const char *name, FontRole *role) {
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		if (strcmp(font_names[i], name) == 0) {
			*role = (FontRole)i;
			return TRUE;
		}
	}
	return FALSE;
}

StyleSheet stylesheet_scaled(const StyleSheet *sheet, double size, double leading) {
	StyleSheet scaled = *sheet;
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		scaled.styles[i].size = len_scale(sheet->styles[i].size, size);
		scaled.styles[i].leading = len_scale(sheet->styles[i].leading, leading);
	}
	scaled.indent = len_scale(sheet->indent, leading);
	scaled.scale = sheet->scale * size;
	return scaled;
}

/* theme_editions: what a theme says of an edition for another reader, on top of what it says of
 * all. An edition is said in the sizes of its own page; where a script has changed a size or a
 * leading of the booklet, the edition's is changed by the same factor. Sections of editions that
 * are not wanted are read all the same, so that their mistakes are told. */
#include <string.h>

#include "theme/theme_reader.h"

static const char *const names[EDITION_COUNT] = {"large", "phone"};

const char *theme_edition_name(int index) {
	return names[index];
}

static StyleSheet sheet_for(ThemeReader *reader, const StyleSheet *base, int edition) {
	StyleSheet sheet = *base;
	reader->sheet = &sheet;
	for (int i = 0; i < reader->edition_count[edition]; i++) {
		theme_read_special_setting(reader, reader->editions[edition][i], "an edition");
		theme_read_special_styles(reader, reader->editions[edition][i]);
	}
	reader->sheet = &reader->theme->sheet;
	return sheet;
}

static Len in_proportion(Len edition, Len script, Len base) {
	return base > 0 ? len_scale(edition, (double)script / base) : edition;
}

/* An edition's no holds in every script, its yes where the theme said no. */
static gboolean turned(gboolean edition, gboolean script, gboolean base) {
	return edition && (script || !base);
}

/* One style of the script, with what the edition says otherwise than the theme. */
static void merge_style(Style *style, const Style *edition, const Style *base) {
	style->size = in_proportion(edition->size, style->size, base->size);
	style->leading = in_proportion(edition->leading, style->leading, base->leading);
	style->font = edition->font != base->font ? edition->font : style->font;
	style->weight = edition->weight != base->weight ? edition->weight : style->weight;
	style->italic = turned(edition->italic, style->italic, base->italic);
	style->tracking = edition->tracking != base->tracking ? edition->tracking : style->tracking;
	style->colour = edition->colour;
	style->figures = edition->figures;
	style->align = edition->align != base->align ? edition->align : style->align;
	style->hyphenate = turned(edition->hyphenate, style->hyphenate, base->hyphenate);
	style->balance = edition->balance;
}

static void merge_sheet(StyleSheet *sheet, const StyleSheet *edition, const StyleSheet *base) {
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		merge_style(&sheet->styles[i], &edition->styles[i], &base->styles[i]);
	}
	sheet->line = in_proportion(edition->line, sheet->line, base->line);
	sheet->indent = in_proportion(edition->indent, sheet->indent, base->indent);
	sheet->scale = sheet->scale * edition->line / base->line;
	sheet->upright = sheet->upright || edition->upright;
}

void theme_apply_editions(ThemeReader *reader, const StyleSheet *base, const char *edition) {
	for (int i = 0; i < EDITION_COUNT; i++) {
		StyleSheet sheet = sheet_for(reader, base, i);
		if (!edition || strcmp(names[i], edition) != 0) {
			continue;
		}
		merge_sheet(&reader->theme->sheet, &sheet, base);
		if (reader->theme->latin) {
			StyleSheet *latin = arena_memdup(
				reader->arena, reader->theme->latin, sizeof *reader->theme->latin);
			merge_sheet(latin, &sheet, base);
			reader->theme->latin = latin;
		}
	}
}

/* theme_scripts: what a theme says of one script, on top of what it says of all: families with
 * their Latin companions, the line, setting and styles. Where the line is another, all leadings
 * follow it before single styles are read. Sections of scripts that are not wanted are read all the
 * same, so that their mistakes are told. */
#include <math.h>

#include "theme/theme_reader.h"

static Len line_of(const StyleSheet *sheet) {
	return MAX(sheet->line, 1);
}

/* Leadings go with the line, sizes do not. */
static void scale_leadings(StyleSheet *sheet, Len from) {
	double factor = (double)line_of(sheet) / from;
	for (int i = 0; i < STYLE_ROLE_COUNT && factor != 1.0; i++) {
		sheet->styles[i].leading = len_scale(sheet->styles[i].leading, factor);
	}
}

/* Letters that lean belong to Latin, Greek and Cyrillic. */
static void set_upright(StyleSheet *sheet) {
	for (int i = 0; i < STYLE_ROLE_COUNT; i++) {
		sheet->styles[i].italic = FALSE;
	}
}

/* The theme's own families stay at hand for what the script borrows from Latin. */
static StyleSheet sheet_for(ThemeReader *reader, int script) {
	StyleSheet sheet = reader->theme->sheet;
	for (int i = 0; i < FONT_ROLE_COUNT; i++) {
		sheet.companions[i] = sheet.families[i];
	}
	reader->sheet = &sheet;
	for (int i = 0; i < reader->script_count[script]; i++) {
		Len before = line_of(&sheet);
		theme_read_special_setting(reader, reader->scripts[script][i], "a script");
		scale_leadings(&sheet, before);
	}
	if (sheet.upright) {
		set_upright(&sheet);
	}
	for (int i = 0; i < reader->script_count[script]; i++) {
		theme_read_special_styles(reader, reader->scripts[script][i]);
	}
	reader->sheet = &reader->theme->sheet;
	return sheet;
}

/* A text in Latin letters among others on their line: its leadings are theirs, and its sizes grow
 * by the root of what the leadings grew by. */
static const StyleSheet *latin_beside(ThemeReader *reader, const StyleSheet *sheet) {
	double factor = (double)line_of(sheet) / line_of(&reader->theme->sheet);
	StyleSheet latin = stylesheet_scaled(&reader->theme->sheet, sqrt(factor), factor);
	latin.scale = reader->theme->sheet.scale;
	latin.line = sheet->line;
	return arena_memdup(reader->arena, &latin, sizeof latin);
}

void theme_apply_scripts(ThemeReader *reader, const char *script) {
	int wanted = script_from_code(script);
	StyleSheet chosen = reader->theme->sheet;
	for (int i = 0; i < SCRIPT_COUNT; i++) {
		if (reader->script_count[i] == 0) {
			continue;
		}
		StyleSheet sheet = sheet_for(reader, i);
		if (i == wanted) {
			chosen = sheet;
			reader->theme->latin = latin_beside(reader, &sheet);
		}
	}
	reader->theme->sheet = chosen;
}

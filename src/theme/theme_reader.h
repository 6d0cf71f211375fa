/* theme_reader: what the files that read themes share: the theme being made, what has been said of
 * it so far, and the sections of a theme file. Not for other rooms. */
#ifndef BIFOLIO_THEME_THEME_READER_H
#define BIFOLIO_THEME_THEME_READER_H

#include "theme/script.h"
#include "theme/theme.h"
#include "theme/theme_keys.h"

enum { CHAIN_MAX = 8, EDITION_COUNT = 2 };

typedef struct ThemeReader {
	Arena *arena;
	const char *const *folders;
	Sources *sources;
	Diags *diags;
	Theme *theme;
	StyleSheet *sheet; /* where styles, fonts and setting are read into */
	const char *chain[CHAIN_MAX]; /* names being read, the asked one first */
	int chain_length;
	gboolean failed;
	/* Bits of the keys that some theme has said. */
	guint32 rules_said, setting_said;
	guint64 colours_said;
	guint32 styles_said[STYLE_ROLE_COUNT];
	int colour_alias[COLOUR_COUNT]; /* ColourRole whose value it has, or -1 */
	Span colour_spans[COLOUR_COUNT];
	Span root; /* of the asked theme's file */
	/* What the chain says of each script, the root's word first. */
	const Node *scripts[SCRIPT_COUNT][CHAIN_MAX];
	int script_count[SCRIPT_COUNT];
	const Node *editions[EDITION_COUNT][CHAIN_MAX]; /* likewise */
	int edition_count[EDITION_COUNT];
} ThemeReader;

/* Sets failed after a diagnostic. */
void theme_report_unknown_key(
	ThemeReader *reader, const Node *key, const char *const *known, const char *place);
/* FALSE after a diagnostic where value is no mapping; an empty one is. */
gboolean theme_is_mapping(ThemeReader *reader, const Node *value, const char *place);
/* Names of a table's keys, NULL-terminated, in names. */
enum { KEYS_MOST = 32 };
void theme_key_names(const ThemeKey *table, const char **names);

const char *theme_style_name(int index);
const char *theme_colour_name(int index);
const char *theme_font_name(int index);
/* White and black belong to codes. */
gboolean theme_colour_is_fixed(int role);

/* colours, fonts, rules, setting, styles, scripts of a theme file. */
void theme_read_sections(ThemeReader *reader, const Node *root);
/* Of the section of a script or an edition (place: as diagnostics call it), into reader->sheet:
 * first its setting, then all else. */
void theme_read_special_setting(ThemeReader *reader, const Node *section, const char *place);
void theme_read_special_styles(ThemeReader *reader, const Node *section);

/* theme_tracks.c: tracks of the second series that the theme does not name look like the first;
 * before colours are resolved. */
void theme_repeat_tracks(ThemeReader *reader);
/* The content's own colours of tracks, dark enough for white text; a theme without colours keeps
 * to that. */
void theme_apply_tracks(ThemeReader *reader, const ThemeRequest *request);
/* White on a track's colour and ink on its tint; reports what cannot be read. */
void theme_check_tracks(ThemeReader *reader);

/* theme_scripts.c: the sheets of all scripts are tried, that of `script` (NULL = none) becomes the
 * theme's. */
void theme_apply_scripts(ThemeReader *reader, const char *script);

/* Warns, with the nearest colour that would do, when a text is hard to read on its ground. said:
 * the role whose place is told, the text's or the ground's. */
void theme_check_pair(ThemeReader *reader, int text, int ground, double least, int said);

/* theme_editions.c: likewise those of all editions; base: the sheet without a script. */
void theme_apply_editions(ThemeReader *reader, const StyleSheet *base, const char *edition);
const char *theme_edition_name(int index);

#endif

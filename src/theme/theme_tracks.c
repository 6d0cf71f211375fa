/* theme_tracks: the colours of tracks: the theme's two series and the content's own. A tint is its
 * colour on white, light enough for ink. */
#include "theme/colour.h"
#include "theme/theme_reader.h"

static const double TINT = 0.13;

static gboolean is_said(const ThemeReader *reader, int role) {
	return (reader->colours_said >> role & 1) != 0;
}

static void repeat(ThemeReader *reader, int first) {
	for (int role = first + TRACK_SERIES; role < first + TRACK_COLOURS; role++) {
		if (!is_said(reader, role)) {
			reader->colour_alias[role] = role - TRACK_SERIES;
		}
	}
}

void theme_repeat_tracks(ThemeReader *reader) {
	for (int i = 0; i < TRACK_SERIES; i++) {
		for (int role = COLOUR_TRACK + i; role < COLOUR_COUNT; role += TRACK_COLOURS) {
			if (!is_said(reader, role) && !reader->failed) {
				diag_error(reader->diags, "theme-incomplete", reader->root, NULL,
					"the theme does not say `%s` of `colours`",
					theme_colour_name(role));
				reader->failed = TRUE;
			}
		}
	}
	repeat(reader, COLOUR_TRACK);
	repeat(reader, COLOUR_TRACK_TINT);
}

static void apply_track(ThemeReader *reader, const ThemeTrack *track, int place) {
	Colour asked;
	if (!colour_parse(track->colour, &asked)) {
		diag_error(reader->diags, "bad-colour", track->where, "write it as \"#RRGGBB\"",
			"`%s` is no colour", track->colour);
		return;
	}
	if (place >= TRACK_COLOURS) {
		diag_warning(reader->diags, "track-colour", track->where, NULL,
			"only the first %d tracks have colours", (int)TRACK_COLOURS);
		return;
	}
	if (reader->theme->outlined) {
		return;
	}
	int steps;
	Colour used = colour_darkened_for_white(asked, &steps);
	if (steps) {
		g_autofree char *hint = g_strdup_printf("#%06X is used instead", used);
		diag_warning(reader->diags, "track-darkened", track->where, hint,
			"white text on %s has a contrast of %.1f, and 4.5 is the least",
			track->colour, colour_contrast(asked, 0xffffff));
	}
	reader->theme->palette[COLOUR_TRACK + place] = used;
	reader->theme->palette[COLOUR_TRACK_TINT + place] = colour_mixed(used, 0xffffff, TINT);
}

void theme_apply_tracks(ThemeReader *reader, const ThemeRequest *request) {
	for (int i = 0; i < request->track_count; i++) {
		if (request->tracks[i].colour) {
			apply_track(reader, &request->tracks[i], i);
		}
	}
}

static void check_pair(ThemeReader *reader, int text, int ground, int said) {
	static const double LEAST = 4.5;
	theme_check_pair(reader, text, ground, LEAST, said);
}

void theme_check_tracks(ThemeReader *reader) {
	check_pair(reader, COLOUR_INK, COLOUR_BAND, COLOUR_BAND);
	check_pair(reader, COLOUR_INK, COLOUR_BAND_DARK, COLOUR_BAND_DARK);
	for (int i = 0; i < TRACK_COLOURS; i++) {
		if (i < TRACK_SERIES || is_said(reader, COLOUR_TRACK + i)) {
			check_pair(reader, COLOUR_ON_ACCENT, COLOUR_TRACK + i, COLOUR_TRACK + i);
		}
		if (i < TRACK_SERIES || is_said(reader, COLOUR_TRACK_TINT + i)) {
			check_pair(
				reader, COLOUR_INK, COLOUR_TRACK_TINT + i, COLOUR_TRACK_TINT + i);
		}
	}
}

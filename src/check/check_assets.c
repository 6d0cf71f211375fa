/* check_assets: portraits: too few pixels for the size they are printed at, and files beside them
 * that nobody uses. A file that is missing or no picture is told by the asset room. Sizes are those
 * of DESIGN.md 7 and 12, on A5 and A3. */
#include <string.h>

#include "asset/asset.h"
#include "check/rules.h"

enum {
	DPI_LEAST = 250,
	NAMED_MOST = 3 /* unused files named in one note */
};

static const double booklet_side_mm = 16.667, booklet_width_mm = 148;
static const double poster_side_mm = 132, poster_width_mm = 297;

/* Pixels on a side of the part that is shown. */
static int shown_pixels(const Asset *asset) {
	Rect crop = asset_portrait_crop(asset);
	return crop.width > 0 ? crop.width / 1024 : MIN(asset_width(asset), asset_height(asset));
}

static int dpi_at(int pixels, double side_mm) {
	return (int)(pixels * 25.4 / side_mm);
}

static double scaled_side(double side_mm, const PaperSize *paper, double width_mm) {
	if (paper->width <= 0 || paper->height <= 0) {
		return side_mm;
	}
	return side_mm * len_to_mm(MIN(paper->width, paper->height)) / width_mm;
}

static gboolean prints_talk_posters(const Event *event) {
	for (int i = 0; i < event->print.document_count; i++) {
		if (!strcmp(event->print.documents[i].text, "poster-talk")) {
			return TRUE;
		}
	}
	return event->print.document_count == 0;
}

static void resolution_rule(
	const Event *event, const Person *person, const Asset *asset, Diags *diags) {
	int pixels = shown_pixels(asset);
	double booklet = scaled_side(booklet_side_mm, &event->print.booklet, booklet_width_mm);
	double poster = scaled_side(
		poster_side_mm, &event->print.posters[POSTER_TALK].size, poster_width_mm);
	if (dpi_at(pixels, booklet) < DPI_LEAST) {
		g_autofree char *hint =
			g_strdup_printf("ask for a picture of at least %d pixels a side",
				(int)(booklet / 25.4 * DPI_LEAST) + 1);
		diag_warning(diags, "low-resolution", person->portrait.span, hint,
			"the portrait shows %d pixels a side, %d dpi in the booklet", pixels,
			dpi_at(pixels, booklet));
	} else if (prints_talk_posters(event) && dpi_at(pixels, poster) < DPI_LEAST) {
		g_autofree char *hint = g_strdup_printf(
			"from two metres away nobody will see it; a picture of %d pixels "
			"a side is sharp from near as well",
			(int)(poster / 25.4 * DPI_LEAST) + 1);
		diag_note(diags, "low-resolution", person->portrait.span, hint,
			"the portrait shows %d pixels a side, %d dpi on the talk's poster", pixels,
			dpi_at(pixels, poster));
	}
}

static void portrait_rule(const Event *event, const Person *person, Diags *diags) {
	if (!rules_given(&person->portrait)) {
		return;
	}
	g_autoptr(Asset) asset =
		asset_load(event->folder, person->portrait.text, person->portrait.span, diags);
	if (asset && asset_kind(asset) != ASSET_SVG) {
		resolution_rule(event, person, asset, diags);
	}
}

static gboolean is_picture(const char *name) {
	static const char *const endings[] = {".jpg", ".jpeg", ".png", ".webp", ".svg", NULL};
	g_autofree char *lower = g_ascii_strdown(name, -1);
	for (int i = 0; endings[i]; i++) {
		if (g_str_has_suffix(lower, endings[i])) {
			return TRUE;
		}
	}
	return FALSE;
}

static int compare_names(gconstpointer a, gconstpointer b) {
	return strcmp(*(const char *const *)a, *(const char *const *)b);
}

/* Pictures of a folder of portraits that no person has. */
static GPtrArray *unused_pictures(const Event *event, const char *folder, GHashTable *used) {
	GPtrArray *unused = g_ptr_array_new_with_free_func(g_free);
	g_autofree char *path = g_build_filename(event->folder, folder, NULL);
	g_autoptr(GDir) dir = g_dir_open(path, 0, NULL);
	const char *name;
	while (dir && (name = g_dir_read_name(dir))) {
		g_autofree char *relative = g_build_filename(folder, name, NULL);
		if (is_picture(name) && name[0] != '.' && !g_hash_table_contains(used, relative)) {
			g_ptr_array_add(unused, g_steal_pointer(&relative));
		}
	}
	g_ptr_array_sort(unused, compare_names);
	return unused;
}

static void report_unused(const GPtrArray *unused, Span where, Diags *diags) {
	GString *names = g_string_new(NULL);
	for (guint i = 0; i < MIN(unused->len, NAMED_MOST); i++) {
		g_string_append_printf(
			names, "%s%s", i ? ", " : "", (const char *)g_ptr_array_index(unused, i));
	}
	if (unused->len > NAMED_MOST) {
		g_string_append_printf(names, " and %u more", unused->len - NAMED_MOST);
	}
	diag_note(diags, "unused-portrait", where,
		"name it as somebody's `portrait`, or take it away", "nobody's portrait: %s",
		names->str);
	g_string_free(names, TRUE);
}

static void add_used(GHashTable *used, const Text *file) {
	if (rules_given(file)) {
		g_autofree char *folder = g_path_get_dirname(file->text);
		g_autofree char *name = g_path_get_basename(file->text);
		g_hash_table_add(used, g_build_filename(folder, name, NULL));
	}
}

/* In the folders that portraits come from; not in the event's own, where other pictures lie. */
static void unused_rule(const Event *event, Diags *diags) {
	g_autoptr(GHashTable) used = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	g_autoptr(GHashTable) folders =
		g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	for (int i = 0; i < event->person_count; i++) {
		add_used(used, &event->people[i]->portrait);
	}
	for (int i = 0; i < event->picture_count; i++) {
		add_used(used, &event->pictures[i]);
	}
	for (int i = 0; i < event->person_count; i++) {
		const Text *portrait = &event->people[i]->portrait;
		g_autofree char *folder =
			rules_given(portrait) ? g_path_get_dirname(portrait->text) : NULL;
		gboolean outside = !folder || !strcmp(folder, ".") || strstr(folder, "..") ||
			g_path_is_absolute(folder);
		if (outside || g_hash_table_contains(folders, folder)) {
			continue;
		}
		g_autoptr(GPtrArray) unused = unused_pictures(event, folder, used);
		if (unused->len) {
			report_unused(unused, portrait->span, diags);
		}
		g_hash_table_add(folders, g_steal_pointer(&folder));
	}
}

void check_assets(const Event *event, Diags *diags) {
	for (int i = 0; i < event->person_count; i++) {
		portrait_rule(event, event->people[i], diags);
	}
	unused_rule(event, diags);
}

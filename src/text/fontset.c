/* fontset: opens the font files of fonts.lock through HarfBuzz and finds faces by family, weight
 * and slope. No font of the system is ever looked at: there is no fontconfig here, hence neither
 * its cache nor its silent substitutions. Variable fonts are refused (FACTS.md 1). */
#include "text/fontset.h"

#include <hb-ot.h>
#include <stdlib.h>
#include <string.h>

static char *face_name(hb_face_t *face, hb_ot_name_id_t id) {
	char text[256];
	unsigned size = sizeof text;
	unsigned length =
		hb_ot_name_get_utf8(face, id, hb_language_from_string("en", -1), &size, text);
	return length ? g_strndup(text, size) : NULL;
}

static gboolean face_is_called(hb_face_t *face, const char *family) {
	static const hb_ot_name_id_t ids[] = {HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY,
		HB_OT_NAME_ID_FONT_FAMILY, HB_OT_NAME_ID_WWS_FAMILY};
	for (size_t i = 0; i < G_N_ELEMENTS(ids); i++) {
		g_autofree char *name = face_name(face, ids[i]);
		if (name && strcmp(name, family) == 0) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean table_exists(hb_face_t *face, hb_tag_t tag) {
	hb_blob_t *blob = hb_face_reference_table(face, tag);
	gboolean found = hb_blob_get_length(blob) > 0;
	hb_blob_destroy(blob);
	return found;
}

static const char *face_trouble(hb_face_t *face) {
	if (hb_face_get_glyph_count(face) == 0) {
		return "is not a font";
	}
	if (hb_ot_var_has_data(face)) {
		return "is a variable font; use static instances";
	}
	if (!table_exists(face, HB_TAG('g', 'l', 'y', 'f')) &&
		!table_exists(face, HB_TAG('C', 'F', 'F', ' '))) {
		return "has no outlines";
	}
	return NULL;
}

static int face_metric(hb_font_t *font, hb_ot_metrics_tag_t tag, int otherwise) {
	hb_position_t value;
	if (!hb_ot_metrics_get_position(font, tag, &value) || value == 0) {
		return otherwise;
	}
	return (int)((gint64)value * 1000 / 65536);
}

static FontFace face_describe(const Engine *engine) {
	hb_font_t *font = engine->font;
	return (FontFace){
		.units_per_em = (int)hb_face_get_upem(engine->face),
		.x_height = face_metric(font, HB_OT_METRICS_TAG_X_HEIGHT, 500),
		.cap_height = face_metric(font, HB_OT_METRICS_TAG_CAP_HEIGHT, 700),
		.ascent = face_metric(font, HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER, 800),
		.descent = -face_metric(font, HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER, -200),
	};
}

static Engine engine_new(hb_face_t *face) {
	hb_font_t *font = hb_font_create(face);
	hb_font_set_scale(font, 65536, 65536);
	hb_font_make_immutable(font);
	return (Engine){.face = face, .font = font};
}

static const char *han_language(const char *family) {
	const char *mark = strstr(family, " CJK ");
	return mark ? mark + 5 : NULL;
}

static Family *family_provide(TextFonts *fonts, const char *name, FontUse use, gboolean serif) {
	for (guint i = 0; i < fonts->families->len; i++) {
		Family *family = &g_array_index(fonts->families, Family, i);
		if (strcmp(family->name, name) == 0) {
			return family;
		}
	}
	Family family = {.name = arena_strdup(fonts->arena, name), .use = use, .serif = serif};
	family.han = han_language(family.name);
	family.faces = g_array_new(FALSE, FALSE, sizeof(int));
	g_array_append_val(fonts->families, family);
	return &g_array_index(fonts->families, Family, fonts->families->len - 1);
}

static void fontset_take(
	TextFonts *fonts, hb_face_t *face, FontFace described, const LockRow *row) {
	FontUse use = row ? row->use : USE_PLAIN;
	gboolean serif = row && row->serif;
	Family *family = family_provide(fonts, described.family, use, serif);
	described.family = family->name;
	Engine engine = engine_new(face);
	FontFace metrics = face_describe(&engine);
	metrics.path = described.path;
	metrics.index = described.index;
	metrics.family = described.family;
	metrics.weight = described.weight;
	metrics.italic = described.italic;
	int index = (int)fonts->faces->len;
	g_array_append_val(fonts->faces, metrics);
	g_array_append_val(fonts->engines, engine);
	g_array_append_val(family->faces, index);
}

static hb_face_t *face_open(hb_blob_t *blob, int index) {
	hb_face_t *face = hb_face_create(blob, (unsigned)index);
	hb_face_make_immutable(face);
	return face;
}

static hb_blob_t *blob_open(const char *path, GError **error) {
	hb_blob_t *blob = hb_blob_create_from_file_or_fail(path);
	if (!blob) {
		g_set_error(error, text_error_quark(), TEXT_ERROR_FONT,
			"the font file %s is missing or cannot be read; \"make fonts\" puts it "
			"there",
			path);
	}
	return blob;
}

gboolean fontset_add(TextFonts *fonts, const char *path, const LockRow *row, GError **error) {
	hb_blob_t *blob = blob_open(path, error);
	if (!blob) {
		return FALSE;
	}
	int count = (int)hb_face_count(blob);
	const char *trouble = "does not have the family that fonts.lock names";
	for (int i = 0; i < count; i++) {
		hb_face_t *face = face_open(blob, i);
		if (count > 1 && !face_is_called(face, row->family)) {
			hb_face_destroy(face);
			continue;
		}
		trouble = face_trouble(face);
		if (!trouble && !face_is_called(face, row->family)) {
			trouble = "does not have the family that fonts.lock names";
		}
		if (trouble) {
			hb_face_destroy(face);
			break;
		}
		FontFace described = {.path = arena_strdup(fonts->arena, path),
			.index = i,
			.family = row->family,
			.weight = row->weight,
			.italic = row->italic};
		fontset_take(fonts, face, described, row);
		break;
	}
	hb_blob_destroy(blob);
	if (trouble) {
		g_set_error(error, text_error_quark(), TEXT_ERROR_FONT, "the font file %s %s", path,
			trouble);
	}
	return trouble == NULL;
}

gboolean fontset_add_unnamed(TextFonts *fonts, const char *path, GError **error) {
	hb_blob_t *blob = blob_open(path, error);
	if (!blob) {
		return FALSE;
	}
	int count = (int)hb_face_count(blob);
	const char *trouble = count > 0 ? NULL : "is not a font";
	for (int i = 0; i < count && !trouble; i++) {
		hb_face_t *face = face_open(blob, i);
		g_autofree char *family = face_name(face, HB_OT_NAME_ID_TYPOGRAPHIC_FAMILY);
		if (!family) {
			family = face_name(face, HB_OT_NAME_ID_FONT_FAMILY);
		}
		trouble = family ? face_trouble(face) : "has no name";
		if (trouble) {
			hb_face_destroy(face);
			break;
		}
		hb_font_t *font = hb_font_create(face);
		FontFace described = {.path = arena_strdup(fonts->arena, path),
			.index = i,
			.family = family,
			.weight = (int)hb_style_get_value(font, HB_STYLE_TAG_WEIGHT),
			.italic = hb_style_get_value(font, HB_STYLE_TAG_ITALIC) > 0.5f ||
				hb_style_get_value(font, HB_STYLE_TAG_SLANT_ANGLE) < -1.0f};
		hb_font_destroy(font);
		fontset_take(fonts, face, described, NULL);
	}
	hb_blob_destroy(blob);
	if (trouble) {
		g_set_error(error, text_error_quark(), TEXT_ERROR_FONT, "the font file %s %s", path,
			trouble);
	}
	return trouble == NULL;
}

const Family *fontset_family(const TextFonts *fonts, const char *name) {
	for (guint i = 0; i < fonts->families->len; i++) {
		const Family *family = &g_array_index(fonts->families, Family, i);
		if (strcmp(family->name, name) == 0) {
			return family;
		}
	}
	return NULL;
}

/* As CSS has it: above 500 heavier ones are tried first, below lighter ones. */
static int weight_distance(int wanted, int weight) {
	int distance = abs(wanted - weight) * 2;
	gboolean heavier = weight > wanted;
	return distance + (heavier == (wanted > 500) ? 0 : 1);
}

int fontset_match(const TextFonts *fonts, const Family *family, int weight, gboolean italic) {
	int best = -1, best_distance = G_MAXINT;
	for (guint i = 0; family && i < family->faces->len; i++) {
		int index = g_array_index(family->faces, int, i);
		const FontFace *face = fontset_face(fonts, index);
		int distance = weight_distance(weight, face->weight);
		distance += face->italic == italic ? 0 : 10000;
		if (distance < best_distance) {
			best = index;
			best_distance = distance;
		}
	}
	return best;
}

const Engine *fontset_engine(const TextFonts *fonts, int face) {
	return &g_array_index(fonts->engines, Engine, (guint)face);
}

const FontFace *fontset_face(const TextFonts *fonts, int face) {
	return &g_array_index(fonts->faces, FontFace, (guint)face);
}

gboolean fontset_has_glyph(const TextFonts *fonts, int face, gunichar character) {
	hb_codepoint_t glyph;
	return hb_font_get_nominal_glyph(fontset_engine(fonts, face)->font, character, &glyph) &&
		glyph != 0;
}

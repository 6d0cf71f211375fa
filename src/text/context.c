/* context: looks, and the life of a TextContext. */
#include "text/context.h"

#include <string.h>
#include <time.h>

#include "text/breakpoints.h"
#include "text/wordstore.h"

double text_cpu_seconds(void) {
	struct timespec now;
	clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
	return (double)now.tv_sec + (double)now.tv_nsec * 1e-9;
}

double clock_of(const TextContext *context) {
	return context->watched ? text_cpu_seconds() : 0;
}

void text_context_watch(TextContext *context) {
	context->watched = TRUE;
}

static void make_room(TextContext *context) {
	context->slot_count = 1024;
	context->word_count = 0;
	context->slots = g_new0(Word *, context->slot_count);
	context->scratch = arena_new();
	context->line_scratch = arena_new();
}

TextContext *text_context_new(const TextFonts *fonts, GError **error) {
	if (fonts->table.count == 0) {
		g_set_error(error, text_error_quark(), TEXT_ERROR_FONT, "fonts.lock names no font");
		return NULL;
	}
	TextContext *context = g_new0(TextContext, 1);
	context->fonts = (TextFonts *)fonts;
	context->arena = arena_new();
	context->looks = g_ptr_array_new();
	context->buffer = hb_buffer_create();
	/* Letters and marks that have glyphs of their own are said by them. */
	hb_buffer_set_cluster_level(context->buffer, HB_BUFFER_CLUSTER_LEVEL_MONOTONE_CHARACTERS);
	context->scratch_attrs = g_array_new(FALSE, FALSE, sizeof(PangoLogAttr));
	context->scratch_tokens = g_array_new(FALSE, FALSE, sizeof(Token));
	context->scratch_points = g_array_new(FALSE, FALSE, sizeof(Breakpoint));
	make_room(context);
	return context;
}

static void free_room(TextContext *context) {
	g_free(context->slots);
	arena_free(context->scratch);
	arena_free(context->line_scratch);
}

void text_context_rest(TextContext *context) {
	free_room(context);
	make_room(context);
}

void text_context_free(TextContext *context) {
	if (!context) {
		return;
	}
	g_ptr_array_unref(context->looks);
	free_room(context);
	hb_buffer_destroy(context->buffer);
	g_array_unref(context->scratch_attrs);
	g_array_unref(context->scratch_tokens);
	g_array_unref(context->scratch_points);
	arena_free(context->arena);
	g_free(context);
}

TextTimes text_times(const TextContext *context) {
	return context->times;
}

gboolean look_equal(const Look *one, const Look *other) {
	return one->face == other->face && one->weight == other->weight &&
		one->italic == other->italic && one->figures == other->figures &&
		one->small_caps == other->small_caps && one->serif == other->serif &&
		one->companion == other->companion &&
		one->companion_size == other->companion_size &&
		strcmp(one->language, other->language) == 0;
}

static const Look *look_intern(TextContext *context, const Look *wanted) {
	for (guint i = 0; i < context->looks->len; i++) {
		const Look *look = context->looks->pdata[i];
		if (look_equal(look, wanted)) {
			return look;
		}
	}
	const Look *look = word_store_look(context->fonts->store, wanted);
	g_ptr_array_add(context->looks, (gpointer)look);
	return look;
}

/* Where the language writes Han in another way than the family, its sister family: Chinese words in
 * a Japanese text. */
static const Family *family_for(
	const TextFonts *fonts, const Family *family, const char *language) {
	const char *han = han_wanted(language);
	if (!family->han || !han || strcmp(family->han, han) == 0) {
		return family;
	}
	g_autofree char *name =
		g_strdup_printf("%.*s%s", (int)(family->han - family->name), family->name, han);
	const Family *sister = fontset_family(fonts, name);
	return sister ? sister : family;
}

static const Family *family_named(TextContext *context, const char *name) {
	const Family **lately = &context->families[strlen(name) % G_N_ELEMENTS(context->families)];
	if (!*lately || strcmp((*lately)->name, name) != 0) {
		*lately = fontset_family(context->fonts, name);
	}
	return *lately;
}

const Look *look_new(TextContext *context, Look wanted, const LookFamilies *families) {
	const TextFonts *fonts = context->fonts;
	const Family *family = families->family ? family_named(context, families->family) : NULL;
	if (!family) {
		family = &g_array_index(fonts->families, Family, 0);
	}
	wanted.language = wanted.language ? wanted.language : "";
	family = family_for(fonts, family, wanted.language);
	wanted.face = fontset_match(fonts, family, wanted.weight, wanted.italic);
	wanted.serif |= family->serif;
	wanted.companion = -1;
	const Family *companion =
		families->companion ? family_named(context, families->companion) : NULL;
	if (companion && companion != family) {
		wanted.companion = fontset_match(
			fonts, companion, families->companion_weight, families->companion_italic);
		wanted.companion_size = families->companion_size;
	}
	return look_intern(context, &wanted);
}

const Look *look_with(
	TextContext *context, const Look *look, const char *language, gboolean small_caps) {
	Look wanted = *look;
	wanted.language = language ? language : look->language;
	wanted.small_caps = small_caps;
	return look_intern(context, &wanted);
}

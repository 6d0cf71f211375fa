/* session: see the header. */
#include "cli/session.h"

#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "check/check.h"
#include "cli/embedding.h"
#include "cli/families.h"
#include "cli/glyphcheck.h"
#include "cli/inserts.h"
#include "cli/tasks.h"
#include "model/build.h"

static void event_changes(Session *session, Event *event) {
	const Options *options = session->options;
	if (options->draft) {
		event->draft = TRUE;
	}
	if (options->theme) {
		event->print.theme = (Text){
			.text = arena_strdup(session->arena, options->theme), .span = SPAN_NONE};
	}
}

static gpointer run_check(gpointer data) {
	Session *session = data;
	gint64 start = g_get_monotonic_time();
	check_event(session->event, session->check_diags);
	session->check_time = g_get_monotonic_time() - start;
	return NULL;
}

/* The rules look at the event alone, which is constant from now on. */
static void begin_check(Session *session) {
	session->check_diags = diags_new();
	session->diags_before = diags_total(session->diags);
	if (session->options->jobs == 1) {
		run_check(session);
	} else {
		session->checker = g_thread_new("check", run_check, session);
	}
}

/* What the rules say stands where it would had they been asked at once. */
static void end_check(Session *session) {
	if (session->checker) {
		g_thread_join(session->checker);
		session->checker = NULL;
	}
	if (session->check_diags) {
		diags_insert(session->diags, session->diags_before, session->check_diags);
		diags_free(session->check_diags);
		session->check_diags = NULL;
	}
}

static gpointer open_fonts(gpointer data) {
	Session *session = data;
	g_autofree char *own = g_build_filename(session->folder, "fonts", NULL);
	session->fonts = text_fonts_new(session->folders.fonts, own, &session->fonts_error);
	return NULL;
}

/* Fonts have nothing to do with what the event says. */
static void begin_fonts(Session *session) {
	if (session->options->jobs == 1) {
		open_fonts(session);
	} else {
		session->opener = g_thread_new("fonts", open_fonts, session);
	}
}

static void end_fonts(Session *session) {
	if (session->opener) {
		g_thread_join(session->opener);
		session->opener = NULL;
	}
}

gboolean session_open(Session *session, const Options *options, int *status) {
	*session = (Session){.options = options,
		.arena = arena_new(),
		.sources = sources_new(),
		.diags = diags_new()};
	session->folder = folders_find_event(options->event, status);
	if (!session->folder) {
		return FALSE;
	}
	folders_init(&session->folders, session->folder);
	begin_fonts(session);
	session->line = progressline_new();
	const ProgressPart part = {&session->reading, 1};
	progressline_begin(session->line, "reading", &part, 1);
	gint64 start = g_get_monotonic_time();
	BuildOptions build = {.keep_going = options->keep_going,
		.threads = options_threads(options),
		.progress = &session->reading};
	const Event *event = event_load(
		session->arena, session->folder, &build, session->sources, session->diags);
	sources_rest(session->sources);
	session->read_time = g_get_monotonic_time() - start;
	if (!event) {
		*status = EXIT_CONTENT;
		return FALSE;
	}
	Event *changed = arena_memdup(session->arena, event, sizeof *event);
	event_changes(session, changed);
	session->event = changed;
	begin_check(session);
	return TRUE;
}

static const Lang *load_lang(Session *session) {
	const Event *event = session->event;
	const Lang *lang = lang_load(session->arena, event->language,
		(const char *const *)session->folders.languages, session->sources, session->diags);
	for (int i = 0; i < event->print.word_count; i++) {
		const WordOverride *word = &event->print.words[i];
		const WordChange change = {word->name, word->text, word->span};
		const Lang *changed = lang_with_word(session->arena, lang, &change, session->diags);
		lang = changed ? changed : lang;
	}
	return lang;
}

static const ThemeTrack *theme_tracks(Session *session) {
	const Event *event = session->event;
	ThemeTrack *tracks = arena_array_of(session->arena, ThemeTrack, event->track_count + 1);
	for (int i = 0; i < event->track_count; i++) {
		const Text *colour = &event->tracks[i]->colour;
		tracks[i] = (ThemeTrack){.colour = colour->text, .where = colour->span};
	}
	return tracks;
}

/* diags: where the same has been said already, for nobody. */
static const Theme *load_theme(Session *session, const char *edition, Diags *diags) {
	const Print *print = &session->event->print;
	const ThemeRequest request = {.name = print->theme.text,
		.where = print->theme.span,
		.language = session->event->language,
		.edition = edition,
		.accent = print->accent.text,
		.accent_where = print->accent.span,
		.track_count = session->event->track_count,
		.tracks = theme_tracks(session),
		.folders = (const char *const *)session->folders.themes};
	const Theme *theme = theme_load(session->arena, &request, session->sources, diags);
	return theme ? families_override(session, theme) : NULL;
}

void session_load_theme(Session *session, BookEdition edition) {
	static const char *const names[] = {[BOOK_LARGE] = "large", [BOOK_PHONE] = "phone"};
	if (!session->themes[edition]) {
		g_autoptr(Diags) diags = diags_new();
		session->themes[edition] = load_theme(session, names[edition], diags);
	}
}

static void load_portraits(Session *session) {
	const Event *event = session->event;
	session->assets = g_ptr_array_new_with_free_func((GDestroyNotify)asset_free);
	session->portraits = arena_array_of(session->arena, int, event->person_count + 1);
	session->crops = arena_array_of(session->arena, Rect, event->person_count + 1);
	session->page_assets = arena_array_of(session->arena, PageAsset,
		event->person_count + event->print.part_count + event->print.notice_count +
			event->picture_count + 1);
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		session->portraits[i] = -1;
		if (!person->portrait.text) {
			continue;
		}
		Asset *asset = asset_load(session->folder, person->portrait.text,
			person->portrait.span, session->diags);
		if (!asset) {
			continue;
		}
		session->portraits[i] = (int)session->assets->len;
		session->crops[i] = asset_portrait_crop(asset);
		session->page_assets[session->assets->len] =
			(PageAsset){.asset = asset, .name = person->portrait.text};
		g_ptr_array_add(session->assets, asset);
	}
}

/* Says it. FALSE. */
static gboolean machine_failed(Session *session, const GError *error, int *status) {
	progressline_hide(session->line);
	fprintf(stderr, "bifolio: %s\n", error->message);
	*status = EXIT_MACHINE;
	return FALSE;
}

gboolean session_prepare(Session *session, int *status) {
	progressline_begin(session->line, "checking", NULL, 0);
	session->lang = load_lang(session);
	session->theme = load_theme(session, NULL, session->diags);
	session->themes[BOOK_USUAL] = session->theme;
	end_fonts(session);
	if (!session->fonts) {
		return machine_failed(session, session->fonts_error, status);
	}
	load_portraits(session);
	inserts_load(session);
	if (!session->theme) {
		*status = EXIT_CONTENT;
		return FALSE;
	}
	families_check(session);
	g_autoptr(GError) error = NULL;
	if (!glyphcheck_event(session, &error)) {
		return machine_failed(session, error, status);
	}
	return TRUE;
}

void session_clear(Session *session) {
	progressline_free(session->line);
	end_check(session);
	end_fonts(session);
	if (session->assets) {
		g_ptr_array_free(session->assets, TRUE);
	}
	inserts_clear(session);
	g_clear_pointer(&session->profile, g_bytes_unref);
	embedding_clear(session);
	text_fonts_free(session->fonts);
	g_clear_error(&session->fonts_error);
	diags_free(session->diags);
	sources_free(session->sources);
	arena_free(session->arena);
	if (session->folder) {
		folders_clear(&session->folders);
	}
	g_free(session->folder);
}

gboolean session_is_good(Session *session) {
	/* Rules warn; only --strict must know before documents are made. */
	if (session->options->strict) {
		end_check(session);
	}
	int errors = diags_count(session->diags, DIAG_ERROR);
	int warnings = diags_count(session->diags, DIAG_WARNING);
	if (session->options->keep_going) {
		return TRUE;
	}
	return errors == 0 && (warnings == 0 || !session->options->strict);
}

int session_report(Session *session) {
	const Options *options = session->options;
	end_check(session);
	progressline_hide(session->line);
	diags_sort(session->diags);
	if (options->json) {
		g_autofree char *json = diags_to_json(session->diags, session->sources);
		fputs(json, stdout);
	} else {
		gboolean colour = progressline_possible() && !g_getenv("NO_COLOR");
		g_autofree char *text = diags_to_text(session->diags, session->sources, colour);
		fputs(text, stderr);
	}
	int errors = diags_count(session->diags, DIAG_ERROR);
	int warnings = diags_count(session->diags, DIAG_WARNING);
	return errors > 0 || (options->strict && warnings > 0) ? EXIT_CONTENT : EXIT_MADE;
}

void session_compose(const Session *session, Compose *compose, Arena *arena) {
	const Event *event = session->event;
	int clock = event->print.clock ? event->print.clock : session->lang->clock;
	*compose = (Compose){.arena = arena,
		.event = event,
		.lang = session->lang,
		.diags = session->diags,
		.time_form = time_form_new(
			arena, clock ? clock : locale_clock(event->language), event->language),
		.dates = date_memos_new(arena),
		.portraits = session->portraits,
		.crops = session->crops,
		.inserts = session->inserts,
		.notices = session->notices,
		.pictures = session->pictures,
		.picture_crops = session->picture_crops,
		.asset_count = session->assets ? (int)session->assets->len : 0,
		.assets = session->page_assets,
		.version = "bifolio " BIFOLIO_VERSION};
}

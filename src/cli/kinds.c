/* kinds: see the header. */
#include "cli/kinds.h"

#include <stdio.h>
#include <string.h>

#include "model/build.h"

static const DocumentKind kinds[] = {
	{"booklet", -1, EDITION_SCREEN, TRUE},
	{"booklet-print", -1, EDITION_IMPOSED, TRUE},
	{"booklet-press", -1, EDITION_PRESS, FALSE},
	{"booklet-large", -1, EDITION_LARGE, FALSE},
	{"booklet-phone", -1, EDITION_PHONE, FALSE},
	{"poster-event", POSTER_EVENT, EDITION_SCREEN, TRUE},
	{"poster-agenda", POSTER_AGENDA, EDITION_SCREEN, TRUE},
	{"poster-talk", POSTER_TALK, EDITION_SCREEN, TRUE},
};

static const char *const names[] = {"booklet", "booklet-print", "booklet-press", "booklet-large",
	"booklet-phone", "poster-event", "poster-agenda", "poster-talk", NULL};

const char *const *document_names(void) {
	return names;
}

const DocumentKind *document_kinds(int *count) {
	*count = (int)G_N_ELEMENTS(kinds);
	return kinds;
}

static const DocumentKind *find_kind(const char *name) {
	for (size_t i = 0; i < G_N_ELEMENTS(kinds); i++) {
		if (strcmp(kinds[i].name, name) == 0) {
			return &kinds[i];
		}
	}
	return NULL;
}

static void say_unknown(const char *name) {
	g_autofree char *all = g_strjoinv(", ", (char **)names);
	fprintf(stderr, "bifolio: there is no document \"%s\"; there are: %s\n", name, all);
}

gboolean kind_fills_apart(const Session *session, const DocumentKind *kind) {
	enum { STAPLED = 4 };
	/* A cover of four pages apart leaves the multiple of four what it is. */
	return kind->edition == EDITION_PRESS && session->event->print.press.multiple != STAPLED;
}

gboolean kinds_share_pages(
	const Session *session, const DocumentKind *one, const DocumentKind *other) {
	return one->poster == other->poster && kind_book_edition(one) == kind_book_edition(other) &&
		kind_fills_apart(session, one) == kind_fills_apart(session, other);
}

BookEdition kind_book_edition(const DocumentKind *kind) {
	switch (kind->edition) {
	case EDITION_LARGE:
		return BOOK_LARGE;
	case EDITION_PHONE:
		return BOOK_PHONE;
	default:
		return BOOK_USUAL;
	}
}

gboolean kind_is_wanted(const Session *session, const DocumentKind *kind) {
	char **only = session->options->only;
	if (only) {
		return g_strv_contains((const char *const *)only, kind->name);
	}
	const Print *print = &session->event->print;
	for (int i = 0; i < print->document_count; i++) {
		if (strcmp(print->documents[i].text, kind->name) == 0) {
			return TRUE;
		}
	}
	return print->document_count == 0 && kind->usual;
}

static gboolean check_wanted(Session *session) {
	for (char **name = session->options->only; name && *name; name++) {
		if (!find_kind(*name)) {
			say_unknown(*name);
			return FALSE;
		}
	}
	const Print *print = &session->event->print;
	for (int i = 0; i < print->document_count; i++) {
		const Text *name = &print->documents[i];
		if (!find_kind(name->text)) {
			g_autofree char *all = g_strjoinv(", ", (char **)names);
			g_autofree char *hint = g_strdup_printf("there are: %s", all);
			diag_error(session->diags, "unknown-document", name->span, hint,
				"there is no document \"%s\"", name->text);
		}
	}
	return TRUE;
}

static gboolean check_sizes(Session *session) {
	for (char **one = session->options->sizes; one && *one; one++) {
		const char *equals = strchr(*one, '=');
		g_autofree char *name =
			equals ? g_strndup(*one, (gsize)(equals - *one)) : g_strdup(*one);
		PaperSize size;
		const DocumentKind *kind = equals ? find_kind(name) : NULL;
		if (!kind) {
			say_unknown(name);
			return FALSE;
		}
		if (kind->edition == EDITION_IMPOSED || kind->edition == EDITION_PRESS) {
			fprintf(stderr,
				"bifolio: --size %s: it has the booklet's pages; give the size of "
				"booklet, or `print: sheet:` in the content for its sheets\n",
				*one);
			return FALSE;
		}
		if (!paper_parse(session->arena, equals + 1, &size)) {
			fprintf(stderr,
				"bifolio: --size %s: \"%s\" is no paper size; try A4, A2 "
				"landscape, "
				"letter or 148x210mm\n",
				*one, equals + 1);
			return FALSE;
		}
	}
	return TRUE;
}

static gboolean check_talk(const Session *session) {
	const char *id = session->options->talk;
	GPtrArray *ids = g_ptr_array_new();
	for (int i = 0; i < session->event->item_count; i++) {
		const Item *item = session->event->items[i];
		if (item_is_talk(item) && !item->repeats) {
			g_ptr_array_add(ids, (gpointer)session->event->items[i]->id);
		}
	}
	g_ptr_array_add(ids, NULL);
	gboolean known = !id || g_strv_contains((const char *const *)ids->pdata, id);
	if (!known) {
		g_autofree char *all = g_strjoinv(", ", (char **)ids->pdata);
		fprintf(stderr, "bifolio: --talk %s: there is no such talk; there are: %s\n", id,
			all);
	}
	g_ptr_array_free(ids, TRUE);
	return known;
}

int session_day(const Session *session) {
	Date date;
	if (!session->options->day || !date_parse(session->options->day, &date, NULL)) {
		return -1;
	}
	for (int i = 0; i < session->event->day_count; i++) {
		if (date_compare(session->event->days[i].date, date) == 0) {
			return i;
		}
	}
	return -1;
}

static gboolean check_day(const Session *session) {
	if (!session->options->day || session_day(session) >= 0) {
		return TRUE;
	}
	fprintf(stderr,
		"bifolio: --day %s: the event has no such day; there are:", session->options->day);
	for (int i = 0; i < session->event->day_count; i++) {
		Date date = session->event->days[i].date;
		fprintf(stderr, " %04d-%02d-%02d", date.year, date.month, date.day);
	}
	fputc('\n', stderr);
	return FALSE;
}

gboolean kinds_check(Session *session) {
	return check_wanted(session) && check_sizes(session) && check_talk(session) &&
		check_day(session);
}

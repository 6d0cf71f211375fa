/* words: the table of the fixed words, and the check of a text against it. No word that a reader
 * sees stands here: texts are in content/lang. */
#include "theme/words.h"

#include <string.h>

static const char *const none[] = {NULL};
static const char *const name[] = {"name", NULL};
static const char *const first_last[] = {"first", "last", NULL};
static const char *const first_rest[] = {"first", "rest", NULL};
static const char *const name_affiliation[] = {"name", "affiliation", NULL};
static const char *const zone_offset[] = {"zone", "offset", NULL};
static const char *const count[] = {"count", NULL};
static const char *const page[] = {"page", NULL};
static const char *const time_of_day[] = {"time", NULL};
static const char *const zone[] = {"zone", NULL};
static const char *const language[] = {"language", NULL};
static const char *const board[] = {"board", NULL};
static const char *const sheets[] = {"sheets", NULL};
static const char *const place[] = {"place", NULL};
static const char *const address[] = {"address", NULL};

static const WordRow rows[] = {
	[WORD_WELCOME] = {"welcome", none, FALSE},
	[WORD_AGENDA] = {"agenda", none, FALSE},
	[WORD_SPEAKERS] = {"speakers", none, FALSE},
	[WORD_INDEX] = {"index", none, FALSE},
	[WORD_NOTES] = {"notes", none, FALSE},
	[WORD_QUESTIONS] = {"questions", none, FALSE},
	[WORD_REFERENCES] = {"references", none, FALSE},
	[WORD_PANEL] = {"panel", none, FALSE},
	[WORD_WHEN] = {"when", none, FALSE},
	[WORD_WHERE] = {"where", none, FALSE},
	[WORD_ELSEWHERE] = {"elsewhere", none, FALSE},
	[WORD_PROGRAMME] = {"programme", none, FALSE},
	[WORD_ONLINE] = {"online", none, FALSE},
	[WORD_JOIN] = {"join", none, FALSE},
	[WORD_SCAN_HINT] = {"scan-hint", none, FALSE},
	[WORD_CLOSE] = {"close", none, FALSE},
	[WORD_TITLE_MISSING] = {"title-missing", none, FALSE},
	[WORD_SPEAKER_MISSING] = {"speaker-missing", none, FALSE},
	[WORD_MODERATOR] = {"moderator", name, FALSE},
	[WORD_CHAIR] = {"chair", name, FALSE},
	[WORD_LIST_AND] = {"list-and", first_last, FALSE},
	[WORD_LIST_COMMA] = {"list-comma", first_rest, FALSE},
	[WORD_LIST_SEMICOLON] = {"list-semicolon", first_rest, FALSE},
	[WORD_WITH_AFFILIATION] = {"with-affiliation", name_affiliation, FALSE},
	[WORD_AND_OTHERS] = {"and-others", count, TRUE},
	[WORD_PAGE_SHORT] = {"page-short", page, FALSE},
	[WORD_AGENDA_ON_PAGE] = {"agenda-on-page", page, FALSE},
	[WORD_TALKS_FROM_PAGE] = {"talks-from-page", page, FALSE},
	[WORD_SPEAKERS_ON_PAGE] = {"speakers-on-page", page, FALSE},
	[WORD_INDEX_ON_PAGE] = {"index-on-page", page, FALSE},
	[WORD_IMPRINT] = {"imprint", none, FALSE},
	[WORD_COMMITTEES] = {"committees", none, FALSE},
	[WORD_COMMITTEE_CHAIR] = {"committee-chair", none, FALSE},
	[WORD_SPONSORS] = {"sponsors", none, FALSE},
	[WORD_IN_WORDS] = {"in-words", none, FALSE},
	[WORD_VENUE] = {"venue", none, FALSE},
	[WORD_ROOMS] = {"rooms", none, FALSE},
	[WORD_GETTING_HERE] = {"getting-here", none, FALSE},
	[WORD_COUNT_SEATS] = {"count-seats", count, TRUE},
	[WORD_COUNT_ROOMS] = {"count-rooms", count, TRUE},
	[WORD_AFTER_TIME] = {"after-time", time_of_day, FALSE},
	[WORD_GLANCE] = {"glance", none, FALSE},
	[WORD_SESSIONS] = {"sessions", none, FALSE},
	[WORD_POSTERS] = {"posters", none, FALSE},
	[WORD_TOPICS] = {"topics", none, FALSE},
	[WORD_AFFILIATIONS] = {"affiliations", none, FALSE},
	[WORD_ROLE_SPEAKER] = {"role-speaker", none, FALSE},
	[WORD_ROLE_AUTHOR] = {"role-author", none, FALSE},
	[WORD_ROLE_CHAIR] = {"role-chair", none, FALSE},
	[WORD_ROLE_PANEL] = {"role-panel", none, FALSE},
	[WORD_LETTER_CHAIR] = {"letter-chair", none, FALSE},
	[WORD_LETTER_PANEL] = {"letter-panel", none, FALSE},
	[WORD_ALSO_AT] = {"also-at", time_of_day, FALSE},
	[WORD_IN_LANGUAGE] = {"in-language", language, FALSE},
	[WORD_BOARD] = {"board", board, FALSE},
	[WORD_COUNT_TALKS] = {"count-talks", count, TRUE},
	[WORD_COUNT_PANELS] = {"count-panels", count, TRUE},
	[WORD_COUNT_PEOPLE] = {"count-people", count, TRUE},
	[WORD_TO_TIME] = {"to-time", time_of_day, FALSE},
	[WORD_OWN_TALK_KEY] = {"own-talk-key", none, FALSE},
	[WORD_PEOPLE] = {"people", none, FALSE},
	[WORD_TIMES_ARE] = {"times-are", zone, FALSE},
	[WORD_ZONE_OFFSET] = {"zone-offset", zone_offset, FALSE},
	[WORD_SCALE_NOTE] = {"scale-note", none, FALSE},
	[WORD_CONTINUED] = {"continued", none, FALSE},
	[WORD_PORTRAIT_OF] = {"portrait-of", name, FALSE},
	[WORD_CODE_FOR] = {"code-for", address, FALSE},
	[WORD_CLOCK_FIGURE] = {"clock-figure", none, FALSE},
	[WORD_DRAFT] = {"draft", none, FALSE},
	[WORD_ITEM_IN_ERROR] = {"item-in-error", none, FALSE},
	[WORD_CONTENTS] = {"contents", none, FALSE},
	[WORD_CONTENTS_BEFORE] = {"contents-before", none, FALSE},
	[WORD_CONTENTS_REFERENCE] = {"contents-reference", none, FALSE},
	[WORD_COUNT_SESSIONS] = {"count-sessions", count, TRUE},
	[WORD_NOON] = {"noon", none, FALSE},
	[WORD_MIDNIGHT] = {"midnight", none, FALSE},
	[WORD_DIRECTIONS] = {"directions", none, FALSE},
	[WORD_DIRECTIONS_PRINT_SHORT] = {"directions-print-short", none, FALSE},
	[WORD_DIRECTIONS_PRINT_LONG] = {"directions-print-long", none, FALSE},
	[WORD_DIRECTIONS_ORDER] = {"directions-order", none, FALSE},
	[WORD_DIRECTIONS_FOLD] = {"directions-fold", none, FALSE},
	[WORD_DIRECTIONS_FOLD_SIGNATURES] = {"directions-fold-signatures", sheets, FALSE},
	[WORD_DIRECTIONS_STAPLE] = {"directions-staple", none, FALSE},
	[WORD_DIRECTIONS_SEW] = {"directions-sew", none, FALSE},
	[WORD_GRID] = {"grid", none, FALSE},
	[WORD_ET_AL] = {"et-al", name, FALSE},
	[WORD_SOURCE] = {"source", none, FALSE},
	[WORD_PLAN_OF] = {"plan-of", place, FALSE},
	[WORD_ENTRANCE] = {"entrance", none, FALSE},
	[WORD_LIFT] = {"lift", none, FALSE},
	[WORD_STEP_FREE] = {"step-free", none, FALSE},
	[WORD_NORTH] = {"north", none, FALSE},
	[WORD_METRES] = {"metres", count, FALSE},
};
G_STATIC_ASSERT(G_N_ELEMENTS(rows) == WORD_COUNT);

static const char *const forms[FORM_COUNT] = {
	[FORM_ONE] = "one",
	[FORM_FEW] = "few",
	[FORM_MANY] = "many",
	[FORM_OTHER] = "other",
	[FORM_TWO] = "two",
};

const WordRow *word_row(Word word) {
	g_assert((int)word >= 0 && word < WORD_COUNT && rows[word].name);
	return &rows[word];
}

Word word_find(const char *wanted) {
	for (int i = 0; i < WORD_COUNT; i++) {
		if (strcmp(rows[i].name, wanted) == 0) {
			return (Word)i;
		}
	}
	return WORD_COUNT;
}

const char *word_form_name(int form) {
	g_assert(form >= 0 && form < FORM_COUNT);
	return forms[form];
}

int word_form_find(const char *wanted) {
	for (int i = 0; i < FORM_COUNT; i++) {
		if (strcmp(forms[i], wanted) == 0) {
			return i;
		}
	}
	return -1;
}

const char **word_names(void) {
	const char **names = g_new0(const char *, WORD_COUNT + 1);
	for (int i = 0; i < WORD_COUNT; i++) {
		names[i] = rows[i].name;
	}
	return names;
}

const char **word_form_names(void) {
	const char **names = g_new0(const char *, FORM_COUNT + 1);
	memcpy(names, forms, sizeof forms);
	return names;
}

static gboolean has_placeholder(const char *text, const char *placeholder) {
	g_autofree char *written = g_strdup_printf("{%s}", placeholder);
	return strstr(text, written) != NULL;
}

/* Every {…} of the text is one of the row's. */
static gboolean check_foreign(const WordRow *row, const char *text, Span where, Diags *diags) {
	for (const char *open = strchr(text, '{'); open; open = strchr(open + 1, '{')) {
		const char *close = strchr(open, '}');
		gsize length = close ? (gsize)(close - open) + 1 : strlen(open);
		g_autofree char *written = g_strndup(open, length);
		g_autofree char *inner = g_strndup(open + 1, close ? length - 2 : 0);
		if (close && g_strv_contains(row->placeholders, inner)) {
			continue;
		}
		g_autofree char *all = g_strjoinv("}, {", (char **)row->placeholders);
		g_autofree char *hint = *all ? g_strdup_printf("it may have: {%s}", all)
					     : g_strdup("it has no placeholders");
		diag_error(diags, "word-placeholder", where, hint,
			"`%s` has a placeholder %s that nothing fills", row->name, written);
		return FALSE;
	}
	return TRUE;
}

gboolean word_check(Word word, int form, const char *text, Span where, Diags *diags) {
	const WordRow *row = word_row(word);
	if (!check_foreign(row, text, where, diags)) {
		return FALSE;
	}
	gboolean optional =
		row->counts && form != FORM_OTHER && form != FORM_FEW && form != FORM_MANY;
	for (int i = 0; row->placeholders[i] && !optional; i++) {
		if (!has_placeholder(text, row->placeholders[i])) {
			diag_error(diags, "word-placeholder", where,
				"write it where the value is to stand", "`%s` lacks {%s}",
				row->name, row->placeholders[i]);
			return FALSE;
		}
	}
	return TRUE;
}

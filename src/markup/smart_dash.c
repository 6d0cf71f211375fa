/* smart_dash: hyphens that stand for dashes, dots that stand for an ellipsis. A range never breaks
 * at its dash: word joiners on both sides. */
#include <string.h>

#include "markup/smart_range.h"

#define EN_DASH "\xE2\x80\x93"
#define EM_DASH "\xE2\x80\x94"
#define ELLIPSIS "\xE2\x80\xA6"
#define WORD_JOINER "\xE2\x81\xA0"
#define RANGE_DASH WORD_JOINER EN_DASH WORD_JOINER

static int run_of(const SmartText *smart, int at, char byte) {
	int length = 0;
	while (at + length < smart->length && smart->text[at + length] == byte &&
		smart_free(smart, at + length)) {
		length++;
	}
	return length;
}

static gboolean between_digits(const SmartText *smart, int at, int length) {
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + length);
	return before < 0x80 && after < 0x80 && g_ascii_isdigit((char)before) &&
		g_ascii_isdigit((char)after);
}

/* " --help" is an option of a command, not a dash. */
static gboolean is_option(const SmartText *smart, int at) {
	gunichar before = smart_before(smart, at), after = smart_after(smart, at + 2);
	gboolean begins =
		before == 0 || g_unichar_isspace(before) || before == '[' || before == '(';
	return begins && g_unichar_isalnum(after);
}

static void edit_hyphens(RichEdit *edit, const SmartText *smart) {
	int length = run_of(smart, edit->at, '-');
	if (length == 1 && smart_is_range(smart, edit->at)) {
		rich_edit_replace(edit, 1, RANGE_DASH);
	} else if (length == 2 && between_digits(smart, edit->at, 2)) {
		rich_edit_replace(edit, 2, RANGE_DASH);
	} else if (length == 2 && !is_option(smart, edit->at)) {
		rich_edit_replace(edit, 2, EN_DASH);
	} else if (length == 3) {
		rich_edit_replace(edit, 3, EM_DASH);
	} else {
		rich_edit_keep(edit, length);
	}
}

static void edit_dots(RichEdit *edit, const SmartText *smart) {
	int length = run_of(smart, edit->at, '.');
	if (length == 3 || length == 4) {
		rich_edit_replace(edit, 3, ELLIPSIS);
		length -= 3;
	}
	rich_edit_keep(edit, length);
}

static void edit_en_dash(RichEdit *edit, const SmartText *smart) {
	int length = (int)strlen(EN_DASH);
	if (between_digits(smart, edit->at, length)) {
		rich_edit_replace(edit, length, RANGE_DASH);
	} else {
		rich_edit_keep(edit, length);
	}
}

void smart_dashes(RichText *rich) {
	g_autofree unsigned char *guards = rich_guards(rich);
	RichEdit edit;
	rich_edit_begin(&edit, rich);
	SmartText smart = {edit.old->str, (int)edit.old->len, guards};
	for (;;) {
		rich_edit_keep_until(&edit, "-. \xE2");
		if (edit.at >= smart.length) {
			break;
		}
		const char *at = smart.text + edit.at;
		int gap = 0;
		if (!smart_free(&smart, edit.at)) {
			rich_edit_keep(&edit, 1);
		} else if (*at == '-') {
			edit_hyphens(&edit, &smart);
		} else if (*at == '.') {
			edit_dots(&edit, &smart);
		} else if (!strncmp(at, EN_DASH, strlen(EN_DASH))) {
			edit_en_dash(&edit, &smart);
		} else if (*at == ' ' && (gap = smart_year_gap(&smart, edit.at)) > 0) {
			rich_edit_replace(&edit, gap, RANGE_DASH);
		} else {
			rich_edit_keep(&edit, 1);
		}
	}
	rich_edit_end(&edit);
}

/* check_references: numbers in brackets that lead to no reference. Where the abstract itself lists
 * its works ("[1] Title …" at the beginning of a paragraph) nothing is asked. */
#include <string.h>

#include "check/rules.h"

enum { DIGITS_MOST = 3 }; /* [2022] is a year */

/* "[1]", "[1, 2]", "[1–3]" at `at`: the greatest number and its bytes; FALSE for all else, links
 * and intervals from 0 among it. */
static gboolean read_numbers(const char *at, int *greatest, int *length) {
	const char *start = at++;
	*greatest = 0;
	for (;;) {
		int digits = (int)strspn(at, "0123456789");
		int number = digits > 0 && digits <= DIGITS_MOST
			? (int)g_ascii_strtoll(at, NULL, 10)
			: 0;
		if (number == 0) {
			return FALSE;
		}
		*greatest = MAX(*greatest, number);
		at += digits;
		if (*at == ']') {
			break;
		}
		const char *mark = at + strspn(at, ",;- ");
		mark += g_str_has_prefix(mark, "–") ? strlen("–") : 0;
		if (mark == at) {
			return FALSE;
		}
		at = mark + strspn(mark, " ");
	}
	*length = (int)(at + 1 - start);
	return at[1] != '(' && at[1] != '[' && at[1] != ':';
}

static void report(const Item *item, int offset, int length, Diags *diags) {
	g_autofree char *there = item->reference_count == 0 ? g_strdup("there are no `references`")
		: item->reference_count == 1
		? g_strdup("`references` has only one entry")
		: g_strdup_printf("`references` has only %d entries", item->reference_count);
	diag_warning(diags, "no-reference", rules_place(&item->abstract, offset, length),
		"add the work to `references`, or take the number out",
		"the abstract refers to %.*s, but %s", length, item->abstract.text + offset, there);
}

static gboolean begins_paragraph(const char *text, const char *at) {
	return at == text || (at - text >= 2 && at[-1] == '\n' && at[-2] == '\n');
}

static void item_rule(const Item *item, Diags *diags) {
	const char *text = item->abstract.text;
	int reported = -1, reported_length = 0;
	for (const char *at = strchr(text, '['); at; at = strchr(at + 1, '[')) {
		int greatest = 0, length = 0;
		if (!read_numbers(at, &greatest, &length)) {
			continue;
		}
		if (begins_paragraph(text, at)) {
			return;
		}
		if (greatest > item->reference_count && reported < 0) {
			reported = (int)(at - text);
			reported_length = length;
		}
	}
	if (reported >= 0) {
		report(item, reported, reported_length, diags);
	}
}

void check_references(const Event *event, Diags *diags) {
	for (int i = 0; i < event->item_count; i++) {
		if (rules_given(&event->items[i]->abstract)) {
			item_rule(event->items[i], diags);
		}
	}
}

/* wording: see the header. A tag's text is gathered while its ink comes without that of another. */
#include "finish/wording.h"

#include <string.h>

/* A leaf's share of the text. */
typedef struct Share {
	int leaf, start;
	gboolean differs;
} Share;

struct Wording {
	Plan *plan;
	int tag; /* whose text is gathered, TAG_ARTIFACT = none */
	gboolean breaks; /* the line before ended without a space where there is one */
	GString *text;
	GArray *shares;
	GHashTable *done; /* tags that were gathered */
};

Wording *wording_new(Plan *plan) {
	Wording *wording = g_new0(Wording, 1);
	wording->plan = plan;
	wording->tag = TAG_ARTIFACT;
	wording->text = g_string_new(NULL);
	wording->shares = g_array_new(FALSE, FALSE, sizeof(Share));
	wording->done = g_hash_table_new(NULL, NULL);
	return wording;
}

static const char *keep(const Wording *wording, int from, int to) {
	return g_string_chunk_insert_len(
		wording->plan->texts, wording->text->str + from, to - from);
}

static gboolean is_whole(const Wording *wording) {
	for (guint i = 0; i < wording->shares->len; i++) {
		int leaf = g_array_index(wording->shares, Share, i).leaf;
		if (g_array_index(wording->plan->leaves, PlanLeaf, leaf).element != wording->tag) {
			return FALSE;
		}
	}
	return TRUE;
}

/* Puts an element around the leaf that says what it reads. */
static void say_share(const Wording *wording, const Share *share, int end) {
	Plan *plan = wording->plan;
	PlanLeaf *leaf = &g_array_index(plan->leaves, PlanLeaf, share->leaf);
	const char *text = keep(wording, share->start, end);
	if (plan_element(plan, leaf->element)->tag.kind == TAG_SPAN) {
		plan_element(plan, leaf->element)->tag.actual = text;
		return;
	}
	Tag span = {.kind = TAG_SPAN, .actual = text};
	int around = leaf->kid, element = plan_add_element(plan, span, leaf->element);
	leaf->kid = plan_add_kid(plan, element, KID_LEAF, share->leaf);
	leaf->element = element;
	g_array_index(plan->kids, Kid, around).kind = KID_ELEMENT;
	g_array_index(plan->kids, Kid, around).index = element;
}

static void say_shares(const Wording *wording) {
	for (guint i = 0; i < wording->shares->len; i++) {
		const Share *share = &g_array_index(wording->shares, Share, i);
		int end = i + 1 < wording->shares->len
			? g_array_index(wording->shares, Share, i + 1).start
			: (int)wording->text->len;
		if (share->differs) {
			say_share(wording, share, end);
		}
	}
}

static void say(Wording *wording) {
	gboolean differs = FALSE;
	for (guint i = 0; i < wording->shares->len; i++) {
		differs = differs || g_array_index(wording->shares, Share, i).differs;
	}
	if (differs && is_whole(wording) &&
		!plan_element(wording->plan, wording->tag)->tag.actual) {
		plan_element(wording->plan, wording->tag)->tag.actual =
			keep(wording, 0, (int)wording->text->len);
	} else if (differs) {
		say_shares(wording);
	}
	g_string_truncate(wording->text, 0);
	g_array_set_size(wording->shares, 0);
	wording->breaks = FALSE;
}

static void begin(Wording *wording, int tag) {
	say(wording);
	/* What comes again in parts is left as it is printed. */
	wording->tag = g_hash_table_add(wording->done, GINT_TO_POINTER(tag)) ? tag : TAG_ARTIFACT;
}

static Share *share_of_leaf(Wording *wording, int leaf) {
	guint count = wording->shares->len;
	if (count == 0 || g_array_index(wording->shares, Share, count - 1).leaf != leaf) {
		Share share = {leaf, (int)wording->text->len, FALSE};
		g_array_append_val(wording->shares, share);
	}
	return &g_array_index(wording->shares, Share, wording->shares->len - 1);
}

static void add_text(GString *out, const ShapedWord *word) {
	const char *end = word->text + word->byte_count;
	for (const char *at = word->text; at < end; at = g_utf8_next_char(at)) {
		gunichar character = g_utf8_get_char(at);
		if (g_unichar_isspace(character)) {
			g_string_append_c(out, ' ');
		} else if (!character_is_unseen(character)) {
			g_string_append_len(out, at, g_utf8_next_char(at) - at);
		}
	}
}

void wording_take(Wording *wording, int tag, const LineRun *run) {
	if (tag != wording->tag) {
		begin(wording, tag);
	}
	if (wording->tag == TAG_ARTIFACT) {
		return;
	}
	Share *share = share_of_leaf(wording, (int)wording->plan->leaves->len - 1);
	if (wording->breaks) {
		g_string_append_c(wording->text, ' ');
		share->differs = TRUE;
		wording->breaks = FALSE;
	}
	for (int i = 0; i < run->word_count; i++) {
		if (run->words[i].source < 0) {
			share->differs = TRUE;
		} else {
			add_text(wording->text, run->words[i].word);
		}
	}
}

/* A line of which a newline (one byte) or U+2028 (three) is not shown ended where the text says
 * so. */
void wording_end_line(Wording *wording, const PageItem *item) {
	const Line *line = item->as.text.line;
	if (item->tag != wording->tag || wording->tag == TAG_ARTIFACT || line->run_count == 0) {
		return;
	}
	int shown = line->start;
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count; w++) {
			const PlacedWord *placed = &line->runs[r].words[w];
			shown = MAX(shown, placed->source + placed->word->byte_count);
		}
	}
	gboolean spaced = g_str_has_suffix(wording->text->str, " ");
	int hidden = line->end - shown;
	wording->breaks = !line->hyphenated && !spaced && (hidden == 1 || hidden == 3);
}

void wording_free(Wording *wording) {
	say(wording);
	g_string_free(wording->text, TRUE);
	g_array_free(wording->shares, TRUE);
	g_hash_table_destroy(wording->done);
	g_free(wording);
}

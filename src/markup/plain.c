/* plain: the words of a text without what marks them up, a line a block. */
#include <string.h>

#include "markup/markup.h"

#define LINE_SEPARATOR "\xE2\x80\xA8"
#define WORD_JOINER "\xE2\x81\xA0"

/* Forced breaks become line feeds; word joiners, which only lines of type need, go. */
static void append_inline(GString *out, const Inline *text) {
	for (const char *at = text->text; *at;) {
		if (g_str_has_prefix(at, LINE_SEPARATOR)) {
			g_string_append_c(out, '\n');
			at += strlen(LINE_SEPARATOR);
		} else if (g_str_has_prefix(at, WORD_JOINER)) {
			at += strlen(WORD_JOINER);
		} else {
			g_string_append_c(out, *at++);
		}
	}
}

static void append_blocks(GString *out, const MarkBlock *const *blocks, int count) {
	for (int i = 0; i < count; i++) {
		if (blocks[i]->inlines) {
			if (out->len > 0) {
				g_string_append_c(out, '\n');
			}
			append_inline(out, blocks[i]->inlines);
		}
		append_blocks(out, blocks[i]->children, blocks[i]->child_count);
	}
}

char *markup_to_plain(const MarkDocument *document) {
	GString *out = g_string_new(NULL);
	append_blocks(out, document->blocks, document->block_count);
	return g_string_free(out, FALSE);
}

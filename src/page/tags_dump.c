/* tags_dump: the structure of a document as text, a line a tag, children indented. */
#include "page/tags.h"

#include <string.h>

#include "page/dump.h"

static const char *const kind_names[] = {"document", "part", "section", "heading", "paragraph",
	"list", "list-item", "label", "body", "table", "row", "header-cell", "cell", "figure",
	"quote", "code", "contents", "contents-item", "index", "link", "reference", "bibliography",
	"note", "span"};

static void dump_attribute(GString *out, const char *name, const char *text) {
	if (text) {
		g_string_append_printf(out, " %s ", name);
		dump_quoted(out, text, (int)strlen(text));
	}
}

char *tag_tree_dump(const TagTree *tree) {
	GString *out = g_string_new(NULL);
	int *depths = g_new0(int, (gsize)tree->count + 1);
	for (int i = 0; i < tree->count; i++) {
		const Tag *tag = &tree->tags[i];
		depths[i] = tag->parent < 0 ? 0 : depths[tag->parent] + 1;
		g_string_append_printf(
			out, "%*s#%d %s", 2 * depths[i], "", i, kind_names[tag->kind]);
		if (tag->level) {
			g_string_append_printf(out, " %d", tag->level);
		}
		if (tag->rows > 1 || tag->columns > 1) {
			g_string_append_printf(out, " spans %dx%d", tag->rows, tag->columns);
		}
		dump_attribute(out, "lang", tag->language);
		dump_attribute(out, "alt", tag->alternate);
		dump_attribute(out, "actual", tag->actual);
		g_string_append_c(out, '\n');
	}
	g_free(depths);
	return g_string_free(out, FALSE);
}

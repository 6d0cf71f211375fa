/* pdf_link: see the header. Cairo writes an address into the file as it gets it, so that an
 * unbalanced parenthesis or a backslash would break the file (FACTS.md 2). */
#include "out/pdf_link.h"

#include <string.h>

struct AnchorMap {
	const Document *document;
	GHashTable *places; /* name -> index into anchors of all pages, counted through */
	int *firsts; /* by page: number of anchors before it */
};

char *pdf_uri(const char *address) {
	static const char kept[] = "-._~:/?#[]@!$&*+,;=";
	GString *uri = g_string_new(NULL);
	for (const char *c = address; *c; c++) {
		gboolean encodes = *c == '%' && g_ascii_isxdigit(c[1]) && g_ascii_isxdigit(c[2]);
		if (g_ascii_isalnum(*c) || strchr(kept, *c) || encodes) {
			g_string_append_c(uri, *c);
		} else {
			g_string_append_printf(uri, "%%%02X", (unsigned char)*c);
		}
	}
	return g_string_free(uri, FALSE);
}

AnchorMap *anchor_map_new(const Document *document) {
	AnchorMap *map = g_new0(AnchorMap, 1);
	map->document = document;
	map->places = g_hash_table_new(g_str_hash, g_str_equal);
	map->firsts = g_new0(int, (gsize)document->page_count + 1);
	for (int p = 0; p < document->page_count; p++) {
		const Page *page = &document->pages[p];
		map->firsts[p + 1] = map->firsts[p] + page->anchor_count;
		for (int a = 0; a < page->anchor_count; a++) {
			char *name = (char *)page->anchors[a].name;
			/* The first of a name counts, as document_find_anchor has it. */
			if (!g_hash_table_contains(map->places, name)) {
				g_hash_table_insert(
					map->places, name, GINT_TO_POINTER(map->firsts[p] + a));
			}
		}
	}
	return map;
}

void anchor_map_free(AnchorMap *map) {
	if (map) {
		g_hash_table_destroy(map->places);
		g_free(map->firsts);
		g_free(map);
	}
}

void attribute_append_pt(GString *attributes, Len length) {
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_string_append(
		attributes, g_ascii_formatd(number, sizeof number, "%.3f", len_to_pt(length)));
}

gboolean anchor_map_append(const AnchorMap *map, const char *name, Len bleed, GString *attributes) {
	void *place;
	if (!g_hash_table_lookup_extended(map->places, name, NULL, &place)) {
		return FALSE;
	}
	int index = GPOINTER_TO_INT(place), low = 0, high = map->document->page_count - 1;
	while (low < high) {
		int middle = (low + high + 1) / 2;
		if (map->firsts[middle] <= index) {
			low = middle;
		} else {
			high = middle - 1;
		}
	}
	Len y = map->document->pages[low].anchors[index - map->firsts[low]].y;
	g_string_append_printf(attributes, "page=%d pos=[0 ", low + 1);
	attribute_append_pt(attributes, MAX(0, y) + bleed);
	g_string_append_c(attributes, ']');
	return TRUE;
}

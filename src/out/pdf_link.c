/* pdf_link: see the header. Cairo 1.16 writes names into the file as it gets them, so that an
 * unbalanced parenthesis or a backslash would break the file, and forgets where a link
 * by page number leads when that page is yet to come: so links go by names. */
#include "out/pdf_link.h"

#include <string.h>

typedef struct AnchorPlace {
	int page, anchor;
	gboolean is_target;
} AnchorPlace;

struct AnchorMap {
	const Document *document;
	GHashTable *places; /* name -> AnchorPlace */
};

char *pdf_place_name(const char *anchor) {
	GString *name = g_string_new(NULL);
	for (const char *c = anchor; *c; c++) {
		if (g_ascii_isalnum(*c) || *c == '-' || *c == '.') {
			g_string_append_c(name, *c);
		} else {
			g_string_append_printf(name, "_%02x", (unsigned char)*c);
		}
	}
	return g_string_free(name, FALSE);
}

static void map_anchors(AnchorMap *map, int index) {
	const Page *page = &map->document->pages[index];
	for (int a = 0; a < page->anchor_count; a++) {
		char *name = (char *)page->anchors[a].name;
		/* The first of a name counts, as document_find_anchor has it. */
		if (!g_hash_table_contains(map->places, name)) {
			AnchorPlace *place = g_new0(AnchorPlace, 1);
			place->page = index;
			place->anchor = a;
			g_hash_table_insert(map->places, name, place);
		}
	}
}

static void map_targets(AnchorMap *map, const Page *closed, PageRoom *room) {
	const Page *page = page_open_areas(closed, room);
	for (int i = 0; i < page->item_count; i++) {
		const PageItem *item = &page->items[i];
		if (item->kind != PAGE_LINK || item->as.link.href || !item->as.link.target) {
			continue;
		}
		AnchorPlace *place = g_hash_table_lookup(map->places, item->as.link.target);
		if (place) {
			place->is_target = TRUE;
		}
	}
}

AnchorMap *anchor_map_new(const Document *document) {
	AnchorMap *map = g_new0(AnchorMap, 1);
	map->document = document;
	map->places = g_hash_table_new_full(g_str_hash, g_str_equal, NULL, g_free);
	for (int p = 0; p < document->page_count; p++) {
		map_anchors(map, p);
	}
	g_auto(PageRoom) room;
	page_room_init(&room);
	for (int p = 0; p < document->page_count; p++) {
		map_targets(map, &document->pages[p], &room);
	}
	return map;
}

void anchor_map_free(AnchorMap *map) {
	if (map) {
		g_hash_table_destroy(map->places);
		g_free(map);
	}
}

int anchor_map_find(const AnchorMap *map, const char *name, Len *y) {
	const AnchorPlace *place = g_hash_table_lookup(map->places, name);
	if (!place) {
		return -1;
	}
	*y = map->document->pages[place->page].anchors[place->anchor].y;
	return place->page;
}

gboolean anchor_map_is_target(const AnchorMap *map, int page, int anchor) {
	const char *name = map->document->pages[page].anchors[anchor].name;
	const AnchorPlace *place = g_hash_table_lookup(map->places, name);
	return place->is_target && place->page == page && place->anchor == anchor;
}

void attribute_append_pt(GString *attributes, Len length) {
	char number[G_ASCII_DTOSTR_BUF_SIZE];
	g_string_append(
		attributes, g_ascii_formatd(number, sizeof number, "%.3f", len_to_pt(length)));
}

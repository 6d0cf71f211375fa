/* pdf_prelude: see the header. Words are drawn whole, so that Cairo learns what a glyph says from
 * the same text as on the page where it first stands; all words of a face at once, because white
 * that is drawn alone is left out. */
#include "out/pdf_prelude.h"

/* Small, so that the longest word stays within the page: Cairo leaves out what is beyond. */
static const double SIZE_PT = 1, LEFT_PT = 10, TOP_PT = 50;

/* The words of one face that bring something new. */
typedef struct FaceWords {
	int face;
	GArray *words; /* PlacedWord */
} FaceWords;

typedef struct Prelude {
	GHashTable *seen; /* face and glyph */
	GHashTable *looked_at; /* words */
	GArray *faces; /* FaceWords, in the order of their first words */
} Prelude;

static gboolean has_new_glyph(Prelude *prelude, const ShapedWord *word) {
	gboolean any = FALSE;
	for (int i = 0; i < word->glyph_count; i++) {
		gsize key = (gsize)word->face << 32 | word->glyphs[i].index;
		any |= g_hash_table_add(prelude->seen, (gpointer)(key + 1));
	}
	return any;
}

static void add_word(Prelude *prelude, const ShapedWord *word) {
	PlacedWord placed = {.word = word};
	for (guint i = 0; i < prelude->faces->len; i++) {
		const FaceWords *face = &g_array_index(prelude->faces, FaceWords, i);
		if (face->face == word->face) {
			g_array_append_val(face->words, placed);
			return;
		}
	}
	FaceWords face = {word->face, g_array_new(FALSE, FALSE, sizeof(PlacedWord))};
	g_array_append_val(face.words, placed);
	g_array_append_val(prelude->faces, face);
}

static PageItem face_item(Arena *arena, const FaceWords *face) {
	LineRun *run = arena_new_of(arena, LineRun);
	run->size = len_from_pt(SIZE_PT);
	run->span = -1;
	run->word_count = (int)face->words->len;
	run->words = arena_memdup(arena, face->words->data, sizeof(PlacedWord) * face->words->len);
	Line *line = arena_new_of(arena, Line);
	line->run_count = 1;
	line->runs = run;
	PageItem item = {.kind = PAGE_TEXT, .tag = TAG_ARTIFACT};
	item.as.text.line = line;
	item.as.text.at = (Point){len_from_pt(LEFT_PT), len_from_pt(TOP_PT)};
	item.as.text.colour = -1;
	return item;
}

static void look_at_line(Prelude *prelude, const Line *line) {
	for (int r = 0; r < line->run_count; r++) {
		for (int w = 0; w < line->runs[r].word_count; w++) {
			const ShapedWord *word = line->runs[r].words[w].word;
			if (g_hash_table_add(prelude->looked_at, (gpointer)word) &&
				has_new_glyph(prelude, word)) {
				add_word(prelude, word);
			}
		}
	}
}

static void look_at_document(Prelude *prelude, const Document *document) {
	for (int p = 0; p < document->page_count; p++) {
		const Page *page = &document->pages[p];
		for (int i = 0; i < page->item_count; i++) {
			if (page->items[i].kind == PAGE_TEXT) {
				look_at_line(prelude, page->items[i].as.text.line);
			}
		}
	}
}

const Page *pdf_prelude(Arena *arena, const Document *document) {
	Prelude prelude = {.seen = g_hash_table_new(NULL, NULL),
		.looked_at = g_hash_table_new(NULL, NULL),
		.faces = g_array_new(FALSE, FALSE, sizeof(FaceWords))};
	look_at_document(&prelude, document);
	PageItem *items = arena_array_of(arena, PageItem, prelude.faces->len);
	for (guint i = 0; i < prelude.faces->len; i++) {
		const FaceWords *face = &g_array_index(prelude.faces, FaceWords, i);
		items[i] = face_item(arena, face);
		g_array_free(face->words, TRUE);
	}
	Page *page = arena_new_of(arena, Page);
	page->width = document->pages[0].width;
	page->height = document->pages[0].height;
	page->label = "";
	page->kind = "prelude";
	page->item_count = (int)prelude.faces->len;
	page->items = items;
	g_hash_table_destroy(prelude.seen);
	g_hash_table_destroy(prelude.looked_at);
	g_array_free(prelude.faces, TRUE);
	return page;
}

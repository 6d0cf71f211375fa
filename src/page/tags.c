/* tags: builds the structure of a document in reading order. It knows nothing of PDF: finish/
 * writes the tree, pages only point into it. */
#include "page/tags.h"

struct TagBuilder {
	Arena *arena;
	GArray *tags;
	int open; /* innermost open tag */
};

static int tag_add(TagBuilder *builder, TagKind kind, int level, int parent) {
	Tag tag = {.kind = kind, .level = level, .parent = parent};
	g_array_append_val(builder->tags, tag);
	return (int)builder->tags->len - 1;
}

static Tag *tag_at(TagBuilder *builder, int tag) {
	g_assert(tag >= 0 && tag < (int)builder->tags->len);
	return &g_array_index(builder->tags, Tag, tag);
}

TagBuilder *tag_builder_new(Arena *arena, const char *language) {
	TagBuilder *builder = g_new0(TagBuilder, 1);
	builder->arena = arena;
	builder->tags = g_array_new(FALSE, FALSE, sizeof(Tag));
	builder->open = tag_add(builder, TAG_DOCUMENT, 0, -1);
	tag_set_language(builder, builder->open, language);
	return builder;
}

int tag_open(TagBuilder *builder, TagKind kind, int level) {
	builder->open = tag_add(builder, kind, level, builder->open);
	return builder->open;
}

void tag_close(TagBuilder *builder) {
	g_assert(builder->open > 0);
	builder->open = tag_at(builder, builder->open)->parent;
}

int tag_leaf(TagBuilder *builder, TagKind kind, int level) {
	return tag_add(builder, kind, level, builder->open);
}

void tag_set_alternate(TagBuilder *builder, int tag, const char *alternate) {
	tag_at(builder, tag)->alternate = arena_strdup(builder->arena, alternate);
}

void tag_set_actual(TagBuilder *builder, int tag, const char *actual) {
	tag_at(builder, tag)->actual = arena_strdup(builder->arena, actual);
}

void tag_set_language(TagBuilder *builder, int tag, const char *language) {
	tag_at(builder, tag)->language = arena_strdup(builder->arena, language);
}

void tag_set_spans(TagBuilder *builder, int tag, int rows, int columns) {
	tag_at(builder, tag)->rows = rows;
	tag_at(builder, tag)->columns = columns;
}

int tag_builder_graft(TagBuilder *builder, TagBuilder *other) {
	int shift = (int)builder->tags->len - 1;
	for (guint i = 1; i < other->tags->len; i++) {
		Tag tag = g_array_index(other->tags, Tag, i);
		tag.parent = tag.parent == 0 ? builder->open : tag.parent + shift;
		g_array_append_val(builder->tags, tag);
	}
	tag_builder_free(other);
	return shift;
}

void tag_builder_free(TagBuilder *builder) {
	if (builder) {
		g_array_free(builder->tags, TRUE);
		g_free(builder);
	}
}

const TagTree *tag_builder_end(TagBuilder *builder) {
	TagTree *tree = arena_new_of(builder->arena, TagTree);
	tree->count = (int)builder->tags->len;
	tree->tags =
		arena_memdup(builder->arena, builder->tags->data, builder->tags->len * sizeof(Tag));
	tag_builder_free(builder);
	return tree;
}

gboolean tag_is_decoration(const Tag *tag) {
	return tag->kind == TAG_FIGURE && !tag->alternate && !tag->actual;
}

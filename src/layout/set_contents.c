/* set_contents: a group of the contents (DESIGN-2 B1): bar and hair, its name, then a row an entry:
 * page number in the hang column, what stands there, when. Never fewer than two entries of a group
 * stand on a page. */
#include "layout/setter.h"

static void set_name(Setter *setter, VList *list, const Block *group) {
	const Theme *theme = setter->theme;
	double scale = setter->format.line_scale;
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	VList words;
	vlist_init(&words, setter->arena);
	set_text(setter, &words,
		(Words){STYLE_CONTENTS_GROUP, group->text, text,
			tag_leaf(setter->tags, TAG_HEADING, 3)});
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rule(setter, &box, (RuleAt){hang, 0, len_scale(theme->row_bar, scale), COLOUR_ACCENT});
	set_rule(setter, &box, (RuleAt){text, 0, len_scale(theme->row_hair, scale), COLOUR_INK});
	Len top = setter->format.line / 4;
	box_add_vlist(&box, &words, 0, vlist_count(&words), top);
	box_end(&box, list, top + vlist_height(&words, 0, vlist_count(&words)));
	vlist_finish(&words);
}

void set_contents(Setter *setter, VList *list, const Block *group) {
	enum { TOGETHER = 2 };
	int start = vlist_count(list), count = group->child_count;
	setter->tabular = setter->format.stacked;
	set_name(setter, list, group);
	tag_open(setter->tags, TAG_CONTENTS, 0);
	for (int i = 0; i < count; i++) {
		gboolean parts = i >= TOGETHER && count - i >= TOGETHER;
		vlist_add_penalty(list, parts ? 0 : PENALTY_NEVER);
		tag_open(setter->tags, TAG_CONTENTS_ITEM, 0);
		set_block(setter, list, group->children[i], setter_text_column(setter));
		tag_close(setter->tags);
	}
	tag_close(setter->tags);
	Len quarter = setter->format.line / 4;
	Len height = vlist_height(list, start, vlist_count(list)) + quarter;
	Len half = setter_half(setter, 1);
	/* The next group's rule lies on the grid of half lines. */
	vlist_add_glue(list, quarter + (half - height % half) % half);
	setter->tabular = FALSE;
}

/* set_person: a person with the biography (DESIGN-2 C5): hair, portrait in the hang column; name,
 * affiliation and slot on one line, or the affiliation on its own where they do not fit; the
 * biography below. A row of ordinary length is never broken. */
#include "layout/setter.h"

enum { WHOLE_LINES = 9 };

static Len text_extent(Setter *setter, StyleRole role, const Inline *text) {
	return text_width(setter->text, &setter->sheet, role, text, setter->composition->language);
}

/* Name and affiliation run together. */
static const Inline *name_line(Setter *setter, const PersonBlock *person) {
	InlineBuilder *builder = inline_builder_new(setter->arena);
	inline_add_inline(builder, person->name, -1);
	inline_add(builder, "\xe2\x80\x82"); /* en space */
	inline_add_inline(builder, person->affiliation, STYLE_AGENDA_AFFILIATION);
	return inline_builder_end(builder, person->name->language, person->name->source);
}

/* Name and affiliation into `words`, leaving `taken` at the end of the first line. */
static void set_name(Setter *setter, VList *words, const PersonBlock *person, Len taken) {
	Column text = setter_text_column(setter);
	Column narrow = {text.x, text.width - taken};
	int tag = tag_leaf(setter->tags, TAG_HEADING, 3);
	const Inline *line = person->affiliation ? name_line(setter, person) : person->name;
	if (text_extent(setter, STYLE_DIRECTORY_NAME, line) <= narrow.width) {
		set_text(setter, words, (Words){STYLE_DIRECTORY_NAME, line, narrow, tag});
		return;
	}
	set_text(setter, words, (Words){STYLE_DIRECTORY_NAME, person->name, narrow, tag});
	if (person->affiliation) {
		set_text(setter, words,
			(Words){STYLE_AGENDA_AFFILIATION, person->affiliation, text,
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
}

static Len slot_width(Setter *setter, const PersonBlock *person) {
	return text_extent(setter, STYLE_DIRECTORY_TIME, setter_widest(setter, person->slot));
}

static void add_slot(Setter *setter, BoxBuilder *box, const PersonBlock *person, Len top) {
	Column text = setter_text_column(setter);
	Len width = slot_width(setter, person);
	Len shift = style_baseline(setter_style(setter, STYLE_DIRECTORY_NAME)) -
		style_baseline(setter_style(setter, STYLE_DIRECTORY_TIME));
	VList words;
	vlist_init(&words, setter->arena);
	set_text(setter, &words,
		(Words){STYLE_DIRECTORY_TIME, person->slot,
			(Column){text.x + text.width - width, width},
			tag_leaf(setter->tags, TAG_REFERENCE, 0)});
	box_add_vlist(box, &words, 0, vlist_count(&words), top + shift);
	vlist_finish(&words);
}

/* Index behind the last item that stands beside the portrait, or all of a row that is whole. */
static int first_end(const Setter *setter, const VList *words, Len beside) {
	int count = vlist_count(words);
	Len bio = WHOLE_LINES * setter_style(setter, STYLE_BIO)->leading;
	Len name = setter_style(setter, STYLE_DIRECTORY_NAME)->leading;
	if (vlist_height(words, 0, count) <= bio + 2 * name) {
		return count;
	}
	Len height = 0;
	for (int i = 0; i < count; i++) {
		height += vlist_height(words, i, i + 1);
		if (vlist_at(words, i)->kind == V_BOX && height >= beside) {
			return i + 1;
		}
	}
	return count;
}

void set_person(Setter *setter, VList *list, const Block *block) {
	if (setter_stacks(setter)) {
		setter->tabular = TRUE;
		set_person(setter, list, block);
		setter->tabular = FALSE;
		return;
	}
	const PersonBlock *person = block->as.person;
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	Len pad = setter->format.line / 4;
	VList words;
	vlist_init(&words, setter->arena);
	tag_open(setter->tags, TAG_SECTION, 0);
	set_name(setter, &words, person, slot_width(setter, person) + setter->format.gutter);
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rule(setter, &box,
		(RuleAt){text, 0, len_scale(setter->theme->row_hair, setter->format.line_scale),
			COLOUR_INK});
	add_slot(setter, &box, person, pad);
	Len side = MIN(hang.width, len_scale(len_from_mm(24), setter->format.line_scale));
	set_figure(setter, &box, person->figure, (Column){hang.x, side}, pad);
	if (person->bio) {
		vlist_add_penalty(&words, PENALTY_NEVER);
		set_children(setter, &words, person->bio, text);
	}
	tag_close(setter->tags);
	int count = vlist_count(&words), end = first_end(setter, &words, side);
	box_add_vlist(&box, &words, 0, end, pad);
	vlist_add_anchor(list, person->person_anchor);
	box_end(&box, list, pad + MAX(side, vlist_height(&words, 0, end)));
	for (int i = end; i < count; i++) {
		vlist_add(list, *vlist_at(&words, i));
	}
	vlist_finish(&words);
	vlist_add_glue(list, 3 * setter->format.line / 4);
}

/* part_bios: all who speak with their biographies (DESIGN-2 C5): name, affiliation, when and where
 * they first appear, the biography in full. Where the booklet has this part, biographies do not
 * stand with the talks. */
#include "doc/parts.h"

/* "Tue 9:00, p. 46", the page in grey. */
static const Inline *slot(const Compose *compose, const Person *person) {
	const Item *item = person->items[0];
	InlineBuilder *builder = inline_builder_new(compose->arena);
	if (item->start != TIME_NONE) {
		g_autofree char *time = time_format_plain(&compose->time_form, item->start);
		if (compose->event->day_count > 1) {
			inline_add(builder, part_date(compose, "EEE", item->day));
			inline_add(builder, " ");
		}
		inline_add(builder, time);
	}
	const char *target = part_item_target(compose, item);
	if (target) {
		gboolean first = inline_builder_length(builder) == 0;
		inline_add(builder, first ? "" : part_separator(compose, WORD_LIST_COMMA));
		inline_push(builder, (InlineSpan){.role = STYLE_AGENDA_PAGE});
		part_add_page_pattern(
			compose, builder, lang_word(compose->lang, WORD_PAGE_SHORT), target);
		inline_pop(builder);
	}
	return inline_builder_end(builder, NULL, person->span);
}

static const Inline *name(const Compose *compose, const Person *person) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	inline_add_span(builder, person->name.text,
		(InlineSpan){.flags = INLINE_NAME,
			.role = -1,
			.target = part_item_target(compose, person->items[0])});
	return inline_builder_end(builder, NULL, person->name.span);
}

static const Block *bio(const Compose *compose, const Person *person) {
	Block *group = block_new(compose->arena, BLOCK_GROUP);
	BlockList *list = block_list_new(compose->arena);
	const Text text = part_text_in(person->bio, person->language);
	block_list_add(list, part_prose(compose, &text, STYLE_BIO));
	for (int i = 0; i < person->contact_count; i++) {
		block_list_add(
			list, part_contact_line(compose, &person->contacts[i], person->language));
	}
	gboolean any = block_list_count(list) > 0;
	block_list_end(list, group);
	return any ? group : NULL;
}

static const Block *person_block(const Compose *compose, const Person *person) {
	PersonBlock *row = arena_new_of(compose->arena, PersonBlock);
	row->figure = part_figure(compose, person);
	row->name = name(compose, person);
	const char *affiliation = part_affiliation(compose, person);
	row->affiliation = affiliation ? part_text(compose, affiliation) : NULL;
	row->slot = slot(compose, person);
	row->bio = bio(compose, person);
	/* Names lead to the directory where there is one. */
	gboolean directory = part_is_printed(compose, PART_SPEAKERS);
	row->person_anchor = directory ? NULL : anchor_of_person(compose->arena, person);
	Block *block = block_new(compose->arena, BLOCK_PERSON);
	block->anchor = anchor_of_bio(compose->arena, person);
	block->as.person = row;
	block->source = person->span;
	return block;
}

const Block *part_bios(const Compose *compose) {
	return part_is_printed(compose, PART_BIOS) ? part_people_page(compose, "bios", person_block)
						   : NULL;
}

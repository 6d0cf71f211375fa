/* part_matter: front matter: the imprint, letters with those who sign them, committees (DESIGN-2
 * B3, B4). */
#include "doc/parts.h"
#include "view/members.h"

#define EN_SPACE "\xe2\x80\x82"

enum { SIGNED_ABREAST = 4, MEMBERS_MOST = 90 };

/* --- imprint ------------------------------------------------------------------------------ */

/* Small print at the foot of its page. */
const Block *part_imprint(const Compose *compose, const Text *title) {
	if (!part_is_printed(compose, PART_IMPRINT)) {
		return NULL;
	}
	Block *page = part_page(compose, "imprint", START_PAGE);
	page->outline = title->text ? title->text : lang_word(compose->lang, WORD_IMPRINT);
	Block *row = part_row(compose, RULE_HAIR, page->outline);
	row->role = STYLE_BIO;
	const Block *words = part_prose(compose, &compose->event->imprint, STYLE_BIO);
	part_set_children(compose, row, &words, words ? 1 : 0);
	const Block *children[] = {block_new(compose->arena, BLOCK_FILL), row};
	part_set_children(compose, page, children, 2);
	return page;
}

/* --- letters ------------------------------------------------------------------------------ */

const char *part_letter_anchor(const Compose *compose, int index) {
	return index == 0 ? anchor_of_part(PART_LETTERS)
			  : arena_printf(compose->arena, "letter-%d", index);
}

const Inline *part_letter_title(const Compose *compose, int index) {
	const Inline *title = part_inline(compose, &compose->event->letters[index].title);
	return title ? title : part_word(compose, WORD_WELCOME);
}

static int picture(const Compose *compose, int index) {
	return index >= 0 && compose->pictures ? compose->pictures[index] : -1;
}

static const Block *portrait(const Compose *compose, const Letter *letter) {
	int asset = picture(compose, letter->portrait);
	if (asset < 0) {
		return NULL;
	}
	FigureBlock *figure = arena_new_of(compose->arena, FigureBlock);
	figure->form = FORM_PORTRAIT;
	figure->asset = asset;
	figure->crop = compose->picture_crops[letter->portrait];
	const char *name = letter->signature_count > 0 ? letter->signatures[0].name.text : "";
	figure->alternate = letter->portrait_alt.text
		? letter->portrait_alt.text
		: lang_format(compose->arena, compose->lang, WORD_PORTRAIT_OF, "name", name, NULL);
	Block *block = block_new(compose->arena, BLOCK_FIGURE);
	block->as.figure = figure;
	return block;
}

static const Block *signature(const Compose *compose, const Signer *signature) {
	SignatureBlock *made = arena_new_of(compose->arena, SignatureBlock);
	made->asset = picture(compose, signature->picture);
	made->name = part_inline(compose, &signature->name);
	made->role = part_inline(compose, &signature->role);
	Block *block = block_new(compose->arena, BLOCK_SIGNATURE);
	block->as.signature = made;
	block->source = signature->name.span;
	return block;
}

/* Side by side, two to a row; many signers one below the other. */
static const Block *signatures(const Compose *compose, const Letter *letter) {
	if (letter->signature_count == 0) {
		return NULL;
	}
	gboolean abreast = letter->signature_count <= SIGNED_ABREAST;
	Block *group = block_new(compose->arena, abreast ? BLOCK_CELLS : BLOCK_GROUP);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < letter->signature_count; i++) {
		block_list_add(list, signature(compose, &letter->signatures[i]));
	}
	block_list_end(list, group);
	return group;
}

static const Block *letter_page(const Compose *compose, int index, const char *label) {
	const Letter *letter = &compose->event->letters[index];
	Block *page = part_page(compose, "letter", START_PAGE);
	page->anchor = part_letter_anchor(compose, index);
	const Inline *title = part_letter_title(compose, index);
	page->outline = title->text;
	Block *head = part_head(compose, letter->title.text ? label : NULL, NULL);
	const Block *words = block_paragraph(compose->arena, STYLE_PAGE_TITLE, title);
	part_set_children(compose, head, &words, 1);
	/* The portrait stands beside the first lines. */
	Block *row = part_row(compose, RULE_NONE, NULL);
	row->role = STYLE_PROSE;
	row->hang = portrait(compose, letter);
	row->keeps = TRUE;
	const Block *prose = part_prose(compose, &letter->text, STYLE_PROSE);
	part_set_children(compose, row, &prose, prose ? 1 : 0);
	BlockList *list = block_list_new(compose->arena);
	block_list_add(list, head);
	block_list_add(list, row);
	block_list_add(list, block_space(compose->arena, 2));
	block_list_add(list, signatures(compose, letter));
	block_list_end(list, page);
	return page;
}

void part_letters(const Compose *compose, BlockList *list, const Text *title) {
	if (!part_is_printed(compose, PART_LETTERS)) {
		return;
	}
	const char *label = title->text ? title->text : lang_word(compose->lang, WORD_WELCOME);
	for (int i = 0; i < compose->event->letter_count; i++) {
		block_list_add(list, letter_page(compose, i, label));
	}
}

/* --- committees --------------------------------------------------------------------------- */

/* "finance" or the affiliation; NULL = neither. */
static const char *standing(const Compose *compose, const Member *member) {
	return member->role.text ? member->role.text : part_affiliation(compose, member->person);
}

/* "Marta Oyelaran  chair, City of Aldmere". */
static const Block *chair_line(const Compose *compose, const Member *chair) {
	const char *role = chair->role.text ? chair->role.text
					    : lang_word(compose->lang, WORD_COMMITTEE_CHAIR);
	const char *affiliation = part_affiliation(compose, chair->person);
	InlineBuilder *builder = inline_builder_new(compose->arena);
	part_add_name(compose, builder, chair->person, -1);
	inline_push(builder, (InlineSpan){.role = STYLE_AGENDA_AFFILIATION});
	inline_add(builder, EN_SPACE);
	inline_add(builder, role);
	if (affiliation) {
		inline_add(builder, part_separator(compose, WORD_LIST_COMMA));
		inline_add_span(
			builder, affiliation, (InlineSpan){.flags = INLINE_ISOLATE, .role = -1});
	}
	inline_pop(builder);
	return block_paragraph(compose->arena, STYLE_DIRECTORY_NAME,
		inline_builder_end(builder, NULL, chair->person->span));
}

static const Block *member_line(const Compose *compose, const Member *member) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	part_add_name(compose, builder, member->person, -1);
	const char *more = standing(compose, member);
	if (more) {
		inline_push(builder, (InlineSpan){.role = STYLE_AGENDA_AFFILIATION});
		inline_add(builder, part_separator(compose, WORD_LIST_COMMA));
		inline_add_span(builder, more, (InlineSpan){.flags = INLINE_ISOLATE, .role = -1});
		inline_pop(builder);
	}
	return block_paragraph(compose->arena, STYLE_INDEX,
		inline_builder_end(builder, NULL, member->person->span));
}

/* Names alone: run in. */
static const Block *run_in(const Compose *compose, const Member *const *members, int count) {
	InlineBuilder *builder = inline_builder_new(compose->arena);
	for (int i = 0; i < count; i++) {
		if (i > 0) {
			inline_add(builder,
				part_separator(
					compose, i + 1 == count ? WORD_LIST_AND : WORD_LIST_COMMA));
		}
		part_add_name(compose, builder, members[i]->person, -1);
	}
	return block_paragraph(
		compose->arena, STYLE_CAPTION, inline_builder_end(builder, NULL, SPAN_NONE));
}

/* Very many: names in three columns over the page. */
static const Block *names_block(const Compose *compose, const Committee *committee) {
	const Member *const *members = members_sorted(compose->arena, compose->event, committee);
	Block *columns = block_new(compose->arena, BLOCK_COLUMNS);
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < committee->member_count; i++) {
		InlineBuilder *name = inline_builder_new(compose->arena);
		part_add_name(compose, name, members[i]->person, -1);
		block_list_add(list,
			block_paragraph(compose->arena, STYLE_INDEX,
				inline_builder_end(name, NULL, members[i]->person->span)));
	}
	block_list_end(list, columns);
	return columns;
}

static const Block *members_block(const Compose *compose, const Committee *committee) {
	int count = committee->member_count;
	const Member *const *members = members_sorted(compose->arena, compose->event, committee);
	gboolean bare = TRUE;
	for (int i = 0; i < count; i++) {
		bare = bare && !standing(compose, members[i]);
	}
	if (count == 0 || bare) {
		return count > 0 ? run_in(compose, members, count) : NULL;
	}
	Block *columns = block_new(compose->arena, BLOCK_COLUMNS);
	columns->half_lines = 2;
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < count; i++) {
		block_list_add(list, member_line(compose, members[i]));
	}
	block_list_end(list, columns);
	return columns;
}

static const Block *committee_row(const Compose *compose, const Committee *committee) {
	Block *row = part_row(compose, RULE_ROW, NULL);
	row->role = STYLE_INDEX;
	row->hang = block_paragraph(
		compose->arena, STYLE_LABEL, part_inline(compose, &committee->name));
	row->source = committee->span;
	BlockList *list = block_list_new(compose->arena);
	for (int i = 0; i < committee->chair_count; i++) {
		block_list_add(list, chair_line(compose, &committee->chairs[i]));
	}
	gboolean apart = committee->member_count > MEMBERS_MOST;
	block_list_add(list, apart ? NULL : members_block(compose, committee));
	row->keeps = apart;
	block_list_end(list, row);
	return row;
}

static void add_committee(const Compose *compose, BlockList *list, const Committee *committee) {
	block_list_add(list, committee_row(compose, committee));
	block_list_add(list, block_space(compose->arena, 1));
	if (committee->member_count > MEMBERS_MOST) {
		block_list_add(list, names_block(compose, committee));
		block_list_add(list, block_space(compose->arena, 2));
	}
}

const Block *part_committees(const Compose *compose) {
	if (!part_is_printed(compose, PART_COMMITTEES)) {
		return NULL;
	}
	const Event *event = compose->event;
	const char *count = lang_plural(compose->arena, compose->lang, WORD_COUNT_PEOPLE,
		members_count_people(event), NULL);
	BlockList *list = block_list_new(compose->arena);
	Block *page = part_headed_page(compose, "committees", count, WORD_COMMITTEES, list);
	for (int i = 0; i < event->committee_count; i++) {
		const Committee *committee = &event->committees[i];
		if (committee->chair_count + committee->member_count > 0) {
			add_committee(compose, list, committee);
		}
	}
	block_list_end(list, page);
	return page;
}

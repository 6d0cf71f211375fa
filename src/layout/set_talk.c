/* set_talk: one talk. On pages of its own the attempts of DESIGN.md 7 are made in order: natural,
 * title one step down, biography without its contact lines; then a spread: abstract on the first
 * page, references, biography and notes on the second. In the flow of others (DESIGN-2 C1, C2)
 * the title is smaller and what is free falls at the foot of the page. */
#include "layout/setter.h"

enum {
	TITLE_LINES = 3, /* more: a step down */
	TITLE_CHARACTERS = 70,
	NOTES_LEAST = 20, /* half lines of free space worth being ruled for notes */
	GAP_BEFORE_BIO = 2, /* half lines, least white above a biography at the foot */
	BIO_COST = 800, /* of a page that begins with a further biography */
	FIRST_LINES = 4 /* with which a talk begins (DESIGN-2 C1) */
};

typedef struct Attempt {
	int step; /* of the title, down */
	gboolean bare; /* no contact lines */
	gboolean side; /* references beside the abstract */
} Attempt;

static StyleRole title_role(const TalkBlock *talk, int step) {
	static const StyleRole steps[] = {
		STYLE_TALK_TITLE, STYLE_TALK_TITLE_SMALL, STYLE_TALK_TITLE_SMALLEST};
	if (talk->title_missing) {
		return STYLE_TALK_TITLE_MISSING;
	}
	return steps[MIN(step, (int)G_N_ELEMENTS(steps) - 1)];
}

/* Lines that the title takes at a step; more than any when a word of it is divided. */
static int title_lines(Setter *setter, const TalkBlock *talk, int step) {
	ParSpec spec = setter_spec(
		setter, title_role(talk, step), talk->title, setter_text_column(setter).width);
	int lines = par_set(setter->text, setter->arena, &spec)->line_count;
	return setter_divides(setter, &spec) ? G_MAXINT : lines;
}

/* The title's own step: down while it is long. A phone's narrow lines part titles where nobody
 * would: a step down is better there where it makes two lines of three. */
static int natural_step(Setter *setter, const TalkBlock *talk) {
	enum { STEPS = 2 };
	int step = 0;
	if (g_utf8_strlen(talk->title->text, talk->title->length) > TITLE_CHARACTERS * 2) {
		step = 1;
	}
	int lines = title_lines(setter, talk, step);
	while (step < STEPS && lines > TITLE_LINES) {
		step++;
		lines = step < STEPS ? title_lines(setter, talk, step) : 0;
	}
	gboolean narrow = setter->composition->edition == BOOK_PHONE;
	return step +
		(narrow && step < STEPS && lines == TITLE_LINES &&
			title_lines(setter, talk, step + 1) < lines);
}

StyleRole talk_title_role(Setter *setter, const TalkBlock *talk) {
	return title_role(talk, natural_step(setter, talk));
}

static void set_speaker_list(Setter *setter, VList *list, const TalkBlock *talk) {
	Column text = setter_text_column(setter);
	Len width = (text.width - setter->format.gutter) / 2;
	for (int i = 0; i < talk->list_count; i += 2) {
		VList left, right;
		vlist_init(&left, setter->arena);
		vlist_init(&right, setter->arena);
		set_text(setter, &left,
			(Words){STYLE_FACT_SMALL, talk->list[i], (Column){text.x, width},
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
		if (i + 1 < talk->list_count) {
			Column column = {text.x + width + setter->format.gutter, width};
			set_text(setter, &right,
				(Words){STYLE_FACT_SMALL, talk->list[i + 1], column,
					tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
		}
		BoxBuilder box;
		box_init(&box, setter->arena);
		box_add_vlist(&box, &left, 0, vlist_count(&left), 0);
		box_add_vlist(&box, &right, 0, vlist_count(&right), 0);
		box_end(&box, list,
			MAX(vlist_height(&left, 0, vlist_count(&left)),
				vlist_height(&right, 0, vlist_count(&right))));
		vlist_finish(&left);
		vlist_finish(&right);
	}
}

/* Has the talk's prose another leading than the page? It comes half a line nearer to its title for
 * the white that it may need to stand on a line of its own. */
static gboolean has_own_lines(const Setter *setter) {
	return setter_prose_grid(setter) != setter->format.line;
}

static void set_lines(Setter *setter, VList *list, const TalkBlock *talk, int from, int to) {
	for (int i = from; i < to; i++) {
		set_text(setter, list,
			(Words){STYLE_SPEAKER, talk->lines[i], setter_text_column(setter),
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
}

/* Times into the hang column, title and speakers into the text column, as one box of whole lines.
 * On pages of its own prose keeps a line away from the speakers, in the flow half of that. */
static void set_title_block(
	Setter *setter, VList *list, const TalkBlock *talk, int step, gboolean flow) {
	Len gap = flow ? setter->format.line / 4 : setter_half(setter, 1);
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	VList times, words;
	vlist_init(&times, setter->arena);
	vlist_init(&words, setter->arena);
	/* Read before its time, which is one paragraph in two styles. */
	int heading = tag_leaf(setter->tags, TAG_HEADING, 2);
	int time = tag_leaf(setter->tags, TAG_PARAGRAPH, 0);
	if (talk->start) {
		set_text(setter, &times, (Words){STYLE_START_TIME, talk->start, hang, time});
	}
	if (talk->end) {
		set_text(setter, &times, (Words){STYLE_END_TIME, talk->end, hang, time});
	}
	set_text(setter, &words, (Words){title_role(talk, step), talk->title, text, heading});
	vlist_add_glue(&words, gap);
	set_lines(setter, &words, talk, 0, talk->above_count);
	set_speaker_list(setter, &words, talk);
	if (talk->names) {
		set_text(setter, &words,
			(Words){STYLE_CAPTION, talk->names, text,
				tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	}
	set_lines(setter, &words, talk, talk->above_count, talk->line_count);
	vlist_add_glue(&words, setter_half(setter, flow || has_own_lines(setter) ? 1 : 2));
	BoxBuilder box;
	box_init(&box, setter->arena);
	double scale = setter->format.line_scale;
	set_rule(setter, &box,
		(RuleAt){hang, 0, len_scale(setter->theme->head_bar, scale), COLOUR_ACCENT});
	set_rule(setter, &box,
		(RuleAt){text, 0, len_scale(setter->theme->head_hair, scale), COLOUR_INK});
	Len top = setter_half(setter, 1);
	box_add_vlist(&box, &times, 0, vlist_count(&times), top);
	box_add_vlist(&box, &words, 0, vlist_count(&words), top);
	box_end(&box, list,
		top +
			MAX(vlist_height(&times, 0, vlist_count(&times)),
				vlist_height(&words, 0, vlist_count(&words))));
	vlist_finish(&times);
	vlist_finish(&words);
	/* Prose begins on one of its lines, counted from the page's top, so that facing pages
	 * agree. */
	setter_close_prose(setter, list);
	vlist_add_penalty(list, PENALTY_NEVER);
}

static void set_part(Setter *setter, VList *list, const Block *block) {
	if (block) {
		set_block(setter, list, block, setter_text_column(setter));
	}
}

/* A page that begins within the abstract says so in its hang column. */
static void set_abstract(Setter *setter, VList *list, const TalkBlock *talk) {
	const VRunning running = {talk->start, talk->continued};
	vlist_add(list,
		(VItem){.kind = V_CONTINUE,
			.as.running = talk->start
				? arena_memdup(list->arena, &running, sizeof running)
				: NULL});
	set_part(setter, list, talk->abstract);
	setter_close_prose(setter, list);
	vlist_add(list, (VItem){.kind = V_CONTINUE});
}

/* Returns the item at which the abstract begins. */
static int set_front(Setter *setter, VList *list, const TalkBlock *talk, int step) {
	int start = vlist_count(list);
	set_title_block(setter, list, talk, step, FALSE);
	int abstract = vlist_count(list);
	if (talk->abstract) {
		set_abstract(setter, list, talk);
	}
	if (talk->extra) {
		if (talk->abstract) {
			vlist_add_glue(list, setter->format.line);
			vlist_add_penalty(list, PENALTY_NEVER);
		}
		set_part(setter, list, talk->extra);
	}
	set_to_grid(setter, list, start, 1);
	return abstract;
}

/* The first place from an item on where a page may end is none. */
static void keep_first_break(const VList *list, int from) {
	for (int i = from; i < vlist_count(list); i++) {
		VItem *item = &g_array_index(list->items, VItem, i);
		if (item->kind == V_PENALTY && item->penalty < PENALTY_NEVER) {
			item->penalty = PENALTY_NEVER;
			return;
		}
	}
}

/* Two entries at least stand with their label. */
static void set_references(Setter *setter, VList *list, const TalkBlock *talk, RuleKind rule) {
	if (!talk->references) {
		return;
	}
	Block row = *talk->references;
	row.rule = rule;
	/* Small type broken over pages would leave the rest of the second page off the grid. */
	enum { WHOLE_ENTRIES = 8 };
	row.whole = row.child_count <= WHOLE_ENTRIES;
	int start = vlist_count(list);
	set_block(setter, list, &row, setter_text_column(setter));
	keep_first_break(list, start);
}

static void set_bios(
	Setter *setter, VList *list, const TalkBlock *talk, RuleKind first, Attempt how) {
	const Block *const *bios = how.bare && talk->bios_bare ? talk->bios_bare : talk->bios;
	for (int i = 0; i < talk->bio_count; i++) {
		Block row = *bios[i];
		row.rule = i == 0 ? first : RULE_HAIR;
		if (i > 0) {
			vlist_add_penalty(list, 0);
			vlist_add_glue(list, setter->format.line);
		}
		set_block(setter, list, &row, setter_text_column(setter));
	}
}

static void add_notes(Setter *setter, VList *list, const TalkBlock *talk) {
	vlist_add(list,
		(VItem){.kind = V_NOTES,
			.height = setter_half(setter, NOTES_LEAST),
			.as.label = talk->notes_label});
}

/* Everything on one page, biography at its foot. FALSE when references cannot stand beside. */
static gboolean set_single(Setter *setter, VList *list, const TalkBlock *talk, Attempt how) {
	int abstract = set_front(setter, list, talk, how.step);
	if (how.side && !set_side_references(setter, list, talk->references, abstract)) {
		return FALSE;
	}
	if (talk->references && !how.side) {
		vlist_add_penalty(list, 0);
		vlist_add_glue(list, setter->format.line);
		set_references(setter, list, talk, RULE_HAIR);
	}
	if (talk->bio_count == 0) {
		add_notes(setter, list, talk);
		return TRUE;
	}
	vlist_add_penalty(list, 0);
	vlist_add_glue(list, setter_half(setter, GAP_BEFORE_BIO));
	vlist_add(list, (VItem){.kind = V_FILL});
	set_bios(setter, list, talk, RULE_HAIR, how);
	return TRUE;
}

static VPage *last_page(const VList *list) {
	for (int i = vlist_count(list) - 1; i >= 0; i--) {
		if (vlist_at(list, i)->kind == V_PAGE) {
			return vlist_at(list, i)->as.page;
		}
	}
	return NULL;
}

/* Abstract first, the rest on the page that faces it. */
static void set_spread(Setter *setter, VList *list, const TalkBlock *talk, Attempt how) {
	int start = vlist_count(list);
	set_front(setter, list, talk, how.step);
	/* A line more than the page has is better than three lines on the next. */
	Len page = setter->format.line * (setter->format.line_count + 1);
	gboolean runs_on = vlist_height(list, start, vlist_count(list)) > page;
	VPage *start_page = runs_on ? last_page(list) : NULL;
	if (start_page) {
		start_page->prose = TRUE;
	}
	if (!talk->references && talk->bio_count == 0) {
		return;
	}
	if (runs_on) {
		vlist_add_penalty(list, 0);
		vlist_add_glue(list, 3 * setter->format.line / 2);
	} else {
		add_notes(setter, list, talk);
		vlist_add_penalty(list, PENALTY_FORCE);
	}
	RuleKind rule = RULE_HEAD;
	if (talk->references) {
		set_references(setter, list, talk, rule);
		vlist_add_penalty(list, 0);
		vlist_add_glue(list, setter->format.line);
		rule = RULE_HAIR;
	}
	set_bios(setter, list, talk, rule, how);
	add_notes(setter, list, talk);
}

/* The talk's first page shall be a verso; one that it leaves free before it is for notes. */
static void start_on_verso(const VList *list, const TalkBlock *talk) {
	VPage *page = last_page(list);
	if (page) {
		page->start = START_VERSO;
		page->notes = talk->notes_label;
	}
}

static gboolean fits(Setter *setter, const VList *list) {
	return vlist_height(list, 0, vlist_count(list)) <=
		setter->format.line * setter->format.line_count;
}

static void set_own_page(Setter *setter, VList *list, const TalkBlock *talk) {
	int step = natural_step(setter, talk);
	const Attempt attempts[] = {{step, FALSE, TRUE}, {step, FALSE, FALSE},
		{step + 1, FALSE, FALSE}, {step, TRUE, FALSE}};
	for (size_t i = 0; i < G_N_ELEMENTS(attempts); i++) {
		gboolean beside = talk->references && talk->abstract;
		if ((attempts[i].bare && !talk->bios_bare) || (attempts[i].side && !beside)) {
			continue;
		}
		/* Tags are made by the setting that is kept: attempts count for nothing. */
		TagBuilder *kept = setter_try_begin(setter);
		VList tried;
		vlist_init(&tried, setter->arena);
		gboolean good =
			set_single(setter, &tried, talk, attempts[i]) && fits(setter, &tried);
		vlist_finish(&tried);
		setter_try_end(setter, kept);
		if (good) {
			set_single(setter, list, talk, attempts[i]);
			return;
		}
	}
	if (talk->on_verso) {
		start_on_verso(list, talk);
	}
	set_spread(setter, list, talk, (Attempt){.step = step});
}

/* Biographies between talks: no hair, no monogram, with three lines of what stands before. */
static void set_flow_bios(Setter *setter, VList *list, const TalkBlock *talk) {
	for (int i = 0; i < talk->bio_count; i++) {
		Block row = *talk->bios[i];
		row.rule = RULE_NONE;
		row.whole = TRUE;
		row.half_lines = 8;
		if (row.hang && row.hang->as.figure->form == FORM_MONOGRAM) {
			row.hang = NULL;
			row.half_lines = 0;
		}
		vlist_add_penalty(list, i == 0 ? PENALTY_NEVER : BIO_COST);
		vlist_add_glue(list, setter_half(setter, 1));
		set_block(setter, list, &row, setter_text_column(setter));
	}
}

static void set_in_flow(Setter *setter, VList *list, const TalkBlock *talk) {
	set_title_block(setter, list, talk, 2, TRUE);
	if (talk->abstract) {
		int prose = vlist_count(list);
		set_abstract(setter, list, talk);
		vlist_keep_first(list, prose, FIRST_LINES);
		if (talk->bio_count > 0 && !talk->extra && !talk->references) {
			vlist_keep_last(list, prose, vlist_count(list), ALONG_LINES);
		}
	}
	if (talk->extra) {
		vlist_add_glue(list, setter_half(setter, 1));
		set_part(setter, list, talk->extra);
	}
	if (talk->references) {
		vlist_add_penalty(list, 0);
		vlist_add_glue(list, setter->format.line);
		set_references(setter, list, talk, RULE_NONE);
	}
	set_flow_bios(setter, list, talk);
	vlist_add_penalty(list, PENALTY_FREE);
	vlist_add_grid(list, GLUE_GAP, setter_half(setter, talk->bio_count > 0 ? 3 : 4),
		setter->format.line);
	vlist_add_penalty(list, PENALTY_FREE);
}

void set_talk(Setter *setter, VList *list, const Block *block, gboolean own_page) {
	tag_open(setter->tags, TAG_SECTION, 0);
	vlist_add_anchor(list, block->anchor);
	setter_mark_foreign(setter, block->as.talk->abstract, block->as.talk->title);
	if (setter_stacks(setter)) {
		set_stacked_talk(setter, list, block->as.talk, own_page);
	} else if (own_page) {
		set_own_page(setter, list, block->as.talk);
	} else {
		set_in_flow(setter, list, block->as.talk);
	}
	setter->foreign = FALSE;
	tag_close(setter->tags);
}

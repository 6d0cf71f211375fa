/* set_boardplan: where the boards of a poster session stand, at the foot of their list (DESIGN-2
 * E3): rows that face each other over an aisle, odd numbers on the one side, even ones on the
 * other. A board that hangs nothing is a thin stroke. */
#include "layout/setter.h"

static const double PITCH_MM = 9.6, STROKE_SHARE = 0.79; /* of the pitch */
static const double USED_PT = 1.4, UNUSED_PT = 0.4;

typedef struct PlanAt {
	Setter *setter;
	BoxBuilder *box;
	Column text;
	Len pitch, line;
} PlanAt;

static void put_number(const PlanAt *at, const PlanBoard *board, Len x, Len top) {
	Setter *setter = at->setter;
	Len wide = text_width(setter->text, &setter->sheet, STYLE_LABEL, board->number,
		setter->composition->language);
	Len stroke = len_scale(at->pitch, STROKE_SHARE);
	VList list;
	vlist_init(&list, setter->arena);
	set_text(setter, &list,
		(Words){STYLE_LABEL, board->number,
			(Column){x + (stroke - wide) / 2, MAX(wide + 1, stroke)}, TAG_ARTIFACT});
	box_add_vlist(at->box, &list, 0, vlist_count(&list), top);
	vlist_finish(&list);
}

/* Odd boards stand over the aisle, their numbers over them; the even ones mirror that. */
static void put_board(const PlanAt *at, const BoardPlanBlock *plan, int index) {
	const PlanBoard *board = &plan->boards[index];
	int pair = index / 2;
	Len x = at->text.x + pair % plan->abreast * at->pitch;
	Len top = at->line / 2 + pair / plan->abreast * 4 * at->line;
	gboolean below = index % 2 == 1;
	Len y = top + at->line + (below ? 3 * at->line / 2 : 0);
	double thick = board->used ? USED_PT : UNUSED_PT;
	set_rule(at->setter, at->box,
		(RuleAt){(Column){x, len_scale(at->pitch, STROKE_SHARE)}, y,
			len_scale(len_from_pt(thick), at->setter->format.line_scale), COLOUR_INK});
	if (board->number) {
		put_number(at, board, x, below ? y + at->line / 4 : y - at->line);
	}
}

/* The white of the aisles is the figure that those hear of who see none. */
static void put_figure(const PlanAt *at, const BoardPlanBlock *plan, Len height) {
	Setter *setter = at->setter;
	int tag = tag_leaf(setter->tags, TAG_FIGURE, 0);
	tag_set_alternate(setter->tags, tag, plan->alternate);
	Len left = setter_left(setter, at->text.x, at->text.width);
	box_add(at->box,
		(PageItem){.kind = PAGE_FILL,
			.tag = tag,
			.as.fill = {.area = {left, at->line / 2, at->text.width, height - at->line},
				.colour = COLOUR_PAPER}});
}

void set_board_plan(Setter *setter, VList *list, const Block *block) {
	const BoardPlanBlock *plan = block->as.board_plan;
	Column text = setter_text_column(setter), hang = setter_hang_column(setter);
	double scale = setter->format.line_scale;
	int aisles = (plan->count + 2 * plan->abreast - 1) / (2 * plan->abreast);
	BoxBuilder box;
	box_init(&box, setter->arena);
	PlanAt at = {setter, &box, text, 0, setter->format.line};
	at.pitch = MIN(len_scale(len_from_mm(PITCH_MM), scale), text.width / plan->abreast);
	Len height = (4 * aisles + 1) * at.line;
	set_rule(setter, &box,
		(RuleAt){hang, 0, len_scale(setter->theme->row_bar, scale), COLOUR_ACCENT});
	set_rule(setter, &box,
		(RuleAt){text, 0, len_scale(setter->theme->row_hair, scale), COLOUR_INK});
	VList label;
	vlist_init(&label, setter->arena);
	set_text(setter, &label,
		(Words){STYLE_LABEL, plan->label, hang, tag_leaf(setter->tags, TAG_PARAGRAPH, 0)});
	box_add_vlist(&box, &label, 0, vlist_count(&label), at.line / 4);
	vlist_finish(&label);
	put_figure(&at, plan, height);
	for (int i = 0; i < plan->count; i++) {
		put_board(&at, plan, i);
	}
	vlist_add_penalty(list, 0);
	vlist_add(list, (VItem){.kind = V_FILL});
	box_end(&box, list, height);
}

/* set_row: three cells beside each other under a rule: hang column, text column, end edge. The
 * first lines of the text that stand beside the hang cell are one box with it; what follows may
 * be broken over pages. First baselines of hang and text coincide. */
#include "layout/setter.h"

typedef struct Cells {
	VList hang, text, end;
	Len text_top, hang_top; /* from the row's top */
	Len end_top;
} Cells;

StyleRole block_first_role(const Block *block, StyleRole fallback) {
	if (block->kind == BLOCK_PARAGRAPH) {
		return block->role;
	}
	if (block->kind == BLOCK_ITEM) {
		return block->role;
	}
	for (int i = 0; i < block->child_count; i++) {
		StyleRole role = block_first_role(block->children[i], STYLE_ROLE_COUNT);
		if (role != STYLE_ROLE_COUNT) {
			return role;
		}
	}
	return fallback;
}

Len setter_natural_width(Setter *setter, const Block *block) {
	if (block->kind == BLOCK_PARAGRAPH) {
		const Inline *text = setter_widest(setter, block->text);
		return text_width(setter->text, &setter->sheet, block->role, text,
			setter->composition->language);
	}
	if (block->kind == BLOCK_FIGURE) {
		return len_scale(len_from_mm(24), setter->format.line_scale);
	}
	Len widest = 0;
	for (int i = 0; i < block->child_count; i++) {
		widest = MAX(widest, setter_natural_width(setter, block->children[i]));
	}
	return widest;
}

static gboolean is_figure(const Block *block) {
	return block && block->kind == BLOCK_FIGURE;
}

static void set_cell(Setter *setter, VList *list, const Block *block, Column column) {
	if (!block) {
		return;
	}
	if (!is_figure(block)) {
		set_block(setter, list, block, column);
		return;
	}
	BoxBuilder box;
	box_init(&box, setter->arena);
	Column square = {column.x, MIN(column.width, setter_natural_width(setter, block))};
	square.x = column.x + column.width - square.width;
	/* A code's modules end where the column does; the white around them may stand outside. */
	Len quiet = block->as.figure->form == FORM_CODE
		? figure_quiet_zone(setter, block->as.figure, square.width)
		: 0;
	square.x -= quiet;
	square.width += 2 * quiet;
	set_figure(setter, &box, block->as.figure, square, 0);
	box_end(&box, list, square.width);
}

/* Height above the text of a row under its rule. */
static Len row_pad(const Setter *setter, const Block *row) {
	if (row->rule == RULE_NONE) {
		return 0;
	}
	gboolean deep = row->role == STYLE_BIO || row->rule == RULE_HEAD;
	return deep ? setter->format.line / 2 : setter->format.line / 4;
}

/* Small print at a page's head stands on the line of its label; a title does not. */
static gboolean is_small(const Setter *setter, const Style *style) {
	return style->size <= setter_style(setter, STYLE_PROSE)->size;
}

/* A portrait's top edge lies on the first x-height of the text beside it, a label's baseline on
 * the text's first baseline. */
static void align_cells(Setter *setter, const Block *row, Cells *cells) {
	cells->text_top = cells->hang_top = cells->end_top = row_pad(setter, row);
	StyleRole text_role = block_first_role(row, STYLE_ROLE_COUNT);
	if (text_role == STYLE_ROLE_COUNT) {
		/* Beside pictures a label stands as it does beside small text. */
		gboolean label = row->hang && !is_figure(row->hang);
		cells->hang_top += label ? style_baseline(setter_style(setter, STYLE_FACT_SMALL)) -
				style_baseline(setter_style(setter, STYLE_LABEL))
					 : 0;
		return;
	}
	const Style *text_style = setter_style(setter, text_role);
	if (is_figure(row->hang)) {
		if (row->role == STYLE_PROSE) {
			RoleMetrics metrics =
				text_role_metrics(setter->text, &setter->sheet, text_role);
			cells->hang_top = style_baseline(text_style) - metrics.x_height;
		} else if (row->role == STYLE_BIO) {
			RoleMetrics metrics =
				text_role_metrics(setter->text, &setter->sheet, text_role);
			cells->text_top -= style_baseline(text_style) - metrics.x_height;
		} else {
			cells->hang_top = 0;
		}
	} else if (row->hang && (row->rule != RULE_HEAD || is_small(setter, text_style))) {
		StyleRole hang_role = block_first_role(row->hang, text_role);
		cells->hang_top += style_baseline(text_style) -
			style_baseline(setter_style(setter, hang_role));
	}
	if (row->end && !is_figure(row->end)) {
		StyleRole end_role = block_first_role(row->end, text_role);
		cells->end_top +=
			style_baseline(text_style) - style_baseline(setter_style(setter, end_role));
	}
}

/* A biography's hair runs over both columns, since it parts it from all that stands above. */
static void set_rules(Setter *setter, BoxBuilder *box, const Block *row) {
	const Theme *theme = setter->theme;
	RuleKind rule = row->rule;
	double scale = setter->format.line_scale;
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	Len hair = rule == RULE_HEAD ? theme->head_hair : theme->row_hair;
	if (rule == RULE_HEAD || rule == RULE_ROW) {
		Len bar = rule == RULE_HEAD ? theme->head_bar : theme->row_bar;
		set_rule(setter, box, (RuleAt){hang, 0, len_scale(bar, scale), COLOUR_ACCENT});
	}
	if (rule != RULE_NONE) {
		Column column = row->role == STYLE_BIO && rule == RULE_HAIR
			? setter_full_column(setter)
			: text;
		column.width = text.x + text.width - column.x;
		set_rule(setter, box, (RuleAt){column, 0, len_scale(hair, scale), COLOUR_INK});
	}
}

/* Index after the last item of the text that the first box takes: all lines beside the hang and
 * end cells, and no further than the first place where a break is allowed. */
static int first_box_end(const VList *text, Len beside) {
	Len height = 0;
	int end = 0;
	for (int i = 0; i < vlist_count(text); i++) {
		const VItem *item = vlist_at(text, i);
		height = vlist_below(item, height);
		end = i + 1;
		if (item->kind == V_BOX && height >= beside) {
			break;
		}
	}
	return end;
}

static Len list_height(const VList *list) {
	return vlist_height(list, 0, vlist_count(list));
}

/* What has no room beside the text stands on one line below it. */
static void set_end_below(Setter *setter, VList *list, const Block *end, Column column) {
	BoxBuilder box;
	box_init(&box, setter->arena);
	Len tallest = 0;
	for (int i = 0; i < end->child_count; i++) {
		VList cell;
		vlist_init(&cell, setter->arena);
		set_block(setter, &cell, end->children[i], column);
		box_add_vlist(&box, &cell, 0, vlist_count(&cell), 0);
		tallest = MAX(tallest, list_height(&cell));
		vlist_finish(&cell);
	}
	box_end(&box, list, tallest);
}

static gboolean is_page_number(const Block *hang) {
	return hang && hang->kind == BLOCK_PARAGRAPH && hang->role == STYLE_CONTENTS_PAGE;
}

/* What is read first names the row. */
static void set_row_cells(Setter *setter, const Block *row, Cells *cells) {
	Column hang = setter_hang_column(setter), text = setter_text_column(setter);
	gboolean below = setter->tabular && row->end && row->role == STYLE_DIRECTORY_TEXT;
	gboolean hang_last = setter_is_titled(row) || is_page_number(row->hang);
	Len end_width = row->end && !below ? setter_natural_width(setter, row->end) : 0;
	Column end = {text.x + text.width - end_width, end_width};
	if (row->end && !below) {
		text.width -= end_width + setter->format.gutter;
	}
	if (!hang_last) {
		set_cell(setter, &cells->hang, row->hang, hang);
	}
	set_children(setter, &cells->text, row, text);
	if (below) {
		set_end_below(setter, &cells->text, row->end, text);
	} else {
		set_cell(setter, &cells->end, row->end, end);
	}
	if (hang_last) {
		set_cell(setter, &cells->hang, row->hang, hang);
	}
}

/* People keep their pictures beside them. */
static gboolean is_directory(const Block *row) {
	return row->role == STYLE_DIRECTORY_TEXT;
}

/* What is asked to stay whole does so up to a third of a page; longer, it would tear holes into
 * pages, or fit none. */
static gboolean stays_whole(const Setter *setter, const Block *row, const VList *text) {
	enum { PARTS = 3 };
	Len page = setter->format.line * setter->format.line_count;
	return row->whole && PARTS * list_height(text) <= page;
}

/* Small type between prose is broken only where it meets the grid, so that what follows it on the
 * next page does, too; everywhere, where it never meets it. */
static void break_on_grid(Setter *setter, VList *list, int from) {
	const Len half = setter_half(setter, 1), slip = half / 64;
	for (int pass = 0; pass < 2; pass++) {
		Len height = 0;
		int meets = 0;
		for (int i = from; i < vlist_count(list); i++) {
			VItem *item = &g_array_index(list->items, VItem, i);
			height += vlist_height(list, i, i + 1);
			Len off = height % half;
			gboolean aligned = off <= slip || half - off <= slip;
			meets +=
				item->kind == V_PENALTY && aligned && item->penalty < PENALTY_NEVER;
			if (pass > 0 && item->kind == V_PENALTY && !aligned) {
				item->penalty = PENALTY_NEVER;
			}
		}
		if (meets == 0) {
			return;
		}
	}
}

void set_row(Setter *setter, VList *list, const Block *row) {
	if (setter_stacks(setter)) {
		if (!is_directory(row)) {
			set_stacked_row(setter, list, row);
			return;
		}
		setter->tabular = TRUE;
		set_row(setter, list, row);
		setter->tabular = FALSE;
		return;
	}
	Cells cells;
	vlist_init(&cells.hang, setter->arena);
	vlist_init(&cells.text, setter->arena);
	vlist_init(&cells.end, setter->arena);
	const Block *around = setter->row;
	setter->row = row;
	set_row_cells(setter, row, &cells);
	setter->row = around;
	align_cells(setter, row, &cells);
	Len beside = MAX(cells.hang_top + list_height(&cells.hang),
		row->end ? cells.end_top + list_height(&cells.end) : 0);
	/* Portraits of a list do not touch. */
	Len apart = row->role == STYLE_DIRECTORY_TEXT ? setter->format.line / 4 : 0;
	Len least = MAX(beside + apart, setter_half(setter, row->half_lines));
	int end = stays_whole(setter, row, &cells.text)
		? vlist_count(&cells.text)
		: first_box_end(&cells.text, beside - cells.text_top);
	int start = vlist_count(list);
	BoxBuilder box;
	box_init(&box, setter->arena);
	set_rules(setter, &box, row);
	box_add_vlist(&box, &cells.hang, 0, vlist_count(&cells.hang), cells.hang_top);
	box_add_vlist(&box, &cells.text, 0, end, cells.text_top);
	box_add_vlist(&box, &cells.end, 0, vlist_count(&cells.end), cells.end_top);
	Len height = cells.text_top + vlist_height(&cells.text, 0, end);
	if (row->role == STYLE_DIRECTORY_TEXT) {
		/* A person of many lines does not touch the next one's rule. */
		height += setter_half(setter, 1);
	}
	gboolean last = end == vlist_count(&cells.text);
	box_end(&box, list, last ? MAX(height, least) : MAX(height, beside));
	for (int i = end; i < vlist_count(&cells.text); i++) {
		vlist_add(list, *vlist_at(&cells.text, i));
	}
	if (row->whole) {
		break_on_grid(setter, list, start);
	}
	set_to_grid(setter, list, start, 1);
	vlist_finish(&cells.hang);
	vlist_finish(&cells.text);
	vlist_finish(&cells.end);
}

static Len cell_width(const Setter *setter, Column column, int cells) {
	return (column.width - (cells - 1) * setter->format.gutter) / cells;
}

/* Cells to a row: two and four stand in pairs, others in threes; words that a cell would break
 * stand alone. */
static int cells_abreast(Setter *setter, const Block *block, Column column) {
	enum { CELLS_MOST = 3, PAIR = 2 };
	gboolean pairs = block->child_count == PAIR || block->child_count == PAIR * PAIR ||
		(block->child_count > 0 && block->children[0]->kind == BLOCK_SIGNATURE);
	int cells = pairs ? PAIR : CELLS_MOST;
	for (int i = 0; i < block->child_count; i++) {
		const Block *child = block->children[i];
		gboolean asked = child->kind == BLOCK_PARAGRAPH || setter->format.stacked;
		while (asked && cells > 1 &&
			setter_natural_width(setter, child) > cell_width(setter, column, cells)) {
			cells = setter->format.stacked ? cells - 1 : 1;
		}
	}
	return cells;
}

void set_cells(Setter *setter, VList *list, const Block *block, Column column) {
	int cells = cells_abreast(setter, block, column);
	Len width = cell_width(setter, column, cells);
	for (int i = 0; i < block->child_count; i += cells) {
		BlockKind kind = block->children[i]->kind;
		if (i > 0 && (kind == BLOCK_GROUP || kind == BLOCK_SIGNATURE)) {
			vlist_add_glue(list, setter_half(setter, 1));
		}
		BoxBuilder box;
		box_init(&box, setter->arena);
		Len tallest = 0;
		for (int j = i; j < MIN(i + cells, block->child_count); j++) {
			VList cell;
			vlist_init(&cell, setter->arena);
			Column place = {
				column.x + (j - i) * (width + setter->format.gutter), width};
			set_block(setter, &cell, block->children[j], place);
			box_add_vlist(&box, &cell, 0, vlist_count(&cell), 0);
			tallest = MAX(tallest, list_height(&cell));
			vlist_finish(&cell);
		}
		box_end(&box, list, tallest);
	}
}

/* A page title of more than two lines goes down the scale. */
static const Block *fitted_title(Setter *setter, const Block *title) {
	static const StyleRole steps[] = {STYLE_PAGE_TITLE, STYLE_TALK_TITLE,
		STYLE_TALK_TITLE_SMALL, STYLE_TALK_TITLE_SMALLEST};
	static const int most[] = {2, 3, 4, 12};
	if (title->kind != BLOCK_PARAGRAPH || title->role != STYLE_PAGE_TITLE) {
		return title;
	}
	Block *made = arena_memdup(setter->arena, title, sizeof *title);
	for (size_t i = 0; i < G_N_ELEMENTS(steps); i++) {
		made->role = steps[i];
		ParSpec spec = setter_spec(
			setter, steps[i], title->text, setter_text_column(setter).width);
		const Par *par = par_set(setter->text, setter->arena, &spec);
		if (par->line_count <= most[i] && !par->overfull &&
			!setter_divides(setter, &spec)) {
			break;
		}
	}
	return made;
}

void set_head(Setter *setter, VList *list, const Block *head) {
	Block row = *head;
	const Block *title =
		head->child_count == 1 ? fitted_title(setter, head->children[0]) : NULL;
	if (title) {
		row.children = &title;
	}
	row.kind = BLOCK_ROW;
	row.rule = RULE_HEAD;
	row.whole = TRUE;
	int start = vlist_count(list);
	set_row(setter, list, &row);
	vlist_add_penalty(list, PENALTY_NEVER);
	gboolean stacks = setter_stacks(setter);
	vlist_add_glue(list, stacks ? setter_half(setter, 1) : setter->format.line);
	set_to_grid(setter, list, start, stacks ? 1 : 2);
	vlist_add_penalty(list, PENALTY_NEVER);
}

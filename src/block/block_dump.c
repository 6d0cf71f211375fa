/* block_dump: a composition as text, a line a block, children indented: what --dump=blocks prints
 * and golden tests compare. */
#include <string.h>

#include "block/block.h"

static const char *const kind_names[] = {"group", "paragraph", "item", "quote", "head", "row",
	"space", "fill", "notes", "columns", "cells", "figure", "timeline", "grid", "glance",
	"contents", "person", "talk", "band", "cover", "back-cover", "poster-event", "poster-talk",
	"plan", "board-plan", "board", "entry", "logos", "signature", "directions", "insert",
	"notice"};
static const char *const start_names[] = {"", " page", " recto", " verso", " last"};
static const char *const rule_names[] = {"", " hair", " rule-row", " rule-head"};

static void dump_text(GString *out, const char *name, const Inline *text) {
	if (!text) {
		return;
	}
	g_string_append_printf(out, " %s\"%s\"", name, text->text);
	for (int i = 0; i < text->span_count; i++) {
		if (text->spans[i].flags & INLINE_SLOT) {
			g_string_append_printf(out, " ->%s", text->spans[i].target);
		}
	}
}

static void dump_figure(GString *out, const FigureBlock *figure) {
	switch (figure->form) {
	case FORM_PORTRAIT:
		g_string_append_printf(out, " portrait %d", figure->asset);
		break;
	case FORM_MONOGRAM:
		g_string_append_printf(out, " monogram %s", figure->initials);
		break;
	case FORM_CODE:
		g_string_append_printf(out, " code %s", figure->address);
		break;
	}
}

static void dump_slots(GString *out, const Slot *slots, int count, int depth) {
	for (int i = 0; i < count; i++) {
		const Slot *slot = &slots[i];
		g_string_append_printf(
			out, "\n%*sslot %d-%d", depth * 2, "", slot->start, slot->end);
		dump_text(out, "midnight ", slot->midnight_day);
		dump_text(out, "time ", slot->time);
		dump_text(out, "title ", slot->title);
		dump_text(out, "name ", slot->name);
		dump_text(out, "speakers ", slot->speakers);
		dump_text(out, "page ", slot->page);
	}
}

static void dump_plan(GString *out, const PlanBlock *plan, int depth) {
	g_string_append_printf(out, " \"%s\"", plan->alternate);
	dump_text(out, "building ", plan->building);
	dump_text(out, "note ", plan->note);
	for (int i = 0; i < plan->room_count; i++) {
		const PlanRoom *room = &plan->rooms[i];
		g_string_append_printf(out, "\n%*sroom #%s %d corners track %d", depth * 2, "",
			room->anchor, room->corners.count, room->track);
		dump_text(out, "", room->line);
	}
}

static void dump_block(GString *out, const Block *block, int depth);

static void dump_child(GString *out, const Block *child, const char *name, int depth) {
	if (child) {
		g_string_append_printf(out, "\n%*s%s:", depth * 2, "", name);
		dump_block(out, child, depth + 1);
	}
}

static void dump_talk(GString *out, const TalkBlock *talk, int depth) {
	dump_text(out, "start ", talk->start);
	dump_text(out, "end ", talk->end);
	dump_text(out, talk->title_missing ? "missing " : "title ", talk->title);
	for (int i = 0; i < talk->line_count; i++) {
		dump_text(out, "line ", talk->lines[i]);
	}
	for (int i = 0; i < talk->list_count; i++) {
		dump_text(out, "listed ", talk->list[i]);
	}
	dump_text(out, "names ", talk->names);
	dump_child(out, talk->abstract, "abstract", depth);
	dump_child(out, talk->references, "references", depth);
	dump_child(out, talk->extra, "extra", depth);
	for (int i = 0; i < talk->bio_count; i++) {
		dump_child(out, talk->bios[i], "bio", depth);
	}
}

static void dump_cover(GString *out, const CoverBlock *cover, int depth) {
	dump_text(out, "host ", cover->host);
	dump_text(out, "pretitle ", cover->pretitle);
	dump_text(out, "title ", cover->title);
	dump_text(out, "subtitle ", cover->subtitle);
	for (int i = 0; i < cover->left_count; i++) {
		dump_text(out, "left ", cover->left[i]);
	}
	for (int i = 0; i < cover->right_count; i++) {
		dump_text(out, "right ", cover->right[i]);
	}
	if (cover->clock) {
		dump_slots(out, cover->clock->slots, cover->clock->slot_count, depth);
	}
}

static void dump_back_cover(GString *out, const BackCoverBlock *back) {
	dump_text(out, "label ", back->label);
	dump_text(out, "address ", back->address);
	for (int i = 0; i < back->left_count; i++) {
		dump_text(out, "left ", back->left[i]);
	}
	for (int i = 0; i < back->right_count; i++) {
		dump_text(out, "right ", back->right[i]);
	}
}

static void dump_poster_talk(GString *out, const PosterTalkBlock *talk, int depth) {
	dump_text(out, "start ", talk->start);
	dump_text(out, talk->title_missing ? "missing " : "title ", talk->title);
	for (int i = 0; i < talk->line_count; i++) {
		dump_text(out, "line ", talk->lines[i]);
	}
	dump_child(out, talk->abstract, "abstract", depth);
	dump_child(out, talk->bio, "bio", depth);
}

static void dump_person(GString *out, const PersonBlock *person, int depth) {
	dump_figure(out, person->figure);
	dump_text(out, "name ", person->name);
	dump_text(out, "affiliation ", person->affiliation);
	dump_text(out, "slot ", person->slot);
	dump_child(out, person->bio, "bio", depth);
}

static void dump_insert(GString *out, const InsertBlock *insert) {
	static const char *const wishes[] = {"", " bleed", " type-area"};
	g_string_append_printf(
		out, " %d%s alt \"%s\"", insert->asset, wishes[insert->wish], insert->alternate);
}

static void dump_entry(GString *out, const EntryBlock *entry) {
	dump_text(out, entry->inner ? "inner " : "", entry->what);
	for (int i = 0; i < entry->page_count; i++) {
		const EntryPage *page = &entry->pages[i];
		g_string_append_printf(out, " ->%s%s%s", page->target, page->letter ? " " : "",
			page->letter ? page->letter : "");
		g_string_append(out, page->role == STYLE_INDEX_PAGE_OWN ? " own" : "");
	}
}

static void dump_board(GString *out, const BoardBlock *board) {
	dump_text(out, "", board->number);
	dump_text(out, board->title_missing ? "missing " : "title ", board->title);
	dump_text(out, "names ", board->names);
	dump_text(out, "end ", board->end);
	for (int k = 0; k < board->line_count; k++) {
		dump_text(out, "line ", board->lines[k]);
	}
}

static void dump_logos(GString *out, const LogosBlock *logos) {
	g_string_append_printf(out, " rank %d", logos->rank);
	for (int i = 0; i < logos->count; i++) {
		const LogoBlock *logo = &logos->logos[i];
		dump_text(out, "name ", logo->name);
		if (logo->asset >= 0) {
			g_string_append_printf(out, " %d alt \"%s\"", logo->asset, logo->alternate);
		}
		if (logo->href) {
			g_string_append_printf(out, " to %s", logo->href);
		}
	}
}

static void dump_signature(GString *out, const SignatureBlock *signature) {
	if (signature->asset >= 0) {
		g_string_append_printf(out, " %d", signature->asset);
	}
	dump_text(out, "name ", signature->name);
	dump_text(out, "role ", signature->role);
}

static void dump_notice(GString *out, const NoticeBlock *notice) {
	if (notice->asset >= 0) {
		g_string_append_printf(out, " %d alt \"%s\"", notice->asset, notice->alternate);
	}
	dump_text(out, "text ", notice->text);
}

static void dump_grid_cell(GString *out, const GridCell *cell, int depth) {
	static const char *const kinds[] = {"cell", "plenary", "pause", "aside"};
	g_string_append_printf(
		out, "\n%*s%s %d-%d", depth * 2, "", kinds[cell->kind], cell->start, cell->end);
	if (cell->kind == GRID_CELL) {
		g_string_append_printf(out, " in %d", cell->column);
	}
	if (cell->column_count > 1) {
		g_string_append_printf(out, " to %d", cell->column + cell->column_count - 1);
	}
	if (cell->lane_count > 1) {
		g_string_append_printf(out, " lane %d of %d", cell->lane, cell->lane_count);
	}
	if (cell->track >= 0) {
		g_string_append_printf(out, " track %d", cell->track);
	}
	dump_text(out, "code ", cell->code);
	dump_text(out, "time ", cell->time);
	dump_text(out, "title ", cell->title);
	dump_text(out, "short ", cell->short_title);
	for (int i = 0; i < cell->name_count; i++) {
		dump_text(out, "name ", cell->names[i]);
	}
	dump_text(out, "run-in ", cell->run_in);
	dump_text(out, "first ", cell->first);
	dump_text(out, "chair ", cell->chair);
	dump_text(out, "also ", cell->also);
	if (cell->target) {
		g_string_append_printf(out, " leads to %s", cell->target);
	}
	g_string_append_printf(out, " says \"%s\"", cell->place);
}

static void dump_grid(GString *out, const GridBlock *grid, int depth) {
	g_string_append_printf(out, " %d-%d longest %d", grid->from, grid->to, grid->longest);
	for (int i = 0; i < grid->column_count; i++) {
		const GridColumn *column = &grid->columns[i];
		g_string_append_printf(out, "\n%*scolumn track %d", depth * 2, "", column->track);
		dump_text(out, "letter ", column->letter);
		dump_text(out, "name ", column->name);
		dump_text(out, "note ", column->note);
	}
	for (int i = 0; i < grid->cell_count; i++) {
		dump_grid_cell(out, &grid->cells[i], depth);
	}
	if (grid->behind) {
		dump_child(out, grid->behind, grid->behind_wanted ? "behind" : "beside", depth);
	}
}

static void dump_band(GString *out, const BandBlock *band) {
	g_string_append_printf(out, " track %d", band->track);
	dump_text(out, "title ", band->title);
	for (int i = 0; i < band->line_count; i++) {
		dump_text(out, "line ", band->lines[i]);
	}
}

static void dump_glance(GString *out, const GlanceBlock *glance, int depth) {
	static const char *const kinds[] = {"plenary", "talks", "social", "pause"};
	g_string_append_printf(out, " %d-%d", glance->from, glance->to);
	for (int i = 0; i < glance->day_count; i++) {
		g_string_append_printf(out, "\n%*sday", depth * 2, "");
		dump_text(out, "name ", glance->days[i].name);
		dump_text(out, "page ", glance->days[i].page);
	}
	for (int i = 0; i < glance->box_count; i++) {
		const GlanceBox *box = &glance->boxes[i];
		g_string_append_printf(out, "\n%*s%s %d-%d in %d", depth * 2, "", kinds[box->kind],
			box->start, box->end, box->column);
		dump_text(out, "title ", box->title);
		dump_text(out, "short ", box->short_title);
		dump_text(out, "note ", box->note);
		dump_text(out, "until ", box->until);
		g_string_append_printf(out, " leads to %s says \"%s\"",
			box->target ? box->target : "nothing", box->place);
	}
}

static void dump_directions(GString *out, const DirectionsBlock *directions) {
	for (int i = 0; i < (int)G_N_ELEMENTS(directions->steps); i++) {
		dump_text(out, "step ", directions->steps[i]);
	}
}

static void dump_special(GString *out, const Block *block, int depth) {
	switch (block->kind) {
	case BLOCK_FIGURE:
		dump_figure(out, block->as.figure);
		break;
	case BLOCK_TIMELINE:
		dump_slots(out, block->as.timeline->slots, block->as.timeline->slot_count, depth);
		break;
	case BLOCK_GRID:
		dump_grid(out, block->as.grid, depth);
		break;
	case BLOCK_BAND:
		dump_band(out, block->as.band);
		break;
	case BLOCK_GLANCE:
		dump_glance(out, block->as.glance, depth);
		break;
	case BLOCK_TALK:
		dump_talk(out, block->as.talk, depth);
		break;
	case BLOCK_COVER:
	case BLOCK_POSTER_EVENT:
		dump_cover(out, block->as.cover, depth);
		break;
	case BLOCK_BACK_COVER:
		dump_back_cover(out, block->as.back_cover);
		break;
	case BLOCK_PERSON:
		dump_person(out, block->as.person, depth);
		break;
	case BLOCK_POSTER_TALK:
		dump_poster_talk(out, block->as.poster_talk, depth);
		break;
	case BLOCK_BOARD:
		dump_board(out, block->as.board);
		break;
	case BLOCK_ENTRY:
		dump_entry(out, block->as.entry);
		break;
	case BLOCK_LOGOS:
		dump_logos(out, block->as.logos);
		break;
	case BLOCK_SIGNATURE:
		dump_signature(out, block->as.signature);
		break;
	case BLOCK_NOTICE:
		dump_notice(out, block->as.notice);
		break;
	case BLOCK_DIRECTIONS:
		dump_directions(out, block->as.directions);
		break;
	case BLOCK_PLAN:
		dump_plan(out, block->as.plan, depth);
		break;
	case BLOCK_INSERT:
		dump_insert(out, block->as.insert);
		break;
	default:
		break;
	}
}

static void dump_block(GString *out, const Block *block, int depth) {
	g_string_append_printf(out, "\n%*s%s", depth * 2, "", kind_names[block->kind]);
	g_string_append(out, start_names[block->start]);
	g_string_append(out, rule_names[block->rule]);
	if (block->kind == BLOCK_PARAGRAPH) {
		g_string_append_printf(out, " %s", style_role_name(block->role));
	}
	if (block->kind == BLOCK_SPACE) {
		g_string_append_printf(out, " %d", block->half_lines);
	}
	if (block->kind == BLOCK_BOARD_PLAN) {
		g_string_append_printf(out, " %d abreast \"%s\"", block->as.board_plan->abreast,
			block->as.board_plan->alternate);
	}
	if (block->anchor) {
		g_string_append_printf(out, " #%s", block->anchor);
	}
	dump_text(out, "", block->text);
	dump_text(out, "marker ", block->marker);
	dump_special(out, block, depth + 1);
	dump_child(out, block->hang, "hang", depth + 1);
	for (int i = 0; i < block->child_count; i++) {
		dump_block(out, block->children[i], depth + 1);
	}
	dump_child(out, block->end, "end", depth + 1);
}

char *block_dump(const Composition *composition) {
	GString *out = g_string_new(NULL);
	g_string_append_printf(out, "%s %s%s", composition->name, composition->language,
		composition->rtl ? " rtl" : "");
	dump_text(out, "verso ", composition->foot_verso);
	dump_text(out, "recto ", composition->foot_recto);
	dump_block(out, composition->root, 0);
	g_string_append_c(out, '\n');
	return g_string_free(out, FALSE);
}

/* layout: walks the parts of a composition, sets each into one vertical list, breaks it and puts
 * it onto pages. Posters are pages of their own and go through poster.c. */
#include "layout/layout.h"

#include <string.h>

#include "layout/assemble.h"
#include "layout/estimate.h"
#include "layout/frame.h"
#include "layout/grid.h"
#include "layout/insert.h"
#include "layout/notice.h"
#include "layout/pack.h"
#include "layout/pagebreak.h"
#include "layout/pages.h"
#include "layout/passing.h"
#include "layout/poster.h"
#include "layout/slices.h"
#include "locale/locale.h"

/* Nothing is printed smaller (DESIGN.md 2). */
static const double least_pt[] = {
	[BOOK_USUAL] = STYLE_LEAST_PT, [BOOK_LARGE] = 18, [BOOK_PHONE] = 11.3};

enum { SIGNATURE = 4, DIGITS_MOST = 5 };

static void keep_least(StyleSheet *sheet) {
	for (int role = 0; role < STYLE_ROLE_COUNT; role++) {
		Style *style = &sheet->styles[role];
		style->size = MAX(style->size, sheet->least);
	}
}

static void setter_init(Setter *setter, Arena *arena, const LayoutInput *input, Diags *diags) {
	*setter = (Setter){.arena = arena,
		.ink = arena,
		.boxes = arena,
		.text = input->text,
		.times = input->times,
		.progress = input->progress,
		.helpers = input->helpers,
		.helper_count = input->helper_count,
		.theme = input->theme,
		.multiple = input->multiple > 0 ? input->multiple : SIGNATURE,
		.apart = input->apart,
		.diags = diags,
		.composition = input->composition,
		.drops = input->again != NULL};
	g_autofree char *zero = locale_figures(input->composition->language, "0");
	setter->european = g_str_equal(zero, "0");
	BookEdition edition = input->composition->edition;
	Len line = input->theme->sheet.line;
	setter->format = edition == BOOK_USUAL
		? format_for_paper(input->width, input->height, input->type_size, line)
		: format_for_edition(edition, input->width, input->height, line);
	double leading = edition == BOOK_USUAL ? setter->format.line_scale : 1;
	setter->least = len_from_pt(least_pt[edition]);
	setter_take_sheets(setter, setter->format.type_scale, leading);
	keep_least(&setter->sheet);
	if (setter->latin) {
		keep_least(setter->latin);
	}
	if (input->justify >= 0 && edition == BOOK_USUAL) {
		AlignKind align = input->justify ? ALIGN_JUSTIFY : ALIGN_START;
		setter->sheet.styles[STYLE_PROSE].align = align;
		if (setter->latin) {
			setter->latin->styles[STYLE_PROSE].align = align;
		}
	}
	setter_fill_square(&setter->sheet, STYLE_PROSE, setter->format.text_width);
}

/* From here on the feet and tabs of pages tell of the talk, or the session. */
static void mark_talk(VList *list, const Block *talk) {
	if (talk->foot) {
		vlist_add(list, (VItem){.kind = V_FOOT, .as.foot = talk->foot});
	}
	if (talk->tab) {
		vlist_add(list, (VItem){.kind = V_TAB, .as.tab = talk->tab});
	}
}

static void set_part_child(Setter *setter, VList *list, const Block *part, const Block *child) {
	switch (child->kind) {
	case BLOCK_COVER:
		set_cover(setter, list, child);
		break;
	case BLOCK_BACK_COVER:
		set_back_cover(setter, list, child);
		break;
	case BLOCK_TALK:
		mark_talk(list, child);
		if (part->columns > 1) {
			set_dense(setter, list, child, part->columns);
		} else {
			set_talk(setter, list, child, part->child_count == 1);
		}
		break;
	case BLOCK_BAND:
		vlist_add_penalty(list, PENALTY_SECTION);
		mark_talk(list, child);
		set_band(setter, list, child, part->columns);
		break;
	case BLOCK_DIRECTIONS:
		set_directions(setter, list, child);
		break;
	case BLOCK_INSERT:
		set_insert(setter, list, child);
		break;
	case BLOCK_NOTICE:
		set_notice(setter, list, child);
		break;
	case BLOCK_PLAN:
		set_plan(setter, list, child);
		break;
	case BLOCK_BOARD_PLAN:
		set_board_plan(setter, list, child);
		break;
	case BLOCK_GRID:
		set_grid(setter, list, child);
		break;
	case BLOCK_TIMELINE:
		set_timeline(setter, list, child);
		break;
	case BLOCK_GLANCE:
		set_glance(setter, list, child);
		break;
	default:
		mark_talk(list, child);
		set_block(setter, list, child, setter_text_column(setter));
		break;
	}
}

static gboolean has_columns(const Block *part) {
	for (int i = 0; i < part->child_count; i++) {
		if (part->children[i]->kind == BLOCK_COLUMNS) {
			return TRUE;
		}
	}
	return FALSE;
}

/* An index names pages that stand before it: they are broken first, so that every entry takes the
 * room of its own numbers and not of the widest. */
static void look_up_pages(Setter *setter, const VList *list, const Block *part) {
	if (!has_columns(part) || vlist_count(list) == 0) {
		return;
	}
	PageBreakSpec spec = assemble_spec(setter);
	GArray *spans = pagebreak(list, &spec);
	setter->known_pages = pages_of_anchors(setter, list, spans);
	g_array_free(spans, TRUE);
}

/* Children from..to of a part, with the start of its page before the first. */
static void set_stretch(Setter *setter, VList *list, const Block *part, int from, int to) {
	/* Pages of one column do not face each other, or need not end alike. */
	gboolean prose = part->child_count > 1 && part->children[0]->kind == BLOCK_TALK &&
		!setter->format.stacked;
	if (from == 0 && part->start != START_ANYWHERE) {
		assemble_page_start(list, part, prose);
	} else if (from == 0 && part->anchor) {
		/* Goes on with the page of what is before it. */
		vlist_add_penalty(list, 0);
		vlist_add_glue(list, setter_half(setter, 3));
		vlist_add_anchor(list, part->anchor);
	}
	/* Once the page is full the sum may stop: it only grows. */
	Len page = assemble_page_height(setter), used = from == 0 ? 0 : page;
	int seen = vlist_count(list);
	for (int i = from; i < to; i++) {
		if (used < page) {
			used += vlist_height(list, seen, vlist_count(list));
			seen = vlist_count(list);
		}
		setter->room = MAX(page - used, 0);
		if (i > 0 && part->children[i - 1]->keeps) {
			vlist_add_penalty(list, PENALTY_NEVER);
		} else if (i > 0 && part->children[i]->kind == BLOCK_ROW &&
			part->children[i - 1]->kind == BLOCK_ROW) {
			vlist_add_penalty(list, 0);
		}
		set_part_child(setter, list, part, part->children[i]);
		progress_done(setter->progress, 1);
	}
}

static gboolean is_body(const Block *part) {
	return !part->filler && part->start != START_LAST;
}

static void set_part(Setter *setter, VList *list, const Block *part) {
	g_autoptr(Arena) scratch = arena_new();
	Arena *arena = setter->arena;
	setter->arena = scratch;
	setter->part = part;
	VList made;
	vlist_init(&made, scratch);
	tag_open(setter->tags, TAG_SECTION, 0);
	look_up_pages(setter, list, part);
	set_stretch(setter, &made, part, 0, part->child_count);
	tag_close(setter->tags);
	if (setter->known_pages) {
		g_hash_table_destroy(setter->known_pages);
		setter->known_pages = NULL;
	}
	Packer packer;
	packer_init(&packer, scratch, setter->ink, setter->boxes);
	if (is_body(part)) {
		passing_pack(setter, &packer, part, 0, part->child_count);
	}
	pack_list(&packer, &made);
	packer_finish(&packer);
	vlist_append(list, &made);
	vlist_finish(&made);
	setter->monogram_sheet = NULL;
	setter->part = NULL;
	setter->arena = arena;
}

/* Body: what needs nothing of other parts on all threads at once, indexes when all before them is
 * there. */
static void set_body(Setter *setter, VList *list) {
	const Block *root = setter->composition->root;
	const Block **parts = arena_array_of(setter->arena, const Block *, root->child_count + 1);
	for (int i = 0; i < root->child_count; i++) {
		const Block *part = root->children[i];
		parts[i] = is_body(part) && !has_columns(part) ? part : NULL;
	}
	SliceWork work = {set_stretch, setter->helpers, setter->helper_count};
	Slices *slices = slices_set(setter, &work, parts, root->child_count);
	for (int i = 0; i < root->child_count; i++) {
		if (parts[i]) {
			tag_open(setter->tags, TAG_SECTION, 0);
			slices_take(slices, i, list);
			tag_close(setter->tags);
		} else if (is_body(root->children[i])) {
			/* What went since. */
			arena_give_back();
			set_part(setter, list, root->children[i]);
			passing_drop(setter, root->children[i], 0, root->children[i]->child_count);
			passing_drop_part(setter, root->children[i]);
		}
	}
	slices_free(slices);
}

/* Pages that a list takes. *floats: those behind them that hold what found no room on others; not
 * counted. */
static int count_pages(const Setter *setter, const VList *list, int *floats) {
	PageBreakSpec spec = assemble_spec(setter);
	GArray *spans = pagebreak(list, &spec);
	int count = (int)spans->len;
	while (count > 0 && page_is_of_floats(&g_array_index(spans, PageSpan, count - 1))) {
		count--;
	}
	*floats = (int)spans->len - count;
	g_array_free(spans, TRUE);
	return count;
}

/* Pages that are not what sheets hold. */
static gboolean wants_more(const Setter *setter, int pages) {
	return (pages - setter->apart) % setter->multiple != 0;
}

/* All parts into one list: body, as many fillers as the signatures want, last page. */
static void set_parts(Setter *setter, VList *list) {
	const Block *root = setter->composition->root;
	gboolean fills = FALSE;
	int lasts = 0, spares = 0;
	set_body(setter, list);
	for (int i = 0; i < root->child_count; i++) {
		const Block *part = root->children[i];
		fills = fills || part->filler;
		lasts += part->start == START_LAST;
		spares += part->start == START_LAST && part->spare;
	}
	/* What found no room stands on the pages that fill up: there must be one then. */
	int floats = 0, pages = fills ? count_pages(setter, list, &floats) : 0;
	/* A sheet more for nothing but what can be spared is not made; but a cover of its own has a
	 * back. */
	gboolean left_out = fills && floats == 0 && !wants_more(setter, pages) && spares == lasts &&
		setter->apart == 0;
	lasts = left_out ? 0 : lasts;
	pages += pages > 0 ? lasts : 0;
	for (int i = 0; i < root->child_count && pages > 0; i++) {
		for (; root->children[i]->filler && (floats > 0 || wants_more(setter, pages));
			pages++) {
			set_part(setter, list, root->children[i]);
			floats = 0;
		}
	}
	for (int i = 0; i < root->child_count; i++) {
		if (root->children[i]->start == START_LAST && !left_out) {
			set_part(setter, list, root->children[i]);
		}
	}
}

static void add_outline(Arena *arena, GArray *entries, const Block *block) {
	for (int i = 0; i < block->above_count && block->anchor; i++) {
		OutlineEntry entry = {.title = arena_strdup(arena, block->above[i].title),
			.target = arena_strdup(arena, block->anchor),
			.level = block->above[i].level};
		g_array_append_val(entries, entry);
	}
	if (block->outline && block->anchor) {
		OutlineEntry entry = {.title = arena_strdup(arena, block->outline),
			.target = arena_strdup(arena, block->anchor),
			.level = MAX(block->outline_level, 1)};
		g_array_append_val(entries, entry);
	}
	for (int i = 0; i < block->child_count; i++) {
		add_outline(arena, entries, block->children[i]);
	}
}

static void fill_document(Document *document, const LayoutInput *input, Arena *arena) {
	const Composition *composition = input->composition;
	document->name = composition->name;
	document->info = composition->info;
	document->rtl = composition->rtl;
	document->fonts = input->fonts;
	document->palette = input->theme->palette;
	document->colour_count = COLOUR_COUNT;
	document->assets = composition->assets;
	document->asset_count = composition->asset_count;
	GArray *entries = g_array_new(FALSE, TRUE, sizeof(OutlineEntry));
	add_outline(arena, entries, composition->root);
	document->outline_count = (int)entries->len;
	document->outline = arena_memdup(arena, entries->data, sizeof(OutlineEntry) * entries->len);
	g_array_free(entries, TRUE);
}

/* Pages are made in an eighth of the time that setting takes. */
static void expect_parts(const Setter *setter) {
	const Block *root = setter->composition->root;
	int children = 0;
	for (int i = 0; i < root->child_count; i++) {
		children += root->children[i]->child_count;
	}
	progress_expect(setter->progress, children + children / 8);
}

/* One setting with page slots of setter->digits. FALSE when the book has more pages than they
 * can say. */
static gboolean layout_once(Setter *setter, Document *document) {
	setter->ink = setter->arena;
	setter->boxes = arena_new();
	setter->tags = tag_builder_new(setter->ink, setter->composition->language);
	VList list;
	vlist_init(&list, setter->arena);
	gint64 start = g_get_monotonic_time();
	expect_parts(setter);
	set_parts(setter, &list);
	gint64 set = g_get_monotonic_time();
	gboolean enough = assemble_pages(setter, &list, document);
	vlist_finish(&list);
	arena_free(setter->boxes);
	arena_give_back();
	if (setter->times) {
		setter->times->set += set - start;
		setter->times->paginate += g_get_monotonic_time() - set;
	}
	return enough;
}

/* Slots get the fewest digits that say the number of pages: tried first as many as the length of
 * the texts wants, then as many as the pages that came out want. */
static void layout_booklet(Setter *setter, const LayoutInput *input, Document *document) {
	Arena *arena = setter->arena;
	int failed = 0;
	setter->digits = MIN(assemble_digits(estimate_pages(setter)), DIGITS_MOST);
	Diags *diags = setter->diags;
	for (;;) {
		setter->arena = arena_new();
		setter->diags = diags_new();
		gboolean enough = layout_once(setter, document);
		int needed = MIN(assemble_digits(document->page_count), DIGITS_MOST);
		if (enough && (needed >= setter->digits || needed <= failed)) {
			break;
		}
		if (!enough && setter->digits == DIGITS_MOST) {
			document->page_count = 0; /* more pages than anybody numbers */
			break;
		}
		failed = enough ? failed : MAX(failed, setter->digits);
		setter->digits = needed;
		setter->monogram_sheet = NULL;
		setter->code = NULL;
		if (input->again) {
			setter->composition = input->again(input->owner);
		}
		/* What it said is of pages that are not. */
		diags_free(setter->diags);
		arena_free(setter->arena);
	}
	diags_insert(diags, diags_total(diags), setter->diags);
	diags_free(setter->diags);
	setter->diags = diags;
	arena_join(arena, setter->arena);
	setter->arena = arena;
}

const Document *layout_document(Arena *arena, const LayoutInput *input, Diags *diags) {
	Document *document = arena_new_of(arena, Document);
	fill_document(document, input, arena);
	Setter *setter = arena_new_of(arena, Setter);
	setter_init(setter, arena, input, diags);
	const Block *root = input->composition->root;
	if (root->child_count > 0 && block_is_poster(root->children[0])) {
		layout_posters(setter, input, document);
	} else {
		layout_booklet(setter, input, document);
	}
	return document;
}

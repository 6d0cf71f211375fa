/* slices: see the header. */
#include "layout/slices.h"

#include "layout/pack.h"
#include "layout/passing.h"

/* Children of a slice: few where there are few, so that all threads have some to do. */
enum { SLICE_FEW = 8, SLICE_MANY = 32, MANY = 256 };

/* What a thread works with. */
typedef struct Bench {
	TextContext *text;
	Arena *scratch;
} Bench;

typedef struct Slice {
	const Block *part;
	int index; /* of the part */
	int from, to; /* its children */
	Arena *ink, *boxes; /* NULL once they are the setter's */
	VItem *items; /* of its list */
	guint count;
	TagBuilder *tags;
} Slice;

struct Slices {
	Setter *setter;
	SliceSet set;
	GArray *slices; /* Slice, in the order of the parts */
	int *left; /* of every part, slices not yet set; atomic */
	GAsyncQueue *benches; /* Bench that nobody uses just now */
};

/* Talks and people stand in no relation to what is before them on the page. */
static gboolean may_cut_before(const Block *part, int child) {
	BlockKind before = part->children[child - 1]->kind, after = part->children[child]->kind;
	return (before == BLOCK_TALK && (after == BLOCK_TALK || after == BLOCK_BAND)) ||
		(before == BLOCK_PERSON && after == BLOCK_PERSON);
}

static void cut_part(Slices *slices, const Block *part, int index) {
	int from = 0, least = part->child_count < MANY ? SLICE_FEW : SLICE_MANY;
	for (int i = 1; i <= part->child_count; i++) {
		gboolean last = i == part->child_count;
		if (last || (i - from >= least && may_cut_before(part, i))) {
			Slice slice = {.part = part, .index = index, .from = from, .to = i};
			g_array_append_val(slices->slices, slice);
			slices->left[index]++;
			from = i;
		}
	}
}

static Bench *bench_new(TextContext *text) {
	Bench *bench = g_new(Bench, 1);
	*bench = (Bench){text, arena_new()};
	return bench;
}

static void bench_free(gpointer data) {
	arena_free(((Bench *)data)->scratch);
	g_free(data);
}

static void run_slice(gpointer data, gpointer owner) {
	Slice *slice = data;
	Slices *slices = owner;
	Bench *bench = g_async_queue_pop(slices->benches);
	slice->ink = arena_new_small();
	slice->boxes = arena_new_small();
	slice->tags = tag_builder_new(slice->ink, NULL);
	Setter *setter = arena_memdup(bench->scratch, slices->setter, sizeof(Setter));
	setter->arena = bench->scratch;
	setter->text = bench->text;
	setter->tags = slice->tags;
	setter->monogram_sheet = NULL;
	VList list;
	vlist_init(&list, bench->scratch);
	slices->set(setter, &list, slice->part, slice->from, slice->to);
	Packer packer;
	packer_init(&packer, bench->scratch, slice->ink, slice->boxes);
	passing_pack(setter, &packer, slice->part, slice->from, slice->to);
	pack_list(&packer, &list);
	packer_finish(&packer);
	passing_drop(setter, slice->part, slice->from, slice->to);
	if (g_atomic_int_dec_and_test(&slices->left[slice->index])) {
		passing_drop_part(setter, slice->part);
	}
	slice->count = list.items->len;
	slice->items = g_memdup2(list.items->data, slice->count * sizeof(VItem));
	vlist_finish(&list);
	arena_reset(bench->scratch);
	g_async_queue_push(slices->benches, bench);
}

static void run_all(Slices *slices, int threads) {
	GThreadPool *pool = NULL;
	if (threads > 1 && slices->slices->len > 1) {
		pool = g_thread_pool_new(run_slice, slices, threads, FALSE, NULL);
	}
	for (guint i = 0; i < slices->slices->len; i++) {
		Slice *slice = &g_array_index(slices->slices, Slice, i);
		if (pool) {
			g_thread_pool_push(pool, slice, NULL);
		} else {
			run_slice(slice, slices);
		}
	}
	if (pool) {
		g_thread_pool_free(pool, FALSE, TRUE);
	}
}

Slices *slices_set(Setter *setter, const SliceWork *work, const Block *const *parts, int count) {
	Slices *slices = g_new0(Slices, 1);
	slices->setter = setter;
	slices->set = work->set;
	slices->left = g_new0(int, count);
	slices->slices = g_array_new(FALSE, TRUE, sizeof(Slice));
	slices->benches = g_async_queue_new_full(bench_free);
	for (int i = 0; i < work->helper_count; i++) {
		g_async_queue_push(slices->benches, bench_new(work->helpers[i]));
	}
	g_async_queue_push(slices->benches, bench_new(setter->text));
	for (int i = 0; i < count; i++) {
		if (parts[i]) {
			cut_part(slices, parts[i], i);
		}
	}
	run_all(slices, work->helper_count + 1);
	g_async_queue_unref(slices->benches);
	return slices;
}

void slices_take(Slices *slices, int part, VList *list) {
	Setter *setter = slices->setter;
	for (guint i = 0; i < slices->slices->len; i++) {
		Slice *slice = &g_array_index(slices->slices, Slice, i);
		if (slice->index != part) {
			continue;
		}
		int shift = tag_builder_graft(setter->tags, slice->tags);
		slice->tags = NULL;
		/* Tags of a slice count from its own root. */
		for (guint item = 0; item < slice->count; item++) {
			slice->items[item].tags = shift;
		}
		g_array_append_vals(list->items, slice->items, slice->count);
		g_clear_pointer(&slice->items, g_free);
		arena_join(setter->ink, slice->ink);
		arena_join(setter->boxes, slice->boxes);
		slice->ink = NULL;
	}
}

void slices_free(Slices *slices) {
	for (guint i = 0; i < slices->slices->len; i++) {
		Slice *slice = &g_array_index(slices->slices, Slice, i);
		if (slice->ink) {
			tag_builder_free(slice->tags);
			g_free(slice->items);
			arena_free(slice->ink);
			arena_free(slice->boxes);
		}
	}
	g_array_free(slices->slices, TRUE);
	g_free(slices->left);
	g_free(slices);
	arena_give_back();
}

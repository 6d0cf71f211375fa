/* portions: see the header. Whoever has nothing better to do takes the first portion that nobody
 * works at: the second thread always, the caller's when too many wait or none may be left. */
#include "finish/portions.h"

#include "base/deflate.h"

enum { WAITING_MOST = 16 };

typedef enum State { RAW, BEING_DEFLATED, READY } State;

typedef struct Waiting {
	int number;
	char *dictionary;
	guint8 *bytes;
	gsize length;
	State state;
} Waiting;

struct Portions {
	PortionSink sink;
	Deflater *deflater; /* of the caller's thread */
	GQueue waiting; /* Waiting, owned */
	GThread *helper; /* NULL = none */
	GMutex lock; /* of the states, the queue and `closing` */
	GCond change;
	gboolean closing;
};

static void waiting_free(Waiting *waiting) {
	g_free(waiting->dictionary);
	g_free(waiting->bytes);
	g_free(waiting);
}

static void waiting_deflate(Waiting *waiting, Deflater *deflater) {
	gsize length;
	const guint8 *deflated = deflater_run(deflater, waiting->bytes, waiting->length, &length);
	g_free(waiting->bytes);
	waiting->bytes = g_memdup2(deflated, length);
	waiting->length = length;
}

/* With the lock held: deflates the first raw portion, meanwhile without it. FALSE = there is none.
 */
static gboolean work(Portions *portions, Deflater *deflater) {
	GList *at = portions->waiting.head;
	while (at && ((Waiting *)at->data)->state != RAW) {
		at = at->next;
	}
	if (!at) {
		return FALSE;
	}
	Waiting *waiting = at->data;
	waiting->state = BEING_DEFLATED;
	g_mutex_unlock(&portions->lock);
	waiting_deflate(waiting, deflater);
	g_mutex_lock(&portions->lock);
	waiting->state = READY;
	g_cond_broadcast(&portions->change);
	return TRUE;
}

static gpointer help(gpointer data) {
	Portions *portions = data;
	Deflater *deflater = deflater_new();
	g_mutex_lock(&portions->lock);
	while (!portions->closing) {
		if (!work(portions, deflater)) {
			g_cond_wait(&portions->change, &portions->lock);
		}
	}
	g_mutex_unlock(&portions->lock);
	deflater_free(deflater);
	return NULL;
}

Portions *portions_new(PortionSink sink, int threads) {
	Portions *portions = g_new0(Portions, 1);
	portions->sink = sink;
	portions->deflater = deflater_new();
	g_queue_init(&portions->waiting);
	g_mutex_init(&portions->lock);
	g_cond_init(&portions->change);
	if (threads > 1) {
		portions->helper = g_thread_new("deflate", help, portions);
	}
	return portions;
}

void portions_free(Portions *portions) {
	if (!portions) {
		return;
	}
	g_mutex_lock(&portions->lock);
	portions->closing = TRUE;
	g_cond_broadcast(&portions->change);
	g_mutex_unlock(&portions->lock);
	if (portions->helper) {
		g_thread_join(portions->helper);
	}
	g_queue_clear_full(&portions->waiting, (GDestroyNotify)waiting_free);
	deflater_free(portions->deflater);
	g_mutex_clear(&portions->lock);
	g_cond_clear(&portions->change);
	g_free(portions);
}

/* Hands on what is ready, and more until no more than `most` wait. */
static void hand_on(Portions *portions, guint most) {
	g_mutex_lock(&portions->lock);
	for (Waiting *first; (first = g_queue_peek_head(&portions->waiting));) {
		if (first->state == READY) {
			g_queue_pop_head(&portions->waiting);
			g_mutex_unlock(&portions->lock);
			const Portion portion = {
				first->number, first->dictionary, first->bytes, first->length};
			portions->sink.take(portions->sink.to, &portion);
			waiting_free(first);
			g_mutex_lock(&portions->lock);
		} else if (portions->waiting.length <= most) {
			break;
		} else if (!work(portions, portions->deflater)) {
			g_cond_wait(&portions->change, &portions->lock);
		}
	}
	g_mutex_unlock(&portions->lock);
}

/* Without a second thread: at once. */
static void add_alone(Portions *portions, const Portion *portion, gboolean deflate) {
	Portion whole = *portion;
	if (deflate) {
		whole.bytes = deflater_run(
			portions->deflater, portion->bytes, portion->length, &whole.length);
	}
	portions->sink.take(portions->sink.to, &whole);
}

void portions_add(Portions *portions, const Portion *portion, gboolean deflate) {
	hand_on(portions, WAITING_MOST);
	if (!portions->helper || (!deflate && g_queue_is_empty(&portions->waiting))) {
		add_alone(portions, portion, deflate);
		return;
	}
	Waiting *waiting = g_new(Waiting, 1);
	*waiting = (Waiting){.number = portion->number,
		.dictionary = g_strdup(portion->dictionary),
		.bytes = g_memdup2(portion->bytes, portion->length),
		.length = portion->length,
		.state = deflate ? RAW : READY};
	g_mutex_lock(&portions->lock);
	g_queue_push_tail(&portions->waiting, waiting);
	g_cond_broadcast(&portions->change);
	g_mutex_unlock(&portions->lock);
}

void portions_end(Portions *portions) {
	hand_on(portions, 0);
}

/* spelling: which glyph of a cluster says its text, so that the fonts of a PDF alone tell what
 * stands there. What a glyph says here and otherwise elsewhere (a stroke that is several letters,
 * by marks that are glyphs of their own) it says in another voice, which is a font by itself. The
 * other glyphs of the cluster say nothing: they are to be painted as outlines. */
#ifndef BIFOLIO_OUT_SPELLING_H
#define BIFOLIO_OUT_SPELLING_H

#include "out/face.h"
#include "page/glyphs.h"

/* A cluster of a shaped word, with the one behind it if that has nothing to be seen, as further
 * letters of a ligature have. */
typedef struct Cluster {
	int face, glyph_count, byte_count;
	int further; /* bytes of text that belong to the second one, 0 = there is none; */
	int blank; /* which glyph that is */
	const Glyph *glyphs; /* from left to right */
	const char *text;
} Cluster;

/* Over the clusters of a word, one by one in logical order. */
typedef struct ClusterWalk {
	Faces *faces;
	const ShapedWord *word;
	int index, glyph;
	const char *text;
} ClusterWalk;

void cluster_walk_init(ClusterWalk *walk, Faces *faces, const ShapedWord *word);
/* FALSE at the end. Clusters that say nothing are passed over. */
gboolean cluster_walk_next(ClusterWalk *walk, Cluster *cluster);

enum { SPELLED_MOST = 2 };

/* A glyph of a cluster that says text. */
typedef struct Spelled {
	int glyph; /* of the cluster */
	unsigned index; /* in the face, of what is shown for it: of any white, a space */
	int voice; /* of its face; the same for all of a cluster, as Cairo leaves out what has no
		      ink */
	int length;
	const char
		*text; /* as it is said: any white is a space, signs that only steer are left out */
} Spelled;

typedef struct Spelling Spelling;

/* Borrows the faces; for one thread. What is spelled first is said in the first voices. */
Spelling *spelling_new(Faces *faces);
void spelling_free(Spelling *spelling);

/* Returns how many there are, in the order of the text. Good until the next are asked for. */
int spelling_cluster(Spelling *spelling, const Cluster *cluster, Spelled spelled[SPELLED_MOST]);
/* Has it nothing to paint? */
gboolean spelled_is_white(const Spelled *spelled);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Spelling, spelling_free)

#endif

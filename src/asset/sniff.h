/* sniff: what a file is, by its first bytes, never by its name. */
#ifndef BIFOLIO_ASSET_SNIFF_H
#define BIFOLIO_ASSET_SNIFF_H

#include "asset/asset.h"

typedef struct Sniffed {
	gboolean usable;
	AssetKind kind; /* where usable */
	const char *what; /* elsewhere: what it is instead: "an EPS drawing" */
	const char *hint; /* and how to make it usable; may be NULL */
} Sniffed;

Sniffed sniff(const guchar *bytes, gsize size);

#endif

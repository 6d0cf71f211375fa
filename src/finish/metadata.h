/* metadata: what the file says of itself in XMP, the same as in its Info, and the colour space that
 * its colours are meant in. */
#ifndef BIFOLIO_FINISH_METADATA_H
#define BIFOLIO_FINISH_METADATA_H

#include "finish/qobject.h"
#include "page/page.h"

typedef struct MetadataClaims {
	gboolean accessible; /* PDF/UA-1 */
	gboolean press; /* PDF/X-4 */
	int archival; /* part of PDF/A whose level A it keeps, 0 = none */
} MetadataClaims;

/* "2027-03-04T14:00:00+01:00" as PDF has it; NULL when it is no such date. Caller frees. */
char *metadata_date(const char *date);

/* Hangs it into the catalog; Info must be as it will be. */
void metadata_put(qpdf_data pdf, const DocInfo *info, const MetadataClaims *claims);

/* Says that colours are sRGB. FALSE with error. */
gboolean metadata_put_intent(qpdf_data pdf, GError **error);

#endif

/* pdf_table: a PDF as Cairo 1.16 writes it, read back from its end as a reader does: startxref,
 * table, trailer, catalog, page tree. */
#ifndef BIFOLIO_OUT_PDF_TABLE_H
#define BIFOLIO_OUT_PDF_TABLE_H

#include "out/safewrite.h"

/* Is the file a whole PDF of so many pages? */
gboolean pdf_file_is_whole(SafeFile *file, int pages);

/* Objects that Cairo numbers and never writes (the structure of a document that has links and no
 * other tags) get a row that leads somewhere else: marks those as free, so that references to
 * them are null. FALSE when the file has no table, or on failure. */
gboolean pdf_table_mend(SafeFile *file);

#endif

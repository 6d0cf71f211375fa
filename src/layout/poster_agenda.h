/* poster_agenda: the agendas of the days, a sheet each where they fit: the largest type that does,
 * then fewer words; a sheet that lies may have two columns. */
#ifndef BIFOLIO_LAYOUT_POSTER_AGENDA_H
#define BIFOLIO_LAYOUT_POSTER_AGENDA_H

#include "layout/layout.h"
#include "layout/setter.h"

/* Fills pages and tags of the document. */
void poster_agendas(Setter *setter, const LayoutInput *input, Document *document);

#endif

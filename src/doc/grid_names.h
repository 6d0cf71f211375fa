/* grid_names: people as a timetable grid names them, from in full to the first alone. Not for other
 * parts. */
#ifndef BIFOLIO_DOC_GRID_NAMES_H
#define BIFOLIO_DOC_GRID_NAMES_H

#include "doc/parts.h"

/* Fills names, run_in, first and chair of a cell. */
void grid_add_names(const Compose *compose, const Item *item, GridCell *cell);

#endif

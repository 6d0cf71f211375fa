/* digits: whole numbers and references as PDF writes them. A long book has half a million: no
 * format is read for them. */
#ifndef BIFOLIO_FINISH_DIGITS_H
#define BIFOLIO_FINISH_DIGITS_H

#include <glib.h>

/* Appends the number. */
void digits_put(GString *out, int number);
/* Appends "NUMBER 0 R". */
void digits_put_reference(GString *out, int number);

#endif

/* qobject: the few things that are done with the objects of a PDF, over libqpdf's C interface.
 * Handles (qpdf_oh) are released by whoever got them; those handed to a function that "takes" are
 * released there. An error stays noted in the PDF until qobject_check asks. */
#ifndef BIFOLIO_FINISH_QOBJECT_H
#define BIFOLIO_FINISH_QOBJECT_H

#include <glib.h>
#include <qpdf/qpdf-c.h>

/* Borrows the bytes, which must outlive it. Nothing is repaired: a damaged file is an error. NULL
 * with error on failure. */
qpdf_data qobject_open(GBytes *bytes, GError **error);
/* An empty PDF. */
qpdf_data qobject_new(GError **error);
void qobject_close(qpdf_data pdf);

/* FALSE with error when anything has failed since the PDF was opened or last asked about: of
 * G_FILE_ERROR, PERM where a password is wanted, NOMEM, else FAILED. */
gboolean qobject_check(qpdf_data pdf, GError **error);

/* What libqpdf took for null because it could not read it is but a warning to it. FALSE with error,
 * NOMEM, when memory was the reason; else *first (may be NULL) is the first warning since the PDF
 * was opened or last asked so, or NULL. Caller frees. */
gboolean qobject_check_warnings(qpdf_data pdf, char **first, GError **error);

/* The file, written with object streams and an ID made of its content; closes the PDF. */
GBytes *qobject_write(qpdf_data pdf, GError **error);
/* The same as a file of just this version ("1.6"); NULL: 1.7 or what it needs. */
GBytes *qobject_write_as(qpdf_data pdf, const char *version, GError **error);

/* Highest number of an object plus 1, as the file says. */
int qobject_count(qpdf_data pdf);

/* dict[key] = value; takes the value. */
void qobject_put(qpdf_data pdf, qpdf_oh dict, const char *key, qpdf_oh value);
void qobject_put_name(qpdf_data pdf, qpdf_oh dict, const char *key, const char *name);
void qobject_put_integer(qpdf_data pdf, qpdf_oh dict, const char *key, int value);
/* UTF-8. */
void qobject_put_text(qpdf_data pdf, qpdf_oh dict, const char *key, const char *text);
void qobject_put_numbers(
	qpdf_data pdf, qpdf_oh dict, const char *key, const double *numbers, int count);

/* dict[key] as a number; fallback when it is none. */
double qobject_number(qpdf_data pdf, qpdf_oh dict, const char *key, double fallback);
/* Fills all numbers from an array; FALSE when it is none of so many. Takes the array. */
gboolean qobject_numbers(qpdf_data pdf, qpdf_oh array, double *numbers, int count);
/* Has dict[key] this name? */
gboolean qobject_is(qpdf_data pdf, qpdf_oh dict, const char *key, const char *name);

#endif

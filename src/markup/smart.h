/* smart: punctuation made right for a language, in a text whose spans keep their places. Code and
 * addresses are never touched. Each pass is one edit from left to right. */
#ifndef BIFOLIO_MARKUP_SMART_H
#define BIFOLIO_MARKUP_SMART_H

#include "markup/rich.h"

/* language: BCP 47 or NULL (English). */
void smart_text(RichText *rich, const char *language);

/* The passes, for smart_text alone. */
void smart_dashes(RichText *rich);
void smart_quotes(RichText *rich, const char *language);
void smart_spaces(RichText *rich, const char *language);

/* What the passes share: a text, its guards, and characters around a place. */
typedef struct SmartText {
	const char *text;
	int length;
	unsigned char *guards;
} SmartText;

/* May the byte be changed? */
gboolean smart_free(const SmartText *smart, int at);
/* Character that ends before `at` or begins there; 0 at the ends; U+FFFC for what is guarded. */
gunichar smart_before(const SmartText *smart, int at);
gunichar smart_after(const SmartText *smart, int at);
/* "en" of "en-CA" matches "en"; case is ignored. NULL is English. */
gboolean smart_language_is(const char *language, const char *wanted);

#endif

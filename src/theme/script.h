/* script: the scripts for which a theme may say something of its own, by the names that theme files
 * use. A new one is one line in script.c. */
#ifndef BIFOLIO_THEME_SCRIPT_H
#define BIFOLIO_THEME_SCRIPT_H

#include <glib.h>

enum { SCRIPT_COUNT = 20 };

/* "arabic" */
const char *script_name(int script);
/* By its ISO 15924 code; -1 when themes know no such script. */
int script_from_code(const char *code);

#endif

/* hyphenation: keeps the states of hyphenation dictionaries beside them, so that bifolio need not
 * build them each time:  hyphenation FILE.dic...  makes FILE.states of each. */
#include <stdio.h>

#include "text/hyphdict.h"

int main(int argc, char **argv) {
	for (int i = 1; i < argc; i++) {
		g_autoptr(GError) error = NULL;
		if (!hyphdict_keep(argv[i], &error)) {
			fprintf(stderr, "set-up: %s\n", error->message);
			return 3;
		}
	}
	return 0;
}

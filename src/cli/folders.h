/* folders: where things lie: the event, themes, words, fonts. In a checkout beside the program's
 * own folder, else where `make install` put them. */
#ifndef BIFOLIO_CLI_FOLDERS_H
#define BIFOLIO_CLI_FOLDERS_H

#include <glib.h>

typedef struct Folders {
	char *data; /* holds fonts/ */
	char **themes; /* NULL-terminated, in order of preference */
	char **languages;
	char *fonts;
} Folders;

/* event: folder of the event, or NULL; its parent's themes and lang come first. */
void folders_init(Folders *folders, const char *event);
void folders_clear(Folders *folders);

/* The event's folder: the one named, else the working folder, else the only one under content/.
 * NULL after saying on standard error what is wrong; *status is the exit status. Caller frees. */
char *folders_find_event(const char *named, int *status);

#endif

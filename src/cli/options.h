/* options: the command line. One table a command (options.c) is the only place that knows an
 * option; --help comes from it. */
#ifndef BIFOLIO_CLI_OPTIONS_H
#define BIFOLIO_CLI_OPTIONS_H

#include <glib.h>

#include "model/event.h"

typedef enum Command { COMMAND_BUILD, COMMAND_CHECK, COMMAND_NEW, COMMAND_PREVIEW } Command;

enum { EXIT_MADE = 0, EXIT_CONTENT = 1, EXIT_USAGE = 2, EXIT_MACHINE = 3 };

typedef struct Options {
	Command command;
	char *event; /* folder named on the command line, or NULL */
	char *output; /* -o, or NULL */
	char **only; /* document names, or NULL */
	char *talk; /* id */
	char *day; /* date */
	char **sizes; /* DOC=SIZE */
	char *theme;
	gboolean no_bleed, draft, strict, keep_going, timings, json, help, version, embed_source;
	int jobs; /* 0 = as many as the machine has */
	char *dump; /* stage */
	char *icc; /* file of a printer's profile */
	double dpi; /* preview */
} Options;

/* FALSE: *status is the exit status and all has been said. */
gboolean options_parse(Options *options, int argc, char **argv, int *status);
void options_clear(Options *options);

#endif

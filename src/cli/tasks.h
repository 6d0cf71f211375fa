/* tasks: several things at once, as many as the options allow. */
#ifndef BIFOLIO_CLI_TASKS_H
#define BIFOLIO_CLI_TASKS_H

#include "cli/options.h"

typedef void (*TaskFunction)(gpointer task, gpointer unused);

/* Threads that may run at once. */
int options_threads(const Options *options);
/* Runs the function for every task; in the order of the array where there is one thread. */
void tasks_run(const GPtrArray *tasks, const Options *options, TaskFunction function);

#endif

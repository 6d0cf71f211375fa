/* commands: one function a command; each returns the exit status. */
#ifndef BIFOLIO_CLI_COMMANDS_H
#define BIFOLIO_CLI_COMMANDS_H

#include "cli/documents.h"

int command_build(const Options *options);
int command_check(const Options *options);
int command_new(const Options *options);
int command_preview(const Options *options);

/* --dump=STAGE of an opened session. */
int dump_stage(Session *session);

#endif

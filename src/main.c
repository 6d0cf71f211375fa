/* bifolio: turns an event's programme into a booklet and posters. */
#include <signal.h>

#include "base/arena.h"
#include "cli/commands.h"

int main(int argc, char **argv) {
	Options options;
	int status = EXIT_MADE;
	/* A full disk or a closed pipe is an error to be told, not an end. */
	signal(SIGXFSZ, SIG_IGN);
	signal(SIGPIPE, SIG_IGN);
	arena_give_back_large();
	if (!options_parse(&options, argc, argv, &status)) {
		options_clear(&options);
		return status;
	}
	switch (options.command) {
	case COMMAND_BUILD:
		status = command_build(&options);
		break;
	case COMMAND_CHECK:
		status = command_check(&options);
		break;
	case COMMAND_NEW:
		status = command_new(&options);
		break;
	case COMMAND_PREVIEW:
		status = command_preview(&options);
		break;
	}
	options_clear(&options);
	return status;
}

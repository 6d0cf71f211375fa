/* measure: runs a command several times and prints its cost:
 *
 *   measure RUNS COMMAND ARGUMENT...
 *
 * One line on standard output: the fastest run's seconds on the clock, the least seconds of
 * processor, the greatest peak memory in MB. What the command prints goes nowhere, its complaints
 * pass. The exit status is the command's when it failed. */
#define _DEFAULT_SOURCE
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

typedef struct Cost {
	double wall, processor, memory; /* seconds, seconds, MB */
} Cost;

static double seconds_now(void) {
	struct timespec now;
	clock_gettime(CLOCK_MONOTONIC, &now);
	return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

static double seconds_of(struct timeval time) {
	return (double)time.tv_sec + (double)time.tv_usec / 1e6;
}

static void become(char **command) {
	int nowhere = open("/dev/null", O_WRONLY);
	if (nowhere >= 0) {
		dup2(nowhere, STDOUT_FILENO);
	}
	execvp(command[0], command);
	perror(command[0]);
	_exit(127);
}

/* Exit status of the command, 126 when there was none. */
static int run_once(char **command, Cost *cost) {
	double start = seconds_now();
	pid_t child = fork();
	if (child < 0) {
		return 126;
	}
	if (child == 0) {
		become(command);
	}
	int status = 0;
	struct rusage usage;
	if (wait4(child, &status, 0, &usage) != child || !WIFEXITED(status)) {
		return 126;
	}
	cost->wall = seconds_now() - start;
	cost->processor = seconds_of(usage.ru_utime) + seconds_of(usage.ru_stime);
	cost->memory = (double)usage.ru_maxrss / 1024.0;
	return WEXITSTATUS(status);
}

int main(int argc, char **argv) {
	if (argc < 3) {
		fputs("usage: measure RUNS COMMAND ARGUMENT...\n", stderr);
		return 2;
	}
	Cost best = {.wall = 1e9, .processor = 1e9};
	int runs = (int)strtol(argv[1], NULL, 10);
	for (int i = 0; i < runs; i++) {
		Cost cost = {0};
		int status = run_once(argv + 2, &cost);
		if (status != 0) {
			return status;
		}
		best.wall = cost.wall < best.wall ? cost.wall : best.wall;
		best.processor = cost.processor < best.processor ? cost.processor : best.processor;
		best.memory = cost.memory > best.memory ? cost.memory : best.memory;
	}
	printf("%.3f %.3f %.1f\n", best.wall, best.processor, best.memory);
	return 0;
}

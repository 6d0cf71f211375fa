/* dump: any stage of a run as text, on standard output. */
#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "cli/commands.h"

#include "read/read_yaml.h"

static const char *const stages[] = {"nodes", "model", "blocks", "pages", "tags", NULL};

static int dump_nodes(Session *session) {
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Diags) diags = diags_new();
	for (int i = 0; i < sources_count(session->sources); i++) {
		const char *name = sources_name(session->sources, i);
		if (!g_str_has_suffix(name, ".yaml") && !g_str_has_suffix(name, ".yml")) {
			continue;
		}
		const Node *node = read_yaml_file(arena, name, name, sources, diags, NULL);
		g_autofree char *text = node_dump(node, sources);
		printf("# %s\n%s", name, text);
	}
	return session_report(session);
}

static void print_document(const Job *job, const char *stage) {
	g_autofree char *text = NULL;
	if (strcmp(stage, "blocks") == 0) {
		text = block_dump(job->composition);
	} else if (strcmp(stage, "pages") == 0) {
		text = document_dump(job->document);
	} else {
		text = tag_tree_dump(job->document->tags);
	}
	fputs(text, stdout);
}

static int dump_documents(Session *session) {
	int status = EXIT_MADE;
	GPtrArray *jobs = NULL;
	if (!jobs_open(session, &jobs, &status)) {
		return status;
	}
	if (!session_is_good(session)) {
		jobs_free(jobs);
		return session_report(session);
	}
	gboolean laid_out = jobs_layout(jobs);
	progressline_hide(session->line);
	if (laid_out) {
		for (guint i = 0; i < jobs->len; i++) {
			print_document(jobs->pdata[i], session->options->dump);
		}
		status = session_report(session);
	} else {
		fprintf(stderr, "bifolio: %s\n", jobs_error(jobs)->message);
		status = EXIT_MACHINE;
	}
	jobs_free(jobs);
	return status;
}

int dump_stage(Session *session) {
	const char *stage = session->options->dump;
	progressline_hide(session->line);
	if (!g_strv_contains(stages, stage)) {
		g_autofree char *all = g_strjoinv(", ", (char **)stages);
		fprintf(stderr, "bifolio: --dump=%s: there is no such stage; there are: %s\n",
			stage, all);
		return EXIT_USAGE;
	}
	if (strcmp(stage, "nodes") == 0) {
		return dump_nodes(session);
	}
	if (strcmp(stage, "model") == 0) {
		g_autofree char *text = event_dump(session->event);
		fputs(text, stdout);
		return session_report(session);
	}
	return dump_documents(session);
}

/* options: GLib's option parser over one table a command. */
#include "cli/options.h"

#include <stdio.h>
#include <string.h>

#include "base/version.h"
#include "cli/kinds.h"

static const char *const command_names[] = {"build", "check", "new", "preview"};

static const char *const command_help[] = {
	"all documents of an event into output/EVENT/",
	"everything wrong or doubtful in a programme, without rendering it",
	"a new event folder that builds at once, with comments that teach the format",
	"pages as PNG pictures, and one contact sheet",
};

static const char *const command_arguments[] = {"[EVENT]", "[EVENT]", "NAME", "[EVENT]"};

static const char overview[] = "Usage: bifolio COMMAND [OPTION…] [ARGUMENT]\n"
			       "\n"
			       "Turns an event's programme into a booklet and posters, as PDF.\n"
			       "\n"
			       "Commands:\n";

static const char overview_end[] =
	"\n"
	"EVENT is an event's folder; left out, it is the folder you stand in, then the only\n"
	"event under content/. `bifolio COMMAND --help` lists a command's options.\n"
	"\n"
	"Exit status: 0 done, 1 the content has errors, 2 wrong usage, 3 the machine failed.\n";

static void print_overview(FILE *to) {
	fputs(overview, to);
	for (size_t i = 0; i < G_N_ELEMENTS(command_names); i++) {
		fprintf(to, "  %-8s %-8s %s\n", command_names[i], command_arguments[i],
			command_help[i]);
	}
	fputs(overview_end, to);
}

typedef struct Row {
	unsigned commands; /* bits of Command */
	GOptionEntry entry;
} Row;

/* Sets of commands. */
enum {
	BUILD = 1 << COMMAND_BUILD,
	CHECK = 1 << COMMAND_CHECK,
	FRESH = 1 << COMMAND_NEW,
	PREVIEW = 1 << COMMAND_PREVIEW,
	MAKING = BUILD | PREVIEW,
	READING = MAKING | CHECK
};
enum { ROWS_MOST = 24, DPI_LEAST = 10, DPI_MOST = 1200 };

static int option_rows(Options *options, Row *rows) {
	const Row table[] = {
		{MAKING,
			{"output", 'o', 0, G_OPTION_ARG_FILENAME, &options->output,
				"folder for what is made", "DIR"}},
		{MAKING,
			{"only", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->only,
				"these documents, separated by commas", "DOC[,DOC]"}},
		{MAKING,
			{"talk", 0, 0, G_OPTION_ARG_STRING, &options->talk,
				"talk posters: of this talk only", "ID"}},
		{MAKING,
			{"day", 0, 0, G_OPTION_ARG_STRING, &options->day,
				"agenda posters: of this day only", "DATE"}},
		{MAKING,
			{"size", 0, 0, G_OPTION_ARG_STRING_ARRAY, &options->sizes,
				"a document's paper, as in poster-talk=A2", "DOC=SIZE"}},
		{MAKING,
			{"theme", 0, 0, G_OPTION_ARG_STRING, &options->theme,
				"another look than the content's", "NAME"}},
		{MAKING,
			{"no-bleed", 0, 0, G_OPTION_ARG_NONE, &options->no_bleed,
				"keep 5 mm white at the edges, for office printers", NULL}},
		{BUILD,
			{"icc", 0, 0, G_OPTION_ARG_FILENAME, &options->icc,
				"booklet-press in the inks of this printer's profile", "FILE"}},
		{BUILD,
			{"embed-source", 0, 0, G_OPTION_ARG_NONE, &options->embed_source,
				"put the content itself into the PDFs, as files", NULL}},
		{MAKING,
			{"draft", 0, 0, G_OPTION_ARG_NONE, &options->draft,
				"stamp every page as a draft, and leave out tags", NULL}},
		{MAKING,
			{"keep-going", 'k', 0, G_OPTION_ARG_NONE, &options->keep_going,
				"placeholders for items in error, and a draft's stamp", NULL}},
		{READING,
			{"strict", 0, 0, G_OPTION_ARG_NONE, &options->strict,
				"warnings count as errors", NULL}},
		{READING,
			{"json", 0, 0, G_OPTION_ARG_NONE, &options->json,
				"diagnostics as JSON, on standard output", NULL}},
		{MAKING,
			{"jobs", 'j', 0, G_OPTION_ARG_INT, &options->jobs,
				"work on so many documents at once", "N"}},
		{BUILD,
			{"timings", 0, 0, G_OPTION_ARG_NONE, &options->timings,
				"say how long each phase took", NULL}},
		{BUILD | CHECK,
			{"dump", 0, 0, G_OPTION_ARG_STRING, &options->dump,
				"print a stage instead: nodes, model, blocks, pages, tags",
				"STAGE"}},
		{PREVIEW,
			{"dpi", 0, 0, G_OPTION_ARG_DOUBLE, &options->dpi,
				"resolution of the pages, 110 by default", "N"}},
		{READING | FRESH,
			{"help", 'h', 0, G_OPTION_ARG_NONE, &options->help, "this help", NULL}},
	};
	G_STATIC_ASSERT(G_N_ELEMENTS(table) <= ROWS_MOST);
	memcpy(rows, table, sizeof table);
	return (int)G_N_ELEMENTS(table);
}

/* Which there are, those that are made unasked first. */
static char *list_documents(void) {
	int count;
	const DocumentKind *kinds = document_kinds(&count);
	GString *text = g_string_new("Documents:");
	for (int usual = TRUE; usual >= FALSE; usual--) {
		g_string_append(text, usual ? "\n " : "\nand on request (--only):\n ");
		for (int i = 0; i < count; i++) {
			if (kinds[i].usual == usual) {
				g_string_append_printf(text, " %s", kinds[i].name);
			}
		}
	}
	g_string_append_c(text, '\n');
	return g_string_free(text, FALSE);
}

static GOptionContext *context_for(Options *options) {
	Row rows[ROWS_MOST];
	GOptionEntry entries[ROWS_MOST + 1];
	int count = option_rows(options, rows), made = 0;
	unsigned command = 1u << options->command;
	for (int i = 0; i < count; i++) {
		if (rows[i].commands & command) {
			entries[made++] = rows[i].entry;
		}
	}
	entries[made] = (GOptionEntry){0};
	g_autofree char *usage = g_strdup_printf("%s", command_arguments[options->command]);
	GOptionContext *context = g_option_context_new(usage);
	g_option_context_set_summary(context, command_help[options->command]);
	g_option_context_set_help_enabled(context, FALSE);
	g_option_context_add_main_entries(context, entries, NULL);
	if (command & MAKING) {
		g_autofree char *documents = list_documents();
		g_option_context_set_description(context, documents);
	}
	return context;
}

static gboolean find_command(const char *word, Command *command) {
	for (size_t i = 0; i < G_N_ELEMENTS(command_names); i++) {
		if (strcmp(word, command_names[i]) == 0) {
			*command = (Command)i;
			return TRUE;
		}
	}
	return FALSE;
}

static int usage_error(const char *message) {
	fprintf(stderr, "bifolio: %s\n", message);
	return EXIT_USAGE;
}

/* Takes "a,b" apart, so that --only may be given both ways. */
static char **split_commas(char **given) {
	GPtrArray *words = g_ptr_array_new();
	for (char **one = given; one && *one; one++) {
		char **parts = g_strsplit(*one, ",", -1);
		for (char **part = parts; *part; part++) {
			g_ptr_array_add(words, g_strdup(g_strstrip(*part)));
		}
		g_strfreev(parts);
	}
	g_ptr_array_add(words, NULL);
	g_strfreev(given);
	return (char **)g_ptr_array_free(words, FALSE);
}

static gboolean parse_rest(Options *options, int argc, char **argv, int *status) {
	GOptionContext *context = context_for(options);
	g_autoptr(GError) error = NULL;
	gboolean good = g_option_context_parse(context, &argc, &argv, &error);
	if (good && options->help) {
		g_autofree char *help = g_option_context_get_help(context, TRUE, NULL);
		fputs(help, stdout);
		*status = EXIT_MADE;
		good = FALSE;
	} else if (!good) {
		*status = usage_error(error->message);
	} else if (argc > 2) {
		*status = usage_error("more than one argument; see --help");
		good = FALSE;
	} else if (options->command == COMMAND_NEW && argc < 2) {
		*status = usage_error("new: the name of the new event's folder is missing");
		good = FALSE;
	}
	if (good && (options->dpi < DPI_LEAST || options->dpi > DPI_MOST)) {
		*status = usage_error("--dpi wants a number from 10 to 1200");
		good = FALSE;
	}
	if (good && options->jobs < 0) {
		*status = usage_error("-j wants a number of at least 1");
		good = FALSE;
	}
	if (good && argc == 2) {
		options->event = g_strdup(argv[1]);
	}
	if (good && options->only) {
		options->only = split_commas(options->only);
	}
	g_option_context_free(context);
	return good;
}

/* GLib wants a short option's value as a word of its own: "-j4" is taken apart. */
static char **split_short(int *argc, char **argv) {
	GPtrArray *words = g_ptr_array_new();
	for (int i = 0; i < *argc; i++) {
		const char *word = argv[i];
		if ((g_str_has_prefix(word, "-j") || g_str_has_prefix(word, "-o")) && word[2]) {
			const char *value = word[2] == '=' ? word + 3 : word + 2;
			g_ptr_array_add(words, g_strndup(word, 2));
			g_ptr_array_add(words, g_strdup(value));
		} else {
			g_ptr_array_add(words, g_strdup(word));
		}
	}
	*argc = (int)words->len;
	g_ptr_array_add(words, NULL);
	return (char **)g_ptr_array_free(words, FALSE);
}

gboolean options_parse(Options *options, int argc, char **argv, int *status) {
	*options = (Options){.dpi = 110};
	if (argc < 2) {
		print_overview(stderr);
		*status = EXIT_USAGE;
		return FALSE;
	}
	if (strcmp(argv[1], "--help") == 0 || strcmp(argv[1], "-h") == 0 ||
		strcmp(argv[1], "help") == 0) {
		print_overview(stdout);
		*status = EXIT_MADE;
		return FALSE;
	}
	if (strcmp(argv[1], "--version") == 0) {
		puts("bifolio " BIFOLIO_VERSION);
		*status = EXIT_MADE;
		return FALSE;
	}
	if (!find_command(argv[1], &options->command)) {
		g_autofree char *message =
			g_strdup_printf("there is no command %s; see bifolio --help", argv[1]);
		*status = usage_error(message);
		return FALSE;
	}
	g_autofree char *name = g_strdup_printf("bifolio %s", command_names[options->command]);
	g_set_prgname(name);
	int count = argc - 1;
	g_auto(GStrv) words = split_short(&count, argv + 1);
	/* The parser takes words out of its array; the array that owns them stays whole. */
	g_autofree char **left = g_new(char *, count + 1);
	memcpy(left, words, sizeof(char *) * (size_t)(count + 1));
	return parse_rest(options, count, left, status);
}

void options_clear(Options *options) {
	g_free(options->event);
	g_free(options->output);
	g_strfreev(options->only);
	g_free(options->talk);
	g_free(options->day);
	g_strfreev(options->sizes);
	g_free(options->theme);
	g_free(options->dump);
	g_free(options->icc);
}

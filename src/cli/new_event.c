/* new_event: `bifolio new NAME`: a folder with an event that builds at once and teaches the format
 * by its comments. Nothing that exists is touched. */
#include <errno.h>
#include <stdio.h>
#include <string.h>

#include "cli/commands.h"

static const char template_text[] =
	"# A programme for bifolio. Change the words, keep the shape, then run:\n"
	"#     bifolio check EVENT     what is wrong or doubtful, with line and column\n"
	"#     bifolio build EVENT     the booklet and the posters, into output/\n"
	"# Lines that begin with # are notes to you; they are not printed.\n"
	"format: 1\n"
	"\n"
	"event:\n"
	"  title: A Day of Small Machines\n"
	"  subtitle: Talks for people who take things apart\n"
	"  host: Example Society\n"
	"  date: 2027-03-04            # or: 4 March 2027; several days: dates: 2027-03-04 to "
	"2027-03-05\n"
	"  timezone: Europe/Lisbon     # Continent/City\n"
	"  place: {name: Old Library, address: \"Rua do Exemplo 1, Lisboa\"}\n"
	"  # An address that people go to; it is printed as a code for phones as well.\n"
	"  join: {url: \"https://example.org/join\", label: Join online}\n"
	"  language: en                # of the words that bifolio adds: de, fr, pt, ja, ar …\n"
	"\n"
	"# Everybody once, under a short name of your choice; the programme uses the short name.\n"
	"people:\n"
	"  ana:\n"
	"    name: Ana Exemplo\n"
	"    affiliation: University of Somewhere\n"
	"    # portrait: portraits/ana.jpg        a picture in this folder\n"
	"    contact: {email: ana@example.org}    # printed only because it stands here\n"
	"    # Text is Markdown: *emphasis*, **strong**, [words](https://example.org), lists.\n"
	"    bio: |\n"
	"      Ana Exemplo builds *very* small machines and looks after the workshop in which most "
	"of\n"
	"      them were made. She likes screws that can be lost only once.\n"
	"  bento:\n"
	"    name: Bento Outro\n"
	"    affiliation: Elsewhere Works\n"
	"    bio: |\n"
	"      Bento Outro repairs clocks by day and writes about them by night.\n"
	"\n"
	"# In order of time. An item is a talk unless it says kind: opening, keynote, panel, "
	"workshop,\n"
	"# break, meal, social, closing …\n"
	"program:\n"
	"  - time: 14:00–14:10\n"
	"    kind: opening\n"
	"    title: Welcome\n"
	"    speakers: [ana]\n"
	"\n"
	"  - time: 14:10–14:50\n"
	"    title: Machines That Fit in a Letter\n"
	"    speakers: [ana]\n"
	"    abstract: |\n"
	"      A machine that is to be posted has to be flat, light and hard to offend. This talk "
	"shows\n"
	"      five of them, opens each, and explains why the one that failed is the one worth "
	"keeping.\n"
	"\n"
	"      Bring an envelope.\n"
	"    references:\n"
	"      - \"*Flat Mechanisms*, 2026. <https://example.org/flat>\"\n"
	"\n"
	"  - {time: 14:50–15:10, kind: break, title: Coffee}\n"
	"\n"
	"  - time: 15:10–15:50\n"
	"    title: \"What a Clock Knows: Repair as Reading\"   # a colon in a title wants quotes\n"
	"    speakers: [bento]\n"
	"    abstract: |\n"
	"      Every repair leaves a trace, and a clock of two hundred years has been read by many "
	"hands\n"
	"      before yours. We follow the traces in one movement from the workbench to the "
	"archive.\n"
	"\n"
	"  - time: 15:50–16:30\n"
	"    kind: panel\n"
	"    title: Should Things Be Openable?\n"
	"    moderator: ana\n"
	"    # Somebody who appears only here may be written out on the spot.\n"
	"    panelists:\n"
	"      - bento\n"
	"      - {name: Clara Terceira, affiliation: Society of Keys, bio: Clara Terceira opens "
	"doors.}\n"
	"\n"
	"# All of this may be left out.\n"
	"print:\n"
	"  theme: signal               # signal, lake, fern, plum, plain, scholarly\n"
	"  booklet: {size: A5}         # A5, half-letter, B5, A4, letter …\n"
	"  posters: {event: A3, agenda: A3, talk: A3}\n";

static int fail(const char *path, int number) {
	fprintf(stderr, "bifolio: %s: %s\n", path, g_strerror(number));
	return EXIT_MACHINE;
}

int command_new(const Options *options) {
	const char *folder = options->event;
	g_autofree char *path = g_build_filename(folder, "event.yaml", NULL);
	if (g_file_test(folder, G_FILE_TEST_EXISTS)) {
		fprintf(stderr,
			"bifolio: %s is there already; name a folder that is not, nothing is "
			"written over\n",
			folder);
		return EXIT_USAGE;
	}
	if (g_mkdir_with_parents(folder, 0777) != 0) {
		return fail(folder, errno);
	}
	g_autoptr(GError) error = NULL;
	SafeFile *file = safe_file_new(path, &error);
	if (file) {
		safe_file_write(file, template_text, strlen(template_text));
		safe_file_commit(file, NULL, &error);
	}
	if (error) {
		fprintf(stderr, "bifolio: %s\n", error->message);
		return EXIT_MACHINE;
	}
	printf("%s\n", path);
	return EXIT_MADE;
}

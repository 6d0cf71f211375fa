/* fields_print: the tables of `print:`. Order of rows = order in the manual. */
#include <stddef.h>

#include "model/fields.h"
#include "model/records.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

const char *const part_names[] = {"cover", "imprint", "welcome", "contents", "letters",
	"committees", "glance", "grid", "agenda", "sessions", "talks", "boards", "speakers", "bios",
	"venue", "sponsors", "index", "topics", "affiliations", "notes", "back-cover", NULL};

const char *const insert_frame_names[] = {"bleed", "type-area", NULL};

static const char *const clock_choices[] = {"12", "24", NULL};
static const char *const talks_choices[] = {"auto", "page", "flow", "dense", NULL};
static const char *const orientation_choices[] = {"portrait", "landscape", NULL};
static const char *const document_choices[] = {"booklet", "booklet-print", "booklet-press",
	"booklet-large", "booklet-phone", "poster-event", "poster-agenda", "poster-talk", NULL};
static const char *const depth_choices[] = {"slots", "sessions", "talks", NULL};
static const char *const binding_choices[] = {"saddle", "perfect", NULL};
static const char *const spine_choices[] = {"down", "up", "none", NULL};
static const char *const flip_choices[] = {"short", "long", NULL};

static const Field print_fields[] = {
	{"theme", FIELD_LINE, offsetof(PrintRecord, theme), "theme: signal",
		.help = "Looks: a file of `content/themes`.", .fallback = "signal",
		.mistaken = "style template"},
	{"accent", FIELD_LINE, offsetof(PrintRecord, accent), "accent: \"#8a1c1c\"",
		.help = "Colour of times and places instead of the theme's.",
		.mistaken = "color colour colors"},
	{"clock", FIELD_CHOICE, offsetof(PrintRecord, clock), "clock: 24",
		.help = "12 or 24 hours; by default as the event's language and region have it.",
		.choices = clock_choices},
	{"justify", FIELD_FLAG, offsetof(PrintRecord, justify), "justify: true",
		.help = "Prose flush on both sides; by default as the theme has it.",
		.mistaken = "justified align"},
	{"smart", FIELD_FLAG, offsetof(PrintRecord, smart), "smart: false",
		.help = "Quotes, dashes and ellipses made right for the language.",
		.fallback = "true", .mistaken = "smartypants quotes"},
	{"fonts", FIELD_LINE_MAP, offsetof(PrintRecord, fonts), "fonts: {prose: Linux Libertine}",
		.help = "Families by role, instead of the theme's.", .others = "font"},
	{"words", FIELD_LINE_MAP, offsetof(PrintRecord, words), "words: {agenda: Timetable}",
		.help = "Fixed words said otherwise.", .mistaken = "labels strings translations"},
	{"parts", FIELD_RECORDS, offsetof(PrintRecord, parts), "parts: [cover, agenda, talks]",
		.help = "Parts of the booklet in their order, and pages from files between them; "
			"by default those that suit the programme.",
		.table = &table_part, .mistaken = "order sections"},
	{"notices", FIELD_RECORDS, offsetof(PrintRecord, notices),
		"notices: [{text: Coffee by Example & Co., after: talks}]",
		.help = "Notices at the foot of pages, as of sponsors.", .table = &table_notice,
		.others = "notice", .mistaken = "sponsors ads advertisements"},
	{"documents", FIELD_CHOICES, offsetof(PrintRecord, documents),
		"documents: [booklet, poster-event]",
		.help = "What is made; by default booklet, booklet-print and the posters.",
		.others = "document", .choices = document_choices, .mistaken = "only outputs"},
	{"booklet", FIELD_RECORD, offsetof(PrintRecord, booklet), "booklet: {size: A5}",
		.help = "The booklet.", .table = &table_booklet},
	{"posters", FIELD_RECORD, offsetof(PrintRecord, posters), "posters: {event: A2}",
		.help = "The posters, each by its size or a mapping.", .table = &table_posters,
		.others = "poster"},
	{"sheet", FIELD_PAPER, offsetof(PrintRecord, sheet), "sheet: A4",
		.help = "Paper on which the booklet is imposed; by default two of its pages wide.",
		.mistaken = "paper"},
	{"large", FIELD_PAPER, offsetof(PrintRecord, large), "large: letter",
		.help = "Paper of booklet-large; by default A4, or letter where the booklet is of "
			"that family.",
		.mistaken = "large_print"},
	{"phone", FIELD_PAPER, offsetof(PrintRecord, phone), "phone: 100x200mm",
		.help = "Page of booklet-phone; by default 108x192mm.", .mistaken = "mobile"},
	{"imposed", FIELD_RECORD, offsetof(PrintRecord, imposed),
		"imposed: {sheets_per_signature: 4}",
		.help = "How the booklet is put on sheets to be folded.", .table = &table_imposed,
		.mistaken = "imposition signatures duplex"},
	{"press", FIELD_RECORD, offsetof(PrintRecord, press), "press: {binding: perfect}",
		.help = "The booklet for a print shop.", .table = &table_press,
		.mistaken = "printer shop"},
};
const FieldTable table_print = {"print", "`print`", sizeof(PrintRecord), COUNT_OF(print_fields),
	print_fields, NULL, NULL, NULL};

static const Field booklet_fields[] = {
	{"size", FIELD_PAPER, offsetof(BookletRecord, size), "size: A5", .help = "Page size.",
		.fallback = "A5", .mistaken = "paper format"},
	{"type_size", FIELD_NUMBER, offsetof(BookletRecord, type_size), "type_size: 10",
		.help = "Size of prose in points; by default as the page size asks.", .least = 6,
		.most = 36, .mistaken = "font_size fontsize"},
	{"talks", FIELD_CHOICE, offsetof(BookletRecord, talks), "talks: flow",
		.help = "How talks are set: each on its page, one after the other, densely, or by "
			"their "
			"number.",
		.fallback = "auto", .choices = talks_choices},
	{"talk_spreads", FIELD_FLAG, offsetof(BookletRecord, talk_spreads), "talk_spreads: true",
		.help = "Talks of two pages begin on the left, even where that costs a page.",
		.fallback = "false"},
};
const FieldTable table_booklet = {"print.booklet", "`booklet`", sizeof(BookletRecord),
	COUNT_OF(booklet_fields), booklet_fields, NULL, "size", NULL};

static const Field imposed_fields[] = {
	{"sheets_per_signature", FIELD_INTEGER, offsetof(ImposedRecord, sheets_per_signature),
		"sheets_per_signature: 4",
		.help = "Sheets that lie in each other, at most; by default all, to be stapled "
			"through "
			"the fold.",
		.least = 1, .most = 100, .others = "sheets-per-signature",
		.mistaken = "sheets signature signatures"},
	{"paper_thickness", FIELD_NUMBER, offsetof(ImposedRecord, paper_thickness),
		"paper_thickness: 0.12",
		.help = "In mm. Pages creep outwards by it where more than eight sheets lie in "
			"each "
			"other; 0.1 is 80 g/m².",
		.fallback = "0.1", .least = 0, .most = 1, .mistaken = "thickness creep"},
	{"flip", FIELD_CHOICE, offsetof(ImposedRecord, flip), "flip: long",
		.help = "Over which edge of the sheet the printer turns it for the back.",
		.fallback = "short", .choices = flip_choices, .mistaken = "duplex edge"},
	{"directions", FIELD_FLAG, offsetof(ImposedRecord, directions), "directions: true",
		.help = "A first sheet that says how to print, fold and staple the others.",
		.fallback = "false", .mistaken = "instructions help guide"},
};
const FieldTable table_imposed = {"print.imposed", "`imposed`", sizeof(ImposedRecord),
	COUNT_OF(imposed_fields), imposed_fields, NULL, NULL, NULL};

static const Field press_fields[] = {
	{"bleed", FIELD_NUMBER, offsetof(PressRecord, bleed), "bleed: 5",
		.help = "By how many mm colour runs over the edge of the page.", .fallback = "3",
		.least = 0, .most = 25},
	{"binding", FIELD_CHOICE, offsetof(PressRecord, binding), "binding: perfect",
		.help = "Stapled through the fold, or glued into a cover with a spine, which is a "
			"file of its own.",
		.fallback = "saddle", .choices = binding_choices, .mistaken = "bound bind"},
	{"multiple", FIELD_INTEGER, offsetof(PressRecord, multiple), "multiple: 8",
		.help = "Pages are filled up to a multiple of this, without a cover of its own.",
		.fallback = "4", .least = 2, .most = 64, .mistaken = "pages signature"},
	{"paper_thickness", FIELD_NUMBER, offsetof(PressRecord, paper_thickness),
		"paper_thickness: 0.12", .help = "Of a leaf in mm, for the spine.",
		.fallback = "0.1", .least = 0, .most = 1, .mistaken = "thickness paper"},
	{"cover_thickness", FIELD_NUMBER, offsetof(PressRecord, cover_thickness),
		"cover_thickness: 0.3", .help = "Of the cover's board in mm, for the spine.",
		.fallback = "0.25", .least = 0, .most = 5, .mistaken = "cover board"},
	{"spine", FIELD_CHOICE, offsetof(PressRecord, spine), "spine: up",
		.help = "From where the title on the spine is read: its head down, or its foot "
			"up; by default as the language has it.",
		.choices = spine_choices, .mistaken = "back title"},
};
const FieldTable table_press = {"print.press", "`press`", sizeof(PressRecord),
	COUNT_OF(press_fields), press_fields, NULL, NULL, NULL};

#define POSTER_FIELD(name, kind, words)                                                            \
	{                                                                                          \
		name, FIELD_RECORD, offsetof(PostersRecord, kinds[kind]), name ": A2",             \
			.help = words, .table = &table_poster                                      \
	}
static const Field posters_fields[] = {
	POSTER_FIELD("event", POSTER_EVENT, "The event's poster; A3 by default."),
	POSTER_FIELD("agenda", POSTER_AGENDA, "One for each day; A3 by default."),
	POSTER_FIELD("talk", POSTER_TALK, "One for each talk; A3 by default."),
};
const FieldTable table_posters = {"print.posters", "`posters`", sizeof(PostersRecord),
	COUNT_OF(posters_fields), posters_fields, NULL, NULL, NULL};

static const Field poster_fields[] = {
	{"size", FIELD_PAPER, offsetof(PosterRecord, size), "size: A2 landscape",
		.help = "Sheet size.", .fallback = "A3", .mistaken = "paper format"},
	{"orientation", FIELD_CHOICE, offsetof(PosterRecord, orientation), "orientation: landscape",
		.help = "Which way round; by default as the size says, else upright.",
		.choices = orientation_choices, .mistaken = "direction"},
	{"distance", FIELD_NUMBER, offsetof(PosterRecord, distance), "distance: 3",
		.help = "Metres from which it must be readable; by default it grows with the "
			"sheet, and is less for a timetable.",
		.least = 0.3, .most = 30},
};
const FieldTable table_poster = {"a poster", "a poster", sizeof(PosterRecord),
	COUNT_OF(poster_fields), poster_fields, NULL, "size", NULL};

static const Field part_fields[] = {
	{"part", FIELD_CHOICE, offsetof(PartRecord, part), "part: agenda", .help = "Which part.",
		.required = TRUE, .choices = part_names, .mistaken = "name kind"},
	{"title", FIELD_LINE, offsetof(PartRecord, title), "title: Timetable",
		.help = "Its heading, instead of the fixed word.", .mistaken = "heading"},
	{"depth", FIELD_CHOICE, offsetof(PartRecord, depth), "depth: talks",
		.help = "How deep the contents go: what begins at the same time in one line, or "
			"every session, or every talk.",
		.fallback = "slots", .choices = depth_choices, .mistaken = "level levels"},
	{"pages", FIELD_INTEGER, offsetof(PartRecord, pages), "pages: 3",
		.help = "How many pages of notes there are at least; by default as many as fill up "
			"the last sheet.",
		.least = 1, .most = 40, .mistaken = "count number"},
};
const FieldTable table_part = {"print.parts", "an entry of `parts`", sizeof(PartRecord),
	COUNT_OF(part_fields), part_fields, NULL, "part", NULL};

static const Field insert_fields[] = {
	{"insert", FIELD_PATH, offsetof(InsertRecord, file), "insert: maps/plan.pdf",
		.help = "A page of its own from a file: SVG, PDF, JPEG, PNG or WebP.",
		.required = TRUE, .mistaken = "file picture image map pdf advertisement"},
	{"page", FIELD_INTEGER, offsetof(InsertRecord, page), "page: 2",
		.help = "Which page of a PDF; by default the first.", .least = 1, .most = 100000,
		.mistaken = "number pages"},
	{"alt", FIELD_LINE, offsetof(InsertRecord, alternate), "alt: Map of the campus",
		.help = "What it shows, for those who cannot see it.", .required = TRUE,
		.others = "alternate", .mistaken = "alt_text description caption text"},
	{"title", FIELD_LINE, offsetof(InsertRecord, title), "title: How to find us",
		.help = "Its bookmark; without one it has none.", .mistaken = "name heading"},
	{"frame", FIELD_CHOICE, offsetof(InsertRecord, frame), "frame: bleed",
		.help = "The whole page and its bleed, or the area of the text; by default what it "
			"fits best. It is never stretched or cropped.",
		.choices = insert_frame_names, .mistaken = "size fit"},
};
const FieldTable table_insert = {"print.parts, an insert", "an insert", sizeof(InsertRecord),
	COUNT_OF(insert_fields), insert_fields, NULL, NULL, NULL};

static const Field notice_fields[] = {
	{"text", FIELD_LINE, offsetof(NoticeRecord, text), "text: Coffee by Example & Co.",
		.help = "What it says.", .mistaken = "words content"},
	{"file", FIELD_PATH, offsetof(NoticeRecord, file), "file: ads/coffee.svg",
		.help = "What it shows: SVG, PDF, JPEG, PNG or WebP.",
		.mistaken = "picture image logo insert"},
	{"page", FIELD_INTEGER, offsetof(NoticeRecord, page), "page: 2",
		.help = "Which page of a PDF; by default the first.", .least = 1, .most = 100000,
		.mistaken = "number"},
	{"alt", FIELD_LINE, offsetof(NoticeRecord, alternate), "alt: Example & Co.",
		.help = "What the file shows, for those who cannot see it; needed with `file`.",
		.others = "alternate", .mistaken = "alt_text description caption"},
	{"after", FIELD_LINE, offsetof(NoticeRecord, after), "after: small-machines",
		.help = "Id of a talk, or a part of the booklet: it stands at the foot of the page "
			"where that ends, or of the next that has room.",
		.required = TRUE, .mistaken = "at where behind talk"},
};
const FieldTable table_notice = {"print.notices", "a notice", sizeof(NoticeRecord),
	COUNT_OF(notice_fields), notice_fields, NULL, NULL, NULL};

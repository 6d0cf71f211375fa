/* What people write for times, durations, dates, papers and names: tests/model/words.txt, a line a
 * case. */
#include <glib.h>
#include <string.h>

#include "model/build.h"
#include "model/name.h"
#include "model/time.h"

typedef char *(*Understand)(const char *text);

static void add_clock(GString *out, const ClockTime *time) {
	g_string_append_printf(
		out, "%02d:%02d%s", time->minutes / 60, time->minutes % 60, time->exact ? "" : "?");
}

static char *understand_time(const char *text) {
	TimeRange range;
	if (!time_range_parse(text, &range)) {
		g_assert_cmpint(range.error_at, >=, 0);
		g_assert_cmpint(range.error_at, <=, (int)strlen(text));
		return g_strdup("no");
	}
	GString *out = g_string_new(NULL);
	add_clock(out, &range.start);
	if (range.has_end) {
		g_string_append_c(out, '-');
		add_clock(out, &range.end);
	}
	return g_string_free(out, FALSE);
}

static char *understand_duration(const char *text) {
	int minutes = 0;
	return duration_parse(text, &minutes) ? g_strdup_printf("%d", minutes) : g_strdup("no");
}

static char *understand_date(const char *text) {
	Date date;
	const char *why = NULL;
	if (!date_parse(text, &date, &why)) {
		return g_strdup_printf("no: %s", why);
	}
	return g_strdup_printf("%04d-%02d-%02d", date.year, date.month, date.day);
}

static char *understand_range(const char *text) {
	Date first, last;
	const char *why = NULL;
	if (!date_range_parse(text, &first, &last, &why)) {
		return g_strdup_printf("no: %s", why);
	}
	return g_strdup_printf("%04d-%02d-%02d %04d-%02d-%02d", first.year, first.month, first.day,
		last.year, last.month, last.day);
}

static char *understand_paper(const char *text) {
	g_autoptr(Arena) arena = arena_new();
	PaperSize size;
	if (!paper_parse(arena, text, &size)) {
		return g_strdup("no");
	}
	return g_strdup_printf(
		"%s %.0fx%.0f", size.name, len_to_mm(size.width), len_to_mm(size.height));
}

static char *understand_name(const char *text) {
	g_autoptr(Arena) arena = arena_new();
	NameParts parts;
	name_split(arena, text, &parts);
	return g_strdup_printf("%s | %s | %s | %s", parts.given ? parts.given : "-", parts.family,
		name_sort(arena, &parts), name_initials(arena, &parts, "en"));
}

typedef struct Section {
	const char *name;
	Understand understand;
} Section;

static const Section sections[] = {{"times", understand_time}, {"durations", understand_duration},
	{"dates", understand_date}, {"ranges", understand_range}, {"papers", understand_paper},
	{"names", understand_name}};

static void check_line(const Section *section, const char *line) {
	const char *arrow = strstr(line, " => ");
	g_assert_nonnull(arrow);
	g_autofree char *input = g_strndup(line, (gsize)(arrow - line));
	g_autofree char *result = section->understand(input);
	if (strcmp(result, arrow + strlen(" => ")) != 0) {
		g_test_message("%s: \"%s\" is understood as \"%s\", not as \"%s\"", section->name,
			input, result, arrow + strlen(" => "));
		g_test_fail();
	}
}

static void test_section(gconstpointer data) {
	const Section *section = data;
	g_autofree char *text = NULL;
	g_assert_true(g_file_get_contents("tests/model/words.txt", &text, NULL, NULL));
	g_autofree char *heading = g_strdup_printf("\n--- %s", section->name);
	char *from = strstr(text, heading);
	g_assert_nonnull(from);
	from = strchr(from + 1, '\n') + 1;
	char *end = strstr(from, "\n--- ");
	if (end) {
		*end = '\0';
	}
	g_auto(GStrv) lines = g_strsplit(from, "\n", -1);
	int count = 0;
	for (int i = 0; lines[i]; i++) {
		if (*lines[i]) {
			check_line(section, lines[i]);
			count++;
		}
	}
	g_assert_cmpint(count, >, 15);
}

static void assert_format(char *text, const char *expected) {
	g_assert_cmpstr(text, ==, expected);
	g_free(text);
}

static void test_format(void) {
	const TimeForm twelve = {.clock = 12, .language = "en-US"};
	const TimeForm full = {.clock = 24, .language = "en-GB"};
	const TimeForm korean = {.clock = 12, .language = "ko"};
	assert_format(time_format_plain(&twelve, 13 * 60 + 10), "1:10");
	assert_format(time_format_plain(&twelve, 0), "12:00");
	assert_format(time_format_plain(&twelve, 12 * 60), "12:00");
	assert_format(time_format_plain(&full, 9 * 60 + 45), "9:45");
	assert_format(time_format_plain(&full, 25 * 60 + 30), "1:30");
	assert_format(time_format_range(&full, 720, 960, FALSE), "12:00–16:00");
	assert_format(time_format_range(&full, 720, 960, TRUE), "12:00–16:00");
	g_autofree char *am = locale_day_period("en-US", 540);
	g_autofree char *pm = locale_day_period("en-US", 780);
	g_autofree char *afternoon = locale_day_period("ko", 870);
	g_autofree char *quarter = g_strdup_printf("12:40 %s", pm);
	assert_format(time_format(&twelve, 760), quarter);
	assert_format(time_format(&full, 760), "12:40");
	g_autofree char *short_range = g_strdup_printf("12–4 %s", pm);
	assert_format(time_format_range(&twelve, 720, 960, FALSE), short_range);
	g_autofree char *full_range = g_strdup_printf("12:00–4:00 %s", pm);
	assert_format(time_format_range(&twelve, 720, 960, TRUE), full_range);
	g_autofree char *both = g_strdup_printf("9 %s – 1:30 %s", am, pm);
	assert_format(time_format_range(&twelve, 540, 810, FALSE), both);
	g_autofree char *night = g_strdup_printf("9 %s – 1:30 %s", am, am);
	assert_format(time_format_range(&twelve, 540, 1530, FALSE), night);
	g_autofree char *before = g_strdup_printf("%s 2:30", afternoon);
	assert_format(time_format(&korean, 870), before);
	g_autoptr(Arena) arena = arena_new();
	const char *const languages[] = {"en-US", "ko", "ar", "fa", "de"};
	for (gsize i = 0; i < G_N_ELEMENTS(languages); i++) {
		const TimeForm asked = {.clock = 12, .language = languages[i]};
		const TimeForm known = time_form_new(arena, 12, languages[i]);
		for (int minutes = 0; minutes < 1440; minutes += 185) {
			g_autofree char *text = time_format(&known, minutes);
			assert_format(time_format(&asked, minutes), text);
		}
	}
}

/* Whatever stands there: no crash, no endless run, and a place inside of the text. */
static void test_any_text(void) {
	static const char *const bits[] = {"9", "12", ":", "30", "–", "-", " ", "am", "pm", "noon",
		"March", "2027", "/", ".", "h", "時", "x", "mm", "A4", "0", "\xc2\xa0", ",", "T"};
	g_autoptr(GRand) random = g_rand_new_with_seed(20270304);
	for (int i = 0; i < 20000; i++) {
		g_autoptr(GString) text = g_string_new(NULL);
		int count = g_rand_int_range(random, 0, 9);
		for (int j = 0; j < count; j++) {
			int bit = g_rand_int_range(random, 0, (int)G_N_ELEMENTS(bits));
			g_string_append(text, bits[bit]);
		}
		for (size_t j = 0; j < G_N_ELEMENTS(sections); j++) {
			g_free(text->len ? sections[j].understand(text->str) : NULL);
		}
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	for (size_t i = 0; i < G_N_ELEMENTS(sections); i++) {
		g_autofree char *path = g_strdup_printf("/model/words/%s", sections[i].name);
		g_test_add_data_func(path, &sections[i], test_section);
	}
	g_test_add_func("/model/words/format", test_format);
	g_test_add_func("/model/words/any-text", test_any_text);
	return g_test_run();
}

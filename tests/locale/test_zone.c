/* test_zone: offsets, names and labels of zones on given days. */
#include "locale/locale.h"

static const Date september = {2022, 9, 19}, january = {2022, 1, 19};

static void test_known(void) {
	g_assert_true(zone_is_known("Europe/Berlin"));
	g_assert_true(zone_is_known("Asia/Calcutta"));
	g_assert_true(zone_is_known("UTC"));
	g_assert_false(zone_is_known("EST"));
	g_assert_false(zone_is_known("MST"));
	g_assert_false(zone_is_known("HST"));
	g_assert_false(zone_is_known("europe/berlin"));
	g_assert_false(zone_is_known("Europe/Atlantis"));
	g_assert_false(zone_is_known("GMT+3"));
	g_assert_false(zone_is_known(""));
	g_assert_false(zone_is_known("Etc/Unknown"));
}

static void test_nearest(void) {
	static const char *const cases[][2] = {{"Europa/Lisbon", "Europe/Lisbon"},
		{"Lisbon", "Europe/Lisbon"}, {"America/New York", "America/New_York"},
		{"america/new-york", "America/New_York"}, {"Amrica/Torronto", "America/Toronto"},
		{"Canada/Toronto", "America/Toronto"}, {"Germany/Berlin", "Europe/Berlin"},
		{"Europe/Brelin", "Europe/Berlin"}, {"EST", NULL}, {"x", NULL}, {"", NULL},
		{"no such place at all", NULL}};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_assert_cmpstr(zone_nearest(cases[i][0]), ==, cases[i][1]);
	}
}

static void test_offset(void) {
	static const struct {
		const char *zone;
		Date date;
		int minutes, offset;
	} cases[] = {
		{"America/Toronto", {2022, 9, 19}, 720, -240},
		{"America/Toronto", {2022, 1, 19}, 720, -300},
		{"Asia/Kathmandu", {2022, 9, 19}, 0, 345},
		{"Asia/Kolkata", {2022, 9, 19}, 0, 330},
		{"Australia/Lord_Howe", {2022, 1, 19}, 0, 660},
		{"Australia/Lord_Howe", {2022, 7, 1}, 0, 630},
		{"Australia/Eucla", {2022, 7, 1}, 0, 525},
		/* Morocco goes back for Ramadan. */
		{"Africa/Casablanca", {2024, 3, 20}, 720, 0},
		{"Africa/Casablanca", {2024, 5, 20}, 720, 60},
		{"Pacific/Kiritimati", {2022, 1, 1}, 0, 840},
		{"Pacific/Marquesas", {2022, 1, 1}, 0, -570},
		{"UTC", {2022, 1, 1}, 0, 0},
		/* Skipped and repeated hours: the offset before the change. */
		{"America/Toronto", {2022, 3, 13}, 119, -300},
		{"America/Toronto", {2022, 3, 13}, 150, -300},
		{"America/Toronto", {2022, 3, 13}, 180, -240},
		{"America/Toronto", {2022, 11, 6}, 90, -240},
		{"America/Toronto", {2022, 11, 6}, 120, -300},
		/* Minutes that run past midnight. */
		{"America/Toronto", {2022, 3, 12}, 1440 + 240, -240},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_assert_cmpint(zone_offset(cases[i].zone, cases[i].date, cases[i].minutes), ==,
			cases[i].offset);
	}
}

static void check_text(char *got, const char *wanted) {
	g_assert_cmpstr(got, ==, wanted);
	g_free(got);
}

static void test_names(void) {
	check_text(zone_short_name("America/Toronto", "en-CA", september, 720), "EDT");
	check_text(zone_short_name("America/Toronto", "en-CA", january, 720), "EST");
	check_text(zone_short_name("America/Toronto", "fr", september, 720), "UTC−4");
	check_text(zone_short_name("Europe/Vienna", "de", september, 720), "MESZ");
	check_text(zone_short_name("Europe/Vienna", "en", september, 720), "CEST");
	check_text(zone_short_name("Europe/Lisbon", "en-GB", january, 720), "WET");
	check_text(zone_short_name("Europe/London", "en", january, 720), "GMT");
	check_text(zone_short_name("Asia/Kathmandu", "en", september, 720), "UTC+5:45");
	check_text(zone_short_name("Asia/Shanghai", "en", september, 720), "UTC+8");
	check_text(zone_short_name("Africa/Casablanca", "en", september, 720), "UTC+1");
	check_text(zone_long_name("America/Toronto", "en-CA", september, 720),
		"Eastern Daylight Time");
	check_text(
		zone_long_name("America/Toronto", "fr-CA", january, 720), "heure normale de l’Est");
	check_text(zone_long_name("Africa/Casablanca", "en", september, 720), "Morocco Time");
	check_text(zone_city("America/Toronto", "en"), "Toronto");
	check_text(zone_city("Europe/Vienna", "de"), "Wien");
	check_text(zone_city("America/Argentina/Buenos_Aires", "en"), "Buenos Aires");
	check_text(zone_city("Asia/Kolkata", "ru"), "Калькутта");
	check_text(zone_city("UTC", "en"), "UTC");
	check_text(zone_city("Etc/GMT+5", "en"), "UTC−5");
	check_text(zone_utc_form(0), "UTC");
	check_text(zone_utc_form(-240), "UTC−4");
	check_text(zone_utc_form(330), "UTC+5:30");
	check_text(zone_utc_form(-570), "UTC−9:30");
}

static void test_labels(void) {
	static const struct {
		const char *label, *zone;
		gboolean summer;
		const char *meant; /* NULL: it holds */
	} cases[] = {
		{"EST", "America/Toronto", TRUE, "EDT"},
		{"EDT", "America/Toronto", TRUE, NULL},
		{"EST", "America/Toronto", FALSE, NULL},
		{"est", "America/Toronto", FALSE, NULL},
		{"ET", "America/Toronto", TRUE, NULL},
		{"Eastern Time", "America/Toronto", TRUE, NULL},
		{"Eastern Standard Time", "America/Toronto", TRUE, "EDT"},
		{"EST", "America/Panama", TRUE, NULL},
		{"CET", "Europe/Berlin", TRUE, "CEST"},
		{"CEST", "Europe/Berlin", TRUE, NULL},
		{"MESZ", "Europe/Berlin", TRUE, NULL},
		{"CEST", "Europe/Helsinki", TRUE, "EEST"},
		{"ET", "Europe/Helsinki", TRUE, "EEST"},
		{"BST", "Europe/London", TRUE, NULL},
		{"GMT", "Europe/London", TRUE, "BST"},
		{"GMT", "Europe/London", FALSE, NULL},
		{"BST", "Asia/Dhaka", TRUE, NULL},
		{"IST", "Asia/Kolkata", TRUE, NULL},
		{"IST", "Europe/Dublin", TRUE, NULL},
		{"IST", "Europe/Dublin", FALSE, "GMT"},
		{"CST", "Asia/Shanghai", TRUE, NULL},
		{"CST", "America/Chicago", TRUE, "CDT"},
		{"UTC-4", "America/Toronto", TRUE, NULL},
		{"UTC−4", "America/Toronto", TRUE, NULL},
		{"GMT-04:00", "America/Toronto", TRUE, NULL},
		{"UTC-5", "America/Toronto", TRUE, "EDT"},
		{"UTC+5:45", "Asia/Kathmandu", TRUE, NULL},
		{"+0545", "Asia/Kathmandu", TRUE, NULL},
		{"UTC", "Atlantic/Reykjavik", TRUE, NULL},
		{"XYZ", "Europe/Berlin", TRUE, "CEST"},
		{"", "Europe/Berlin", TRUE, "CEST"},
		{"UTC+", "Europe/Berlin", TRUE, "CEST"},
	};
	for (int i = 0; i < (int)G_N_ELEMENTS(cases); i++) {
		g_autofree char *meant = NULL;
		Date date = cases[i].summer ? september : january;
		gboolean holds = zone_label_holds(cases[i].label, cases[i].zone, date, 720, &meant);
		g_assert_cmpint(holds, ==, cases[i].meant == NULL);
		g_assert_cmpstr(meant, ==, cases[i].meant);
	}
	g_assert_false(zone_label_holds("EST", "America/Toronto", september, 720, NULL));
}

int main(int argc, char **argv) {
	/* The machine's own zone must not matter. */
	g_setenv("TZ", "Australia/Lord_Howe", TRUE);
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/zone/known", test_known);
	g_test_add_func("/zone/nearest", test_nearest);
	g_test_add_func("/zone/offset", test_offset);
	g_test_add_func("/zone/names", test_names);
	g_test_add_func("/zone/labels", test_labels);
	return g_test_run();
}

/* Names folded and compared. */
#include <glib.h>

#include "check/spelling.h"

static void assert_fold(const char *text, const char *expected) {
	g_autofree char *folded = spelling_fold(text);
	g_assert_cmpstr(folded, ==, expected);
}

static void test_fold(void) {
	assert_fold("Tamer Özsu", "tamer ozsu");
	assert_fold("Özsu, Tamer", "ozsu tamer");
	assert_fold("Łukasz Øre-Ðæg", "lukasz ore daeg");
	assert_fold("O’Brien", "obrien");
	assert_fold("O'Brien -- (Jr.) 2", "obrien jr 2");
	assert_fold("ISTANBUL ısı", "istanbul isi");
	assert_fold("  — ", "");
	assert_fold("Ｆｕｌｌ width", "full width");
	assert_fold("张 伟", "张 伟");
}

static void test_sorted(void) {
	g_autofree char *one = spelling_fold_sorted("Özsu, Tamer");
	g_autofree char *other = spelling_fold_sorted("Tamer Ozsu");
	g_assert_cmpstr(one, ==, other);
}

static void test_distance(void) {
	g_assert_cmpint(spelling_distance("shahrad", "shahrads", 1), ==, 1);
	g_assert_cmpint(spelling_distance("alosup", "aiosup", 2), ==, 1);
	g_assert_cmpint(spelling_distance("iosup", "isoup", 2), ==, 1);
	g_assert_cmpint(spelling_distance("same", "same", 1), ==, 0);
	g_assert_cmpint(spelling_distance("kitten", "sitting", 9), ==, 3);
	g_assert_cmpint(spelling_distance("kitten", "sitting", 2), ==, 3);
	g_assert_cmpint(spelling_distance("", "abc", 9), ==, 3);
	g_assert_cmpint(spelling_distance("ca", "abc", 9), ==, 3);
	g_assert_cmpint(spelling_distance("张伟", "张维", 1), ==, 1);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/spelling/fold", test_fold);
	g_test_add_func("/check/spelling/sorted", test_sorted);
	g_test_add_func("/check/spelling/distance", test_distance);
	return g_test_run();
}

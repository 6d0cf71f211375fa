/* Portions come out in their order, deflated or as they are, with and without a second thread. */
#include <string.h>

#include "finish/coding.h"
#include "finish/digits.h"
#include "finish/portions.h"

enum { COUNT = 200, LONGEST = 5000 };

typedef struct Taken {
	int next; /* number of the portion that has to come */
	GByteArray *last;
} Taken;

static gboolean is_deflated(int number) {
	return number % 3 != 0;
}

static guint8 *bytes_of(int number, gsize *length) {
	*length = 1 + (gsize)number * 997 % LONGEST;
	guint8 *bytes = g_malloc(*length);
	memset(bytes, number, *length);
	return bytes;
}

static void take(void *to, const Portion *portion) {
	Taken *taken = to;
	g_assert_cmpint(portion->number, ==, taken->next++);
	g_autofree char *dictionary = g_strdup_printf("/Is %d", portion->number);
	g_assert_cmpstr(portion->dictionary, ==, dictionary);
	gsize length;
	g_autofree guint8 *bytes = bytes_of(portion->number, &length);
	g_byte_array_set_size(taken->last, 0);
	if (is_deflated(portion->number)) {
		g_assert_true(coding_inflate(
			taken->last, portion->bytes, portion->length, LONGEST, NULL));
	} else {
		g_byte_array_append(taken->last, portion->bytes, (guint)portion->length);
	}
	g_assert_cmpmem(taken->last->data, taken->last->len, bytes, length);
}

static void add(Portions *portions, int number) {
	g_autofree char *dictionary = g_strdup_printf("/Is %d", number);
	gsize length;
	g_autofree guint8 *bytes = bytes_of(number, &length);
	portions_add(portions, &(Portion){number, dictionary, bytes, length}, is_deflated(number));
}

static void test_order(gconstpointer data) {
	Taken taken = {0, g_byte_array_new()};
	Portions *portions = portions_new((PortionSink){take, &taken}, GPOINTER_TO_INT(data));
	for (int i = 0; i < COUNT; i++) {
		add(portions, i);
	}
	portions_end(portions);
	g_assert_cmpint(taken.next, ==, COUNT);
	portions_end(portions);
	add(portions, COUNT);
	portions_free(portions);
	g_assert_cmpint(taken.next, <=, COUNT + 1);
	g_byte_array_unref(taken.last);
}

static void test_digits(void) {
	const int numbers[] = {0, 7, 10, 4096, -1, -90, G_MAXINT, G_MININT};
	for (guint i = 0; i < G_N_ELEMENTS(numbers); i++) {
		g_autoptr(GString) said = g_string_new("<");
		g_autofree char *wanted = g_strdup_printf("<%d%d 0 R", numbers[i], numbers[i]);
		digits_put(said, numbers[i]);
		digits_put_reference(said, numbers[i]);
		g_assert_cmpstr(said->str, ==, wanted);
	}
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_data_func("/portions/alone", GINT_TO_POINTER(1), test_order);
	g_test_add_data_func("/portions/two", GINT_TO_POINTER(2), test_order);
	g_test_add_func("/portions/digits", test_digits);
	return g_test_run();
}

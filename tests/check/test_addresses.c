/* Addresses found in texts, and what is said against them. */
#include <glib.h>
#include <string.h>

#include "check/addresses.h"

/* The texts of all addresses found, joined by blanks. */
static void assert_found(const char *text, const char *expected) {
	g_autoptr(GArray) found = addresses_find(text);
	g_autoptr(GString) all = g_string_new(NULL);
	for (guint i = 0; i < found->len; i++) {
		const Address *address = &g_array_index(found, Address, i);
		g_assert_cmpint(address->length, ==, (int)strlen(address->text));
		g_assert_true(strncmp(text + address->offset, address->text,
				      (gsize)address->length) == 0);
		g_string_append_printf(all, "%s%s", i ? " " : "", address->text);
	}
	g_assert_cmpstr(all->str, ==, expected);
}

static void test_find(void) {
	assert_found("nothing here", "");
	assert_found("see <http://example.org/a>.", "http://example.org/a");
	assert_found("see https://example.org/a, and", "https://example.org/a");
	assert_found("[A.B@example.org](mailto:A.B@example.org) or @handle, or",
		"A.B@example.org mailto:A.B@example.org @handle");
	assert_found("[a page](https://example.org/x_(y)) more", "https://example.org/x_(y)");
	assert_found("[a page](<a b>)", "a b");
	assert_found("(www.example.org)", "www.example.org");
	assert_found("`http://not.example` and ``a ` http://b``", "");
	assert_found("an open ` http://example.org", "http://example.org");
	assert_found("a < b and x <em>y</em> @ 5", "");
	assert_found("*https://example.org*", "https://example.org");
	assert_found("[x](", "");
	assert_found("<", "");
}

static void assert_fault(const char *text, const char *fault, const char *hint) {
	Address address = address_from_text(text);
	char *mend = NULL;
	g_autofree char *told = address_fault(&address, &mend);
	g_assert_cmpstr(told, ==, fault);
	if (hint) {
		g_assert_cmpstr(mend, ==, hint);
	}
	g_free(mend);
	g_free(address.text);
}

static void test_right(void) {
	static const char *const right[] = {"https://example.org",
		"http://example.org:8080/a?b=c#d", "HTTPS://Example.ORG/",
		"https://user@example.org/", "https://müller.example/", "https://192.0.2.7/",
		"https://[2001:db8::1]/", "mailto:a.b@example.org?subject=x", "a@example.org",
		"tel:+351210000000", "@handle", "https://example.org/a:b@c", NULL};
	for (int i = 0; right[i]; i++) {
		assert_fault(right[i], NULL, NULL);
	}
}

static void test_wrong(void) {
	assert_fault("www.example.org/x", "it does not begin with https://",
		"write https://www.example.org/x");
	assert_fault("htp://example.org", "\"htp\" is no way to reach a page",
		"did you mean http://example.org?");
	assert_fault("htps://example.org", "\"htps\" is no way to reach a page",
		"did you mean https://example.org?");
	assert_fault("ftp://example.org/x", "\"ftp:\" is no way to reach a page",
		"only http, https, mailto and tel addresses become links");
	assert_fault("http:/example.org", "it does not begin with https:// or http://",
		"write https://example.org");
	assert_fault("https//example.org", "it does not begin with https:// or http://",
		"write https://example.org");
	assert_fault("http://https://example.org", "it begins twice", "write https://example.org");
	assert_fault("https://", "it names no site", NULL);
	assert_fault("https://example", "\"example\" cannot be the name of a site", NULL);
	assert_fault(
		"https://example..org/", "\"example..org\" cannot be the name of a site", NULL);
	assert_fault(
		"https://exam ple.org/", "\"exam ple.org\" cannot be the name of a site", NULL);
	assert_fault("example.org/a", "it leads nowhere from a printed page",
		"write https://example.org/a");
	assert_fault("#part", "it leads nowhere from a printed page", NULL);
	assert_fault("mailto:nobody", "it is not of the form name@site", NULL);
	assert_fault("a@b@example.org", "it is not of the form name@site", NULL);
	assert_fault("a@example", "it is not of the form name@site", NULL);
}

static void assert_password(const char *text, const char *expected) {
	Address address = address_from_text(text);
	g_autofree char *password = address_password(&address);
	g_assert_cmpstr(password, ==, expected);
	g_free(address.text);
}

static void test_password(void) {
	assert_password("https://meet.example.org/j/1?pwd=abc", "pwd=");
	assert_password("https://meet.example.org/j/1?a=b&Passcode=abc", "Passcode=");
	assert_password("https://meet.example.org/#token=abc", "token=");
	assert_password("https://ana:secret@example.org/", "ana:");
	assert_password("https://meet.example.org/j/1?pwd=", NULL);
	assert_password("https://meet.example.org/pwd=1", NULL);
	assert_password("https://meet.example.org/?forpwd=1", NULL);
	assert_password("https://example.org/a:b@c", NULL);
	assert_password("mailto:a@example.org", NULL);
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/check/addresses/find", test_find);
	g_test_add_func("/check/addresses/right", test_right);
	g_test_add_func("/check/addresses/wrong", test_wrong);
	g_test_add_func("/check/addresses/password", test_password);
	return g_test_run();
}

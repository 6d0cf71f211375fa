/* The tables of the content language hold together: every key once, with help and an example that
 * is itself right and has an effect; and hints never send anybody to a key that does not exist. */
#include <glib.h>
#include <string.h>

#include "model/fields.h"
#include "read/read_yaml.h"

typedef void (*Visit)(const FieldTable *table, const Field *field);

static void for_all_fields(Visit visit) {
	for (int i = 0; field_tables()[i]; i++) {
		const FieldTable *table = field_tables()[i];
		g_assert_cmpint(table->count, >, 0);
		for (int j = 0; j < table->count; j++) {
			visit(table, &table->fields[j]);
		}
	}
}

static void check_help(const FieldTable *table, const Field *field) {
	g_assert_nonnull(field->key);
	g_assert_nonnull(field->example);
	g_assert_nonnull(field->help);
	if (!g_str_has_suffix(field->help, ".") || strlen(field->help) > 120) {
		g_test_message("%s.%s: help is \"%s\"", table->name, field->key, field->help);
		g_test_fail();
	}
	g_assert_true(field->type != FIELD_CHOICE || field->choices);
	g_assert_true(field->type != FIELD_CHOICES || field->choices);
	g_assert_true(field->type != FIELD_RECORD || field->table);
	g_assert_true(field->type != FIELD_PEOPLE || field->table);
	gboolean number = field->type == FIELD_NUMBER || field->type == FIELD_INTEGER;
	g_assert_true(!number || field->least <= field->most);
	g_assert_true(!field->required || !field->fallback);
}

static void check_names(const FieldTable *table, const Field *field) {
	g_autofree char *names =
		g_strconcat(field->key, field->others ? " " : NULL, field->others, NULL);
	g_auto(GStrv) keys = g_strsplit(names, " ", -1);
	for (int i = 0; keys[i]; i++) {
		g_assert_true(field_find(table, keys[i]) == field);
	}
	g_auto(GStrv) mistaken = g_strsplit(field->mistaken ? field->mistaken : "", " ", -1);
	for (int i = 0; mistaken[i]; i++) {
		const Field *known = field_find(table, mistaken[i]);
		if (known) {
			g_test_message("%s: `%s` is a key and no mistake for `%s`", table->name,
				mistaken[i], field->key);
			g_test_fail();
		}
	}
	g_assert_true(field_at(table, field->offset) == field);
	g_assert_cmpint((int)field->offset, <, (int)table->size);
}

static void check_shorthand(const FieldTable *table, const Field *field) {
	(void)field;
	g_assert_true(!table->shorthand || field_find(table, table->shorthand));
}

/* Reads "KEY: EXAMPLE" and looks at what it did. Rows of names (`people`) have one row as their
 * example, which is tried with the table of the rows. */
static void check_example(const FieldTable *table, const Field *field) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Sources) sources = sources_new();
	g_autoptr(Diags) diags = diags_new();
	gboolean rows = field->type == FIELD_RECORD_MAP;
	g_autofree char *text = rows ? g_strdup_printf("%s: {%s}", field->key, field->example)
				     : g_strdup(field->example);
	g_autoptr(GBytes) bytes = g_bytes_new(text, strlen(text));
	const Node *node = read_yaml_bytes(arena, bytes, "example", sources, diags, NULL);
	FieldReader reader = {arena, diags, ".", "en"};
	g_autofree char *before = g_malloc0(table->size);
	g_autofree char *after = g_malloc0(table->size);
	fields_default(&reader, table, before);
	fields_read(&reader, table, node, node->span, after);
	gboolean wrong = memcmp(before, after, table->size) == 0;
	for (int i = 0; i < diags_total(diags); i++) {
		wrong = wrong || strcmp(diags_at(diags, i)->code, "missing-key") != 0;
	}
	if (wrong || node->kind != NODE_MAPPING || !field_find(table, node->pairs[0].key->text)) {
		g_autofree char *said = diags_to_text(diags, sources, FALSE);
		g_test_message(
			"%s.%s: example \"%s\": %s", table->name, field->key, field->example, said);
		g_test_fail();
	}
}

static void check_fallback(const FieldTable *table, const Field *field) {
	g_autoptr(Arena) arena = arena_new();
	g_autoptr(Diags) diags = diags_new();
	FieldReader reader = {arena, diags, ".", "en"};
	g_autofree char *record = g_malloc0(table->size);
	fields_default(&reader, table, record);
	g_assert_cmpint(diags_total(diags), ==, 0);
	(void)field;
}

static void test_help(void) {
	for_all_fields(check_help);
}

static void test_names(void) {
	for_all_fields(check_names);
	for_all_fields(check_shorthand);
}

static void test_examples(void) {
	for_all_fields(check_example);
}

static void test_fallbacks(void) {
	for_all_fields(check_fallback);
}

static void test_types(void) {
	for (int i = 0; i < FIELD_TYPE_COUNT; i++) {
		g_assert_nonnull(field_type_name((FieldType)i));
	}
	g_assert_cmpstr(field_type_name(FIELD_PEOPLE), ==, "one person or a list of people");
	g_assert_cmpstr(field_type_name(FIELD_DATE), ==, "a date");
	g_assert_cmpstr(item_kind_name(KIND_POSTER_SESSION), ==, "poster-session");
	g_assert_cmpint((int)g_strv_length((char **)item_kind_names), ==, KIND_COUNT);
	g_assert_cmpint((int)g_strv_length((char **)part_names), ==, PART_KIND_COUNT);
}

static Item titled(const char *title) {
	return (Item){.title.text = title};
}

static void test_short_title(void) {
	g_autoptr(Arena) arena = arena_new();
	Item item = titled("Machines that fit in a letter");
	g_assert_cmpstr(item_short_title(arena, &item), ==, "Machines that fit in a letter");
	item = titled("Machines: a survey");
	g_assert_cmpstr(item_short_title(arena, &item), ==, "Machines");
	item = titled("There is a Lot of Room for Making Serverless More Serverless!");
	g_assert_cmpstr(item_short_title(arena, &item), ==,
		"There is a Lot of Room for Making Serverless…");
	item = titled("一二三四五六七八九十一二三四五六七八九十一二三四五六七八九十一二三四五六七八"
		      "九十一二"
		      "三四五六七八九十");
	const char *cut = item_short_title(arena, &item);
	g_assert_true(g_utf8_validate(cut, -1, NULL));
	g_assert_cmpint((int)g_utf8_strlen(cut, -1), ==, 48);
	item = titled(NULL);
	g_assert_null(item_short_title(arena, &item));
	item = titled(": odd");
	g_assert_cmpstr(item_short_title(arena, &item), ==, ": odd");
	item.short_title.text = "Odd";
	g_assert_cmpstr(item_short_title(arena, &item), ==, "Odd");
}

static void test_pages(void) {
	Person person = {.bio.text = NULL};
	Role role = {&person, ROLE_SPEAKER, SPAN_NONE};
	Item item = {.kind = KIND_PANEL, .role_count = 1, .roles = &role};
	g_assert_false(item_has_page(&item));
	person.bio.text = "Ana builds.";
	g_assert_true(item_has_page(&item));
	item.bios_apart = TRUE;
	g_assert_false(item_has_page(&item));
	item.bios_apart = FALSE;
	item.kind = KIND_OPENING;
	g_assert_false(item_has_page(&item));
	g_assert_false(item_is_talk(&item));
	item.kind = KIND_TUTORIAL;
	item.role_count = 0;
	item.abstract.text = "We show.";
	g_assert_true(item_has_page(&item));
}

int main(int argc, char **argv) {
	g_test_init(&argc, &argv, NULL);
	g_test_add_func("/model/fields/help", test_help);
	g_test_add_func("/model/fields/names", test_names);
	g_test_add_func("/model/fields/examples", test_examples);
	g_test_add_func("/model/fields/fallbacks", test_fallbacks);
	g_test_add_func("/model/fields/types", test_types);
	g_test_add_func("/model/fields/short-title", test_short_title);
	g_test_add_func("/model/fields/pages", test_pages);
	return g_test_run();
}

/* field_text: texts of the content: one line or many, plain or by language, ids, language tags,
 * zones, paths; and the words of hints. It must not know any key. */
#include "model/fields.h"

#include <string.h>

#define ID_MAX 64
#define HINT_WORDS 14

gboolean node_is_empty(const Node *node) {
	if (node->kind == NODE_NULL) {
		return TRUE;
	}
	if (node->kind != NODE_SCALAR) {
		return node->kind == NODE_MAPPING && node->count == 0;
	}
	return node->text[strspn(node->text, " \t\r\n")] == '\0';
}

const char *field_list_words(Arena *arena, const char *const *words) {
	g_autoptr(GString) list = g_string_new(NULL);
	int count = (int)g_strv_length((gchar **)words);
	for (int i = 0; i < count && i < HINT_WORDS; i++) {
		g_string_append_printf(list, "%s%s", i ? ", " : "", words[i]);
	}
	if (count > HINT_WORDS) {
		g_string_append_printf(list, " and %d more", count - HINT_WORDS);
	}
	return arena_strdup(arena, list->str);
}

const char *field_hint_nearest(Arena *arena, const char *word, const char *const *words) {
	g_autofree gchar *lower = g_utf8_strdown(word, -1);
	const char *nearest = diag_nearest(word, words);
	if (!nearest) {
		nearest = diag_nearest(lower, words);
	}
	if (nearest) {
		return arena_printf(arena, "did you mean `%s`?", nearest);
	}
	return arena_printf(arena, "known are: %s", field_list_words(arena, words));
}

/* Runs of blanks and line ends to one space, none at the ends; the same pointer when there is
 * nothing to do. */
static const char *one_line(Arena *arena, const Node *node) {
	const char *text = node->text;
	gboolean clean = text[0] != ' ';
	for (const char *at = text; clean && *at; at++) {
		gboolean space = *at == ' ' && (at[1] == ' ' || at[1] == '\0');
		clean = !space && *at != '\t' && *at != '\n' && *at != '\r';
	}
	if (clean) {
		return text;
	}
	char *line = arena_strndup(arena, text, (size_t)node->length);
	char *to = line;
	for (const char *at = text; *at;) {
		size_t blanks = strspn(at, " \t\r\n");
		if (blanks && to > line && at[blanks]) {
			*to++ = ' ';
		}
		at += blanks;
		if (*at) {
			*to++ = *at++;
		}
	}
	*to = '\0';
	return line;
}

Text text_from_node(Arena *arena, const Node *scalar) {
	const Node *kept = node_keep(arena, scalar);
	return (Text){.text = kept->text, .span = kept->span, .node = kept};
}

static void text_from_scalar(
	FieldReader *reader, const Field *field, const Node *node, Text *text) {
	/* What a table says itself stays. */
	const Node *kept = node->span.file >= 0 ? node_keep(reader->arena, node) : node;
	text->text = field->type == FIELD_MARKUP ? kept->text : one_line(reader->arena, kept);
	text->span = node->span;
	text->node = node->span.file >= 0 ? kept : NULL;
}

/* "fr" in "fr-CA"? */
static gboolean is_parent_language(const char *parent, const char *language) {
	size_t length = strlen(parent);
	return g_ascii_strncasecmp(parent, language, length) == 0 &&
		(language[length] == '\0' || language[length] == '-');
}

/* Is the mapping one of languages to texts? Its first key tells. */
static gboolean is_language_map(const Node *node) {
	if (node->kind != NODE_MAPPING || node->count == 0) {
		return FALSE;
	}
	const Node *key = node->pairs[0].key;
	return key->kind == NODE_SCALAR && key->length <= 16 && locale_language_known(key->text);
}

/* The pair for the event's language, else the first. */
static const NodePair *choose_language(FieldReader *reader, const Field *field, const Node *node) {
	const NodePair *chosen = NULL;
	size_t longest = 0;
	for (int i = 0; i < node->count; i++) {
		const Node *key = node->pairs[i].key;
		if (key->kind != NODE_SCALAR) {
			continue;
		}
		if (!locale_language_known(key->text)) {
			diag_error(reader->diags, "bad-language", key->span,
				"use tags like en, fr, pt-BR, zh-Hant",
				"`%s` is no language, and `%s` is a text by language", key->text,
				field->key);
		} else if (strlen(key->text) > longest &&
			is_parent_language(key->text, reader->language)) {
			chosen = &node->pairs[i];
			longest = strlen(key->text);
		}
	}
	if (chosen) {
		return chosen;
	}
	chosen = &node->pairs[0];
	diag_warning(reader->diags, "language-missing", node->span,
		arena_printf(reader->arena, "add the text in %s", reader->language),
		"`%s` has no text in %s, the event's language; the one in %s is taken", field->key,
		reader->language, chosen->key->text);
	return chosen;
}

static void report_no_text(FieldReader *reader, const Field *field, const Node *node) {
	const Node *key =
		node->kind == NODE_MAPPING && node->count == 1 ? node->pairs[0].key : NULL;
	const Node *value = key ? node->pairs[0].value : NULL;
	if (!key || key->kind != NODE_SCALAR || value->kind != NODE_SCALAR) {
		field_wrong_type(reader, field, node, field_type_name(field->type));
		return;
	}
	const char *hint = arena_printf(reader->arena,
		"a text with a colon needs quotes: \"%s: %s\"", key->text, value->text);
	diag_error(reader->diags, "wrong-type", node->span, hint,
		"`%s` is a mapping (`key: value`), but %s is expected", field->key,
		field_type_name(field->type));
}

gboolean field_read_text(FieldReader *reader, const Field *field, const Node *node, Text *text) {
	if (node->kind == NODE_SCALAR) {
		text_from_scalar(reader, field, node, text);
		return TRUE;
	}
	if (!is_language_map(node)) {
		report_no_text(reader, field, node);
		return FALSE;
	}
	const NodePair *pair = choose_language(reader, field, node);
	if (pair->value->kind == NODE_HOLE) {
		return FALSE;
	}
	if (pair->value->kind != NODE_SCALAR || node_is_empty(pair->value)) {
		diag_error(reader->diags, "wrong-type", pair->value->span,
			"write the text in this language, or take the line out",
			"`%s` has no text in `%s`", field->key, pair->key->text);
		return FALSE;
	}
	text_from_scalar(reader, field, pair->value, text);
	text->language = arena_strdup(reader->arena, pair->key->text);
	return TRUE;
}

void field_read_texts(FieldReader *reader, const Field *field, const Node *node, TextList *list) {
	int count = node->kind == NODE_SEQUENCE ? node->count : 1;
	Text *texts = arena_array_of(reader->arena, Text, count);
	for (int i = 0; i < count; i++) {
		const Node *item = node->kind == NODE_SEQUENCE ? node->items[i] : node;
		if (item->kind == NODE_HOLE) {
			continue;
		}
		if (node_is_empty(item)) {
			diag_warning(reader->diags, "empty-value", item->span,
				"write a text, or take the line out",
				"an entry of `%s` is empty and left out", field->key);
			continue;
		}
		Text text = {0};
		if (field_read_text(reader, field, item, &text)) {
			texts[list->count++] = text;
		}
	}
	list->texts = texts;
}

char *field_slug(const char *text) {
	g_autofree gchar *ascii = g_str_to_ascii(text, "C");
	GString *id = g_string_new(NULL);
	for (const char *at = ascii; *at && id->len < ID_MAX; at++) {
		if (g_ascii_isalnum(*at)) {
			g_string_append_c(id, g_ascii_tolower(*at));
		} else if (*at != '?' && id->len && id->str[id->len - 1] != '-') {
			g_string_append_c(id, '-');
		}
	}
	while (id->len && id->str[id->len - 1] == '-') {
		g_string_truncate(id, id->len - 1);
	}
	return g_string_free(id, FALSE);
}

gboolean field_check_id(FieldReader *reader, const Node *node) {
	gboolean good = node->length > 0 && g_utf8_strlen(node->text, -1) <= ID_MAX;
	for (const char *at = node->text; good && *at; at = g_utf8_next_char(at)) {
		gunichar here = g_utf8_get_char(at);
		gboolean mark = here == '-' || here == '_' || here == '.';
		good = g_unichar_isalnum(here) || g_unichar_ismark(here) ||
			(mark && at != node->text);
	}
	if (good) {
		return TRUE;
	}
	g_autofree gchar *slug = field_slug(node->text);
	const char *hint = *slug ? arena_printf(reader->arena, "for example `%s`", slug) : NULL;
	diag_error(reader->diags, "bad-id", node->span, hint,
		"`%s` cannot be an id: an id has letters, digits, `-`, `_`, `.` and at most %d of "
		"them",
		node->text, ID_MAX);
	return FALSE;
}

static gboolean check_language(FieldReader *reader, const Node *node) {
	if (locale_language_known(node->text)) {
		return TRUE;
	}
	diag_error(reader->diags, "bad-language", node->span,
		"write a BCP 47 tag such as en, en-CA, fr, pt-BR, zh-Hant",
		"`%s` is no language that is known", node->text);
	return FALSE;
}

static gboolean check_zone(FieldReader *reader, const Node *node) {
	if (zone_is_known(node->text) && strchr(node->text, '/')) {
		return TRUE;
	}
	if (g_ascii_strcasecmp(node->text, "UTC") == 0) {
		return TRUE;
	}
	const char *nearest = zone_nearest(node->text);
	const char *hint = nearest
		? arena_printf(reader->arena, "did you mean %s?", nearest)
		: "write an IANA name such as Europe/Lisbon; an abbreviation like EST goes into "
		  "`zone_label`";
	diag_error(reader->diags, "bad-zone", node->span, hint,
		"`%s` is no time zone that is known", node->text);
	return FALSE;
}

static gboolean check_path(FieldReader *reader, const Node *node) {
	g_autofree gchar *folder = g_canonicalize_filename(reader->folder, NULL);
	g_autofree gchar *path = g_canonicalize_filename(node->text, folder);
	size_t length = strlen(folder);
	gboolean inside = strncmp(path, folder, length) == 0 && path[length] == '/';
	if (inside && !g_path_is_absolute(node->text)) {
		return TRUE;
	}
	diag_error(reader->diags, "outside-folder", node->span,
		"put the file into the event's folder and write its path from there",
		"`%s` leads out of the event's folder", node->text);
	return FALSE;
}

void field_read_single(FieldReader *reader, const Field *field, const Node *node, Text *text) {
	gboolean good = TRUE;
	switch (field->type) {
	case FIELD_ID:
		good = field_check_id(reader, node);
		break;
	case FIELD_LANGUAGE:
		good = check_language(reader, node);
		break;
	case FIELD_ZONE:
		good = check_zone(reader, node);
		break;
	case FIELD_PATH:
		good = check_path(reader, node);
		break;
	default:
		g_assert_not_reached();
	}
	if (good) {
		text_from_scalar(reader, field, node, text);
	}
}

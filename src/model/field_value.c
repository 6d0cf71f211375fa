/* field_value: one value of a field, by its type, into the member of the record. What is wrong is
 * told in words of the field, with its example; the member then keeps what it had. Texts are
 * field_text.c's. It must not know any key. */
#include "model/fields.h"

#include <math.h>
#include <string.h>

#include "model/build.h"
#include "model/time.h"

#define DATES_MAX 366

static gboolean is_given(const Node *node) {
	return node->span.file >= 0;
}

static const char *kind_words(const Node *node) {
	switch (node->kind) {
	case NODE_SEQUENCE:
		return "a list";
	case NODE_MAPPING:
		return "a mapping (`key: value`)";
	case NODE_SCALAR:
		return "a text";
	default:
		return "empty";
	}
}

void field_wrong_type(
	FieldReader *reader, const Field *field, const Node *node, const char *expected) {
	const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
	diag_error(reader->diags, "wrong-type", node->span, hint, "`%s` is %s, but %s is expected",
		field->key, kind_words(node), expected);
}

/* The scalar of a value, or NULL with a report. */
static const Node *scalar_of(FieldReader *reader, const Field *field, const Node *node) {
	if (node->kind == NODE_SCALAR) {
		return node;
	}
	field_wrong_type(reader, field, node, field_type_name(field->type));
	return NULL;
}

static void bad_value(FieldReader *reader, const Field *field, const Node *node, const char *code,
	const char *why) {
	const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
	diag_error(reader->diags, code, node->span, hint, "`%s` is not %s%s%s", node->text,
		field_type_name(field->type), why ? ": " : "", why ? why : "");
}

static void read_flag(FieldReader *reader, const Field *field, const Node *node, IntValue *value) {
	static const char *const yes[] = {"yes", "on", "y", NULL};
	static const char *const no[] = {"no", "off", "n", NULL};
	g_autofree gchar *lower = g_ascii_strdown(node->text, -1);
	if (strcmp(lower, "true") == 0 || strcmp(lower, "false") == 0) {
		value->value = strcmp(lower, "true") == 0;
		return;
	}
	const char *hint = "write true or false";
	if (g_strv_contains(yes, lower)) {
		hint = "write true";
	} else if (g_strv_contains(no, lower)) {
		hint = "write false";
	}
	diag_error(reader->diags, "bad-flag", node->span, hint,
		"`%s` is `%s`, but `true` or `false` is expected", field->key, node->text);
}

static gboolean parse_number(const char *text, double *number) {
	char *end = NULL;
	*number = g_ascii_strtod(text, &end);
	return end != text && *end == '\0' && isfinite(*number);
}

static gboolean read_number(
	FieldReader *reader, const Field *field, const Node *node, double *number) {
	gboolean whole = field->type == FIELD_INTEGER;
	double found = 0;
	if (!parse_number(node->text, &found) || (whole && found != floor(found))) {
		bad_value(reader, field, node, "bad-number", NULL);
		return FALSE;
	}
	if (found >= field->least && found <= field->most) {
		*number = found;
		return TRUE;
	}
	const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
	g_autofree gchar *range = field->least == field->most
		? g_strdup_printf("must be %g", field->most)
		: g_strdup_printf("must lie between %g and %g", field->least, field->most);
	diag_error(reader->diags, "bad-number", node->span, hint, "`%s` is %s, but %s", field->key,
		node->text, range);
	return FALSE;
}

static int choice_index(const Field *field, const char *text) {
	g_autofree gchar *lower = g_ascii_strdown(text, -1);
	g_strdelimit(g_strstrip(lower), " _", '-');
	for (int i = 0; field->choices[i]; i++) {
		if (strcmp(field->choices[i], lower) == 0) {
			return i;
		}
	}
	return -1;
}

static int read_choice(FieldReader *reader, const Field *field, const Node *node) {
	int index = choice_index(field, node->text);
	if (index < 0) {
		const char *hint = field_hint_nearest(reader->arena, node->text, field->choices);
		diag_error(reader->diags, "bad-choice", node->span, hint, "`%s` cannot be `%s`",
			field->key, node->text);
	}
	return index;
}

static void read_choices(
	FieldReader *reader, const Field *field, const Node *node, TextList *list) {
	int count = node->kind == NODE_SEQUENCE ? node->count : 1;
	Text *texts = arena_array_of(reader->arena, Text, count);
	for (int i = 0; i < count; i++) {
		const Node *item = node->kind == NODE_SEQUENCE ? node->items[i] : node;
		if (item->kind == NODE_HOLE || !scalar_of(reader, field, item)) {
			continue;
		}
		int index = read_choice(reader, field, item);
		if (index >= 0) {
			texts[list->count] = text_from_node(reader->arena, item);
			texts[list->count++].text = field->choices[index];
		}
	}
	list->texts = texts;
}

static void read_clock(FieldReader *reader, const Field *field, const Node *node, IntValue *value) {
	TimeRange range;
	if (time_range_parse(node->text, &range) && !range.has_end) {
		value->value = range.start.minutes;
		return;
	}
	bad_value(reader, field, node, "bad-time", NULL);
}

static void read_times(
	FieldReader *reader, const Field *field, const Node *node, TimeValue *value) {
	TimeRange range;
	if (time_range_parse(node->text, &range)) {
		value->text = text_from_node(reader->arena, node);
		return;
	}
	const char *hint = arena_printf(reader->arena, "for example `%s`", field->example);
	Span at = range.error_at > 0 && range.error_at < node->length
		? node_locate(node, range.error_at)
		: node->span;
	diag_error(reader->diags, "bad-time", at, hint, "`%s` is not a time%s", node->text,
		range.error_at >= node->length && node->length > 0
			? ": something is missing at its end"
			: "");
}

static void read_duration(
	FieldReader *reader, const Field *field, const Node *node, IntValue *value) {
	if (!duration_parse(node->text, &value->value)) {
		bad_value(reader, field, node, "bad-duration", NULL);
	}
}

static void bad_date(FieldReader *reader, const Field *field, const Node *node, const char *why) {
	g_autofree char *near = date_suggest(node->text);
	const char *hint = near ? arena_printf(reader->arena, "did you mean %s?", near)
				: arena_printf(reader->arena, "for example `%s`", field->example);
	diag_error(reader->diags, "bad-date", node->span, hint, "`%s` is not a date: %s",
		node->text, why);
}

static void read_date(FieldReader *reader, const Field *field, const Node *node, DateValue *value) {
	const char *why = NULL;
	if (!date_parse(node->text, &value->date, &why)) {
		value->date = (Date){0};
		bad_date(reader, field, node, why);
	}
}

static void add_dates(FieldReader *reader, const Field *field, const Node *node, GArray *dates) {
	Date first, last;
	const char *why = NULL;
	if (!date_range_parse(node->text, &first, &last, &why)) {
		bad_date(reader, field, node, why);
		return;
	}
	int days = date_days_between(first, last);
	if (days < 0 || days >= DATES_MAX) {
		diag_error(reader->diags, "bad-date", node->span, NULL,
			days < 0 ? "the range `%s` ends before it begins"
				 : "the range `%s` is longer than a year",
			node->text);
		return;
	}
	for (int i = 0; i <= days; i++) {
		DateValue value = {date_add_days(first, i), TRUE, node->span};
		g_array_append_val(dates, value);
	}
}

static void read_dates(FieldReader *reader, const Field *field, const Node *node, DateList *list) {
	g_autoptr(GArray) dates = g_array_new(FALSE, FALSE, sizeof(DateValue));
	int count = node->kind == NODE_SEQUENCE ? node->count : 1;
	for (int i = 0; i < count && dates->len < DATES_MAX; i++) {
		const Node *item = node->kind == NODE_SEQUENCE ? node->items[i] : node;
		if (item->kind != NODE_HOLE && scalar_of(reader, field, item)) {
			add_dates(reader, field, item, dates);
		}
	}
	list->given = TRUE;
	list->count = (int)dates->len;
	list->dates = dates->len
		? arena_memdup(reader->arena, dates->data, sizeof(DateValue) * dates->len)
		: NULL;
}

static void read_paper(
	FieldReader *reader, const Field *field, const Node *node, PaperValue *value) {
	PaperSize size;
	if (paper_parse(reader->arena, node->text, &size)) {
		value->size = size;
		return;
	}
	const char *hint = field_hint_nearest(reader->arena, node->text, paper_names());
	diag_error(reader->diags, "bad-paper", node->span, hint,
		"`%s` is no paper size that bifolio "
		"knows",
		node->text);
	(void)field;
}

/* Members that builders read themselves; here only their shape is looked at. */
static void read_later(
	FieldReader *reader, const Field *field, const Node *node, NodeValue *value) {
	gboolean mapping = node->kind == NODE_MAPPING;
	gboolean right = mapping;
	if (field->type == FIELD_RECORDS || field->type == FIELD_PEOPLE) {
		const FieldTable *table = field->table;
		gboolean lone = table->shorthand || field->type == FIELD_PEOPLE;
		right = node->kind == NODE_SEQUENCE ||
			(lone && (mapping || node->kind == NODE_SCALAR));
	}
	if (!right) {
		field_wrong_type(reader, field, node, field_type_name(field->type));
		return;
	}
	value->node = node;
}

static void read_scalar(FieldReader *reader, const Field *field, const Node *node, void *member) {
	IntValue *integer = member;
	double number = 0;
	switch (field->type) {
	case FIELD_FLAG:
		read_flag(reader, field, node, integer);
		break;
	case FIELD_INTEGER:
		if (read_number(reader, field, node, &number)) {
			integer->value = (int)number;
		}
		break;
	case FIELD_NUMBER:
		read_number(reader, field, node, &((NumberValue *)member)->value);
		break;
	case FIELD_CHOICE: {
		int index = read_choice(reader, field, node);
		integer->value = index >= 0 ? index : integer->value;
		break;
	}
	case FIELD_CLOCK:
		read_clock(reader, field, node, integer);
		break;
	case FIELD_TIMES:
		read_times(reader, field, node, member);
		break;
	case FIELD_DURATION:
		read_duration(reader, field, node, integer);
		break;
	case FIELD_DATE:
		read_date(reader, field, node, member);
		break;
	case FIELD_PAPER:
		read_paper(reader, field, node, member);
		break;
	default:
		field_read_single(reader, field, node, member);
	}
}

void field_mark_given(const Field *field, const Node *node, Span key, void *record) {
	void *member = (char *)record + field->offset;
	switch (field->type) {
	case FIELD_FLAG:
	case FIELD_INTEGER:
	case FIELD_CHOICE:
	case FIELD_CLOCK:
	case FIELD_DURATION:
		((IntValue *)member)->given = is_given(node);
		((IntValue *)member)->span = node->span;
		break;
	case FIELD_NUMBER:
		((NumberValue *)member)->given = is_given(node);
		((NumberValue *)member)->span = node->span;
		break;
	case FIELD_TIMES:
		((TimeValue *)member)->given = is_given(node);
		((TimeValue *)member)->span = node->span;
		break;
	case FIELD_DATE:
		((DateValue *)member)->given = is_given(node);
		((DateValue *)member)->span = node->span;
		break;
	case FIELD_PAPER:
		((PaperValue *)member)->given = is_given(node);
		((PaperValue *)member)->span = node->span;
		break;
	case FIELD_LATER:
	case FIELD_RECORDS:
	case FIELD_RECORD_MAP:
	case FIELD_LINE_MAP:
	case FIELD_PEOPLE:
		((NodeValue *)member)->key = key;
		break;
	default:
		break;
	}
}

static void read_typed(
	FieldReader *reader, const Field *field, const Node *node, Span key, void *member) {
	switch (field->type) {
	case FIELD_LINE:
	case FIELD_MARKUP:
		field_read_text(reader, field, node, member);
		break;
	case FIELD_LINES:
		field_read_texts(reader, field, node, member);
		break;
	case FIELD_CHOICES:
		read_choices(reader, field, node, member);
		break;
	case FIELD_DATES:
		read_dates(reader, field, node, member);
		break;
	case FIELD_RECORD:
		fields_read(reader, field->table, node, key, member);
		break;
	case FIELD_LATER:
	case FIELD_RECORDS:
	case FIELD_RECORD_MAP:
	case FIELD_LINE_MAP:
	case FIELD_PEOPLE:
		read_later(reader, field, node, member);
		break;
	default:
		if (scalar_of(reader, field, node)) {
			read_scalar(reader, field, node, member);
		}
	}
}

void field_read_value(
	FieldReader *reader, const Field *field, const Node *node, Span key, void *record) {
	void *member = (char *)record + field->offset;
	if (node->kind == NODE_HOLE) {
		return;
	}
	field_mark_given(field, node, key, record);
	if (node_is_empty(node)) {
		diag_warning(reader->diags, "empty-value", key.line > 0 ? key : node->span,
			"write a value, or take the line out",
			"`%s` is empty and counts as not given", field->key);
		return;
	}
	read_typed(reader, field, node, key, member);
}

/* build_people: `people:` and persons described where they appear. Rules fill what the content
 * leaves open of a name; what it calls private is taken out and never seen again. */
#include "model/builder.h"

#include <string.h>

#include "model/name.h"

static gboolean is_private(const PersonRecord *record, const Field *field) {
	for (int i = 0; i < record->private_keys.count; i++) {
		const char *key = record->private_keys.texts[i].text;
		if (strcmp(field->key, key) == 0 || field_word_in(field->others, key)) {
			return TRUE;
		}
	}
	return FALSE;
}

static gboolean hides_bio(const PersonRecord *record) {
	return is_private(record, field_at(&table_person, offsetof(PersonRecord, bio)));
}

/* The member of the record unless it is private. */
static Text open_text(const PersonRecord *record, size_t offset) {
	if (is_private(record, field_at(&table_person, offset))) {
		return (Text){0};
	}
	return *(const Text *)((const char *)record + offset);
}

#define OPEN(record, member) open_text((record), offsetof(PersonRecord, member))

static void fill_name(Builder *builder, Person *person) {
	/* A guest's language, said of the person, is a guest's order too. */
	const char *language = builder->reader.language;
	gboolean at_home = !person->language || locale_same_language(person->language, language);
	NameParts parts = {.given = person->given.text,
		.family = person->family.text,
		.family_first = at_home && name_is_family_first(language) && !person->given.text &&
			(!person->family.text ||
				g_str_has_prefix(person->name.text, person->family.text))};
	name_split_rest(builder->arena, person->name.text, &parts);
	Text by_rule = {.language = person->name.language, .span = person->name.span};
	if (!person->given.text) {
		person->given = by_rule;
		person->given.text = parts.given;
	}
	if (!person->family.text) {
		person->family = by_rule;
		person->family.text = parts.family;
	}
	if (!person->sort.text) {
		person->sort = by_rule;
		person->sort.text = name_sort(builder->arena, &parts);
	}
}

typedef struct ContactPart {
	size_t offset;
	ContactKind kind;
} ContactPart;

static void take_contacts(Builder *builder, Person *person, const PersonRecord *record) {
	static const ContactPart parts[] = {{offsetof(ContactRecord, email), CONTACT_EMAIL},
		{offsetof(ContactRecord, phone), CONTACT_PHONE},
		{offsetof(ContactRecord, handle), CONTACT_HANDLE},
		{offsetof(ContactRecord, url), CONTACT_URL}};
	if (is_private(record, field_at(&table_person, offsetof(PersonRecord, contact)))) {
		return;
	}
	g_autoptr(GArray) contacts = g_array_new(FALSE, FALSE, sizeof(Contact));
	for (size_t i = 0; i < G_N_ELEMENTS(parts); i++) {
		const TextList *list =
			(const TextList *)((const char *)&record->contact + parts[i].offset);
		if (is_private(record, field_at(&table_contact, parts[i].offset))) {
			continue;
		}
		for (int j = 0; j < list->count; j++) {
			Contact contact = {parts[i].kind, list->texts[j]};
			g_array_append_val(contacts, contact);
		}
	}
	person->contact_count = (int)contacts->len;
	person->contacts = contacts->len
		? arena_memdup(builder->arena, contacts->data, sizeof(Contact) * contacts->len)
		: NULL;
}

static void take_affiliations(Builder *builder, Person *person, const PersonRecord *record) {
	const Node *node = record->affiliations.node;
	size_t offset = offsetof(PersonRecord, affiliations);
	if (!node || is_private(record, field_at(&table_person, offset))) {
		return;
	}
	g_autoptr(GPtrArray) list = g_ptr_array_new();
	gboolean several = node->kind == NODE_SEQUENCE;
	for (int i = 0; i < (several ? node->count : 1); i++) {
		const Affiliation *affiliation =
			affiliation_from_node(builder, several ? node->items[i] : node);
		if (affiliation) {
			g_ptr_array_add(list, (gpointer)affiliation);
		}
	}
	person->affiliation_count = (int)list->len;
	person->affiliations = builder_array(builder, list);
}

static void fill_person(Builder *builder, Person *person, const PersonRecord *record) {
	person->name = record->name;
	person->given = record->given;
	person->family = record->family;
	person->native = OPEN(record, native);
	person->sort = record->sort;
	person->say = OPEN(record, say);
	person->pronouns = OPEN(record, pronouns);
	person->portrait = OPEN(record, portrait);
	person->portrait_alt = person->portrait.text ? record->portrait_alt : (Text){0};
	person->bio = OPEN(record, bio);
	person->language = record->language.text;
	if (record->portrait_alt.text && !record->portrait.text) {
		diag_warning(builder->diags, "no-effect", record->portrait_alt.span,
			"add `portrait:`, or take the line out",
			"`portrait_alt` describes a portrait that is not given");
	}
	take_contacts(builder, person, record);
	take_affiliations(builder, person, record);
	fill_name(builder, person);
}

static PersonDraft *add_person(Builder *builder, const char *id, Span span) {
	PersonDraft *draft = arena_new_of(builder->arena, PersonDraft);
	draft->person = arena_new_of(builder->arena, Person);
	draft->person->id = id;
	draft->person->span = span;
	draft->person->index = (int)builder->person_list->len;
	draft->items = g_ptr_array_new();
	g_ptr_array_add(builder->person_list, draft);
	g_hash_table_insert(builder->people, (gpointer)id, draft);
	return draft;
}

/* What makes two persons the same: name and affiliations, NFC. In the arena. */
static const char *person_key(Builder *builder, const Person *person) {
	g_autoptr(GString) key = g_string_new(person->name.text);
	for (int i = 0; i < person->affiliation_count; i++) {
		g_string_append_printf(key, "\n%s", person->affiliations[i]->name.text);
	}
	g_autofree char *nfc = locale_nfc(key->str);
	return arena_strdup(builder->arena, nfc);
}

static void remember_key(Builder *builder, PersonDraft *draft) {
	draft->key = person_key(builder, draft->person);
	if (!g_hash_table_contains(builder->people_in_place, draft->key)) {
		g_hash_table_insert(builder->people_in_place, (gpointer)draft->key, draft);
	}
}

static void build_person(Builder *builder, const NodePair *pair) {
	const Node *id = pair->key;
	if (id->kind != NODE_SCALAR || !field_check_id(&builder->reader, id)) {
		return;
	}
	const PersonDraft *first = g_hash_table_lookup(builder->people, id->text);
	if (first) {
		builder_duplicate(builder, "a person", id, first->person->span);
		return;
	}
	PersonRecord record = {0};
	fields_read(&builder->reader, &table_person, pair->value, id->span, &record);
	if (!record.name.text) {
		record.name = text_from_node(builder->arena, id);
	}
	PersonDraft *draft = add_person(builder, arena_strdup(builder->arena, id->text), id->span);
	draft->id_node = id;
	draft->bio_private = hides_bio(&record);
	fill_person(builder, draft->person, &record);
	remember_key(builder, draft);
}

void build_people(Builder *builder, const FileRecord *file) {
	const Node *node = file->people.node;
	for (int i = 0; node && i < node->count; i++) {
		build_person(builder, &node->pairs[i]);
	}
}

static const char *fresh_id(Builder *builder, const char *name) {
	g_autofree char *slug = field_slug(name);
	const char *base = arena_strdup(builder->arena, *slug ? slug : "person");
	if (*slug && !g_hash_table_contains(builder->people, base)) {
		return base;
	}
	return builder_number_id(builder, builder->people, base);
}

/* Described twice in place: what the first description left open is taken from the second. */
static void merge_person(Person *person, const Person *other) {
	const Text *from[] = {&other->native, &other->say, &other->pronouns, &other->portrait,
		&other->portrait_alt, &other->bio};
	Text *to[] = {&person->native, &person->say, &person->pronouns, &person->portrait,
		&person->portrait_alt, &person->bio};
	for (size_t i = 0; i < G_N_ELEMENTS(to); i++) {
		if (!to[i]->text) {
			*to[i] = *from[i];
		}
	}
	if (person->contact_count == 0) {
		person->contact_count = other->contact_count;
		person->contacts = other->contacts;
	}
}

/* The same person as somebody before, or a new one. */
static PersonDraft *take_described(Builder *builder, Person *described) {
	const char *key = person_key(builder, described);
	PersonDraft *known = g_hash_table_lookup(builder->people_in_place, key);
	if (known) {
		merge_person(known->person, described);
		return known;
	}
	PersonDraft *draft =
		add_person(builder, fresh_id(builder, described->name.text), described->span);
	described->id = draft->person->id;
	described->index = draft->person->index;
	*draft->person = *described;
	draft->key = key;
	g_hash_table_insert(builder->people_in_place, (gpointer)key, draft);
	return draft;
}

PersonDraft *person_in_place(Builder *builder, const PersonRecord *record, Span span) {
	Person described = {.span = span};
	fill_person(builder, &described, record);
	PersonDraft *draft = take_described(builder, &described);
	draft->bio_private = draft->bio_private || hides_bio(record);
	return draft;
}

PersonDraft *person_named(Builder *builder, const Text *name, const Text *affiliation) {
	PersonRecord record = {.name = *name};
	Person described = {.span = name->span};
	fill_person(builder, &described, &record);
	if (affiliation) {
		const Affiliation *one = affiliation_from_text(builder, affiliation);
		described.affiliation_count = 1;
		described.affiliations = arena_memdup(builder->arena, &one, sizeof one);
	}
	return take_described(builder, &described);
}

PersonDraft *person_draft(Builder *builder, const Person *person) {
	return g_ptr_array_index(builder->person_list, person->index);
}

void build_people_finish(Builder *builder) {
	Event *event = builder->event;
	event->person_count = (int)builder->person_list->len;
	const Person **people = arena_array_of(builder->arena, const Person *, event->person_count);
	for (int i = 0; i < event->person_count; i++) {
		PersonDraft *draft = g_ptr_array_index(builder->person_list, i);
		draft->person->item_count = (int)draft->items->len;
		draft->person->items = builder_array(builder, draft->items);
		people[i] = draft->person;
	}
	event->people = people;
	event->room_count = (int)builder->room_list->len;
	event->rooms = builder_array(builder, builder->room_list);
}

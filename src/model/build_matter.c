/* build_matter: front and back matter: letters, committees, sponsors. They may stand in several
 * files; each list is the files' lists one after the other. */
#include <string.h>

#include "model/builder.h"

/* A growing list of records in the arena, as the event has them. */
static void *joined(Builder *builder, const void *before, int count, const GArray *more) {
	guint size = g_array_get_element_size((GArray *)more);
	char *all = arena_alloc(builder->arena, ((size_t)count + more->len) * size + 1);
	if (count > 0) {
		memcpy(all, before, (size_t)count * size);
	}
	if (more->len > 0) {
		memcpy(all + (size_t)count * size, more->data, (size_t)more->len * size);
	}
	return all;
}

/* The list's nodes, or the one that stands for a list of one. */
static int node_count(const NodeValue *value) {
	const Node *node = value->node;
	return !node ? 0 : node->kind == NODE_SEQUENCE ? node->count : 1;
}

static const Node *node_at(const NodeValue *value, int index) {
	const Node *node = value->node;
	return node->kind == NODE_SEQUENCE ? node->items[index] : node;
}

/* Index in Event.pictures, -1 where there is no file. */
static int take_picture(Builder *builder, const Text *file) {
	if (!file->text) {
		return -1;
	}
	g_array_append_val(builder->pictures, *file);
	return (int)builder->pictures->len - 1;
}

/* --- letters ------------------------------------------------------------------------------ */

static void take_signatures(Builder *builder, Letter *letter, const NodeValue *value) {
	int count = node_count(value);
	Signer *signatures = arena_array_of(builder->arena, Signer, count + 1);
	for (int i = 0; i < count; i++) {
		SignatureRecord record = {0};
		const Node *node = node_at(value, i);
		if (fields_read(&builder->reader, &table_signature, node, node->span, &record) &&
			record.name.text) {
			signatures[letter->signature_count++] = (Signer){.name = record.name,
				.role = record.role,
				.picture = take_picture(builder, &record.picture)};
		}
	}
	letter->signatures = signatures;
}

void build_letters(Builder *builder, const FileRecord *file) {
	GArray *letters = g_array_new(FALSE, TRUE, sizeof(Letter));
	for (int i = 0; i < node_count(&file->letters); i++) {
		LetterRecord record = {0};
		const Node *node = node_at(&file->letters, i);
		if (!fields_read(&builder->reader, &table_letter, node, node->span, &record) ||
			!record.text.text) {
			continue;
		}
		Letter letter = {.title = record.title,
			.text = record.text,
			.portrait = take_picture(builder, &record.portrait),
			.portrait_alt = record.portrait_alt,
			.span = node->span};
		take_signatures(builder, &letter, &record.signatures);
		g_array_append_val(letters, letter);
	}
	Event *event = builder->event;
	event->letters = joined(builder, event->letters, event->letter_count, letters);
	event->letter_count += (int)letters->len;
	g_array_unref(letters);
}

/* --- committees --------------------------------------------------------------------------- */

static Text part_of(Builder *builder, const Node *node, const char *from, size_t length) {
	char *text = arena_strndup(builder->arena, from, length);
	return (Text){.text = g_strstrip(text), .span = node->span};
}

/* "ana", "Ana Exemplo" or "Ana Exemplo, University of Somewhere". */
static PersonDraft *member_from_text(Builder *builder, const Node *node) {
	const Text text = {.text = node->text, .span = node->span, .node = node};
	const PersonDraft *known = g_hash_table_lookup(builder->people, node->text);
	if ((known && known->id_node) || text_looks_like_id(node->text)) {
		return person_by_id(builder, &text);
	}
	const char *comma = strchr(node->text, ',');
	size_t length = comma ? (size_t)(comma - node->text) : strlen(node->text);
	Text name = part_of(builder, node, node->text, length);
	if (!comma) {
		PersonDraft *same = person_by_name(builder, name.text);
		return same ? same : person_named(builder, &name, NULL);
	}
	Text affiliation = part_of(builder, node, comma + 1, strlen(comma + 1));
	if (!*name.text || !*affiliation.text) {
		diag_error(builder->diags, "wrong-type", node->span,
			"for example \"Bento Outro, Elsewhere\"", "there is no %s the comma",
			*name.text ? "affiliation behind" : "name before");
		return NULL;
	}
	return person_named(builder, &name, &affiliation);
}

static PersonDraft *member_from_mapping(Builder *builder, const Node *node, Text *role) {
	if (fields_claim(&table_member_by_id, &table_member, node)) {
		MemberRecord record = {0};
		fields_read(&builder->reader, &table_member_by_id, node, node->span, &record);
		*role = record.role;
		return record.person.text ? person_by_id(builder, &record.person) : NULL;
	}
	PersonRecord record = {0};
	if (!fields_read(&builder->reader, &table_member, node, node->span, &record) ||
		!record.name.text) {
		return NULL;
	}
	*role = record.role;
	return person_in_place(builder, &record, node->span);
}

static const Member *take_members(Builder *builder, const NodeValue *value, int *taken) {
	int count = node_count(value);
	Member *members = arena_array_of(builder->arena, Member, count + 1);
	*taken = 0;
	for (int i = 0; i < count; i++) {
		const Node *node = node_at(value, i);
		Text role = {0};
		gboolean scalar = node->kind == NODE_SCALAR && !node_is_empty(node);
		PersonDraft *draft = scalar ? member_from_text(builder, node)
					    : member_from_mapping(builder, node, &role);
		if (draft) {
			draft->person->in_committee = TRUE;
			members[(*taken)++] = (Member){draft->person, role};
		}
	}
	return members;
}

void build_committees(Builder *builder, const FileRecord *file) {
	GArray *committees = g_array_new(FALSE, TRUE, sizeof(Committee));
	for (int i = 0; i < node_count(&file->committees); i++) {
		CommitteeRecord record = {0};
		const Node *node = node_at(&file->committees, i);
		if (!fields_read(&builder->reader, &table_committee, node, node->span, &record) ||
			!record.name.text) {
			continue;
		}
		Committee committee = {.name = record.name, .span = node->span};
		committee.chairs = take_members(builder, &record.chairs, &committee.chair_count);
		committee.members = take_members(builder, &record.members, &committee.member_count);
		g_array_append_val(committees, committee);
	}
	Event *event = builder->event;
	event->committees = joined(builder, event->committees, event->committee_count, committees);
	event->committee_count += (int)committees->len;
	g_array_unref(committees);
}

/* --- sponsors ----------------------------------------------------------------------------- */

static void take_sponsors(Builder *builder, Tier *tier, const NodeValue *value) {
	int count = node_count(value);
	Sponsor *sponsors = arena_array_of(builder->arena, Sponsor, count + 1);
	for (int i = 0; i < count; i++) {
		SponsorRecord record = {0};
		const Node *node = node_at(value, i);
		if (!fields_read(&builder->reader, &table_sponsor, node, node->span, &record) ||
			!record.name.text) {
			continue;
		}
		sponsors[tier->sponsor_count++] = (Sponsor){.name = record.name,
			.url = record.url,
			.alternate = record.alternate.text ? record.alternate : record.name,
			.logo = take_picture(builder, &record.logo),
			.span = node->span};
	}
	tier->sponsors = sponsors;
}

void build_sponsors(Builder *builder, const FileRecord *file) {
	GArray *tiers = g_array_new(FALSE, TRUE, sizeof(Tier));
	for (int i = 0; i < node_count(&file->sponsors); i++) {
		TierRecord record = {0};
		const Node *node = node_at(&file->sponsors, i);
		if (!fields_read(&builder->reader, &table_tier, node, node->span, &record) ||
			!record.tier.text) {
			continue;
		}
		Tier tier = {.name = record.tier, .span = node->span};
		take_sponsors(builder, &tier, &record.sponsors);
		g_array_append_val(tiers, tier);
	}
	Event *event = builder->event;
	event->tiers = joined(builder, event->tiers, event->tier_count, tiers);
	event->tier_count += (int)tiers->len;
	g_array_unref(tiers);
}

void build_matter_finish(Builder *builder) {
	Event *event = builder->event;
	event->picture_count = (int)builder->pictures->len;
	event->pictures = joined(builder, NULL, 0, builder->pictures);
}

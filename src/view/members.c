/* members: see members.h. */
#include "view/members.h"

#include <stdlib.h>
#include <string.h>

#include "view/people.h"

typedef struct SortedMember {
	const Member *member;
	char *key;
} SortedMember;

static int compare_members(const void *one, const void *other) {
	const SortedMember *left = one, *right = other;
	int order = strcmp(left->key, right->key);
	return order ? order : left->member < right->member ? -1 : left->member > right->member;
}

const Member *const *members_sorted(Arena *arena, const Event *event, const Committee *committee) {
	int count = committee->member_count;
	g_autoptr(Collator) collator = collator_new(event->language);
	g_autofree SortedMember *sorted = g_new(SortedMember, (gsize)count + 1);
	for (int i = 0; i < count; i++) {
		const Member *member = &committee->members[i];
		sorted[i] = (SortedMember){
			member, collator_key(collator, person_order_text(event, member->person))};
	}
	qsort(sorted, (size_t)count, sizeof *sorted, compare_members);
	const Member **members = arena_array_of(arena, const Member *, count + 1);
	for (int i = 0; i < count; i++) {
		members[i] = sorted[i].member;
		g_free(sorted[i].key);
	}
	return members;
}

int members_count_people(const Event *event) {
	int count = 0;
	for (int i = 0; i < event->person_count; i++) {
		count += event->people[i]->in_committee;
	}
	return count;
}

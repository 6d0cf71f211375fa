/* fields_matter: the tables of front and back matter (fields.h): letters, committees, sponsors. */
#include <stddef.h>

#include "model/records.h"

#define COUNT_OF(array) ((int)(sizeof(array) / sizeof((array)[0])))

static const Field letter_fields[] = {
	{"title", FIELD_LINE, offsetof(LetterRecord, title), "title: A city is a bend in a river",
		.help = "Its heading; the fixed word for a welcome without it.",
		.mistaken = "headline heading name"},
	{"text", FIELD_MARKUP, offsetof(LetterRecord, text), "text: Dear guests …",
		.help = "The letter, in CommonMark.", .required = TRUE,
		.mistaken = "body letter content"},
	{"signatures", FIELD_RECORDS, offsetof(LetterRecord, signatures),
		"signatures: [{name: Ana Exemplo, role: Chair}]", .help = "Who signs it.",
		.others = "signature", .table = &table_signature,
		.mistaken = "signed author authors by from"},
	{"portrait", FIELD_PATH, offsetof(LetterRecord, portrait), "portrait: portraits/ana.jpg",
		.help = "A picture of who wrote it: a file in the event's folder.",
		.mistaken = "photo picture image"},
	{"portrait_alt", FIELD_LINE, offsetof(LetterRecord, portrait_alt),
		"portrait_alt: Ana at her desk",
		.help = "What the picture shows, for those who cannot see it; by default whose "
			"portrait it is."},
};
const FieldTable table_letter = {"letters", "a letter", sizeof(LetterRecord),
	COUNT_OF(letter_fields), letter_fields, NULL, "text", NULL};

static const Field signature_fields[] = {
	{"name", FIELD_LINE, offsetof(SignatureRecord, name), "name: Ana Exemplo",
		.help = "Who signs.", .required = TRUE, .mistaken = "person"},
	{"role", FIELD_LINE, offsetof(SignatureRecord, role), "role: \"Chair, Example Institute\"",
		.help = "As what.", .mistaken = "function position title affiliation"},
	{"picture", FIELD_PATH, offsetof(SignatureRecord, picture), "picture: signatures/ana.svg",
		.help = "The signature itself: a file in the event's folder.",
		.mistaken = "signature image file"},
};
const FieldTable table_signature = {"letters, a signature", "a signature", sizeof(SignatureRecord),
	COUNT_OF(signature_fields), signature_fields, NULL, "name", NULL};

static const Field committee_fields[] = {
	{"name", FIELD_LINE, offsetof(CommitteeRecord, name), "name: Programme committee",
		.help = "What it is called.", .required = TRUE, .mistaken = "title committee"},
	{"chairs", FIELD_RECORDS, offsetof(CommitteeRecord, chairs), "chairs: [ana]",
		.help = "Who leads it; written like members.", .table = &table_member,
		.others = "chair", .mistaken = "chairperson head president leader"},
	{"members", FIELD_RECORDS, offsetof(CommitteeRecord, members),
		"members: [ana, \"Bento Outro, Elsewhere\"]",
		.help = "Who else is in it: ids of `people:`, names with their affiliation behind "
			"a "
			"comma, or mappings.",
		.table = &table_member, .others = "member", .mistaken = "people persons names"},
};
const FieldTable table_committee = {"committees", "a committee", sizeof(CommitteeRecord),
	COUNT_OF(committee_fields), committee_fields, NULL, NULL, NULL};

static const Field member_fields[] = {
	{"role", FIELD_LINE, offsetof(PersonRecord, role), "role: finance",
		.help = "What somebody does there; of chairs the fixed word without it.",
		.mistaken = "task function"},
};
const FieldTable table_member = {"committees, a member", "a member of a committee",
	sizeof(PersonRecord), COUNT_OF(member_fields), member_fields, &table_person, "name",
	"a person's id, or a name with its affiliation behind a comma"};

static const Field member_by_id_fields[] = {
	{"person", FIELD_ID, offsetof(MemberRecord, person), "person: ana",
		.help = "Id of a person.", .required = TRUE, .mistaken = "id"},
	{"role", FIELD_LINE, offsetof(MemberRecord, role), "role: deputy chair",
		.help = "What somebody does there.", .mistaken = "task function"},
};
const FieldTable table_member_by_id = {"committees, a member by id", "a member by `person`",
	sizeof(MemberRecord), COUNT_OF(member_by_id_fields), member_by_id_fields, NULL, NULL, NULL};

static const Field tier_fields[] = {
	{"tier", FIELD_LINE, offsetof(TierRecord, tier), "tier: Gold",
		.help = "What these sponsors are called together.", .required = TRUE,
		.mistaken = "name level title category"},
	{"sponsors", FIELD_RECORDS, offsetof(TierRecord, sponsors),
		"sponsors: [{name: Example & Co., logo: logos/example.svg}]",
		.help = "Who they are.", .required = TRUE, .table = &table_sponsor,
		.others = "sponsor", .mistaken = "members logos names"},
};
const FieldTable table_tier = {"sponsors", "a tier of sponsors", sizeof(TierRecord),
	COUNT_OF(tier_fields), tier_fields, NULL, NULL, NULL};

static const Field sponsor_fields[] = {
	{"name", FIELD_LINE, offsetof(SponsorRecord, name), "name: Example & Co.",
		.help = "The name, which is printed where there is no logo.", .required = TRUE,
		.mistaken = "title company"},
	{"logo", FIELD_PATH, offsetof(SponsorRecord, logo), "logo: logos/example.svg",
		.help = "A drawing or a picture in the event's folder.",
		.mistaken = "picture image file"},
	{"alt", FIELD_LINE, offsetof(SponsorRecord, alternate), "alt: Example & Co.",
		.help = "What the logo shows, for those who cannot see it; by default the name.",
		.others = "alternate", .mistaken = "alt_text description"},
	{"url", FIELD_LINE, offsetof(SponsorRecord, url), "url: \"https://example.org\"",
		.help = "Where the logo leads.", .mistaken = "link website web homepage"},
};
const FieldTable table_sponsor = {"sponsors, a sponsor", "a sponsor", sizeof(SponsorRecord),
	COUNT_OF(sponsor_fields), sponsor_fields, NULL, "name", NULL};

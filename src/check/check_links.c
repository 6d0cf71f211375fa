/* check_links: addresses that cannot be ones, and those that carry a password into print. Asks no
 * network. */
#include "check/addresses.h"
#include "check/rules.h"
#include "check/texts.h"

/* in_code: the address stands in the QR code, too. */
static void password_rule(const Address *address, Span where, gboolean in_code, Diags *diags) {
	g_autofree char *password = address_password(address);
	if (password) {
		diag_warning(diags, "link-password", where,
			"leave it if everybody who sees a poster may join; else take the password "
			"out "
			"and give it to the participants in another way",
			"the link carries a password (\"%s…\"), which will be printed%s", password,
			in_code ? ", also in the QR code" : "");
	}
}

static void fault_rule(const Address *address, Span where, Diags *diags) {
	char *hint = NULL;
	g_autofree char *fault = address_fault(address, &hint);
	if (fault) {
		diag_warning(diags, "bad-link", where, hint, "\"%s\" is no address: %s",
			address->text, fault);
	}
	g_free(hint);
}

/* Of links in a text the markup room completes "www." and tells of what cannot be active; here is
 * left what looks active, and what is no link only because it is mistyped. */
static gboolean is_ours(const Address *address) {
	gboolean web = g_ascii_strncasecmp(address->text, "http", 4) == 0;
	gboolean mail = g_ascii_strncasecmp(address->text, "mailto:", 7) == 0;
	gboolean www = g_ascii_strncasecmp(address->text, "www.", 4) == 0;
	return web || mail || (address->bare && !www);
}

static void text_rule(const Text *text, const Event *event, Diags *diags) {
	(void)event;
	g_autoptr(GArray) found = addresses_find(text->text);
	for (guint i = 0; i < found->len; i++) {
		const Address *address = &g_array_index(found, Address, i);
		Span where = rules_place(text, address->offset, address->length);
		if (is_ours(address)) {
			fault_rule(address, where, diags);
		}
		password_rule(address, where, FALSE, diags);
	}
}

/* A text that is an address as a whole; of one kind, or of that which it looks like. */
static void address_rule(const Text *text, AddressKind kind, gboolean in_code, Diags *diags) {
	if (!rules_given(text)) {
		return;
	}
	Address address = address_from_text(text->text);
	if (kind == ADDRESS_EMAIL || kind == ADDRESS_PHONE) {
		address.kind = kind;
	}
	fault_rule(&address, text->span, diags);
	password_rule(&address, text->span, in_code, diags);
	g_free(address.text);
}

void check_links(const Event *event, Diags *diags) {
	static const AddressKind kinds[] = {[CONTACT_URL] = ADDRESS_WEB,
		[CONTACT_EMAIL] = ADDRESS_EMAIL,
		[CONTACT_PHONE] = ADDRESS_PHONE};
	address_rule(&event->join_url, ADDRESS_WEB, TRUE, diags);
	for (int i = 0; i < event->person_count; i++) {
		const Person *person = event->people[i];
		for (int k = 0; k < person->contact_count; k++) {
			const Contact *contact = &person->contacts[k];
			if (contact->kind != CONTACT_HANDLE) {
				address_rule(&contact->text, kinds[contact->kind], FALSE, diags);
			}
		}
	}
	for (int i = 0; i < event->tier_count; i++) {
		for (int k = 0; k < event->tiers[i].sponsor_count; k++) {
			address_rule(&event->tiers[i].sponsors[k].url, ADDRESS_WEB, FALSE, diags);
		}
	}
	texts_visit(event, text_rule, diags);
}

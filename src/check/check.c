/* check: runs the families of rules, each a file of this room. They know the model only; what
 * layout alone can see (a title that does not fit, a missing glyph) is told by layout. */
#include "check/check.h"

#include "check/rules.h"

typedef void (*CheckFamily)(const Event *event, Diags *diags);

static const CheckFamily families[] = {check_facts, check_time, check_people, check_names,
	check_handles, check_left_out, check_text, check_links, check_references, check_plans,
	check_assets};

void check_event(const Event *event, Diags *diags) {
	for (size_t i = 0; i < G_N_ELEMENTS(families); i++) {
		families[i](event, diags);
	}
}

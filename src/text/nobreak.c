/* nobreak: breaks that Unicode allows and a reader minds: between initials and surname, number
 * and unit, "Fig." and its figure (DESIGN.md 6). */
#include <string.h>

#include "text/items.h"

void nobreak_apply(Items *items) {
	for (int i = 0; i < items->count; i++) {
		Token *token = &items->tokens[i];
		const StyleRun *run = &items->styles.runs[token->style];
		gboolean inside = (run->flags & INLINE_NO_BREAK) && run->start < token->start;
		if (inside && token->penalty != BREAK_FORCED) {
			token->penalty = BREAK_FORBIDDEN;
		}
	}
}

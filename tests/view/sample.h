/* sample: small events made by hand, for the tests of views. */
#ifndef BIFOLIO_TESTS_VIEW_SAMPLE_H
#define BIFOLIO_TESTS_VIEW_SAMPLE_H

#include "model/event.h"

#define TEXT(words) ((Text){.text = (words), .span = SPAN_NONE})

/* An item without people; times in minutes. */
static inline Item sample_item(const char *id, ItemKind kind, int start, int end) {
	return (Item){.id = id, .kind = kind, .start = start, .end = end, .span = SPAN_NONE};
}

#endif

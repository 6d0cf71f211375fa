/* texts: every text of an event that is printed, one after the other. Inside the room only. */
#ifndef BIFOLIO_CHECK_TEXTS_H
#define BIFOLIO_CHECK_TEXTS_H

#include "model/event.h"

typedef void (*TextVisit)(const Text *text, const Event *event, Diags *diags);

/* In the order of the content; only texts that say something. Addresses of their own (join,
 * contacts) are not among them. */
void texts_visit(const Event *event, TextVisit visit, Diags *diags);

#endif

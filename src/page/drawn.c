/* drawn: see the header. */
#include "page/drawn.h"

Drawn *drawn_new(int page_count) {
	Drawn *drawn = g_new0(Drawn, 1);
	drawn->page_count = page_count;
	drawn->pages = g_new0(DrawnPage, page_count);
	return drawn;
}

void drawn_free(Drawn *drawn) {
	if (!drawn) {
		return;
	}
	for (int i = 0; i < drawn->page_count; i++) {
		g_free(drawn->pages[i].content);
	}
	g_clear_pointer(&drawn->base, g_bytes_unref);
	g_free(drawn->pages);
	g_free(drawn);
}

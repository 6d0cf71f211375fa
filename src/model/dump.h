/* dump: lines of --dump=model, shared by its two files. */
#ifndef BIFOLIO_MODEL_DUMP_H
#define BIFOLIO_MODEL_DUMP_H

#include "model/event.h"

typedef struct Dump {
	GString *out;
	int depth;
} Dump;

/* "  NAME VALUE", indented. */
void dump_line(Dump *dump, const char *name, const char *format, ...) G_GNUC_PRINTF(3, 4);
/* Quoted; nothing at all for NULL. */
void dump_string(Dump *dump, const char *name, const char *text);
void dump_text(Dump *dump, const char *name, const Text *text);
/* "12:10-12:40", "?" for TIME_NONE. */
void dump_time(Dump *dump, const char *name, int start, int end);

/* dump_matter.c */
void dump_matter(Dump *dump, const Event *event);
/* dump_print.c */
void dump_print(Dump *dump, const Print *print);

#endif

/* inks: the colours of a page as Cairo wrote it, said as the press wants them: black and grey in
 * black ink alone; with a printer's profile all others in its four inks, black that prints over
 * what is below it. Colours alone change, nothing else is read into the content. */
#ifndef BIFOLIO_FINISH_INKS_H
#define BIFOLIO_FINISH_INKS_H

#include <glib.h>

/* Names of resources that the content may use afterwards. */
#define INKS_ALL "BfAll" /* colour space: every plate */
#define INKS_OVER "BfOver" /* graphics states: black prints over what is below it, */
#define INKS_OUT "BfOut" /* other inks leave it out */

typedef struct Inks Inks;

enum { INKS_LIMIT = 300 /* percent of all inks together */ };

/* profile: of a printer in four inks; NULL: colours stay sRGB, but for black and grey. NULL with
 * error when the profile is none of a printer in cyan, magenta, yellow and black. */
Inks *inks_new(GBytes *profile, GError **error);
void inks_free(Inks *inks);

/* Appends the content. FALSE with error when it is not as our pages are painted. */
gboolean inks_put(Inks *inks, GByteArray *made, const char *content, gsize length, GError **error);
/* The most that a colour has used of all inks together with black over it, in percent; 0 before any
 * was asked for. */
double inks_most(const Inks *inks);
/* cyan, magenta, yellow, black, 0..1, of 8 bits each of red, green, blue; with a profile only. */
void inks_of(Inks *inks, const guint8 rgb[3], double cmyk[4]);

G_DEFINE_AUTOPTR_CLEANUP_FUNC(Inks, inks_free)

#endif

/* theme_keys: every key that a theme file may have, as tables: the only place that knows them.
 * theme.c reads by these tables, diagnostics and the manual quote them. */
#ifndef BIFOLIO_THEME_THEME_KEYS_H
#define BIFOLIO_THEME_THEME_KEYS_H

#include "base/diag.h"
#include "read/node.h"

typedef enum ThemeKeyKind {
	KEY_LENGTH, /* "9.5", "9.5 pt", "4 mm" into a Len; low, high in pt */
	KEY_INT,
	KEY_BOOL, /* yes, no */
	KEY_CHOICE, /* one of choices, its index into an enum */
	KEY_SECTION /* a mapping that theme.c reads itself */
} ThemeKeyKind;

typedef struct ThemeKey {
	const char *name; /* NULL ends a table */
	ThemeKeyKind kind;
	gsize offset; /* in the table's struct */
	int low, high;
	const char *const *choices; /* NULL-terminated */
	gboolean required; /* some theme of the chain must say it */
	const char *help;
} ThemeKey;

/* Top level; KEY_SECTION but for those that stand in Theme itself. */
extern const ThemeKey theme_top_keys[];
extern const ThemeKey theme_rule_keys[]; /* rules: in Theme */
extern const ThemeKey theme_setting_keys[]; /* setting: in StyleSheet */
extern const ThemeKey theme_style_keys[]; /* each of styles: in Style */
extern const ThemeKey theme_script_keys[]; /* each of scripts */

/* Index of the key, or -1. */
int theme_key_find(const ThemeKey *table, const char *name);
/* Reads value into target + offset. FALSE after a diagnostic. */
gboolean theme_key_read(const ThemeKey *key, void *target, const Node *value, Diags *diags);

#endif

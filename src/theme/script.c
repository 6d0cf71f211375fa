/* script: see the header. Latin, Greek and Cyrillic are what a theme is designed in. */
#include "theme/script.h"

static const struct {
	const char *name, *code;
} scripts[] = {
	{"arabic", "Arab"},
	{"hebrew", "Hebr"},
	{"japanese", "Jpan"},
	{"chinese", "Hans"},
	{"traditional-chinese", "Hant"},
	{"korean", "Kore"},
	{"thai", "Thai"},
	{"lao", "Laoo"},
	{"khmer", "Khmr"},
	{"burmese", "Mymr"},
	{"devanagari", "Deva"},
	{"bengali", "Beng"},
	{"gurmukhi", "Guru"},
	{"gujarati", "Gujr"},
	{"tamil", "Taml"},
	{"telugu", "Telu"},
	{"kannada", "Knda"},
	{"malayalam", "Mlym"},
	{"sinhala", "Sinh"},
	{"ethiopic", "Ethi"},
};

G_STATIC_ASSERT(G_N_ELEMENTS(scripts) == SCRIPT_COUNT);

const char *script_name(int script) {
	g_assert(script >= 0 && script < SCRIPT_COUNT);
	return scripts[script].name;
}

int script_from_code(const char *code) {
	for (int i = 0; code && i < SCRIPT_COUNT; i++) {
		if (g_str_equal(scripts[i].code, code)) {
			return i;
		}
	}
	return -1;
}

/* inks: see the header. Tokens are told apart as PDF has them (ISO 32000-1, 7.2), no more. */
#include "finish/inks.h"

#include <gio/gio.h>
#include <lcms2.h>
#include <stdlib.h>
#include <string.h>

#include "page/press.h"

struct Inks {
	cmsHTRANSFORM transform; /* NULL = colours stay */
	double most;
};

static gboolean refuse(GError **error, const char *why) {
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED, "%s", why);
	return FALSE;
}

static cmsHTRANSFORM open_transform(GBytes *profile, GError **error) {
	gsize length;
	const void *data = g_bytes_get_data(profile, &length);
	cmsHPROFILE to = cmsOpenProfileFromMem(data, (cmsUInt32Number)length);
	cmsHPROFILE from = cmsCreate_sRGBProfile();
	cmsHTRANSFORM transform = NULL;
	if (to && cmsGetColorSpace(to) == cmsSigCmykData &&
		cmsGetDeviceClass(to) == cmsSigOutputClass) {
		transform = cmsCreateTransform(from, TYPE_RGB_8, to, TYPE_CMYK_DBL,
			INTENT_RELATIVE_COLORIMETRIC,
			cmsFLAGS_BLACKPOINTCOMPENSATION | cmsFLAGS_NOCACHE | cmsFLAGS_NOOPTIMIZE);
	}
	if (!transform) {
		refuse(error,
			"the profile is none of a printer in cyan, magenta, yellow and black");
	}
	if (to) {
		cmsCloseProfile(to);
	}
	cmsCloseProfile(from);
	return transform;
}

Inks *inks_new(GBytes *profile, GError **error) {
	cmsHTRANSFORM transform = profile ? open_transform(profile, error) : NULL;
	if (profile && !transform) {
		return NULL;
	}
	Inks *inks = g_new0(Inks, 1);
	inks->transform = transform;
	return inks;
}

void inks_free(Inks *inks) {
	if (inks && inks->transform) {
		cmsDeleteTransform(inks->transform);
	}
	g_free(inks);
}

double inks_most(const Inks *inks) {
	return inks->most;
}

/* Grey is a tint of black. Of other colours the three inks leave room for all of the fourth, since
 * black prints over them. */
void inks_of(Inks *inks, const guint8 rgb[3], double cmyk[4]) {
	if (rgb[0] == rgb[1] && rgb[1] == rgb[2]) {
		cmyk[0] = cmyk[1] = cmyk[2] = 0;
		cmyk[3] = 1 - rgb[0] / 255.0;
	} else {
		cmsDoTransform(inks->transform, rgb, cmyk, 1);
		for (int i = 0; i < 4; i++) {
			cmyk[i] = CLAMP(cmyk[i] / 100, 0, 1);
		}
		double three = cmyk[0] + cmyk[1] + cmyk[2], room = INKS_LIMIT / 100.0 - 1;
		for (int i = 0; i < 3 && three > room; i++) {
			cmyk[i] *= room / three;
		}
	}
	inks->most = MAX(inks->most, (cmyk[0] + cmyk[1] + cmyk[2] + 1) * 100);
}

static void append(GByteArray *made, const char *text) {
	g_byte_array_append(made, (const guint8 *)text, (guint)strlen(text));
}

/* 0 to 1. A PDF has no exponents. */
static void append_number(GByteArray *made, double number) {
	enum { STEPS = 10000 };
	char text[G_ASCII_DTOSTR_BUF_SIZE];
	double rounded = (int)(number * STEPS + 0.5) / (double)STEPS;
	append(made, g_ascii_formatd(text, sizeof text, "%.4g", rounded));
	append(made, " ");
}

static void put_inks(Inks *inks, GByteArray *made, const guint8 rgb[3], gboolean stroke) {
	double cmyk[4];
	inks_of(inks, rgb, cmyk);
	gboolean black = rgb[0] == 0 && rgb[1] == 0 && rgb[2] == 0;
	append(made, black ? "/" INKS_OVER " gs " : "/" INKS_OUT " gs ");
	for (int i = 0; i < 4; i++) {
		append_number(made, cmyk[i]);
	}
	append(made, stroke ? "K" : "k");
}

static gboolean is_mark(const guint8 rgb[3]) {
	return (rgb[0] << 16 | rgb[1] << 8 | rgb[2]) == PRESS_MARK_COLOUR;
}

static void put_colour(Inks *inks, GByteArray *made, const guint8 rgb[3], gboolean stroke) {
	if (is_mark(rgb)) {
		append(made, stroke ? "/" INKS_ALL " CS 1 SCN" : "/" INKS_ALL " cs 1 scn");
	} else if (inks->transform) {
		put_inks(inks, made, rgb, stroke);
	} else if (rgb[0] == rgb[1] && rgb[1] == rgb[2]) {
		append_number(made, rgb[0] / 255.0);
		append(made, stroke ? "G" : "g");
	} else {
		for (int i = 0; i < 3; i++) {
			append_number(made, rgb[i] / 255.0);
		}
		append(made, stroke ? "RG" : "rg");
	}
}

/* --- tokens ------------------------------------------------------------------------------- */

static gboolean is_white(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\f' || c == '\0';
}

static gboolean is_delimiter(char c) {
	return c != '\0' && strchr("()<>[]{}/%", c) != NULL;
}

static const char *skip_string(const char *at, const char *end) {
	int depth = 0;
	for (; at < end; at++) {
		if (*at == '\\') {
			at++;
		} else if (*at == '(') {
			depth++;
		} else if (*at == ')' && --depth == 0) {
			return at + 1;
		}
	}
	return end;
}

static const char *skip_hex(const char *at, const char *end) {
	if (at + 1 < end && at[1] == '<') {
		return at + 2;
	}
	const char *close = memchr(at, '>', (gsize)(end - at));
	return close ? close + 1 : end;
}

static const char *skip_comment(const char *at, const char *end) {
	while (at < end && *at != '\n' && *at != '\r') {
		at++;
	}
	return at;
}

/* Past the token that begins here. */
static const char *token_end(const char *at, const char *end) {
	switch (*at) {
	case '(':
		return skip_string(at, end);
	case '<':
		return skip_hex(at, end);
	case '%':
		return skip_comment(at, end);
	case '/':
		at++;
		break;
	default:
		if (is_delimiter(*at)) {
			return at + 1;
		}
	}
	while (at < end && !is_white(*at) && !is_delimiter(*at)) {
		at++;
	}
	return at;
}

/* Numbers that stand before what is being read, the last three of them. */
typedef struct Operands {
	int count;
	double numbers[3];
	guint places[3]; /* in what is made: where they begin */
} Operands;

static gboolean take_number(Operands *operands, const char *at, const char *end, guint place) {
	enum { LONGEST = 40 };
	char text[LONGEST + 1];
	gsize length = (gsize)(end - at);
	if (length > LONGEST || !strchr("+-.0123456789", *at)) {
		return FALSE;
	}
	memcpy(text, at, length);
	text[length] = '\0';
	char *rest;
	double number = g_ascii_strtod(text, &rest);
	if (*rest) {
		return FALSE;
	}
	memmove(operands->numbers, operands->numbers + 1, 2 * sizeof(double));
	memmove(operands->places, operands->places + 1, 2 * sizeof(guint));
	operands->numbers[2] = number;
	operands->places[2] = place;
	operands->count++;
	return TRUE;
}

static gboolean is_word(const char *at, const char *end, const char *word) {
	gsize length = strlen(word);
	return (gsize)(end - at) == length && memcmp(at, word, length) == 0;
}

gboolean inks_put(Inks *inks, GByteArray *made, const char *content, gsize length, GError **error) {
	Operands operands = {0};
	const char *end = content + length;
	for (const char *at = content; at < end;) {
		if (is_white(*at)) {
			g_byte_array_append(made, (const guint8 *)at, 1);
			at++;
			continue;
		}
		const char *next = token_end(at, end);
		gboolean stroke = is_word(at, next, "RG");
		if ((stroke || is_word(at, next, "rg")) && operands.count >= 3) {
			guint8 rgb[3];
			for (int i = 0; i < 3; i++) {
				rgb[i] = (guint8)(CLAMP(operands.numbers[i], 0, 1) * 255 + 0.5);
			}
			g_byte_array_set_size(made, operands.places[0]);
			put_colour(inks, made, rgb, stroke);
			operands.count = 0;
		} else if (is_word(at, next, "BI")) {
			return refuse(error, "a picture stands within the content of a page");
		} else {
			if (!take_number(&operands, at, next, made->len)) {
				operands.count = 0;
			}
			g_byte_array_append(made, (const guint8 *)at, (guint)(next - at));
		}
		at = next;
	}
	return TRUE;
}

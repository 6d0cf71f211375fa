/* colour: parsing, mixing, and contrast by WCAG 2 (relative luminance of sRGB). Knows nothing of
 * themes. */
#include "theme/colour.h"

#include <glib.h>
#include <math.h>
#include <string.h>

#include "theme/theme.h"

typedef struct Hsl {
	double hue, saturation, lightness; /* hue 0..6, others 0..1 */
} Hsl;

static double channel(Colour colour, int shift) {
	return ((colour >> shift) & 0xff) / 255.0;
}

static Colour colour_from_channels(double red, double green, double blue) {
	unsigned r = (unsigned)(CLAMP(red, 0.0, 1.0) * 255.0 + 0.5);
	unsigned g = (unsigned)(CLAMP(green, 0.0, 1.0) * 255.0 + 0.5);
	unsigned b = (unsigned)(CLAMP(blue, 0.0, 1.0) * 255.0 + 0.5);
	return r << 16 | g << 8 | b;
}

gboolean colour_parse(const char *text, Colour *colour) {
	size_t length = strlen(text);
	if (text[0] != '#' || (length != 4 && length != 7)) {
		return FALSE;
	}
	Colour result = 0;
	for (size_t i = 1; i < length; i++) {
		int digit = g_ascii_xdigit_value(text[i]);
		if (digit < 0) {
			return FALSE;
		}
		result = result << 4 | (Colour)digit;
		if (length == 4) {
			result = result << 4 | (Colour)digit;
		}
	}
	*colour = result;
	return TRUE;
}

static double linear(double value) {
	return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4);
}

static double luminance(Colour colour) {
	return 0.2126 * linear(channel(colour, 16)) + 0.7152 * linear(channel(colour, 8)) +
		0.0722 * linear(channel(colour, 0));
}

double colour_contrast(Colour one, Colour other) {
	double a = luminance(one), b = luminance(other);
	return (MAX(a, b) + 0.05) / (MIN(a, b) + 0.05);
}

static Hsl hsl_from_colour(Colour colour) {
	double r = channel(colour, 16), g = channel(colour, 8), b = channel(colour, 0);
	double high = MAX(r, MAX(g, b)), low = MIN(r, MIN(g, b)), span = high - low;
	Hsl hsl = {.lightness = (high + low) / 2};
	if (span <= 0) {
		return hsl;
	}
	hsl.saturation = span / (1 - fabs(2 * hsl.lightness - 1));
	if (high == r) {
		hsl.hue = fmod((g - b) / span + 6, 6);
	} else if (high == g) {
		hsl.hue = (b - r) / span + 2;
	} else {
		hsl.hue = (r - g) / span + 4;
	}
	return hsl;
}

/* One channel of an HSL colour; offset 0, 4, 2 of sixths of the circle for red, green, blue. */
static double hsl_channel(Hsl hsl, double offset) {
	double chroma = (1 - fabs(2 * hsl.lightness - 1)) * hsl.saturation;
	double place = fmod(hsl.hue + offset, 6);
	double share = CLAMP(fabs(place - 3) - 1, 0.0, 1.0);
	return hsl.lightness - chroma / 2 + chroma * share;
}

static Colour colour_from_hsl(Hsl hsl) {
	return colour_from_channels(hsl_channel(hsl, 0), hsl_channel(hsl, 4), hsl_channel(hsl, 2));
}

Colour colour_darkened_for_white(Colour colour, int *steps) {
	Hsl hsl = hsl_from_colour(colour);
	Colour result = colour;
	int taken = 0;
	while (colour_contrast(result, 0xffffff) < 4.5) {
		taken++;
		Hsl darker = hsl;
		darker.lightness = MAX(0.0, hsl.lightness - 0.02 * taken);
		result = colour_from_hsl(darker);
	}
	if (steps) {
		*steps = taken;
	}
	return result;
}

Colour colour_readable(Colour colour, Colour ground, double least) {
	enum { STEPS = 100 };
	Hsl hsl = hsl_from_colour(colour);
	for (int step = 0; step <= STEPS; step++) {
		for (int way = -1; way <= 1; way += 2) {
			Hsl moved = hsl;
			moved.lightness = CLAMP(hsl.lightness + way * step / 100.0, 0.0, 1.0);
			Colour tried = step == 0 ? colour : colour_from_hsl(moved);
			if (colour_contrast(tried, ground) >= least) {
				return tried;
			}
		}
	}
	return colour_contrast(0x000000, ground) > colour_contrast(0xffffff, ground) ? 0x000000
										     : 0xffffff;
}

Colour colour_times(Colour colour, double factor) {
	return colour_from_channels(channel(colour, 16) * factor, channel(colour, 8) * factor,
		channel(colour, 0) * factor);
}

Colour colour_mixed(Colour one, Colour other, double share) {
	double rest = 1 - share;
	return colour_from_channels(channel(one, 16) * share + channel(other, 16) * rest,
		channel(one, 8) * share + channel(other, 8) * rest,
		channel(one, 0) * share + channel(other, 0) * rest);
}

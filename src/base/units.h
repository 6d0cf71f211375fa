/* units: lengths. A Len is a signed integer in 1/1024 pt (1 pt = 1/72 in), the
 * unit of Pango; the origin of a page is its top left corner, y grows downwards.
 * Doubles appear only where something is painted or a ratio is formed. */
#ifndef BIFOLIO_BASE_UNITS_H
#define BIFOLIO_BASE_UNITS_H

typedef int Len;

#define LEN_MAX 0x3fffffff

/* Round half away from zero, so that mirrored pages round alike. */
static inline Len len_round(double units) {
	return (Len)(units < 0 ? units - 0.5 : units + 0.5);
}

static inline Len len_from_pt(double pt) {
	return len_round(pt * 1024.0);
}

static inline Len len_from_mm(double mm) {
	return len_round(mm * (72.0 / 25.4) * 1024.0);
}

static inline double len_to_pt(Len length) {
	return length / 1024.0;
}

static inline double len_to_mm(Len length) {
	return length / 1024.0 * (25.4 / 72.0);
}

static inline Len len_scale(Len length, double factor) {
	return len_round(length * factor);
}

#endif

/* marks: see the header. One walk over the operators; only those that set a colour are looked at.
 * Cairo ends a text object before it sets a colour, so that marks never cut one. What stands
 * between the signs of a picture is left as it is. A leaf's number in its page is its MCID. */
#include "finish/marks.h"

#include <stdio.h>
#include <string.h>

#include "page/leaf.h"

enum { OPERANDS = 4, OUTSIDE = -2 /* of all marks */ };

typedef struct Marker {
	const char *content, *end;
	const char *at; /* read up to here */
	const char *kept; /* written up to here */
	const char *operands; /* of the operator at hand begin here, or NULL */
	const char *numbers[OPERANDS]; /* the last ones */
	int number_count;
	int leaf; /* of the marks that are open */
	int last; /* highest leaf so far */
	gboolean in_picture, in_sign, in_text, in_link;
	MarkLeaves *leaves;
	GByteArray *marked;
} Marker;

static gboolean refuse(GError **error) {
	g_set_error(error, G_FILE_ERROR, G_FILE_ERROR_FAILED,
		"the PDF cannot be finished: its pages are not painted as was expected");
	return FALSE;
}

static void put(Marker *marker, const char *text, gsize length) {
	g_byte_array_append(marker->marked, (const guint8 *)text, (guint)length);
}

/* All that was read before `to` and is not yet written. */
static void keep(Marker *marker, const char *to) {
	put(marker, marker->kept, (gsize)(to - marker->kept));
	marker->kept = to;
}

static void close_marks(Marker *marker) {
	static const char end[] = "EMC\n";
	if (marker->leaf != OUTSIDE) {
		put(marker, end, sizeof end - 1);
	}
}

static void open_marks(Marker *marker, int leaf) {
	static const char artifact[] = "/Artifact BMC\n";
	if (marker->leaf == leaf) {
		return;
	}
	close_marks(marker);
	marker->leaf = leaf;
	if (leaf == LEAF_NONE) {
		put(marker, artifact, sizeof artifact - 1);
		return;
	}
	char mark[80];
	int length = snprintf(
		mark, sizeof mark, "%s <</MCID %d>>BDC\n", marker->leaves->names[leaf], leaf);
	put(marker, mark, (gsize)length);
	marker->leaves->seen[leaf] = TRUE;
}

/* The leaf of the page, of which only the number within a lap was told. -2: there is none. */
static int leaf_of(Marker *marker, int lap_leaf) {
	if (lap_leaf == LEAF_NONE) {
		return LEAF_NONE;
	}
	int leaf = marker->last / LEAF_LAP * LEAF_LAP + lap_leaf;
	leaf += leaf < marker->last ? LEAF_LAP : 0;
	if (leaf >= marker->leaves->count) {
		return OUTSIDE;
	}
	marker->last = leaf;
	return marker->leaves->names[leaf] ? leaf : LEAF_NONE;
}

/* Up to six decimals, no zeros at the end. */
static int number_put(char *text, int value) {
	int scaled = (value * 1000000 + 127) / 255;
	if (scaled == 0 || scaled == 1000000) {
		text[0] = scaled ? '1' : '0';
		return 1;
	}
	int length = 7;
	text[0] = '.';
	for (int i = 6; i > 0; i--, scaled /= 10) {
		text[i] = (char)('0' + scaled % 10);
	}
	while (text[length - 1] == '0') {
		length--;
	}
	return length;
}

/* Greys are said as such. */
static void put_colour(Marker *marker, Colour colour, gboolean strokes) {
	const int values[] = {colour >> 16 & 255, colour >> 8 & 255, colour & 255};
	gboolean grey = values[0] == values[1] && values[1] == values[2];
	char text[40];
	int length = 0;
	for (int i = 0; i < (grey ? 1 : 3); i++) {
		length += number_put(text + length, values[i]);
		text[length++] = ' ';
	}
	const char *name = grey ? (strokes ? "G" : "g") : strokes ? "RG" : "rg";
	put(marker, text, (gsize)length);
	put(marker, name, strlen(name));
}

static gboolean take_colour(Marker *marker, gboolean strokes, GError **error) {
	double numbers[3];
	if (marker->number_count != 3) {
		return marker->in_picture || refuse(error);
	}
	for (int i = 0; i < 3; i++) {
		numbers[i] = g_ascii_strtod(marker->numbers[i], NULL);
	}
	Colour colour;
	int lap_leaf;
	LeafSign sign = leaf_read(numbers, &colour, &lap_leaf);
	if (marker->in_picture && sign != LEAF_SIGN_PICTURE_END) {
		return TRUE;
	}
	int leaf = leaf_of(marker, lap_leaf);
	gboolean ends = sign == LEAF_SIGN_PICTURE_END;
	if (marker->in_text || sign == LEAF_SIGN_STRANGE || leaf == OUTSIDE ||
		ends != marker->in_picture) {
		return refuse(error);
	}
	keep(marker, marker->operands);
	marker->kept = marker->at;
	if (!ends) {
		open_marks(marker, leaf);
	}
	if (sign == LEAF_SIGN_INK) {
		put_colour(marker, colour, strokes);
	} else {
		marker->in_picture = !ends;
		marker->in_sign = TRUE;
	}
	return TRUE;
}

static gboolean is_operator(const char *word, gsize length, const char *name) {
	return length == strlen(name) && memcmp(word, name, length) == 0;
}

/* Of a sign nothing stays but what holds for the ink behind it. */
static gboolean pass_sign(Marker *marker, const char *word, gsize length, GError **error) {
	if (is_operator(word, length, "gs")) {
		marker->kept = marker->operands;
		keep(marker, marker->at);
		put(marker, "\n", 1);
		return TRUE;
	}
	marker->in_sign = !is_operator(word, length, "f");
	marker->kept = marker->at;
	return !marker->in_sign || is_operator(word, length, "re") || refuse(error);
}

/* Cairo marks the place of each link, where there is no ink: nothing of that stays. */
static void drop_link(Marker *marker, const char *from, gboolean begins) {
	static const char link[] = "/Link << /MCID";
	gboolean is_link = begins &&
		strncmp(from, link, MIN(sizeof link - 1, (gsize)(marker->at - from))) == 0;
	if (is_link || (!begins && marker->in_link)) {
		keep(marker, from);
		marker->kept = marker->at;
		marker->in_link = is_link;
	}
}

static gboolean take_operator(Marker *marker, const char *word, GError **error) {
	gsize length = (gsize)(marker->at - word);
	gboolean good = TRUE;
	if (marker->in_sign) {
		good = pass_sign(marker, word, length, error);
	} else if (is_operator(word, length, "rg")) {
		good = take_colour(marker, FALSE, error);
	} else if (is_operator(word, length, "RG")) {
		good = take_colour(marker, TRUE, error);
	} else if (is_operator(word, length, "BDC")) {
		drop_link(marker, marker->operands, TRUE);
	} else if (is_operator(word, length, "EMC")) {
		drop_link(marker, word, FALSE);
	} else if (is_operator(word, length, "BT")) {
		marker->in_text = TRUE;
	} else if (is_operator(word, length, "ET")) {
		marker->in_text = FALSE;
	}
	marker->operands = NULL;
	marker->number_count = 0;
	return good;
}

static void skip_string(Marker *marker) {
	int depth = 0;
	for (; marker->at < marker->end; marker->at++) {
		char c = *marker->at;
		if (c == '\\') {
			marker->at++;
		} else if (c == '(') {
			depth++;
		} else if (c == ')' && --depth == 0) {
			marker->at++;
			return;
		}
	}
	marker->at = MIN(marker->at, marker->end);
}

static gboolean is_space(char c) {
	return c == ' ' || c == '\n' || c == '\r' || c == '\t' || c == '\0' || c == '\f';
}

static gboolean is_regular(char c) {
	return !is_space(c) && !strchr("()<>[]/%{}", c);
}

static void note_number(Marker *marker, const char *number) {
	if (marker->number_count < OPERANDS) {
		marker->numbers[marker->number_count++] = number;
	}
}

/* One operand or operator. */
static gboolean take_token(Marker *marker, GError **error) {
	const char *start = marker->at;
	if (*start == '(') {
		skip_string(marker);
	} else if (*start == '<' && start + 1 < marker->end && start[1] != '<') {
		const char *close = memchr(start, '>', (gsize)(marker->end - start));
		marker->at = close ? close + 1 : marker->end;
	} else if (!is_regular(*start)) {
		marker->at++;
		while (*start == '/' && marker->at < marker->end && is_regular(*marker->at)) {
			marker->at++;
		}
	} else {
		while (marker->at < marker->end && is_regular(*marker->at)) {
			marker->at++;
		}
		if (!g_ascii_isdigit(*start) && !strchr("+-.", *start)) {
			marker->operands = marker->operands ? marker->operands : start;
			return take_operator(marker, start, error);
		}
		note_number(marker, start);
	}
	marker->operands = marker->operands ? marker->operands : start;
	return TRUE;
}

gboolean marks_put(
	GByteArray *marked, const char *content, gsize length, MarkLeaves *leaves, GError **error) {
	Marker marker = {.content = content,
		.end = content + length,
		.at = content,
		.kept = content,
		.leaf = OUTSIDE,
		.leaves = leaves,
		.marked = marked};
	while (marker.at < marker.end) {
		if (is_space(*marker.at)) {
			marker.at++;
		} else if (!take_token(&marker, error)) {
			return FALSE;
		}
	}
	if (marker.in_picture || marker.in_text || marker.in_sign) {
		return refuse(error);
	}
	keep(&marker, marker.end);
	put(&marker, "\n", 1);
	close_marks(&marker);
	return TRUE;
}

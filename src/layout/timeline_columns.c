/* timeline_columns: gives the rows of a poster's agenda to the columns of its sheets. As few sheets
 * as can be; on them the columns are as even as can be, by dynamic programming over the places
 * where a column may end, cheaper at a pause than within a session. Knows heights only. */
#include "layout/timeline.h"

/* Beyond these a day fills its columns one after the other. */
enum { EVEN_COLUMNS_MOST = 12, EVEN_ROWS_MOST = 400 };
static const double COST_NEVER = 1e300;

static int columns_of_sheet(const Setter *setter) {
	return MAX(setter->columns, 1);
}

static Len column_room(const Setter *setter, int column) {
	return column < columns_of_sheet(setter) ? setter->room : setter->room_next;
}

/* A session's head stays with its first talk, the end of the day with what it ends. */
static gboolean may_begin_column(const Row *rows, int row) {
	return row > 0 && rows[row].slot->indent <= rows[row - 1].slot->indent &&
		!rows[row].slot->closing;
}

/* Height of the rows up to the next that may begin a column; *next: that row. */
static Len unit_height(const Row *rows, int count, int row, int *next) {
	Len height = rows[row].height;
	for (row++; row < count && !may_begin_column(rows, row); row++) {
		height += rows[row].height;
	}
	*next = row;
	return height;
}

/* One column after the other is filled; at least one unit each. *high: some column is too high for
 * its sheet. Columns of rows are noted in `to`, which may be NULL. */
static int fill_columns(const Setter *setter, const Row *rows, int count, gboolean *high, Row *to) {
	int column = 0;
	Len used = 0;
	*high = FALSE;
	for (int row = 0, next; row < count; row = next) {
		Len height = unit_height(rows, count, row, &next);
		if (used > 0 && used + height > column_room(setter, column)) {
			column++;
			used = 0;
		}
		used += height;
		*high = *high || used > column_room(setter, column);
		for (int i = row; to && i < next; i++) {
			to[i].column = column;
		}
	}
	return column + 1;
}

int timeline_sheets(const Setter *setter, const Row *rows, int count) {
	gboolean high;
	int columns = fill_columns(setter, rows, count, &high, NULL);
	int of_sheet = columns_of_sheet(setter);
	return high ? G_MAXINT : (columns + of_sheet - 1) / of_sheet;
}

gboolean timeline_fits_sheet(const Setter *setter, const Row *rows, int count) {
	return timeline_sheets(setter, rows, count) == 1;
}

/* The best way to end `column` columns before `row`. */
typedef struct End {
	double cost;
	int from; /* first row of the last of them */
} End;

static double break_cost(const Row *rows, int row, double even) {
	if (row == 0 || rows[row].slot->pause || rows[row - 1].slot->pause) {
		return 0;
	}
	double share = rows[row].slot->indent > 0 ? even / 2 : even / 3;
	return share * share;
}

typedef struct Table {
	const Setter *setter;
	Row *rows;
	int count;
	End *ends; /* [columns][rows] that have ended */
} Table;

static End *end_at(const Table *table, int columns, int rows) {
	return &table->ends[columns * (table->count + 1) + rows];
}

/* All columns that end before `row` as the one numbered `column`. */
static void find_end(const Table *table, int column, int row) {
	Len room = column_room(table->setter, column);
	double even = (double)room / 2;
	Len height = 0;
	End *best = end_at(table, column + 1, row);
	for (int from = row - 1; from >= 0; from--) {
		height += table->rows[from].height;
		if (height > room) {
			return;
		}
		if (from > 0 && !may_begin_column(table->rows, from)) {
			continue;
		}
		double cost = end_at(table, column, from)->cost + (double)height * (double)height +
			break_cost(table->rows, from, even);
		if (cost < best->cost) {
			*best = (End){cost, from};
		}
	}
}

/* FALSE when they cannot be had. */
static gboolean even_columns(const Setter *setter, Row *rows, int count, int columns) {
	int size = (columns + 1) * (count + 1);
	g_autofree End *ends = g_new0(End, (gsize)size);
	for (int i = 0; i < size; i++) {
		ends[i] = (End){i == 0 ? 0 : COST_NEVER, 0};
	}
	const Table table = {setter, rows, count, ends};
	for (int column = 0; column < columns; column++) {
		for (int row = 1; row <= count; row++) {
			find_end(&table, column, row);
		}
	}
	if (end_at(&table, columns, count)->cost >= COST_NEVER) {
		return FALSE;
	}
	for (int column = columns, row = count; column > 0; column--) {
		int from = end_at(&table, column, row)->from;
		for (int i = from; i < row; i++) {
			rows[i].column = column - 1;
		}
		row = from;
	}
	return TRUE;
}

int timeline_columns(const Setter *setter, Row *rows, int count) {
	gboolean high;
	int columns = fill_columns(setter, rows, count, &high, rows);
	int of_sheet = columns_of_sheet(setter);
	int even = (columns + of_sheet - 1) / of_sheet * of_sheet;
	if (columns == 1 || high || even > EVEN_COLUMNS_MOST || count > EVEN_ROWS_MOST) {
		return columns;
	}
	return even_columns(setter, rows, count, even) ? even : columns;
}

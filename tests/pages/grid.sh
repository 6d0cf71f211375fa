# Timetable grids: what their cells say and give up (grid.py), and every page of the smaller event as
# of others (check.py).
. tests/tap.inc
look() {
	check "$*" python3 -B tests/pages/grid.py "$@"
}
look tests/events/two-days-five-rooms 0
look tests/events/two-days-five-rooms 0 --theme=plain
look tests/events/two-days-five-rooms 0 --size=booklet=A4
look tests/events/two-days-five-rooms 2 --size=booklet=120x180mm
look tests/events/twelve-tracks 2
look tests/events/twelve-tracks 2 --theme=plain
check "every page" env PAGES=few python3 -B tests/pages/check.py tests/events/two-days-five-rooms

# A long book is written page by page.
status_is "written" 0 "$BIFOLIO" build tests/events/twelve-tracks -o "$TEST_TMP/made" --only=booklet
check "and whole" qpdf --check "$TEST_TMP/made/booklet.pdf"

# Twelve rooms take two spreads a day, and each day begins on the left.
"$BIFOLIO" build tests/events/twelve-tracks --only=booklet --dump=pages >"$TEST_TMP/dump" 2>"$TEST_TMP/err"
grep '^page.* grid ' "$TEST_TMP/dump" >"$TEST_TMP/grids"
says "a spread" "$TEST_TMP/grids" 'verso'
check "twelve pages" sh -c 'test "$(wc -l <"$1")" = 12 && sed -n "1p;5p;9p" "$1" | grep -vc recto | grep -qx 3' - "$TEST_TMP/grids"
finish

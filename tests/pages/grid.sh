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

# Sheets for the wall: the same cells in type that is read from 1 m at least, of all sizes, and in few
# sheets.
wall() {
	look "$1" "$2" --only=poster-agenda "--size=poster-agenda=$3"
}
for size in A4 "A4 landscape" A3 "A3 landscape" A2 "A1 landscape" A0 "A0 landscape"; do
	wall tests/events/two-days-five-rooms 0 "$size"
done
wall tests/events/twelve-tracks 2 A3
wall tests/events/twelve-tracks 2 "A4 landscape"
wall tests/events/twelve-tracks 0 A0
check "every page" env PAGES=few python3 -B tests/pages/check.py tests/events/two-days-five-rooms

# A long book is written page by page.
status_is "written" 0 "$BIFOLIO" build tests/events/twelve-tracks -o "$TEST_TMP/made" --only=booklet
check "and whole" qpdf --check "$TEST_TMP/made/booklet.pdf"

# Twelve rooms take two spreads a day, and each day begins on the left.
"$BIFOLIO" build tests/events/twelve-tracks --only=booklet --dump=pages >"$TEST_TMP/dump" 2>"$TEST_TMP/err"
grep '^page.* grid ' "$TEST_TMP/dump" >"$TEST_TMP/grids"
says "a spread" "$TEST_TMP/grids" 'verso'
check "twelve pages, and one of an evening" sh -c 'test "$(wc -l <"$1")" = 13 && sed -n "1p;5p;10p" "$1" | grep -vc recto | grep -qx 3' - "$TEST_TMP/grids"

# More than a page takes: broken between slots that no talk crosses, with the heads repeated; where
# there are none, cells are cut, say so on both pages, and say all on each.
# lightning OFFSET: three rooms, forty talks each, every room OFFSET minutes after the one before
lightning() {
	cat <<-YAML
		format: 1
		event: {title: Lightning, host: Example Institute, date: 2027-03-04, place: Hall, language: en-GB}
		rooms: {r0: {name: Aula}, r1: {name: Barn}, r2: {name: Crypt}}
		program:
	YAML
	awk -v offset="$1" 'BEGIN {
		for (talk = 0; talk < 40; talk++) for (room = 0; room < 3; room++) {
			start = 540 + talk * 12 + room * offset
			printf "  - {time: \"%02d:%02d\", duration: 12 min, room: r%d, title: Short report number %d from room %d, speakers: [{name: Ana Exemplo%d}]}\n", \
				start / 60, start % 60, room, talk, room, talk * 3 + room
		}
	}'
}
mkdir -p "$TEST_TMP/aligned" "$TEST_TMP/staggered"
lightning 0 >"$TEST_TMP/aligned/event.yaml"
lightning 4 >"$TEST_TMP/staggered/event.yaml"
look "$TEST_TMP/aligned" 2
look "$TEST_TMP/staggered" 2
"$BIFOLIO" build "$TEST_TMP/aligned" --only=booklet --dump=pages >"$TEST_TMP/dump" 2>/dev/null
sheets=$(grep -c '^page.* grid ' "$TEST_TMP/dump")
heads=$(awk '/^page/ { grid = / grid / } grid' "$TEST_TMP/dump" | grep -c '"Crypt"')
check "broken, heads repeated" test "$sheets" -gt 1 -a "$heads" -eq "$sheets"
"$BIFOLIO" build "$TEST_TMP/staggered" --only=booklet --dump=pages >"$TEST_TMP/dump" 2>/dev/null
says "a cell that is cut says so" "$TEST_TMP/dump" '"continued"'
awk '/^page/ { grid = / grid / } grid && /^  cell/ { print $(NF - 1) }' "$TEST_TMP/dump" | sort | uniq -d >"$TEST_TMP/twice"
check "its words stand on both pages" grep -q ana-exemplo "$TEST_TMP/twice"
check "arrows at the edges where it is" sh -c 'awk "/^page/ { grid = / grid / } grid && /^  path/" "$1" |
	wc -l | grep -qx "[4-9]"' - "$TEST_TMP/dump"
finish

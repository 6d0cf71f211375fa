# Two days with parallel rooms and a session: in the agenda times never run back, and in the
# contents the units of the page numbers stand below each other.
. tests/tap.inc
"$BIFOLIO" build tests/events/two-days --dump=pages >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
# The time of each row, in minutes, by the day of the page.
awk '/^page/ { kind = $5 }
	kind == "agenda" && /^  text/ && match($0, /"[^"0-9:]*[0-9]+:[0-9][0-9]"/) {
		time = substr($0, RSTART + 1, RLENGTH - 2)
		sub(/^[^0-9]*/, "", time)
		split(time, part, ":")
		print kind, part[1] * 60 + part[2]
	}' "$TEST_TMP/pages" >"$TEST_TMP/times"
check "rows are there" awk 'END { print NR; exit NR < 30 }' "$TEST_TMP/times"
# One step back for the further day.
check "times run on" awk '$2 < last { back++; print last, "then", $2 } { last = $2 } END { exit back != 1 }' "$TEST_TMP/times"

awk '/^page/ { kind = $5 } kind == "contents" && /Inter 600 8.00/ && match($0, /[0-9.]+\+[0-9.]+ "[0-9]+"/) {
	split(substr($0, RSTART), part, /[+ ]/)
	printf "%.1f %s\n", part[1] + part[2], part[3]
}' "$TEST_TMP/pages" >"$TEST_TMP/numbers"
check "numbers of one and of two figures" grep -q '"[0-9]"' "$TEST_TMP/numbers"
check "end together" awk '{ end[$1] = 1 } END { for (e in end) { n++; print e } exit n != 1 }' "$TEST_TMP/numbers"
finish

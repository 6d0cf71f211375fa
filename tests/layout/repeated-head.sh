# A day's agenda over several pages: each begins with its head once more, for the eye alone, and ends
# between two rows, never between a session and its first talk.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Rows, language: en, date: 2027-03-01, timezone: Europe/Lisbon}"
	print "print: {documents: [booklet], parts: [agenda]}\nprogram:"
	for (i = 0; i < 24; i++) {
		at = 480 + i * 30
		printf "  - title: Session%d\n    kind: session\n    time: \"%d:%02d–%d:%02d\"\n    talks:\n", i, at / 60, at % 60, (at + 30) / 60, (at + 30) % 60
		for (k = 0; k < 3; k++) {
			printf "      - {time: \"%d:%02d–%d:%02d\", title: Talk%dx%d of it, speaker: {name: Ana N%dx%dame, affiliation: House}}\n", (at + k * 10) / 60, (at + k * 10) % 60, (at + k * 10 + 10) / 60, (at + k * 10 + 10) % 60, i, k, i, k
		}
	}
}' >"$event/event.yaml"
for size in A5 A4 letter; do
	"$BIFOLIO" build "$event" --size=booklet=$size --dump=pages >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
	# page, y, text of what stands on agenda pages
	awk '/^page/ { on = $5 == "agenda"; page = $2 } on && /^  text/ { print page, $3, $4, $0 }' \
		"$TEST_TMP/pages" >"$TEST_TMP/texts"
	check "$size: pages" awk '{ seen[$1] = 1 } END { for (p in seen) n++; print n; exit n < 3 }' "$TEST_TMP/texts"
	check "$size: the head on each" awk '
		!($1 in top) || $2 < top[$1] { top[$1] = $2 }
		/"Agenda"/ { head[$1] = $2; tag[$1] = $3; first = first ? first : $1 }
		END { for (p in top) { n++; if (!(p in head) || head[p] > top[p] + 20 || (p != first && tag[p] != "#-")) { print "page", p; bad = 1 } } exit bad || n < 3 }' "$TEST_TMP/texts"
	check "$size: rows are whole" awk '
		match($0, /"Talk[0-9]+x[0-9]+"/) { talk = substr($0, RSTART + 5, RLENGTH - 6); page[talk] = $1; n++ }
		match($0, /"N[0-9]+x[0-9]+ame"/) { name = substr($0, RSTART + 2, RLENGTH - 6); at[name] = $1 }
		END { for (t in page) if (page[t] != at[t]) { print t; bad = 1 } exit bad || n != 72 }' "$TEST_TMP/texts"
	check "$size: sessions stand with their first talks" awk '
		match($0, /"Session[0-9]+"/) { session = substr($0, RSTART + 8, RLENGTH - 9); page[session] = $1; n++ }
		match($0, /"Talk[0-9]+x0"/) { talk = substr($0, RSTART + 5, RLENGTH - 8); at[talk] = $1 }
		END { for (s in page) if (page[s] != at[s]) { print s; bad = 1 } exit bad || n != 24 }' "$TEST_TMP/texts"
done
finish

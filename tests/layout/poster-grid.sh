# A day with rooms in parallel on the wall is a timetable, a sheet where it fits; more stand side by
# side, each with its heads and its number. A distance that is asked for is kept, on more sheets, or is
# an error that says which can be had. A day of one room stays a list.
. tests/tap.inc
program=$BIFOLIO
event=$TEST_TMP/event
mkdir -p "$event"

# event_of ROOMS "POSTER" [MORE]: sessions of two talks, all rooms at once
event_of() {
	awk -v rooms="$1" -v poster="$2" -v more="${3:-}" 'BEGIN {
		print "format: 1\nevent: {title: Long Day, language: en-GB, date: 2027-03-04, timezone: Europe/Lisbon}"
		print "print: {documents: [poster-agenda], posters: {agenda: " poster "}}"
		print "rooms:"
		for (r = 0; r < rooms; r++) printf "  r%d: {name: Room %d, letter: %c}\n", r, r, 65 + r
		print "program:"
		if (more) print more
		print "  - {time: \"9:00-9:30\", kind: opening, title: Welcome}"
		for (s = 0; s < 3; s++) for (r = 0; r < rooms; r++) {
			printf "  - {time: \"%d:00-%d:00\", kind: session, room: r%d, title: Session %d of room %d and its title, talks: [", 10 + 2 * s, 12 + 2 * s, r, s, r
			printf "{title: One, speakers: [{name: Ana Exemplo%d}]}, {title: Two, speakers: [{name: Bo Sample%d}]}]}\n", s * rooms + r, s * rooms + r
		}
	}' >"$event/event.yaml"
}

dump() {
	"$program" build "$event" --dump=pages "$@" >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
}
sheets() {
	grep -q "^document poster-agenda $1 pages" "$TEST_TMP/pages"
}
# least PT: nothing in a cell is smaller
least() {
	awk -v least="$1" '/^  text/ { while (match($0, /[0-9.]+ c[0-9]+}/)) {
			if (substr($0, RSTART) + 0 < least - 0.01) bad++
			$0 = substr($0, RSTART + RLENGTH); n++ } }
		END { print n, bad; exit !n || bad }' "$TEST_TMP/pages"
}

event_of 3 A3
dump
check "three rooms, one sheet" sheets 1
says "a cell tells how much it says" "$TEST_TMP/pages" 'cell .* of "session-2-of-room-2-and-its-title" whole'
check "the zone at its foot" grep -q '"Western".*"European"' "$TEST_TMP/pages"
check "no number" sh -c '! grep -q "1/" "$1"' - "$TEST_TMP/pages"

event_of 12 "{size: A3, distance: 2}"
dump
check "read from 2 m: more sheets" sheets 4
check "in type for it" least 18.9
check "each with its title, its rooms and its number" awk '/^page/ { page++ } /"Long".*"Day"/ { title[page]++ }
	/"Room"/ { rooms[page]++ } /"[1-4]\/4"/ { number[page]++ }
	END { for (p = 1; p <= 4; p++) bad += !title[p] || rooms[p] < 3 || number[p] != 1; exit page != 4 || bad }' "$TEST_TMP/pages"
check "one table all the same" sh -c '"$1" build "$2" --dump=tags 2>/dev/null | grep -c " table" | grep -qx 1' - "$program" "$event"

event_of 12 "A3"
dump
check "no distance: 2 m where that loses no words" sheets 4
check "in type for it, too" least 18.9
check "nothing to tell" sh -c '! grep -q "poster-near" "$1"' - "$TEST_TMP/err"
"$program" build tests/events/two-days-five-rooms --only=poster-agenda --dump=pages >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
check "words before distance: fewer sheets" sheets 2
says "and it is told" "$TEST_TMP/err" 'poster-near'
says "with a way out" "$TEST_TMP/err" 'choose a larger sheet, or `distance: 2.0`'
dump "--size=poster-agenda=A0 landscape"
check "a large sheet holds all" sheets 1

event_of 3 "{size: A4, distance: 12}"
status_is "too far" 1 "$program" build "$event" -o "$TEST_TMP/made"
says "is told where" "$TEST_TMP/err" 'event.yaml:3:76: error: .*12 m .poster-distance.'
says "what can be had" "$TEST_TMP/err" 'this sheet can be read from [0-9.]* m; or choose a larger one'
check "once" sh -c 'grep -c "error: " "$1" | grep -qx 1' - "$TEST_TMP/err"

event_of 1 A3
dump
check "one room: a list" sh -c '! grep -q "^  cell" "$1"' - "$TEST_TMP/pages"

# An event with both: each day as it is.
event_of 3 A3
sed -i 's/^program:/program:\n  - {day: 2027-03-03, items: [{time: "9:00", title: Alone, room: r0, speakers: [{name: Cy Test}]}]}\n  - day: 2027-03-04\n    items:/; s/date: 2027-03-04/date: 3–4 March 2027/' "$event/event.yaml"
sed -i '/^    items:/,$ s/^  - {/      - {/' "$event/event.yaml"
dump
check "a list and a timetable" sheets 2
check "in this order" awk '/^page/ { page++ } /^  cell/ { cells[page]++ } END { exit cells[1] || !cells[2] }' "$TEST_TMP/pages"

# A code stands beside the title of every sheet.
event_of 3 A3
sed -i 's|^event: {|&join: {url: "https://example.org/join"}, |' "$event/event.yaml"
dump
check "a code" grep -q '^  path' "$TEST_TMP/pages"
says "and what for" "$TEST_TMP/pages" '"Join".*"online"'
"$program" build "$event" -o "$TEST_TMP/made" >/dev/null 2>&1
check "a file" qpdf --check "$TEST_TMP/made/poster-agenda.pdf"
finish

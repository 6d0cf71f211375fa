# Large pages have a column at their end: references stand in it beside the abstract, where they
# are no longer than that; small pages, and long lists, have them below.
. tests/tap.inc
program=$BIFOLIO

# event_of SIZE REFERENCES: the talk's page
event_of() {
	mkdir -p "$TEST_TMP/event"
	awk -v size="$1" -v count="$2" 'BEGIN {
		print "format: 1\nevent: {title: Sides, language: en, date: 2027-03-04, timezone: Europe/Lisbon}"
		print "print: {documents: [booklet], booklet: {size: " size "}}"
		print "program:\n  - time: 9:00-10:00\n    title: A Talk\n    speaker: {name: Ana Name}\n    references:"
		for (i = 1; i <= count; i++) print "      - Source" i " of it, with a title that takes more than one line, 2026"
		print "    abstract: |\n      Begin"
		for (w = 0; w < 40; w++) print "      some words of it with others."
	}' >"$TEST_TMP/event/event.yaml"
	"$program" build "$TEST_TMP/event" --dump=pages 2>"$TEST_TMP/err" |
		awk '/^page/ { on = $5 == "talk" } on && /^  text/' >"$TEST_TMP/talk"
}

# stands NAME CONDITION on the first lines of abstract (ax, ay) and first reference (rx, ry)
stands() {
	check "$1" awk '/"Begin"/ { ax = $2; ay = $3 } /Source1"/ { rx = $2; ry = $3 }
		END { print ax, ay, rx, ry; exit !(ax && rx && '"$2"') }' "$TEST_TMP/talk"
}

event_of A4 2
stands "beside" 'rx > ax + 300 && ry < ay + 60'
check "all of them" grep -q 'Source2"' "$TEST_TMP/talk"
event_of letter 2
stands "beside, letter" 'rx > ax + 300 && ry < ay + 60'
event_of A5 2
stands "below on small pages" 'rx < ax + 30 && ry > ay + 100'
event_of A4 30
stands "below when there are many" 'rx < ax + 30'
finish

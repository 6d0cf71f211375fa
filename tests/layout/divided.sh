# A book of many talks running on: no word is divided over a page's end.
. tests/tap.inc
program=$BIFOLIO
event=$TEST_TMP/event
mkdir -p "$event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Many Talks, language: en, date: 2027-03-04, timezone: Europe/Lisbon}"
	print "print: {booklet: {talks: flow}, documents: [booklet], parts: [talks]}"
	print "program:"
	split("understanding of measurement in every department has considerable consequences for administration and representation while the communication between laboratories remained surprisingly complicated until international organizations established comparable instruments", words, " ")
	n = 33
	for (i = 0; i < 200; i++) {
		printf "  - id: t%d\n    time: %d:%02d-%d:%02d\n    title: Talk %d\n    speaker: {name: Ana Name%d, bio: ", i, 8 + i / 20, i % 20 * 3, 8 + (i + 1) / 20, (i + 1) % 20 * 3, i, i
		for (w = 0; w < 30 + i % 60; w++) printf "Ana has plants. "
		printf "}\n    abstract: |\n      The"
		length_of = 36 + (i * 37) % 14
		for (w = 0; w < length_of; w++) {
			seed = (seed * 1103 + 12345 + i) % 65536
			printf " %s", words[1 + seed % n]
		}
		print "."
	}
}' >"$event/event.yaml"
"$program" build "$event" --dump=pages >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
check "a book" awk '/^page/ { n++ } END { print n; exit n < 40 }' "$TEST_TMP/pages"
# Items stand in their order: the last line of prose before the next page.
check "no division at a page's end" awk '
	function look() { if (last ~ / hyphen /) { bad++; print page ": " last } last = "" }
	/^page/ { look(); page = $0 }
	/^  text .*\{Vollkorn/ { last = $0; lines++; divided += $0 ~ / hyphen / }
	END { look(); print divided, "of", lines; exit bad > 0 || divided < 20 }' "$TEST_TMP/pages"

# A paragraph that no page ends within keeps its divisions in full lines.
"$program" build content/waterloo-huawei-serverless-2022 --only booklet --theme scholarly --dump=pages \
	>"$TEST_TMP/pages" 2>"$TEST_TMP/err"
check "no space for it" awk '/\{Linux Libertine O/ && match($0, / space [0-9.]+/) {
		n++; wide += substr($0, RSTART + 7) + 0 > 1.5
	} END { print wide, "of", n; exit n < 20 || wide > 0 }' "$TEST_TMP/pages"

# Nor over a column's end; and the biography stands beside the abstract where a smaller title makes
# room for it.
"$program" build content/waterloo-huawei-serverless-2022 --only poster-talk --size="poster-talk=A4 landscape" \
	--dump=pages >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
check "no division at a column's end" awk '/^page/ { y = 0; hyphen = 0 }
	/^  text .*\{Vollkorn/ {
		if (hyphen && $3 < y) { bad++; print line }
		columns += $3 < y; y = $3; hyphen = / hyphen /; line = $0
	} END { print columns; exit bad > 0 || columns < 3 }' "$TEST_TMP/pages"
says "the biography" "$TEST_TMP/pages" '"tenured"'
finish

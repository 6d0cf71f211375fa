# An agenda on the wall: a day that takes two sheets says on both of them in which zone its times
# are; a code has a row of the day beside it; a sheet that lies has two columns before it takes a
# second sheet; times with am and pm are all read from as far.
. tests/tap.inc
program=$BIFOLIO
event=$TEST_TMP/event
mkdir -p "$event"

# event_of TALKS FIRST-HOUR [LINE]
event_of() {
	awk -v talks="$1" -v first="$2" -v more="${3:-}" 'BEGIN {
		print "format: 1\nevent: {title: Long Day, language: en-CA, date: 2027-03-04, timezone: America/Toronto}"
		print "print: {documents: [poster-agenda], posters: {agenda: A3}}"
		print "people: {ana: {name: Ana Name, affiliation: Example}}"
		if (more) print more
		print "program:"
		for (i = 0; i < talks; i++) {
			printf "  - {time: \"%d:%02d-%d:%02d\", ", first + i / 2, i % 2 * 30, first + (i + 1) / 2, (i + 1) % 2 * 30
			printf "title: A Talk About the Number %d and All That Comes After It, speaker: ana, id: t%d}\n", i, i
		}
	}' >"$event/event.yaml"
}

# dump [OPTION...]: pages in $TEST_TMP/pages
dump() {
	"$program" build "$event" --dump=pages "$@" >"$TEST_TMP/pages" 2>"$TEST_TMP/err"
}

event_of 28 9
dump
check "two sheets" grep -q "^document poster-agenda 2 pages" "$TEST_TMP/pages"
check "the zone on both" awk '/^page/ { page++ } /Eastern/ { seen[page] = 1 }
	END { exit !(seen[1] && seen[2]) }' "$TEST_TMP/pages"
check "talks on both, about as many" awk '/^page/ { page++ } /anchor .* item-/ { rows[page]++ }
	END { print rows[1], rows[2]; exit !(rows[1] - rows[2] < 3 && rows[2] - rows[1] < 3) }' "$TEST_TMP/pages"
check "am and pm in type of 21.2 pt at least" awk '/"(am|pm)"/ {
		match($0, /[0-9.]+ c[0-9]+} [^{]*"(am|pm)"/)
		found++
		bad += substr($0, RSTART) + 0 < 21.19
	} END { print found, bad; exit !found || bad }' "$TEST_TMP/pages"

event_of 14 9
dump --size="poster-agenda=A3 landscape"
check "one sheet that lies" grep -q "^document poster-agenda 1 pages" "$TEST_TMP/pages"
check "in two columns" awk '/[^0-9]9:00"/ { one = $2 } /[^0-9]2:00"/ { other = $2 }
	END { print one, other; exit !(one && other > one + 400) }' "$TEST_TMP/pages"

event_of 12 9
sed -i 's|^event: {|&join: {url: "https://example.org/join"}, |' "$event/event.yaml"
for size in tabloid A3 A4 "tabloid landscape"; do
	dump --size="poster-agenda=$size"
	check "no code alone, $size" awk '/^page/ { page++ } /anchor .* item-/ { rows[page]++ }
		/^  path/ { code[page] = 1 }
		END { for (p in code) { n++; bad += !rows[p] } exit !n || bad }' "$TEST_TMP/pages"
done

# The day as the event's language writes it: not another order of day and month than elsewhere.
for pair in en-CA:19.Sep en-US:Sep.19 de:19..Sept fi:maanantai$ ja:月曜日; do
	sed "s/language: en-CA/language: ${pair%%:*}/" content/waterloo-huawei-serverless-2022/event.yaml >"$event/event.yaml"
	"$BIFOLIO" build --only poster-agenda "$event" -o "$TEST_TMP/sheets" >/dev/null 2>&1
	pdftotext "$TEST_TMP/sheets/poster-agenda.pdf" "$TEST_TMP/text"
	says "day and month, ${pair%%:*}" "$TEST_TMP/text" "^${pair#*:}"
done
finish

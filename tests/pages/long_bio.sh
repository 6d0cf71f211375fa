# A short abstract and a biography of more than a page, in every mode: broken, not run off the page;
# and what a mode said that was tried and left does not count.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
words() {
	awk -v n="$1" -v word="${2:-word}" 'BEGIN { for (i = 0; i < n; i++) printf "%s%s ", word, substr("abcdefghijklmnopqrstuvwxyz", 1 + (i * 7 + n) % 26, 1) }'
}
# make_event MODE WORDS-OF-BIO
make_event() {
	cat <<-YAML
		format: 1
		event: {title: Colloquium on Small Machines, language: en, host: Example Institute, date: 2027-03-04, place: Old Library}
		people:
		  ana: {name: Ana Exemplo, affiliation: Somewhere, bio: "Ana Exemplo $(words "$2" life)"}
		  bento: {name: Bento Outro, affiliation: Elsewhere, bio: "Bento Outro $(words 40)"}
		program:
		  - {time: 09:00–09:30, title: Large Machines, speakers: [bento], abstract: "$(words 90)"}
		  - {time: 09:30–10:00, title: Small Machines, speakers: [ana], abstract: "$(words 12)"}
		  - {time: 10:00–10:30, title: Machines, speakers: [bento], abstract: "$(words 90)"}
		print: {booklet: {talks: $1}}
	YAML
}
for mode in page flow dense; do
	for length in 150 300 700; do
		make_event $mode $length >"$event/event.yaml"
		status_is "$mode, $length words" 0 "$BIFOLIO" build "$event" -o "$TEST_TMP/made" --only booklet
		pdftotext "$TEST_TMP/made/booklet.pdf" - | tr -cs '[:alpha:]' '\n' >"$TEST_TMP/text"
		check "$mode, $length words: none is lost" \
			test "$(grep -c '^life.$' "$TEST_TMP/text")" = "$length"
		check "$mode, $length words: the pages hold" env PAGES=few python3 -B tests/pages/check.py "$event"
	done
done
finish

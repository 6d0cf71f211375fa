# One column, on phones and in large print: the page of a row stands beside its time, and who signs a
# letter has some of its lines on the page.
. tests/tap.inc
mkdir -p "$TEST_TMP/event"

# event_of LINES: a letter of so many paragraphs, and two talks of a session
event_of() {
	{
		echo 'format: 1'
		echo 'event: {title: Stacked, host: Example Institute, date: 2027-03-04, place: Hall, language: en-GB}'
		echo 'print: {parts: [letters, sessions, talks]}'
		echo 'letters:'
		echo '  - title: Guests'
		echo '    signatures: [{name: Signer, role: Chair}]'
		echo '    text: |'
		for line in $(seq "$1"); do
			printf '      Line%d of it.\n\n' "$line"
		done
		echo 'program:'
		echo '  - time: 10:00–11:00'
		echo '    kind: session'
		echo '    title: Session'
		echo '    talks: [{title: One, abstract: Words., time: 10:00–10:30}, {title: Two, abstract: Words., time: 10:30–11:00}]'
	} >"$TEST_TMP/event/event.yaml"
}

# signed_alone: pages with a signature and no line of the letter
signed_alone() {
	awk '/^page/ { lines = 0; on = $5 == "letter" } on && /"Line[0-9]/ { lines++ } on && /"Signer"/ && !lines { print }' "$1"
}
for edition in booklet-phone booklet-large; do
	alone=
	for lines in $(seq 8 24); do
		event_of "$lines"
		"$BIFOLIO" build "$TEST_TMP/event" --only=$edition --dump=pages >"$TEST_TMP/dump" 2>"$TEST_TMP/err"
		alone=$alone$(signed_alone "$TEST_TMP/dump")
	done
	check "$edition: signed with a line" test -z "$alone"
	awk '/^page/ { on = $5 == "sessions" } on && /^  text/' "$TEST_TMP/dump" >"$TEST_TMP/sessions"
	check "$edition: pages beside times" awk '
		/"10:30"/ { y = $3; x = $2 } /target "talk-two"/ && /"[0-9]+"/ && !/"Two"/ { page = $3; end = $2 }
		/"Two"/ { title = $3 } END { exit !(y && page > y - 4 && page < y + 4 && end > x + 50 && title > y) }' "$TEST_TMP/sessions"
	"$BIFOLIO" build "$TEST_TMP/event" --only=$edition -o "$TEST_TMP/made" >/dev/null 2>&1
	check "$edition: read in order" sh -c 'pdftotext -raw "$1" - | tr "\n" " " | grep -q "10:30.*Two"' - "$TEST_TMP/made/$edition.pdf"
done
finish

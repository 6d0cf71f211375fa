# Feet of right-hand pages say where one is in an event of several days: day, session and time among
# talks, sessions and posters, day and hours where a page is that of a day.
. tests/tap.inc
mkdir -p "$TEST_TMP/event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Ropes, language: en-GB, date: [2027-03-01, 2027-03-02], timezone: Europe/Lisbon}"
	print "tracks: {x: Ropes, y: Knots}\nprint: {parts: [glance, agenda, sessions, talks, boards]}\nprogram:"
	for (d = 1; d <= 2; d++) {
		print "  - day: 2027-03-0" d "\n    items:"
		for (s = 0; s < 6; s++) {
			print "      - kind: session\n        time: " 9 + s ":00-" 10 + s ":00\n        title: Session " d s "\n        track: x\n        talks:"
			for (t = 0; t < 4; t++) print "          - {title: Talk " d s t ", duration: 15 min, abstract: One.}"
		}
		print "      - {kind: poster-session, time: 16:00-17:00, title: Posters " d ", track: y, talks: [{title: P, board: 1}]}"
	}
}' >"$TEST_TMP/event/event.yaml"
"$BIFOLIO" build "$TEST_TMP/event" --only=booklet --dump=pages 2>"$TEST_TMP/err" >"$TEST_TMP/pages"
awk '/^page/ { side = $8; kind = $5 } /^  text/ && $3 > 560 { words = ""; rest = $0
	while (match(rest, /"[^"]*"/)) { words = words substr(rest, RSTART + 1, RLENGTH - 2); rest = substr(rest, RSTART + RLENGTH) }
	if (words !~ /^[0-9]+$/ && side == "recto") print kind ": " words }' "$TEST_TMP/pages" >"$TEST_TMP/feet"
check "days have their hours" grep -q '^agenda: Monday 1 March 2027, 9:00–17:00 WET$' "$TEST_TMP/feet"
check "of each day" grep -q '^agenda: Tuesday 2 March 2027, 9:00–17:00 WET$' "$TEST_TMP/feet"
check "lists of sessions name the session" grep -q '^sessions: X*A[0-9]* Session [12][0-9], [MT][a-z]*day [0-9]*:00$' "$TEST_TMP/feet"
check "talks, too" grep -q '^talks: A[0-9]* Session [12][0-9], [MT][a-z]*day [0-9]*:00$' "$TEST_TMP/feet"
check "no page says less" sh -c '! grep -v "^\(boards\|sessions\|talks\): [AB][0-9]* [SP].*, [MT][a-z]*day [0-9]*:00$\|^\(agenda\|glance\): [MT].*, 9:00–17:00 WET$\|^glance: 1\|^sessions: [MT].*WET$\|^notes" "$1"' - "$TEST_TMP/feet"
finish

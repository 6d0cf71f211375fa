# A programme of more than two hundred items, most of them in sessions, has days side by side and its
# sessions by default instead of an agenda of every talk, and says so; a phone has the agenda.
. tests/tap.inc
mkdir -p "$TEST_TMP/event"
# event_of SESSIONS TALKS LINES: each session with so many talks; lines under `print:`
event_of() {
	awk -v sessions="$1" -v talks="$2" -v lines="$3" 'BEGIN {
		print "format: 1\nevent: {title: Ropes and their ends in many words, language: en-GB, date: [2027-03-01, 2027-03-02], place: Hall}"
		if (lines) print "print:\n  " lines
		print "program:"
		for (d = 1; d <= 2; d++) {
			print "  - day: 2027-03-0" d "\n    items:"
			for (s = 0; s < sessions / 2; s++) {
				print "      - kind: session\n        time: " 9 + s % 6 ":00-" 10 + s % 6 ":00\n        title: Session " d "." s "\n        room: Room " int(s / 6) "\n        talks:"
				for (t = 1; t <= talks; t++) print "          - {title: Talk " d "." s "." t "}"
			}
			print "      - {time: 15:00-15:30, kind: break, title: Tea}"
		}
	}' >"$TEST_TMP/event/event.yaml"
	"$BIFOLIO" check "$TEST_TMP/event" >"$TEST_TMP/said" 2>&1
	"$BIFOLIO" build "$TEST_TMP/event" --only="${4:-booklet}" --dump=blocks 2>/dev/null >"$TEST_TMP/blocks"
	grep -o '#part-[a-z]*\|#agenda-0' "$TEST_TMP/blocks" | tr '\n' ' ' >"$TEST_TMP/parts"
}
event_of 40 5
check "days and sessions" grep -q '#part-glance .*#part-sessions' "$TEST_TMP/parts"
check "no agenda" sh -c '! grep -q "#agenda-0" "$1"' - "$TEST_TMP/parts"
check "nothing leads to one" sh -c '! grep -q -- "->agenda-\|->item-\|leads to item-" "$1"' - "$TEST_TMP/blocks"
says "it is told" "$TEST_TMP/said" 'the programme has 242 items: the booklet lists days and sessions .*no-parts'
event_of 40 5 "" booklet-phone
check "one column has the agenda alone" sh -c 'grep -q "#agenda-0" "$1" && ! grep -q "#part-sessions\|#part-glance" "$1"' - "$TEST_TMP/parts"
event_of 40 5 "parts: [cover, agenda]"
check "as it is chosen" sh -c 'grep -q "#agenda-0" "$1" && ! grep -q "#part-sessions" "$1"' - "$TEST_TMP/parts"
check "and no word of it" sh -c '! grep -q no-parts "$1"' - "$TEST_TMP/said"
event_of 30 5
check "fewer have an agenda" sh -c 'grep -q "#agenda-0" "$1" && ! grep -q "#part-sessions" "$1"' - "$TEST_TMP/parts"
event_of 240 0
check "so have many without sessions" sh -c 'grep -q "#agenda-0" "$1" && ! grep -q "#part-sessions" "$1"' - "$TEST_TMP/parts"
finish

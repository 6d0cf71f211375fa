# What a day has when its talks are over stands behind its timetable by rooms where it is four things
# or more, else in it; a page beside the last rooms that would stay free has the day's codes.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
# event_of ROOMS EVENING…
event_of() {
	{
		echo 'format: 1'
		echo 'event: {title: Rivers, host: Example Institute, date: 2027-06-14, place: Hall, language: en-GB}'
		echo 'tracks: {water: {name: Water}}'
		echo 'print: {parts: [cover, grid, agenda, talks]}'
		echo 'program:'
		for room in $(seq "$1"); do
			echo "  - {time: 9:00–12:00, kind: session, title: Session of room $room, room: Room $room, track: water, talks: [{title: Talk $room, abstract: Text.}]}"
		done
		shift
		for item in "$@"; do
			echo "  - {$item}"
		done
	} >"$event/event.yaml"
	"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$TEST_TMP/blocks" 2>"$TEST_TMP/err"
	"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/dump" 2>/dev/null
	# A line a text: page, kind and words.
	awk '/^page/ { page = $2; kind = $5 } /^  text/ { words = ""; rest = $0; gsub(/target "[^"]*"/, "", rest)
		while (match(rest, /"[^"]*"/)) { words = words substr(rest, RSTART + 1, RLENGTH - 2); rest = substr(rest, RSTART + RLENGTH) }
		print page, kind, words }' "$TEST_TMP/dump" >"$TEST_TMP/words"
}
walk="time: 18:30–19:30, kind: social, title: Walk to the weir"
party="time: 20:00–03:30, kind: social, title: Night on the water, room: Quay"
rockets="time: 00:30–01:00, kind: social, title: Fireworks"
assembly="time: 17:15–18:00, kind: meeting, title: Assembly, room: Room 1"
coffee="time: 12:00–12:15, kind: break, title: Coffee"

event_of 7 "$coffee" "$assembly" "$walk" "$party" "$rockets"
says "it has a page" "$TEST_TMP/words" '^5 grid After 12:00$'
for title in Assembly "Walk to the weir" "Night on the water" Fireworks Coffee; do
	says "with $title" "$TEST_TMP/words" "^5 grid $title"
	check "that is not in the grid" sh -c '! grep -q "^[234] grid $2" "$1"' - "$TEST_TMP/words" "$title"
	check "as tests of cells see it" sh -c '! grep -q "  cell .*$2" "$1"' - "$TEST_TMP/dump" "$title"
done
says "ends are told" "$TEST_TMP/words" '^5 grid –3:30$'
says "the new day is told" "$TEST_TMP/words" '^5 grid Tuesday 15 June 2027$'
says "codes lead on" "$TEST_TMP/words" '^5 grid A7.*Session of room 7'
says "the scale is that of the daytime" "$TEST_TMP/blocks" '^ *grid 540-720 longest 180$'

event_of 7 "$coffee" "$assembly" "$walk" "$party"
says "three things stay in the grid" "$TEST_TMP/words" '^[234] grid Night on the water'
says "and codes stand on the free page" "$TEST_TMP/words" '^5 grid A1.*Session of room 1'
says "under a title of their own" "$TEST_TMP/words" '^5 grid Sessions'
event_of 5 "$coffee" "$assembly" "$walk" "$party"
check "no page is free, none is made" sh -c '! grep -q "Sessions" "$1"' - "$TEST_TMP/words"
event_of 2 "$walk" "$assembly" "$party" "$rockets"
says "an evening has its page beside any grid" "$TEST_TMP/words" '^3 grid After 12:00$'

# Codes of a day that has more of them than the page holds stand in the other lists alone.
many() {
	short=
	for talk in $(seq "$1"); do
		short="$short${short:+|}time: $((13 + talk / 12)):$(printf %02d $((talk % 12 * 5))), duration: 5 min, title: Short $talk, room: Room 1, track: water"
	done
	(IFS='|' && event_of 7 $short "$coffee" "$assembly" "$walk" "$party" "$rockets")
}
many 20
says "some stand there" "$TEST_TMP/words" 'grid A1.*Session of room 1'
many 40
check "many do not" sh -c '! grep -q "grid A1.*Session of room 1" "$1"' - "$TEST_TMP/words"
event_of 2 "$walk" "$assembly" "$party" "$rockets"
status_is "a file" 0 "$BIFOLIO" build "$event" --only=booklet,poster-agenda -o "$TEST_TMP/made"
check "read aloud" python3 -B tests/finish/tagged.py "$TEST_TMP/made"
"$BIFOLIO" build "$event" --only=poster-agenda --dump=pages >"$TEST_TMP/poster" 2>/dev/null
says "a poster has all of the day" "$TEST_TMP/poster" Fireworks
finish

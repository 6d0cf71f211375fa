# Rooms with a shape are drawn on the plan of their floor, to one scale and in one place for all
# floors of a building; what has no room for its words is listed under it, what has no shape above.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
# event_of LANGUAGE
event_of() {
	cat >"$event/event.yaml" <<-YAML
		format: 1
		event: {title: Rivers, host: Example Institute, date: 2027-06-14, place: Hall, language: $1}
		print: {parts: [cover, agenda, talks, venue]}
		rooms:
		  dome: {name: Dome, letter: D, floor: Level 1, seats: 80, shape: 0 0 30 15}
		  aula: {name: Aula, letter: A, floor: Level 0, seats: 420, note: loop, shape: 0 0 20 20}
		  court: {name: Great Court of the Millers, letter: C, floor: Level 0, seats: 12, shape: 20 0 5 5}
		  yard: {name: Yard, letter: Y, seats: 9}
		floors:
		  - {floor: Level 1, note: by lift, lift: 10 20, outline: 0 0 60 25}
		  - {floor: Level 0, lift: 10 25, entrance: 60 22, step_free: "60 23, 12 23", north: 90, outline: 0 0 60 30}
		program:
		  - {time: 9:00–9:30, title: One, room: aula, track: Water, abstract: Text.}
		  - {time: 9:30–10:00, title: Two, room: dome, abstract: Text.}
		  - {time: 10:00–10:30, title: Three, room: court, track: Water}
		  - {time: 10:30–11:00, title: Four, room: court, track: Wind}
	YAML
	"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$TEST_TMP/blocks" 2>"$TEST_TMP/err"
	"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
	# A line a text: x, y and its words in quotes.
	awk '/^page/ { on = / venue / } on && /^  text/ { words = ""; rest = $0
		while (match(rest, /"[^"]*"/)) { words = words substr(rest, RSTART + 1, RLENGTH - 2); rest = substr(rest, RSTART + RLENGTH) }
		printf "%s %s \"%s\"\n", $2, $3, words }' "$TEST_TMP/pages" >"$TEST_TMP/venue"
}

event_of en-GB
says "a plan for each floor, in their order" "$TEST_TMP/blocks" '^ *plan "Plan of Level 1" note "by lift"'
check "upper floor first" awk '/plan "Plan of Level 1"/ { a = NR } /plan "Plan of Level 0"/ { b = NR } END { exit !(a && a < b) }' "$TEST_TMP/blocks"
says "a room of one track has its colour" "$TEST_TMP/blocks" 'room #room-aula 4 corners track 0'
says "one of several has none" "$TEST_TMP/blocks" 'room #room-court 4 corners track -1'
says "a room without a shape is told in words" "$TEST_TMP/blocks" 'item #room-yard'
check "and a room on a plan is not" sh -c '! grep -q "item #room-aula" "$1"' - "$TEST_TMP/blocks"
for word in '"Dome"' '"80 seats"' '"420 seats, loop"' '"Entrance"' '"Lift"' '"step-free way"' '"10.*m"' '"N"' '"by lift"'; do
	says "the page says $word" "$TEST_TMP/venue" "$word"
done
says "what is too small is listed" "$TEST_TMP/venue" 'C.*Great Court of the Millers, 12 seats'
check "its letter stands in it" sh -c 'test $(grep -c "\"C\"" "$1") = 1' - "$TEST_TMP/venue"
check "one place and one scale for both floors" awk '/"Lift"/ { x[++n] = $1 } END { exit !(n == 2 && x[1] == x[2]) }' "$TEST_TMP/venue"
check "an anchor for each room" sh -c 'for room in dome aula court yard; do grep -q "anchor.*room-$room" "$1" || exit 1; done' - "$TEST_TMP/pages"
says "rooms lead to their plans" "$TEST_TMP/pages" "link .* target \"room-aula\""
status_is "a file" 0 "$BIFOLIO" build "$event" --only=booklet -o "$TEST_TMP/made"
check "read aloud" python3 -B tests/finish/tagged.py "$TEST_TMP/made"

# Nobody is sent the wrong way in a book that is read from right to left.
event_of ar
check "plans are not mirrored" awk '/"Aula"/ { aula = $1 } /"C"/ { court = $1 } END { exit !(aula && court && aula < court) }' "$TEST_TMP/venue"
event_of en-GB
for document in large phone; do
	status_is "$document" 0 "$BIFOLIO" build "$event" --only=booklet-$document -o "$TEST_TMP/made"
done
# A small house is not drawn as large as a large one: a metre is 5 mm at most.
sed -i 's/name: Yard, letter: Y, seats: 9/&, building: Yard, shape: 0 0 8 4/' "$event/event.yaml"
"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
check "a hut is small" awk '/^  path .* c4 c0 0\.90 / && match($0, / M .* L /) { split(substr($0, RSTART), p, " "); wide = p[5] - p[2]; hut += wide > 112 && wide < 115 } END { exit hut != 1 }' "$TEST_TMP/pages"
sed -i '/shape/s/, shape: [0-9 ]*//; /^floors/,/Level 0, lift/d' "$event/event.yaml"
"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$TEST_TMP/blocks" 2>"$TEST_TMP/err"
check "no shapes, no plan" sh -c '! grep -q "^ *plan" "$1" && grep -q "item #room-aula" "$1"' - "$TEST_TMP/blocks"
finish

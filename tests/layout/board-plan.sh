# Where the boards of a poster session stand is drawn where the content says how: rows facing each
# other, odd numbers over even ones; a board that hangs nothing has its place.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
# event_of MORE BOARDS…
event_of() {
	cat >"$event/event.yaml" <<-YAML
		format: 1
		event: {title: Rivers, host: Example Institute, date: 2027-06-14, place: Hall, language: en-GB}
		print: {parts: [cover, agenda, boards]}
		program:
		  - {time: "13:30–15:00", kind: poster-session, title: Posters, room: Foyer, $1 talks: [
	YAML
	shift
	for board in "$@"; do
		echo "      {title: Poster number $board, board: $board, speakers: [{name: Ana Exemplo$board}]}," >>"$event/event.yaml"
	done
	echo "    ]}" >>"$event/event.yaml"
	"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$TEST_TMP/blocks" 2>"$TEST_TMP/err"
	"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
}

event_of "boards_abreast: 3," 1 2 3 5 6 7 8
says "a plan" "$TEST_TMP/blocks" '^ *board-plan 3 abreast "Foyer: 1–8"'
# Numbers of the plan are in the label's type: x, y and the number.
awk '/^page/ { on = / boards / } on && /^  text/ && /Inter 600 6.75/ && $3 < 560 && match($0, /"[0-9]+"$/) {
	print substr($0, RSTART + 1, RLENGTH - 2), $2, $3 }' "$TEST_TMP/pages" >"$TEST_TMP/numbers"
check "a number for each, the free one too" sh -c 'cut -d" " -f1 "$1" | sort -n | tr "\n" " " | grep -qx "1 2 3 4 5 6 7 8 "' - "$TEST_TMP/numbers"
check "odd over even, three abreast" awk '{ x[$1] = $2; y[$1] = $3 }
	END { bad = !(y[1] == y[3] && y[1] == y[5] && y[2] == y[6] && y[1] < y[2] && y[2] < y[7] && y[7] < y[8])
		d = x[1] - x[2]; bad += d > 1 || d < -1 || x[3] <= x[1] || x[5] <= x[3]; exit bad }' "$TEST_TMP/numbers"
check "thin where nothing hangs" sh -c 'grep -c "^  rule.* 0.40 c0" "$1" | grep -q "[1-9]"' - "$TEST_TMP/pages"
status_is "a file" 0 "$BIFOLIO" build "$event" --only=booklet -o "$TEST_TMP/made"
check "read aloud" python3 -B tests/finish/tagged.py "$TEST_TMP/made"

event_of "" 1 2 3
check "not unless it is said" sh -c '! grep -q board-plan "$1"' - "$TEST_TMP/blocks"
event_of "boards_abreast: 3," 1 A2 3
check "nor for what is no number" sh -c '! grep -q board-plan "$1"' - "$TEST_TMP/blocks"
sed -i 's/kind: poster-session/kind: session/' "$event/event.yaml"
"$BIFOLIO" check "$event" >"$TEST_TMP/said" 2>&1
says "only of poster sessions" "$TEST_TMP/said" 'only a poster session has boards .no-effect.'
finish

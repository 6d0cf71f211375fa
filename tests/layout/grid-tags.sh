#!/bin/sh
# A timetable is a table whose rows are all as wide: what lasts longer spans rows, what overlaps in a
# room makes columns of it, what goes over all rooms spans them; nothing is a cell too.
. tests/tap.inc

mkdir "$TEST_TMP/event"
cat >"$TEST_TMP/event/event.yaml" <<'YAML'
format: 1
event: {title: Colloquium on Small Machines, host: Example Institute, date: 2027-03-04, language: en}
rooms:
  hall: {name: Great Hall}
  loft: {name: Sail Loft}
program:
  - {time: "9:00–9:30", kind: opening, title: Welcome}
  - {time: "9:30–10:30", title: Long machine, room: hall, speakers: [{name: Ana Exemplo}]}
  - {time: "9:30–10:00", title: Short machine, room: loft, speakers: [{name: Bo Sample}]}
  - {time: "10:00–10:30", title: Shorter machine, room: loft, speakers: [{name: Cy Test}]}
  - {time: "10:30–11:30", title: Left machine, room: hall, speakers: [{name: Di Proof}]}
  - {time: "11:00–12:00", title: Right machine, room: hall, speakers: [{name: Ed Trial}]}
YAML

# Cells of the first table without numbers, a row a line.
"$BIFOLIO" build "$TEST_TMP/event" --only booklet --dump=tags 2>"$TEST_TMP/log" |
	awk '/ table/ { tables++ } tables == 1 && / (row|cell|header-cell)/ {
		sub(/^ *#[0-9]+ /, ""); sub(/ lang .*/, ""); printf "%s%s", /^row/ ? "\n" : "", $0 ";" }' |
	sed '/^$/d' >"$TEST_TMP/rows"
cat >"$TEST_TMP/expected" <<'ROWS'
row;header-cell 1;header-cell 1 spans 1x2;header-cell 1;
row;header-cell 2;cell spans 1x3;
row;header-cell 2;cell spans 2x2;cell;
row;header-cell 2;cell;
row;header-cell 2;cell spans 2x1;cell;cell;
row;header-cell 2;cell;cell;
ROWS
echo >>"$TEST_TMP/rows"
"$BIFOLIO" build "$TEST_TMP/event" --only booklet --dump=tags 2>"$TEST_TMP/log" |
	grep -B1 ' table$' >"$TEST_TMP/heads"
says "a heading says what it is" "$TEST_TMP/heads" \
	'heading 2 actual "Rooms and times, Thursday 4 March 2027( \(.*\))?"'
"$BIFOLIO" build "$TEST_TMP/event" --only booklet --dump=tags 2>"$TEST_TMP/log" |
	awk '/ table/ { tables++ } tables == 1 && / actual .*Thursday 4 March 2027, [0-9]+:/ { told++ }
		END { print told + 0 }' >"$TEST_TMP/told"
says "every cell says its day and hours" "$TEST_TMP/told" '^6$'
"$BIFOLIO" build "$TEST_TMP/event" --only booklet --dump=tags 2>"$TEST_TMP/log" |
	awk '/ table/ { tables++ } tables == 1 && / actual .*[0-9]+:.*, (Great Hall|Sail Loft)/ { told++ }
		END { print told + 0 }' >"$TEST_TMP/told"
says "and its room, if it has one" "$TEST_TMP/told" '^5$'
check "rows and what they span" diff -u "$TEST_TMP/expected" "$TEST_TMP/rows"
check "it is built" "$BIFOLIO" build "$TEST_TMP/event" --only booklet -o "$TEST_TMP/made"
check "its table is one" python3 -B tests/finish/tagged.py "$TEST_TMP/made"


# The second line of a talk's names begins further in than the lines of the talks, a session's one line
# of names does not.
mkdir -p "$TEST_TMP/turned"
cat >"$TEST_TMP/turned/event.yaml" <<'YAML'
format: 1
event: {title: Turned, host: Example Institute, date: 2027-03-04, place: Hall, language: en-GB}
rooms: {r0: Aula, r1: Barn, r2: Crypt}
print: {documents: [booklet], parts: [grid, agenda]}
program:
  - time: 10:00–13:00
    kind: session
    title: First
    room: r0
    talks:
      - {title: A, time: 10:00–11:30, speakers: [{name: Ana Wolkenkratzer}, {name: Bo Zimmermannshandwerk}]}
      - {title: B, time: 11:30–13:00, speakers: [{name: Cy Outro}]}
  - {time: 10:00–13:00, title: Second, room: r1, speakers: [{name: Di Exemplo}]}
  - {time: 10:00–13:00, title: Third, room: r2, speakers: [{name: Ed Exemplo}]}
YAML
"$BIFOLIO" build "$TEST_TMP/turned" --dump=pages 2>/dev/null |
	awk '/^page/ { on = $5 == "grid" } on' >"$TEST_TMP/dump"
check "turn-overs are indented" awk '
	function start(word) { return match($0, "[0-9.]+[+][0-9.]+ \"" word) ? substr($0, RSTART) + 0 : 0 }
	start("10:00") && /Wolken/ { x = start("10:00") } start("Zimmermann") { turned = start("Zimmermann") } start("11:30") { other = start("11:30") }
	END { exit !(x && x == other && turned > x + 5 && turned < x + 8) }' "$TEST_TMP/dump"
finish

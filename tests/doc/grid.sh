# What a timetable grid knows of each item before it is laid out: rooms as columns, what goes over all
# of them, names in full and short, codes, pages, and the words for those who cannot see it.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event"
cat >"$event/event.yaml" <<'YAML'
format: 1
event: {title: Rivers, host: Example Institute, date: 2027-06-14, place: Hall, language: en-GB}
rooms: {aula: {name: Aula, floor: Ground floor}, barn: {name: Barn}, crypt: {name: Crypt}}
tracks: {water: {name: Water}, cities: {name: Cities}}
people:
  ana: {name: Ana Exemplo}
  nagy: {name: Nagy Ödön, given: Ödön, family: Nagy}
  wei: {name: 张伟}
program:
  - {time: "09:00–09:30", kind: opening, title: Welcome, room: aula, speakers: [ana]}
  - time: "09:30–10:30"
    kind: session
    title: Reading the plain
    room: aula
    track: water
    chair: nagy
    talks:
      - {time: "09:30–10:00", title: One, speakers: [ana, nagy, wei], abstract: Words.}
      - {time: "10:00–10:30", title: Two, authors: [nagy, {person: wei, presenter: true}]}
  - {time: "09:30–10:30", title: "Streets: a report", room: barn, track: cities, speakers: [nagy, ana]}
  - {time: "10:30–11:00", kind: break, title: Coffee, room: crypt}
  - {time: "11:00–12:00", title: Alone, room: barn, speakers: [wei]}
  - {time: "12:00–13:00", kind: social, title: Boats, room: barn}
YAML
status_is "composed" 0 "$BIFOLIO" build "$event" --only=booklet --dump=blocks
blocks=$TEST_TMP/blocks
cp "$TEST_TMP/out" "$blocks"
has() {
	says "$1" "$blocks" "$2"
}
has "a room with its track" 'column track 0 letter "A" name "Aula" note "Water"'
check "no column for a room of breaks alone" sh -c '! grep -q "^ *column.*Crypt" "$1"' - "$blocks"
has "an opening goes over all" 'plenary 540-570 time "9:00–9:30, Aula" title "Welcome"'
has "so does a break" 'pause 630-660 time "10:30–11:00, Crypt" title "Coffee"'
has "what is social is set apart" 'aside 720-780 time "12:00–13:00, Barn" title "Boats"'
has "a session has a code" 'cell 570-630 in 0 track 0 code "A1"'
has "many names: the first" 'name "9:30.*Exemplo et al\."'
has "who presents" 'name "10:00.*张伟"'
has "the chair, family name first" 'chair "Chair: Nagy.Ö\."'
has "leads to its first talk's page" 'leads to talk-ana'
has "a lone talk: names in full" 'in 1 track 1 code "B1".*short "Streets" name "Nagy Ödön, Ana Exemplo"'
has "and short" 'first "Nagy.Ö\. et al\."'
has "a name without capitals stays" 'title "Alone".*first "张伟"'
has "day, hours and room in words" 'says "Monday 14 June 2027, 9:30–10:30, Aula"'

# In several rooms at once: one cell over columns beside each other, else one in each that names the
# others; lists and bands say all.
cp "$event/event.yaml" "$TEST_TMP/kept"
cat >>"$event/event.yaml" <<'YAML'
  - {time: "13:00–14:00", title: Beside, rooms: [barn, crypt], speakers: [ana]}
  - {time: "13:00–14:00", title: Elsewhere, room: aula, speakers: [wei]}
  - {time: "14:00–15:00", title: Apart, room: [aula, crypt], speakers: [ana]}
  - {time: "14:00–15:00", title: Between, room: barn, speakers: [wei]}
YAML
status_is "several rooms" 0 "$BIFOLIO" build "$event" --only=booklet --dump=blocks
cp "$TEST_TMP/out" "$blocks"
has "over two columns" 'cell 780-840 in 1 to 2 .*title "Beside"'
has "its rooms in words" 'says "Monday 14 June 2027, 13:00–14:00, Barn, Crypt"'
has "the first of two" 'cell 840-900 in 0 .*title "Apart".*also "also Crypt"'
has "the second" 'cell 840-900 in 2 .*title "Apart".*also "also Aula"'
"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
says "the list says both" "$TEST_TMP/pages" '"Beside.*Barn,".*"Crypt"'
status_is "a file" 0 "$BIFOLIO" build "$event" -o "$TEST_TMP/made"
check "its tables are whole" python3 -B tests/finish/tagged.py "$TEST_TMP/made"
echo '  - {time: "14:30–15:00", title: Late, room: [crypt, aula], speakers: [nagy]}' >>"$event/event.yaml"
"$BIFOLIO" check "$event" >"$TEST_TMP/said" 2>&1
check "a clash in both rooms is told once" sh -c 'grep -c "\[overlap\]" "$1" | grep -qx 1' - "$TEST_TMP/said"
echo '  - {time: "16:00", title: Twice, room: [crypt, crypt], speakers: [nagy]}' >>"$event/event.yaml"
"$BIFOLIO" check "$event" >"$TEST_TMP/said" 2>&1
says "a room named twice" "$TEST_TMP/said" 'named twice .room-twice.'
cp "$TEST_TMP/kept" "$event/event.yaml"

# A day without a choice has no grid, unless it is asked for; other readers get none.
sed -i '/Streets/d' "$event/event.yaml"
"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$blocks" 2>/dev/null
check "one room at a time: none" sh -c '! grep -q "^ *grid" "$1"' - "$blocks"
echo 'print: {parts: [cover, {part: grid, title: Rooms of the day}, agenda, talks]}' >>"$event/event.yaml"
"$BIFOLIO" build "$event" --only=booklet --dump=blocks >"$blocks" 2>/dev/null
has "asked for: there is one" '^ *grid'
"$BIFOLIO" build "$event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
says "with its own title" "$TEST_TMP/pages" 'outline 1 target "grid-0" title "Rooms of the day, Monday'
finish

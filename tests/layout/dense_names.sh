# In dense talks every line below the title has the size of that setting: what was set in the size
# of a page of its own stood out of the column (authors who do not present, subtitles, groups). Names
# stand in a row, places once below them; sessions have a band, and talks outside of them a bar.
. tests/tap.inc
cp -r tests/events/everything "$TEST_TMP/event"
sed -i 's/^print:$/&\n  booklet: {talks: dense}/' "$TEST_TMP/event/event.yaml"
"$BIFOLIO" build "$TEST_TMP/event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
check "a group" grep -q '{Vollkorn 400 8\.40 .*"for".*"Collaboration"' "$TEST_TMP/pages"
check "a subtitle" grep -q '{Vollkorn 400 8\.40 .*"With".*"sixty"' "$TEST_TMP/pages"

check "who presents is bold, the others are not" sh -c 'grep -q "{Vollkorn 700i 8\.40[^}]*}.*\"Quist\".*{Vollkorn 400i 8\.40[^}]*}.*\"Hatano\"" "$1"' - "$TEST_TMP/pages"

# content CHOICE: talks in the sessions of two rooms, one outside of them
content() {
	mkdir -p "$TEST_TMP/sessions"
	cat >"$TEST_TMP/sessions/event.yaml" <<-END
	format: 1
	event: {title: Bands, language: en-GB, date: [2027-03-01, 2027-03-02], timezone: Europe/Lisbon}
	rooms: {a: Aula, b: Barn}
	tracks: {x: Ropes, y: Knots}
	people:
	  ana: {name: Ana Exemplo, affiliation: Rope Walk}
	  bo: {name: Bo Outro, affiliation: Rope Walk}
	  cy: {name: Cy Fim, affiliation: Knot School}
	print: {documents: [booklet], booklet: {talks: dense}, parts: [talks]}
	program:
	  - day: 2027-03-01
	    items:
	      - time: 9:00-10:00
	        kind: session
	        title: Long ropes
	        room: a
	        track: x
	        chair: cy
	        talks: [{title: First, time: 9:00-9:30, speakers: [ana, bo, cy], abstract: $(words 60)},
	          {title: Second, time: 9:30-10:00, speaker: bo, abstract: $(words 60)}]
	      - {time: 9:00-10:00, kind: panel, title: Third, room: b, track: y, moderator: cy,
	         panellists: [ana, bo], abstract: $(words $1)}
	      - time: 10:00-11:00
	        kind: session
	        title: Short ropes
	        room: a
	        track: y
	        talks: [{title: Fourth, time: 10:00-11:00, speaker: ana, abstract: $(words 40)}]
	  - day: 2027-03-02
	    items: [{time: 9:00-10:00, title: Fifth, speaker: bo, abstract: $(words 900)}]
	END
	"$BIFOLIO" build "$TEST_TMP/sessions" --dump=blocks >"$TEST_TMP/blocks" 2>"$TEST_TMP/err"
	"$BIFOLIO" build "$TEST_TMP/sessions" --dump=pages >"$TEST_TMP/pages" 2>>"$TEST_TMP/err"
}

words() {
	awk -v count="$1" 'BEGIN { for (i = 0; i < count; i++) printf "word%d ", i }'
}

# band: where the second session's stands: "x y" from the top left of its page
band() {
	awk '/^page/ { page = $2 } /^  text.*B2.*Short/ { at = page " " $2 " " $3 } END { print at }' "$TEST_TMP/pages"
}

content 30
check "bands" sh -c 'test "$(grep -c "^ *band" "$1")" = 2' - "$TEST_TMP/blocks"
check "who chairs, where, when" grep -q 'title "A1.Long ropes" line "Mon 9:00–10:00, Aula" line "Chair: Cy Fim"' "$TEST_TMP/blocks"
check "names in a row, places once" grep -q '"Ana Exemplo, Bo Outro, Cy Fim" line "Rope Walk; Knot School"' "$TEST_TMP/blocks"
check "the room stands in the band" sh -c '! grep -q "line \"Aula\"" "$1"' - "$TEST_TMP/blocks"
check "panellists are named" grep -q '"Cy Fim, moderator; Ana Exemplo, Bo Outro" line "Knot School; Rope Walk"' "$TEST_TMP/blocks"
check "a day outside of sessions" grep -q 'line "Tue 9:00–10:00"' "$TEST_TMP/blocks"
check "white on the track's colour" grep -q '{Inter 600 9\.50 c6.*Long"' "$TEST_TMP/pages"
check "a bar in the track's colour" grep -q 'rule .* 2\.20 c15$' "$TEST_TMP/pages"
content 60
check "goes on in a column that is not half full" sh -c 'test "${1##* }" != 52.83' - "$(band)"
content 180
check "begins one when more than half of it is full" test "$(band)" = "2 43.09 52.83"
# What a band is made higher by, so that prose below it stands on its lines, is above its words and below.
"$BIFOLIO" build tests/events/two-days-five-rooms --only=booklet --dump=pages >"$TEST_TMP/bands" 2>/dev/null
check "words in the middle of a band" awk '
	function middle() { if (first && last) { count++; above = first - 6.9 - top; below = bottom - last; if (above - below > 2.5 || below - above > 2.5) bad++ } first = last = 0 }
	/^page/ { middle(); top = 0; on = $5 == "talks" }
	on && /^  fill/ && !/bleeds/ { middle(); left = $3; top = $4; bottom = $4 + $6 }
	on && /^  text/ && $3 > top && $3 < bottom && $2 > left && $2 < left + 100 { first = first ? first : $3; last = $3 }
	END { middle(); exit !(count > 20) || bad }' "$TEST_TMP/bands"
finish

# The cover's clock face: one name that is too long for every form does not take the others off it,
# two do; a very long title steps down rather than take the face away.
. tests/tap.inc
program=$BIFOLIO

# event_of NAME-OF-ONE NAME-OF-ANOTHER TITLE
event_of() {
	mkdir -p "$TEST_TMP/event"
	cat >"$TEST_TMP/event/event.yaml" <<-END
		format: 1
		event: {title: "$3", language: en, date: 2027-06-05, timezone: Europe/London}
		program:
		  - {time: "10:00-11:00", title: Bread, speaker: {name: Ann Baker}}
		  - {time: "11:00-12:00", title: Bees, speaker: {name: $1}}
		  - {time: "12:00-13:00", title: Trees, speaker: {name: $2}}
		  - {time: "13:00-14:00", title: Stones, speaker: {name: Ron Mason}}
		  - {time: "14:00-15:00", title: Songs, speaker: {name: Una Singer}}
	END
	"$program" build "$TEST_TMP/event" --only booklet --dump=pages 2>"$TEST_TMP/err" |
		awk '/^page/ { page++ } page == 1' >"$TEST_TMP/cover"
}

# names NUMBER: names along a radius
names() {
	check "names on the face: $1" awk -v wanted="$1" '/^  text .* turn / { n++ }
		END { print n + 0; exit n + 0 != wanted }' "$TEST_TMP/cover"
}

long=Wolfeschlegelsteinhausenbergerdorff-Featherstonehaugh-Cholmondeley
event_of "Tim Forester" "Joe Miller" "Village Festival"
names 5
event_of "$long" "Joe Miller" "Village Festival"
names 4
event_of "$long" "$long-Smith" "Village Festival"
names 0
event_of "Tim Forester" "Joe Miller" "International Symposium on the Transmission, Transcription and \
Transliteration of Personal and Place Names in Catalogues, Gazetteers and Registers"
says "a face below a long title" "$TEST_TMP/cover" '^  path'

# Two days in two rings: names where nothing else shares a segment.
cat >"$TEST_TMP/event/event.yaml" <<-END
	format: 1
	event: {title: Two Days, language: en, date: 5-6 June 2027, timezone: Europe/London}
	program:
	  - day: 2027-06-05
	    items:
	      - {time: "10:00-11:00", title: Bread, speaker: {name: Ann Baker}}
	      - {time: "11:00-12:00", title: Bees, speaker: {name: Joe Miller}}
	  - day: 2027-06-06
	    items:
	      - {time: "10:00-11:00", title: Trees, speaker: {name: Tim Forester}}
	      - {time: "11:00-12:00", title: Stones, speaker: {name: Ron Mason}}
END
"$program" build "$TEST_TMP/event" --only booklet --dump=pages 2>"$TEST_TMP/err" |
	awk '/^page/ { page++ } page == 1' >"$TEST_TMP/cover"
names 4
# On the back cover the white about the code is a panel on colour; on white paper it is not to be
# seen, and the code itself stands below the label.
code_at() {
	"$program" build content/waterloo-huawei-serverless-2022 --theme "$1" --only booklet --dump=pages \
		2>"$TEST_TMP/err" | awk '/^page/ { back = / back-cover / }
		back && /^  text .*"Join"/ { label = $2 }
		back && /^  fill/ { panel = $3 }
		END { printf "%d", 100 * (label - panel) }' >"$TEST_TMP/code"
}
code_at signal
check "a panel in line with the label" test "$(cat "$TEST_TMP/code")" -eq 0
code_at plain
check "a code in line with the label" test "$(cat "$TEST_TMP/code")" -gt 1000

# A title of two parts takes a smaller step where that lets it come apart between them.
event_of "Tim Forester" "Joe Miller" "Bread Fair: Old Grain, New Ovens"
says "a title comes apart at its colon" "$TEST_TMP/cover" '^  text .*Display.* "Old" .*"Ovens"'
event_of "Tim Forester" "Joe Miller" "Bread Fair؟ Old Grain, New Ovens"
says "and at another script's mark" "$TEST_TMP/cover" '^  text .*Display.* "Old" .*"Ovens"'
event_of "Tim Forester" "Joe Miller" "Bread Fair of Old Grain and New Ovens"
says "one without a colon stays large" "$TEST_TMP/cover" '^  text .*Inter Display 700 3[89].*"Bread"'
finish

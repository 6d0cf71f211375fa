# Days side by side: hours are equally high, whatever they are on; the night is cut, with its end in
# words; narrow columns have titles that end where they do; more than five days take two pages.
. tests/tap.inc
program=$BIFOLIO

# event_of DAYS: pages at a glance
event_of() {
	mkdir -p "$TEST_TMP/event"
	awk -v days="$1" 'BEGIN {
		dates = "2027-03-01"
		for (d = 2; d <= days; d++) dates = dates ", 2027-03-0" d
		print "format: 1\nevent: {title: Days, language: en-GB, date: [" dates "], timezone: Europe/Lisbon}"
		print "rooms: {a: Aula, b: Barn}\nprint: {documents: [booklet], parts: [glance, agenda]}\nprogram:"
		for (d = 1; d <= days; d++) {
			print "  - day: 2027-03-0" d "\n    items:"
			print "      - {time: 9:00-9:20, kind: opening, title: A welcome that has quite a few words to say}"
			print "      - {time: 10:00-11:00, title: One, room: a}\n      - {time: 10:00-11:00, title: Two, room: b}"
			if (d == 1) print "      - {time: 18:00-18:05, kind: closing, title: Byebye}"
			if (d == 1) print "      - {time: 21:00-3:30, kind: social, title: Night}"
			if (d == 2) print "      - {time: 12:00-12:40, kind: break, title: Pause}"
		}
	}' >"$TEST_TMP/event/event.yaml"
	"$program" build "$TEST_TMP/event" --dump=pages 2>"$TEST_TMP/err" |
		awk '/^page/ { on = $5 == "glance" } on' >"$TEST_TMP/pages"
}

event_of 2
check "hours are equally high" awk '/600 8.00.*"9:00"/ { a = $3 } /600 8.00.*"10:00"/ { b = $3 } /600 8.00.*"22:00"/ { c = $3 }
	END { exit !(b > a + 20 && (c - b) / (b - a) > 11.99 && (c - b) / (b - a) < 12.01) }' "$TEST_TMP/pages"
check "at once" grep -q '"2".*"talks"' "$TEST_TMP/pages"
check "the night ends in words" grep -q '"to".*"3:30;".*"p\.' "$TEST_TMP/pages"
check "and is cut" awk '/"22:00"/ { line = $3 } /^  fill/ { end = $4 + $6; low = end > low ? end : low }
	END { exit !(low > line && low < line + 20) }' "$TEST_TMP/pages"
check "a pause hides the line behind it" awk '/"12:00"/ { y = $3 } /^  fill.* c4$/ && $4 < y && $4 + $6 > y { n++ }
	END { exit !n }' "$TEST_TMP/pages"
check "five minutes have their word where there is room" sh -c 'awk "/^page/ { p++ } p < 2" "$1" | grep -q "\"Byebye\""' - "$TEST_TMP/pages"
event_of 5
check "five days on one page" sh -c 'test "$(grep -c "^page" "$1")" -ge 6' - "$TEST_TMP/pages"
check "no word leaves its column" awk '/^  rule.* 2\.20 c0$/ { ends[++n] = $5 } /Inter 700 7\.20/ {
	split($0, parts, "} "); m = split(parts[2], words, " "); for (i = 1; i <= m; i++) if (words[i] ~ /^[0-9.]+\+[0-9.]+$/) {
		split(words[i], at, "+"); end = at[1] + at[2] } 
	ok = 0; for (i = 1; i <= n; i++) ok += end <= ends[i] && end > ends[i] - 60; bad += !ok }
	END { exit bad > 0 || n < 1 }' "$TEST_TMP/pages"
check "with what tells that there is more" grep -q '…"' "$TEST_TMP/pages"
event_of 6
check "six days: three and three" sh -c 'test "$(grep -c "2.20 c0$" "$1")" = 6 &&
	awk "/^page/ { p++ } /2\.20 c0\$/ { n[p]++ } END { exit !(n[1] == 3 && n[2] == 3) }" "$1"' - "$TEST_TMP/pages"
finish

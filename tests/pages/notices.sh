# Notices at the foot of pages: each once, in order, on the page where its talk ends or later, clear
# of all else; and what is said of those that are wrong.
. tests/tap.inc
event=$TEST_TMP/event
mkdir -p "$event/ads"
cat >"$event/ads/cup.svg" <<'SVG'
<svg xmlns="http://www.w3.org/2000/svg" width="60mm" height="30mm" viewBox="0 0 60 30">
<rect width="60" height="30" fill="#dde8d0"/><circle cx="30" cy="15" r="12" fill="#336699"/></svg>
SVG
prose() {
	awk -v n="$1" 'BEGIN { for (i = 0; i < n; i++) printf "word%s ", substr("abcdefghijklmnopqrstuvwxyz", 1 + (i * 7 + n) % 26, 1) }'
}
# make_event MODE TALKS NOTICES
make_event() {
	cat <<-YAML
		format: 1
		event: {title: Colloquium on Small Machines, language: en, host: Example Institute, date: 2027-03-04, place: Old Library}
		people:
		  ana: {name: Ana Exemplo, bio: Ana builds very small machines.}
		program:
	YAML
	at=480
	for talk in $(seq 1 "$2"); do
		printf '  - {time: "%02d:%02d–%02d:%02d", id: talk%d, title: Machine %d, speakers: [ana], abstract: "%s"}\n' \
			$((at / 60)) $((at % 60)) $(((at + 20) / 60)) $(((at + 20) % 60)) "$talk" "$talk" \
			"$(prose $((60 + talk * 53 % 170)))"
		at=$((at + 20))
	done
	printf 'print:\n  booklet: {talks: %s}\n  notices:\n%s\n' "$1" "$3"
}
notices='    - {text: "NoticeA, with cake.", after: talk2}
    - {file: ads/cup.svg, alt: A cup, text: "NoticeB, with a cup.", after: talk5}
    - {file: ads/cup.svg, alt: A cup alone, after: talk6}
    - {text: "NoticeC.", after: talk6}
    - {text: "NoticeD.", after: talk12}
    - {text: "NoticeE.", after: agenda}'

for mode in page flow dense; do
	make_event $mode 14 "$notices" >"$event/event.yaml"
	status_is "$mode: built" 0 "$BIFOLIO" build "$event" -o "$TEST_TMP/$mode" --only booklet,booklet-print
	silent "$mode: without a word" "$TEST_TMP/err"
	"$BIFOLIO" build "$event" --only booklet --dump=pages >"$TEST_TMP/pages-$mode"
	order=$(grep -o '"Notice[A-E]' "$TEST_TMP/pages-$mode" | tr -d '"\n')
	check "$mode: each once, in order of the book" test "$order" = NoticeENoticeANoticeBNoticeCNoticeD
	check "$mode: pictures as well" test "$(grep -c 'image.*ads/cup.svg' "$TEST_TMP/pages-$mode")" = 2
	# The lowest text above each page's first notice, and the highest of its notices.
	check "$mode: nothing stands in another's way" awk '
		/^page / { lowest = 0 }
		/^  text/ && /"Notice/ { if ($3 <= lowest + 12) { print; bad = 1 } ; lowest = $3; low = 1; next }
		/^  text/ && $3 < 552 && !/"Notice/ && $3 > lowest { lowest = $3 }
		END { exit bad }' "$TEST_TMP/pages-$mode"
	check "$mode: not before their talks" awk '
		/^page / { page = $2 }
		/ anchor .* talk-talk/ { sub(/.*talk-talk/, ""); at[$0] = page }
		/"NoticeA/ && page < at[2] || /"NoticeB/ && page < at[5] || /"NoticeC/ && page < at[6] { bad = 1 }
		END { exit bad }' "$TEST_TMP/pages-$mode"
	check "$mode: pages are a multiple of four" test "$(($(grep -c '^page ' "$TEST_TMP/pages-$mode") % 4))" = 0
	check "$mode: qpdf finds nothing" qpdf --check "$TEST_TMP/$mode/booklet.pdf"
done

# In running text they come soon: within two pages of their talks.
check "flow: soon" awk '
	/^page / { page = $2 }
	/ anchor .* talk-talk/ { sub(/.*talk-talk/, ""); at[$0] = page }
	/"NoticeA/ && page > at[2] + 2 || /"NoticeB/ && page > at[5] + 2 { bad = 1 }
	END { exit bad }' "$TEST_TMP/pages-flow"

make_event page 3 "$notices" | sed 's/after: talk5/after: talk3/; s/after: talk6/after: talk3/; s/after: talk12/after: index/' \
	>"$event/event.yaml"
"$BIFOLIO" build "$event" -o "$TEST_TMP/one" -j1
"$BIFOLIO" build "$event" -o "$TEST_TMP/many" -j4
check "the same with any number of threads" diff -r "$TEST_TMP/one" "$TEST_TMP/many"

# try NAME PATTERN ENTRY
try() {
	make_event page 2 "    - {$3}" >"$event/event.yaml"
	status_is "$1: an error" 1 "$BIFOLIO" build "$event" -o "$TEST_TMP/none"
	says "$1: said" "$TEST_TMP/err" "event.yaml:11:[0-9]+: error: $2"
	says "$1: with a hint" "$TEST_TMP/err" '^ += '
}
try "nothing in it" 'a notice has no `text`' 'after: talk1'
try "no place" 'a notice has no `after`' 'text: Word'
try "an unknown place" 'there is no item and no part `talk7`' 'text: Word, after: talk7'
try "a picture without words" 'a notice has no `alt`' 'file: ads/cup.svg, after: talk1'
try "no such file" 'ads/none.svg: ' 'file: ads/none.svg, alt: Cup, after: talk1'
try "a key that is none" 'unknown key `sponsor` in a notice' 'text: Word, after: talk1, sponsor: x'

finish

# print.booklet.talk_spreads: a talk that takes two pages begins on a left page, and a page that
# stays free before it is for notes; without it no page stands between talks.
. tests/tap.inc
program=$BIFOLIO
event=$TEST_TMP/event
mkdir -p "$event"
awk 'BEGIN {
	print "format: 1\nevent: {title: Pairs, language: en, date: 2027-03-04, timezone: Europe/Lisbon}"
	print "print: {documents: [booklet], booklet: {talks: page, talk_spreads: true}}"
	print "program:"
	for (i = 0; i < 6; i++) {
		printf "  - {id: t%d, time: \"%d:00-%d:00\", title: Talk %d, speaker: {name: Ana Name%d, bio: ", i, 9 + i, 10 + i, i, i
		for (w = 0; w < (i % 3 == 1 ? 120 : 20); w++) printf "Ana has plants. "
		printf "}, abstract: "
		for (w = 0; w < 60; w++) printf "Some words of it. "
		print "}"
	}
}' >"$event/event.yaml"

# The kind of each page, in order, with where talks begin.
kinds() {
	"$program" build "$1" --dump=pages 2>"$TEST_TMP/err" |
		awk '/^page/ { printf "%s%s", n++ ? " " : "", $5 } /^  anchor .* talk-/ { printf "=%s", $3 }'
}

shows() {
	kinds "$2" >"$TEST_TMP/kinds"
	check "$1" grep -qF "$3" "$TEST_TMP/kinds"
}

shows "pairs face each other" "$event" \
	"agenda talk=talk-t0 notes talk=talk-t1 talk talk=talk-t2 talk=talk-t3 talk=talk-t4 talk talk=talk-t5"
# The notes page has a folio and lines.
"$program" build "$event" --dump=pages 2>"$TEST_TMP/err" |
	awk '/^page/ { on = $2 == 5 } on' >"$TEST_TMP/page"
says "its folio" "$TEST_TMP/page" '"5"'
says "its lines" "$TEST_TMP/page" '^  dots'
mkdir "$TEST_TMP/plain"
sed 's/, talk_spreads: true//' "$event/event.yaml" >"$TEST_TMP/plain/event.yaml"
shows "no page between talks otherwise" "$TEST_TMP/plain" \
	"agenda talk=talk-t0 talk=talk-t1 talk talk=talk-t2 talk=talk-t3 talk=talk-t4 talk talk=talk-t5"

# A back cover that says nothing new is no reason for a sheet more; one with a code is.
one=$TEST_TMP/one
mkdir "$one"
cat >"$one/event.yaml" <<-END
	format: 1
	event: {title: One Talk, language: en, date: 2027-03-04, timezone: Europe/Lisbon}
	print: {documents: [booklet]}
	program:
	  - {time: "9:00-10:00", title: The Talk, speaker: {name: Ana Name}, abstract: Some words of it.}
END
shows "four pages" "$one" "cover welcome agenda talk"
check "and no more" test "$(wc -w <"$TEST_TMP/kinds")" = 4
sed -i 's|booklet\]|booklet], press: {binding: perfect}|' "$one/event.yaml"
shows "a cover of its own has a back" "$one" "notes notes back-cover"
sed -i 's|, press: {binding: perfect}||' "$one/event.yaml"
sed -i 's|^event: {|&join: {url: "https://example.org/join"}, |' "$one/event.yaml"
shows "a code has its cover" "$one" "notes notes notes back-cover"
# A title that would make three short lines on a phone makes two, a step smaller.
"$BIFOLIO" build content/waterloo-huawei-serverless-2022 --only booklet-phone --dump=pages \
	>"$TEST_TMP/phone" 2>"$TEST_TMP/err"
says "a phone's title is two lines of three" "$TEST_TMP/phone" \
	'Inter Display 700 19\.00.*"Operating".*"System".*"Support"'

finish

# A character that no font has is told with its place; emoji are drawn by an outline font, not told.
. tests/tap.inc
mkdir -p "$TEST_TMP/event"
private=$(printf '\363\260\200\200') # U+F0000, which means nothing
cat >"$TEST_TMP/event/event.yaml" <<EVENT
format: 1
event: {title: Signs, language: en, date: 2027-03-04, timezone: Europe/Lisbon}
print: {documents: [booklet], parts: [talks]}
program:
  - time: 9:00-10:00
    title: A lamp 🏮 and a rocket 🚀
    abstract: Lit by $private until dawn.
EVENT
"$BIFOLIO" build "$TEST_TMP/event" -o "$TEST_TMP/out" >"$TEST_TMP/told" 2>&1
check "told with its place" grep "event.yaml:7:22: warning: no font has the character $private (U+F0000)" "$TEST_TMP/told"
check "told once, emoji not" sh -c "cat '$TEST_TMP/told'; [ \$(grep -c missing-glyph '$TEST_TMP/told') = 1 ]"
pdftotext -raw "$TEST_TMP/out/booklet.pdf" "$TEST_TMP/read"
check "emoji are there" grep "rocket 🚀" "$TEST_TMP/read"
finish

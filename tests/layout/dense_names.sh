# In dense talks every line below the title has the size of that setting: what was set in the size
# of a page of its own stood out of the column (authors who do not present, subtitles, groups).
. tests/tap.inc
cp -r tests/events/everything "$TEST_TMP/event"
sed -i 's/^print:$/&\n  booklet: {talks: dense}/' "$TEST_TMP/event/event.yaml"
"$BIFOLIO" build "$TEST_TMP/event" --only=booklet --dump=pages >"$TEST_TMP/pages" 2>/dev/null
check "a group" grep -q '{Vollkorn 400 8\.40 .*"for".*"Collaboration"' "$TEST_TMP/pages"
check "a subtitle" grep -q '{Vollkorn 400 8\.40 .*"With".*"sixty"' "$TEST_TMP/pages"
finish

# Thumb tabs, running feet, bookmarks: see tabs.py. A meeting of one day without tracks has no tabs.
. tests/tap.inc
check "five rooms" python3 -B tests/pages/tabs.py tests/events/two-days-five-rooms
check "twelve tracks" python3 -B tests/pages/tabs.py tests/events/twelve-tracks
"$BIFOLIO" build tests/events/one-item --only=booklet --dump=pages >"$TEST_TMP/dump" 2>/dev/null
check "none in one day" sh -c '! grep -q "turn -90\|turn 90" "$1"' - "$TEST_TMP/dump"
finish

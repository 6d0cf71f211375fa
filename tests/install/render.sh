# `make` renders an event again only when something it depends on is newer or a file is gone. In a small
# tree of its own, with a program that only notes that it was called.
. tests/tap.inc
tree=$TEST_TMP/tree
mkdir -p "$tree/src/setup" "$tree/fonts" "$tree/content/themes" "$tree/content/lang" "$tree/build" \
	"$tree/content/one event" "$tree/content/empty"
cp src/setup/render "$tree/src/setup/render"
touch "$tree/fonts/fonts.lock" "$tree/content/themes/t.yaml" "$tree/content/lang/en.yaml"
echo 'format: 1' >"$tree/content/one event/event.yaml"
cat >"$tree/build/bifolio" <<'END'
#!/bin/sh
echo "event.yaml:1:1: warning: it is late [late]" >&2
echo "1 warning" >&2
[ ! -e fails ] || exit 1
mkdir -p "$4"
echo "$1 $2" >>calls
echo pages >"$4/booklet.pdf"
END
chmod +x "$tree/build/bifolio"
find "$tree" -exec touch -d '1 hour ago' {} +

render() {
	env BUILD=build OUTPUT=output "$tree/src/setup/render"
}
calls() {
	wc -l <"$tree/calls" | tr -d ' '
}

status_is "first time" 0 render
says "the files made are listed" "$TEST_TMP/out" "^output/one event/booklet.pdf\$"
says "doubts are counted" "$TEST_TMP/out" "1 warning; build/bifolio check"
check "and not told one by one" sh -c '! grep -q late "$1"' - "$TEST_TMP/err"
check "one call for one event" test "$(calls)" = 1
status_is "second time" 0 render
says "nothing to do is said" "$TEST_TMP/out" "output/one event is up to date"
check "and not done" test "$(calls)" = 1
for file in content/themes/t.yaml content/lang/en.yaml fonts/fonts.lock build/bifolio \
	"content/one event/event.yaml"; do
	before=$(calls)
	find "$tree/build/rendered" "$tree/output" -exec touch -d '1 minute ago' {} +
	touch "$tree/$file"
	render >/dev/null
	check "again after a change of $file" test "$(calls)" = $((before + 1))
	find "$tree" ! -path '*/rendered/*' -exec touch -d '1 hour ago' {} +
done
before=$(calls)
rm "$tree/output/one event/booklet.pdf"
render >/dev/null
check "again when a file made is gone" test "$(calls)" = $((before + 1))
touch "$tree/fails" "$tree/build/bifolio"
find "$tree/build/rendered" -exec touch -d '1 minute ago' {} +
status_is "an event in error fails" 1 render
says "and says all of it" "$TEST_TMP/err" "it is late"
rm "$tree/fails"
status_is "and is tried again" 0 render
check "the next time" test "$(calls)" = $((before + 2))
finish

# Content with errors: nothing is rendered over a good file, --keep-going marks what is missing, --strict
# counts warnings, --json is JSON.
. tests/tap.inc
event=$TEST_TMP/event
out=$TEST_TMP/made
cp -r tests/events/one-item "$event"
same() {
	check "$1" cmp "$out/booklet.pdf" "$TEST_TMP/good.pdf"
}
is_json() {
	check "$1" python3 -c 'import json, sys; json.load(open(sys.argv[1], encoding="utf-8"))' "$2"
}

status_is "a good event" 0 "$BIFOLIO" build -o "$out" "$event"
cp "$out/booklet.pdf" "$TEST_TMP/good.pdf"

sed 's/speakers: \[orla\]/speakers: [orlo]/' tests/events/one-item/event.yaml >"$event/event.yaml"
for command in build check preview; do
	case $command in
	check) status_is "$command with an error" 1 "$BIFOLIO" check "$event" ;;
	*) status_is "$command with an error" 1 "$BIFOLIO" $command -o "$out" "$event" ;;
	esac
	says "$command: file, line and column" "$TEST_TMP/err" "event.yaml:[0-9]+:[0-9]+: error: .*orlo"
	says "$command: what may be meant" "$TEST_TMP/err" "orla"
	same "$command: the earlier file is untouched"
done
check "no pictures are made of it" test ! -e "$out/preview"

status_is "--keep-going" 1 "$BIFOLIO" build -k -o "$out" "$event"
says "--keep-going tells the errors" "$TEST_TMP/err" "error: .*orlo"
stamps=$(pdftotext "$out/booklet.pdf" - | tr '\n\f' ' \n' | grep -ciw draft)
pages=$(pdfinfo "$out/booklet.pdf" | sed -n 's/^Pages: *//p')
check "--keep-going stamps every page" test "$stamps" = "$pages"
pdftotext "$out/poster-talk.pdf" "$TEST_TMP/text"
says "the talk is printed all the same" "$TEST_TMP/text" "How a Table of Tides"
cp "$out/booklet.pdf" "$TEST_TMP/good.pdf"
status_is "preview --keep-going" 1 "$BIFOLIO" preview -k -o "$out" "$event"

cat >"$event/event.yaml" <<'END'
format: 1
event:
  title: "An Evening
  date: 2027-10-14
END
status_is "a syntax error" 1 "$BIFOLIO" build -o "$out" "$event"
says "the syntax error has its place" "$TEST_TMP/err" "event.yaml:[0-9]+:[0-9]+: error"
same "the earlier file is untouched"

# An item that is none becomes a placeholder, not a gap.
cp -r tests/events/two-days "$TEST_TMP/holes"
sed 's/time: 10:30–11:00/time: half past ten/' tests/events/two-days/program.yaml >"$TEST_TMP/holes/program.yaml"
status_is "times that are none" 1 "$BIFOLIO" build -o "$TEST_TMP/holes-made" "$TEST_TMP/holes"
check "nothing is made" test ! -e "$TEST_TMP/holes-made/booklet.pdf"
status_is "times that are none, --keep-going" 1 "$BIFOLIO" build -k -o "$TEST_TMP/holes-made" "$TEST_TMP/holes"
pdftotext "$TEST_TMP/holes-made/booklet.pdf" - | tr -s '[:space:]' ' ' >"$TEST_TMP/text"
says "the talk without a time is there" "$TEST_TMP/text" "Listening to a Bridge"
says "and what is wrong is marked" "$TEST_TMP/text" "[Ee]rror|to be corrected|[Mm]issing"

# What follows from an error is not told as well.
cat >"$event/event.yaml" <<'END'
format: 1
event: {title: Village Repair Fair, subtitle: Mend it, host: Mill, date: 2027-03-04, place: Mill, language: en}
people:
  tom: {name: Tom Lamp, affiliation: Mill, bio: Tom mends lamps.}
program:
  - {time: 10:00–10:30, title: Lamps, speakers: [tomm], abstract: We mend lamps.}
  - {time: 10:30–11:00, titel: Chairs, speakers: [tom], abstract: We mend chairs.}
END
status_is "two mistakes" 1 "$BIFOLIO" check "$event"
says "both are told" "$TEST_TMP/err" "^2 errors$"
check "and nothing that follows from them" sh -c '! grep -q warning: "$1"' - "$TEST_TMP/err"

# A kind of text and a family that do not exist.
{
	cat tests/events/one-item/event.yaml
	grep -q '^print:' tests/events/one-item/event.yaml || echo 'print:'
	echo '  fonts: {prse: Vollkorn, display: Linux Libertine, facts: Wingbats}'
} >"$event/event.yaml"
status_is "fonts that do not exist" 1 "$BIFOLIO" check "$event"
says "the kind of text" "$TEST_TMP/err" "event.yaml:[0-9]+:11: error: .prse. is no kind of text"
says "what may be meant" "$TEST_TMP/err" "did you mean .prose."
says "the family" "$TEST_TMP/err" "event.yaml:[0-9]+:36: error: .*\"Linux Libertine\""
says "which may be meant" "$TEST_TMP/err" "did you mean \"Linux Libertine O\""
says "families, where none is near" "$TEST_TMP/err" "there are: .*Vollkorn"

# A family of the event's own: a face of another name, as it stands in the folder fonts/.
mkdir "$event/fonts"
python3 - fonts/Vollkorn-Regular.ttf "$event/fonts/own.ttf" <<'END'
import sys
old, new = ("%s" % name for name in ("Vollkorn", "Wollkopf"))
data = open(sys.argv[1], "rb").read()
for code in ("utf-16-be", "latin-1"):
    data = data.replace(old.encode(code), new.encode(code))
open(sys.argv[2], "wb").write(data)
END
sed 's/fonts: {.*/fonts: {prose: Wollkopf}/' "$event/event.yaml" >"$event/new" && mv "$event/new" "$event/event.yaml"
status_is "a font that the event brings" 0 "$BIFOLIO" build -o "$TEST_TMP/own" --only booklet "$event"
pdffonts "$TEST_TMP/own/booklet.pdf" >"$TEST_TMP/text"
says "is embedded" "$TEST_TMP/text" "Wollkopf"
rm -r "$event/fonts"

# --- warnings ------------------------------------------------------------------------------------
round=content/waterloo-huawei-serverless-2022
status_is "warnings" 0 "$BIFOLIO" check "$round"
cp "$TEST_TMP/err" "$TEST_TMP/said"
for rule in no-title no-bio zone-label no-am-pm link-password; do
	says "check says $rule" "$TEST_TMP/said" "warning: .*\[$rule\]"
done
silent "check prints on standard error alone" "$TEST_TMP/out"
status_is "warnings --strict" 1 "$BIFOLIO" check --strict "$round"
status_is "build --strict" 1 "$BIFOLIO" build --strict -o "$TEST_TMP/strict" "$round"
check "build --strict makes nothing" test ! -e "$TEST_TMP/strict/booklet.pdf"
cp tests/events/one-item/event.yaml "$event/event.yaml"
status_is "--strict without warnings" 0 "$BIFOLIO" build --strict -o "$TEST_TMP/strict" "$event"

# --- JSON ----------------------------------------------------------------------------------------
status_is "--json" 0 "$BIFOLIO" check --json "$round"
silent "--json: nothing on standard error" "$TEST_TMP/err"
is_json "--json is JSON" "$TEST_TMP/out"
says "--json names the rule" "$TEST_TMP/out" "zone-label"
status_is "--json of nothing" 0 "$BIFOLIO" check --json "$event"
is_json "--json of nothing is JSON" "$TEST_TMP/out"
printf 'format: 1\nevent:\n  title: "Quotes \\"and\\" \\t tabs"\n  date: 2027-02-30\n' >"$event/event.yaml"
status_is "--json of errors" 1 "$BIFOLIO" build --json -o "$out" "$event"
is_json "--json of errors is JSON" "$TEST_TMP/out"
same "the earlier file is untouched"

# --- the machine fails ---------------------------------------------------------------------------
cp tests/events/one-item/event.yaml "$event/event.yaml"
echo "in the way" >"$TEST_TMP/file"
status_is "a folder that cannot be made" 3 "$BIFOLIO" build -o "$TEST_TMP/file/below" "$event"
says "the folder is named" "$TEST_TMP/err" "file"
status_is "preview into what cannot be made" 3 "$BIFOLIO" preview -o "$TEST_TMP/file/below" "$event"
finish

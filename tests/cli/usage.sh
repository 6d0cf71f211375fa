# The command line: help, wrong usage (exit status 2), which event is meant when none is named.
. tests/tap.inc
round=content/waterloo-huawei-serverless-2022
two=tests/events/two-days

status_is "--version" 0 "$BIFOLIO" --version
says "--version names the program" "$TEST_TMP/out" "^bifolio [0-9]+\.[0-9]+"
status_is "--help" 0 "$BIFOLIO" --help
silent "--help is no error" "$TEST_TMP/err"
for command in build check new preview; do
	says "--help lists $command" "$TEST_TMP/out" "^  $command "
done
for command in build check new preview; do
	status_is "$command --help" 0 "$BIFOLIO" $command --help
	says "$command --help shows how it is used" "$TEST_TMP/out" "bifolio $command"
	says "$command --help says of itself" "$TEST_TMP/out" "^  -h, --help"
	silent "$command --help is no error" "$TEST_TMP/err"
done

status_is "no command" 2 "$BIFOLIO"
says "no command: the commands are listed" "$TEST_TMP/err" "^  build "
status_is "an unknown command" 2 "$BIFOLIO" bild
says "an unknown command is named" "$TEST_TMP/err" "bild"
for command in build check preview; do
	status_is "$command: an unknown option" 2 "$BIFOLIO" $command --colour "$round"
	says "$command: the option is named" "$TEST_TMP/err" "colour"
	status_is "$command: an option of another command" 2 "$BIFOLIO" $command --wat=1 "$round"
	status_is "$command: two events" 2 "$BIFOLIO" $command "$round" "$two"
done
status_is "check takes no -o" 2 "$BIFOLIO" check -o "$TEST_TMP/x" "$round"
status_is "new without a name" 2 "$BIFOLIO" new
status_is "-j without a number" 2 "$BIFOLIO" build -j many "$round"
status_is "an unknown stage" 2 "$BIFOLIO" build --dump=letters "$round"
says "the stages are listed" "$TEST_TMP/err" "nodes, model, blocks, pages, tags"

# --- documents, sizes, talks, days ---------------------------------------------------------------
status_is "an unknown document" 2 "$BIFOLIO" build --only=leaflet -o "$TEST_TMP/x" "$round"
says "the documents are listed" "$TEST_TMP/err" "booklet-print, booklet-press, booklet-large, booklet-phone, poster-event"
status_is "a size without a document" 2 "$BIFOLIO" build --size=A4 -o "$TEST_TMP/x" "$round"
status_is "a size of an unknown document" 2 "$BIFOLIO" build --size=leaflet=A4 -o "$TEST_TMP/x" "$round"
says "the documents are listed" "$TEST_TMP/err" "poster-talk"
status_is "an unknown size" 2 "$BIFOLIO" build --size=booklet=A99 -o "$TEST_TMP/x" "$round"
says "the size is named, and what it could be" "$TEST_TMP/err" "A99.*(A4|letter)"
status_is "an unknown talk" 2 "$BIFOLIO" build --talk=iosub -o "$TEST_TMP/x" "$round"
says "the talk is named" "$TEST_TMP/err" "iosub"
for talk in iosup dustdar mashtizadeh shahrads daudjee panel-discussion; do
	says "talk $talk is listed" "$TEST_TMP/err" "$talk"
done
status_is "an unknown day" 2 "$BIFOLIO" build --day=2022-09-20 -o "$TEST_TMP/x" "$two"
says "the day is named" "$TEST_TMP/err" "2022-09-20"
says "the days are listed" "$TEST_TMP/err" "2027-06-17.*2027-06-18"
status_is "what is no day" 2 "$BIFOLIO" build --day=soon -o "$TEST_TMP/x" "$two"
[ ! -e "$TEST_TMP/x" ] && passed "nothing was made" || failed "nothing was made"

# --- which event ---------------------------------------------------------------------------------
mkdir -p "$TEST_TMP/none" "$TEST_TMP/one/content" "$TEST_TMP/several/content"
cp -r tests/events/one-item "$TEST_TMP/one/content/evening"
cp -r tests/events/one-item "$TEST_TMP/several/content/first"
cp -r tests/events/one-item "$TEST_TMP/several/content/second"
here() {
	(cd "$1" && shift && "$BIFOLIO" "$@")
}
status_is "the folder one stands in" 0 here "$TEST_TMP/one/content/evening" build
check "its files are made below it" test -s "$TEST_TMP/one/content/evening/output/evening/booklet.pdf"
rm -rf "$TEST_TMP/one/content/evening/output"
status_is "the only event under content/" 0 here "$TEST_TMP/one" build
check "its files are made in output/" test -s "$TEST_TMP/one/output/evening/booklet.pdf"
status_is "check finds it too" 0 here "$TEST_TMP/one" check
status_is "several events" 2 here "$TEST_TMP/several" build
says "the first is listed" "$TEST_TMP/err" "content/first"
says "the second is listed" "$TEST_TMP/err" "content/second"
status_is "one of several" 0 here "$TEST_TMP/several" build content/second -o out
status_is "no event" 2 here "$TEST_TMP/none" build
says "what makes an event is told" "$TEST_TMP/err" "event:"
status_is "a folder that is not there" 2 "$BIFOLIO" build "$TEST_TMP/missing"
says "it is named" "$TEST_TMP/err" "missing"
status_is "a file instead of a folder" 2 "$BIFOLIO" build "$round/event.yaml"
says "that it is a file is told" "$TEST_TMP/err" "file"
finish

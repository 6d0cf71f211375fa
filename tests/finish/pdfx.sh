# PDF/X-4 with a printer's profile: each rule that is checked (pdfx.py), the ink limit, and profiles that
# are none.
. tests/tap.inc
out=$TEST_TMP/made
# shellcheck disable=SC2046
gcc -std=c11 -O1 -o "$TEST_TMP/cmyk" tests/finish/cmyk.c $(pkg-config --cflags --libs lcms2) -lm || exit 1
check "a profile" "$TEST_TMP/cmyk" "$TEST_TMP/press.icc"
# rules NAME FILE
rules() {
	python3 -B tests/finish/pdfx.py "$2" >"$TEST_TMP/broken" 2>&1
	silent "$1 keeps the rules" "$TEST_TMP/broken"
	check "$1: qpdf finds nothing wrong" qpdf --check "$2"
}
press() { "$BIFOLIO" build --only=booklet-press --icc "$TEST_TMP/press.icc" -o "$out" "$@" 2>"$TEST_TMP/err"; }
press tests/events/everything
rules "everything" "$out/booklet-press.pdf"
says "the ticket names the profile" "$out/shop-ticket.txt" "^Colour: PDF/X-4, output intent Invented Press on Paper$"
says "and the most ink" "$out/shop-ticket.txt" "^Ink limit: 300 %; most used, black over a colour: [0-9]+ %$"
cp "$out/booklet-press.pdf" "$TEST_TMP/first.pdf"
press tests/events/everything
check "the same bytes" cmp "$out/booklet-press.pdf" "$TEST_TMP/first.pdf"
press content/waterloo-huawei-serverless-2022
rules "the roundtable" "$out/booklet-press.pdf"
# A dark accent that would take 326 % of this press, and a cover of its own.
cp -r content/waterloo-huawei-serverless-2022 "$TEST_TMP/dark"
printf 'print: {accent: "#101050", press: {binding: perfect}}\n' >"$TEST_TMP/dark/zz-print.yaml"
press "$TEST_TMP/dark"
rules "a dark accent" "$out/booklet-press.pdf"
rules "its cover" "$out/booklet-press-cover.pdf"
says "it takes all the ink there is" "$out/shop-ticket.txt" "most used, black over a colour: 300 %$"
# Profiles of real presses: that of Debian's libgs-common, which set-up installs, and what else the
# machine has.
tried=0
for profile in /usr/share/color/icc/ghostscript/default_cmyk.icc \
	/usr/share/texlive/texmf-dist/tex/generic/colorprofiles/FOGRA39L_coated.icc \
	/usr/share/color/icc/colord/FOGRA39L_coated.icc /usr/share/color/icc/colord/SWOP*.icc; do
	[ -e "$profile" ] || continue
	tried=$((tried + 1))
	of=$(basename "$profile")
	for event in tests/events/everything "$TEST_TMP/dark"; do
		"$BIFOLIO" build --only=booklet-press --icc "$profile" -o "$out" "$event" 2>"$TEST_TMP/err"
		rules "$(basename "$event") for $of" "$out/booklet-press.pdf"
	done
done
check "a real press was tried" test "$tried" -gt 0
# Without a profile nothing is claimed.
"$BIFOLIO" build --only=booklet-press -o "$out" content/waterloo-huawei-serverless-2022 2>"$TEST_TMP/err"
python3 -B tests/finish/pdfx.py "$out/booklet-press.pdf" >"$TEST_TMP/broken" 2>&1
says "the rules can be broken" "$TEST_TMP/broken" "^no_rgb: "
says "nothing is claimed without a profile" "$TEST_TMP/broken" "^claims: "
# The manual says how many are checked, and that the others are not.
rules=$(python3 -B tests/finish/pdfx.py --count)
echo "# $rules rules of PDF/X-4 are checked"
says "the manual says how many" docs/bifolio.1 "these $rules rules are checked"
says "the others are unchecked" docs/bifolio.1 "All other rules are unchecked"
# What is no profile
printf 'no profile' >"$TEST_TMP/none.icc"
status_is "no profile" 2 "$BIFOLIO" build --only=booklet-press --icc "$TEST_TMP/none.icc" -o "$out/x" content/waterloo-huawei-serverless-2022
says "it says so" "$TEST_TMP/err" "the profile is none of a printer in cyan, magenta, yellow and black"
status_is "a missing one" 2 "$BIFOLIO" build --only=booklet-press --icc "$TEST_TMP/missing.icc" -o "$out/x" content/waterloo-huawei-serverless-2022
check "nothing is made" test ! -e "$out/x"
finish

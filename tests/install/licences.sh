# Every library that is linked and every package that fonts come from stands in docs/LICENSES.md.
. tests/tap.inc
{
	awk -F '\t' '$1 == "build" && ($2 == "lib" || $2 == "header") { print $5 }' src/setup/packages.tsv
	awk -F '\t' '!/^#/ { print $8 }' fonts/fonts.lock
} | sort -u >"$TEST_TMP/packages"
awk -F ' *[|] *' '/^\|/ { print $3 }' docs/LICENSES.md | sort -u >"$TEST_TMP/named"
comm -23 "$TEST_TMP/packages" "$TEST_TMP/named" >"$TEST_TMP/missing"
silent "every package has its licence named" "$TEST_TMP/missing"
comm -13 "$TEST_TMP/packages" "$TEST_TMP/named" | grep -vx -e 'Debian package' -e '---' >"$TEST_TMP/extra"
silent "no package is named that nothing uses" "$TEST_TMP/extra"
check "there are many of them" test "$(wc -l <"$TEST_TMP/packages")" -gt 40
finish

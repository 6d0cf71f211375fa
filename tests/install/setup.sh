# Set-up installs what is missing and nothing else, and names what it cannot mend. In a small tree of its
# own, with an apt that only notes what it is asked for.
. tests/tap.inc
tree=$TEST_TMP/tree
bin=$TEST_TMP/bin
log=$TEST_TMP/apt.log
mkdir -p "$tree/src/setup" "$tree/fonts" "$tree/source" "$bin" "$TEST_TMP/empty"
cp src/setup/run "$tree/src/setup/run"
for tool in sh awk sed cut sort grep head tail xargs sha256sum cp mv rm mkdir mktemp cat wc tr find ls dirname \
	env touch chmod id printf gcc; do
	ln -s "$(command -v $tool)" "$bin/$tool" 2>/dev/null
done

tool_of() {
	printf '#!/bin/sh\n%s\n' "$2" >"$bin/$1"
	chmod +x "$bin/$1"
}

apt_tools() {
	tool_of dpkg-query 'exit 1'
	tool_of apt-cache '[ -e '"$TEST_TMP"'/lists ]'
	tool_of apt-get 'echo "$@" >>'"$log"'
case "$*" in
*update*) [ -e '"$TEST_TMP"'/unknown ] || touch '"$TEST_TMP"'/lists ;;
*install*) for made in sought other; do case "$*" in *$made-package*)
	printf "#!/bin/sh\n" >'"$bin"'/$made; chmod +x '"$bin"'/$made ;; esac; done ;;
esac'
}

run_setup() {
	env -i PATH="$bin" BUILD="$TEST_TMP/b" HOME="$TEST_TMP" CI=true "$tree/src/setup/run" build
}

row() {
	printf '%s\tfont.otf\tfont\tFamily\t400\troman\tfacts\tfont-package\t%s\n' "$1" \
		"$tree/source/font.otf" >"$tree/fonts/fonts.lock"
}

echo outlines >"$tree/source/font.otf"
sum=$(sha256sum "$tree/source/font.otf" | cut -c1-64)
row "$sum"
printf 'build\ttool\tsh\t-\tdash\tshell\ntest\ttool\tnever\t-\tnever-package\tx\n' >"$tree/src/setup/packages.tsv"

status_is "nothing is missing" 0 run_setup
says "the font is copied" "$TEST_TMP/out" "copied 1 font"
check "byte by byte" cmp "$tree/source/font.otf" "$tree/fonts/font.otf"
status_is "again" 0 run_setup
silent "a second run does and says nothing" "$TEST_TMP/out"

sleep 1
echo other >"$tree/fonts/font.otf"
status_is "a damaged copy" 0 run_setup
says "is told and copied anew" "$TEST_TMP/out" "had sha256 .*, not $sum: copied anew"
check "from the source" cmp "$tree/source/font.otf" "$tree/fonts/font.otf"

rm "$tree/fonts/font.otf"
echo other >"$tree/source/font.otf"
other=$(sha256sum "$tree/source/font.otf" | cut -c1-64)
status_is "a font of another version stops set-up" 1 run_setup
says "the file and its sum are named" "$TEST_TMP/err" "$tree/source/font.otf has sha256 $other"
says "and the sum that is wanted" "$TEST_TMP/err" "wants $sum for font.otf"
echo outlines >"$tree/source/font.otf"

printf 'build\ttool\tsought\t-\tsought-package\tsearching\nbuild\ttool\tsh\t-\tdash\tshell\n' \
	>"$tree/src/setup/packages.tsv"
status_is "no apt: stops" 1 run_setup
says "and names what is missing" "$TEST_TMP/err" "tool +sought +\(searching; Debian: sought-package\)"

apt_tools
status_is "with apt" 0 run_setup
says "says what it installs" "$TEST_TMP/out" "missing: 1 Debian packages: sought-package\$"
says "has new lists first, since apt knew nothing" "$log" "update"
says "installs exactly that" "$log" "install -y --no-install-recommends sought-package\$"

rm "$bin/sought"
: >"$log"
printf 'build\ttool\tother\t-\tother-package\tx\n' >>"$tree/src/setup/packages.tsv"
touch -d "1 minute" "$tree/src/setup/packages.tsv"
status_is "two missing, lists known" 0 run_setup
says "both at once" "$log" "install -y --no-install-recommends other-package sought-package\$"
grep update "$log" >"$TEST_TMP/updates"
silent "no update without need" "$TEST_TMP/updates"

printf 'build\ttool\tnowhere\t-\tnowhere-package\tx\n' >>"$tree/src/setup/packages.tsv"
touch -d "1 minute" "$tree/src/setup/packages.tsv"
rm "$TEST_TMP/lists"
touch "$TEST_TMP/unknown"
status_is "a package that apt does not have" 1 run_setup
says "is named" "$TEST_TMP/err" "tool +nowhere .*Debian: nowhere-package"

rm "$bin/id"
tool_of id 'echo 1000'
touch "$TEST_TMP/lists"
status_is "neither root nor sudo: stops" 1 run_setup
says "and says what to run" "$TEST_TMP/err" "apt-get install --no-install-recommends nowhere-package"
finish

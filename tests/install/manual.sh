# The manual and the shell completions know every command, option, document and theme, and no others.
. tests/tap.inc

"$BIFOLIO" --help >"$TEST_TMP/overview"
commands=$(sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' "$TEST_TMP/overview")
check "there are commands" test "$(echo "$commands" | wc -l)" -ge 4
for command in $commands; do
	"$BIFOLIO" "$command" --help | grep -oE -- '--[a-z-]+' | sed "s/^/$command /"
done | sort -u >"$TEST_TMP/options"
cut -d' ' -f2 "$TEST_TMP/options" | sort -u >"$TEST_TMP/all"
check "there are options" test "$(wc -l <"$TEST_TMP/all")" -ge 10

sed 's/\\-/-/g' docs/bifolio.1 | grep -oE -- '--[a-z-]+' | sort -u | grep -vx -e --version >"$TEST_TMP/manual"
check "the manual has the options" diff "$TEST_TMP/all" "$TEST_TMP/manual"
for command in $commands; do
	says "the manual has the command $command" docs/bifolio.1 "^\.B $command\$"
done
find content/themes -name '*.yaml' | sed 's#.*/##; s#\.yaml##' | sort >"$TEST_TMP/themes"
"$BIFOLIO" build --only nothing-like-it tests/events/one-item 2>&1 | grep -oE '(booklet|poster)[a-z-]*' |
	sort -u >"$TEST_TMP/documents"
check "there are documents" test "$(wc -l <"$TEST_TMP/documents")" -ge 5
for file in docs/completion/bifolio.bash docs/completion/_bifolio docs/completion/bifolio.fish; do
	for word in $commands $(cat "$TEST_TMP/themes") $(cat "$TEST_TMP/documents"); do
		grep -qwF -- "$word" "$file" || echo "$word is missing"
	done >"$TEST_TMP/missing"
	while read -r option; do
		case $file in
		*.fish) grep -qE -- "-l ${option#--}( |\$)" "$file" ;;
		*) grep -qE -- "$option([^a-z-]|\$)" "$file" ;;
		esac || echo "$option is missing"
	done <"$TEST_TMP/all" >>"$TEST_TMP/missing"
	silent "$file has all words" "$TEST_TMP/missing"
done
while read -r document; do
	says "the README explains $document" README.md "^\| \`$document(-[a-z]*)?\.pdf\`"
	says "the manual explains $document" docs/bifolio.1 "^\.B $(echo "$document" | sed 's/-/\\\\-/g')\$"
done <"$TEST_TMP/documents"

# bash: what it offers after some words
cat >"$TEST_TMP/complete" <<'END'
. docs/completion/bifolio.bash
COMP_WORDS=("$@")
COMP_CWORD=$(($# - 1))
_bifolio bifolio "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
printf '%s\n' "${COMPREPLY[@]}"
END
offers() {
	name=$1
	wanted=$2
	shift 2
	bash "$TEST_TMP/complete" "$@" >"$TEST_TMP/offered"
	says "$name" "$TEST_TMP/offered" "$wanted"
}
offers "commands" '^build$' bifolio bu
offers "options of build" '^--timings$' bifolio build --ti
offers "documents" '^poster-talk$' bifolio build --only poster-t
offers "documents after =" '^poster-talk$' bifolio build --only = poster-t
offers "themes" '^scholarly$' bifolio preview --theme sch
finish

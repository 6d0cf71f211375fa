# --embed-source: the content goes along, without what is private, and builds the same again; what it
# says of itself, and that nothing goes along unasked.
. tests/tap.inc
event=$TEST_TMP/colloquium
out=$TEST_TMP/made
mkdir -p "$event/abstracts" "$event/bios" "$event/people"
cat >"$event/event.yaml" <<'END'
format: 1 # nobody knows the caterer's phone 555-0100
event:
  title: "Colloquium: Small Machines"
  date: 2027-03-04
  timezone: Europe/Lisbon
program:
  - {time: 14:00–14:10, kind: opening, title: Welcome, speakers: &both [ana, bento]}
  - time: 14:10–14:40
    id: letter
    title: Machines that fit in a letter
    speakers: *both
  - time: 14:40–15:10
    title: 'It''s: a "title" # with signs'
    speakers:
      - {name: Carla Terceira, contact: {email: carla@secret.example}, private: contact}
    abstract: >
      Folded
      lines.
END
cat >"$event/people/all.yaml" <<'END'
people:
  ana:
    name: Ana Exemplo
    affiliation: Somewhere
    contact: {email: ana@open.example, phone: "555-0199"}
    portrait: portraits/ana.svg
    portrait_alt: Ana at her hidden bench
    pronouns: she/her
    private: [phone, portrait, pronouns]
  bento: {name: Bento Outro, private: [bio]}
END
echo 'We *show* letters.' >"$event/abstracts/letter.md"
echo 'Ana mends clocks.' >"$event/bios/ana.md"
echo 'Bento does not say where he lives.' >"$event/bios/bento.md"

build() { "$BIFOLIO" build "$@" 2>"$TEST_TMP/err"; }
check "it is built" build "$event" --embed-source -o "$out"
for file in booklet poster-event; do
	mkdir "$TEST_TMP/$file"
	check "$file: qpdf finds nothing wrong" qpdf --check "$out/$file.pdf"
	qpdf --list-attachments "$out/$file.pdf" | sed 's/ ->.*//' >"$TEST_TMP/names"
	printf '%s\n' abstracts/letter.md bios/ana.md event.yaml people/all.yaml >"$TEST_TMP/wanted"
	check "$file: what goes along, by names" diff "$TEST_TMP/wanted" "$TEST_TMP/names"
	while read -r name; do
		mkdir -p "$(dirname "$TEST_TMP/$file/$name")"
		qpdf --show-attachment="$name" "$out/$file.pdf" >"$TEST_TMP/$file/$name"
	done <"$TEST_TMP/names"
	check "$file: the checksums hold" python3 -B tests/finish/embed.py "$out/$file.pdf" "$TEST_TMP/$file"
	grep -rnE '555-|secret|hidden|she/her|lives|private|caterer|portrait' "$TEST_TMP/$file" >"$TEST_TMP/told"
	silent "$file: nothing private" "$TEST_TMP/told"
	mkdir "$TEST_TMP/again"
	mv "$TEST_TMP/$file" "$TEST_TMP/again/colloquium"
	"$BIFOLIO" build --dump=model "$event" >"$TEST_TMP/model" 2>"$TEST_TMP/err"
	"$BIFOLIO" build --dump=model "$TEST_TMP/again/colloquium" >"$TEST_TMP/model.again" 2>"$TEST_TMP/err"
	check "$file: it is the same content" diff "$TEST_TMP/model" "$TEST_TMP/model.again"
	check "$file: it builds again" build "$TEST_TMP/again/colloquium" -o "$TEST_TMP/out-again"
	check "$file: and to the same words" cmp "$out/booklet-print.pdf" "$TEST_TMP/out-again/booklet-print.pdf"
	rm -r "$TEST_TMP/again" "$TEST_TMP/out-again"
done
says "bios of those who hide them are not printed" "$TEST_TMP/model" 'bio "Ana mends clocks'
grep -n 'lives' "$TEST_TMP/model" >"$TEST_TMP/told"
silent "not even from files" "$TEST_TMP/told"
check "it is tagged, and PDF/A-3a" python3 -B tests/finish/tagged.py "$out"
cp "$out/booklet.pdf" "$TEST_TMP/first.pdf"
check "it is built again" build "$event" --embed-source -j1 -o "$out"
check "the same bytes" cmp "$out/booklet.pdf" "$TEST_TMP/first.pdf"
qpdf --list-attachments "$out/booklet-print.pdf" >"$TEST_TMP/names" 2>&1
says "nothing goes along on sheets" "$TEST_TMP/names" "has no embedded files"
check "a draft is built" build "$event" --embed-source --draft --only poster-event -o "$out"
qpdf --list-attachments "$out/poster-event.pdf" >"$TEST_TMP/names"
says "it goes along in a draft too" "$TEST_TMP/names" "^event.yaml"
check "it is built plainly" build "$event" -o "$out"
qpdf --list-attachments "$out/booklet.pdf" >"$TEST_TMP/names" 2>&1
says "nothing goes along unasked" "$TEST_TMP/names" "has no embedded files"
# An event with portraits, logos, signatures and pages of other files builds from what went along.
check "pictures: it is built" build tests/events/everything --embed-source --only booklet -o "$out"
mkdir "$TEST_TMP/bare"
pdfdetach -saveall -o "$TEST_TMP/bare" "$out/booklet.pdf" >"$TEST_TMP/log" 2>&1
check "pictures: it builds again without them" build "$TEST_TMP/bare" --only booklet -o "$TEST_TMP/out-bare"
grep -rnE '[.](svg|png|jpg|pdf)$' "$TEST_TMP/bare" >"$TEST_TMP/told"
silent "pictures: none is named" "$TEST_TMP/told"
finish

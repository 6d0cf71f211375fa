# What pdftotext reads out of a page is what was written, but for hyphens at line ends: Latin, Greek,
# Cyrillic, Japanese, Chinese and Korean, Arabic, Persian, Hebrew, Hindi and Thai, in ragged and in full
# lines. Nothing of it is said beside the fonts: neither in a short file nor in a long one.
. tests/tap.inc
event=$TEST_TMP/event
cat >"$TEST_TMP/texts" <<'TEXTS'
en	The keeper’s “efficient” offices affirmed difficult fjords: interdisciplinary characterization of heterogeneous lighthouses, 12:10–12:40, well-known decision-making — see https://lighthouses.example.org/oil?id=42 for 3 of them. Representative documentation necessitates reproducible experimentation, notwithstanding unavoidable organizational responsibilities of fluffy waffles and offline flights.
de	Die Leuchtturmwärterinnen beobachteten größtenteils außergewöhnliche Küstenschutzmaßnahmen, „Straßenbeleuchtungsanlagen“ und Schifffahrtsgesellschaften; Auffassungen über Auflagen fielen auffällig häufig auseinander.
pl	Zażółć gęślą jaźń: najciemniejsze noce nad morzem opowiadają konstantynopolitańskie latarniczki, którym przyświecały światła Gdańska.
el	Οι φαροφύλακες διηγούνταν ότι η ηλεκτροδότηση των απομακρυσμένων ακτών άρχισε πολύ αργότερα, με πρωτοβουλία των ναυτικών συνεταιρισμών και αλληλοβοηθητικών ταμείων.
ru	Смотрители маяков рассказывали, что достопримечательности побережья освещались непрерывно, а электрификация началась лишь позднее; «необыкновенные» обстоятельства способствовали распространению.
ja	灯台守は「最初の灯りは油で灯された」と語り、その後（一八九七年に）電気が来た。人々はただ待っていた、風と波と、夜の長さを。データセンター、ネットワーク、プログラム。
zh-Hans	灯塔看守人说：第一盏灯是用油点燃的。后来，电才来到这里（见《海岸年鉴》第十二页）；人们只是等待，等风，等浪，等漫长的夜。
ko	등대지기들은 첫 번째 등불이 기름으로 켜졌다고 말했다. 그 뒤 전기가 들어왔고, 사람들은 바람과 파도와 긴 밤을 기다렸다.
ar	قال حارس المنارة إنّ الضوء الأول أشعل بالزيت، ثم جاءت الكهرباء لاحقًا؛ وانتظر الناس الريح والأمواج والليالي الطويلة إلى آخر الشتاء (الصفحة ١٢).
fa	نگهبان فانوس دریایی می‌گوید چراغ نخست با روغن روشن می‌شد؛ پس از آن برق آمد و مردم چشم‌به‌راه باد و موج ماندند.
he	שומר המגדלור סיפר שהאור הראשון הודלק בשמן, ורק אחר כך הגיע החשמל; האנשים המתינו לרוח, לגלים וללילות הארוכים (עמוד 12).
hi	प्रकाशस्तंभ के रक्षक ने कहा कि पहला दीपक तेल से जलाया गया था; उसके पश्चात् विद्युत् आई, और लोग हवा, लहरों तथा लंबी रातों की प्रतीक्षा करते रहे।
th	ผู้ดูแลประภาคารกล่าวว่าดวงไฟแรกจุดด้วยน้ำมัน ต่อมาไฟฟ้าจึงมาถึง และผู้คนเฝ้ารอลม คลื่น และค่ำคืนอันยาวนาน
TEXTS
for justify in false true; do
	mkdir -p "$event"
	awk -F '\t' -v justify=$justify 'BEGIN {
		print "format: 1\nevent: {title: Readings, language: en, date: 2027-03-04, timezone: Europe/Lisbon}"
		print "print: {justify: " justify ", booklet: {talks: page}, documents: [booklet], parts: [talks]}"
		print "program:"
	}
	{
		printf "  - {time: %d:00-%d:00, title: Reading %d, language: %s, abstract: \"%s\"}\n", 8 + NR, 9 + NR, NR, $1, $2
	}' "$TEST_TMP/texts" >"$event/event.yaml"
	"$BIFOLIO" build "$event" -o "$TEST_TMP/out" >"$TEST_TMP/told" 2>&1
	pdftotext -raw "$TEST_TMP/out/booklet.pdf" "$TEST_TMP/read"
	while IFS="$(printf '\t')" read -r language text; do
		echo "$text" >"$TEST_TMP/written"
		check "$language, justify: $justify" python3 - "$TEST_TMP/written" "$TEST_TMP/read" <<'LOOK'
import sys

def plain(text):
    return "".join(c for c in text if not c.isspace() and c not in "-\u200b\u200e\u200f\u2060\u202a\u202b\u202c")

written, read = (plain(open(name, encoding="utf-8").read()) for name in sys.argv[1:])
if written not in read:
    same = max(n for n in range(len(written)) if written[:n] in read)
    print("not read after", written[max(same - 20, 0):same], "|", written[same:same + 12])
    sys.exit(1)
LOOK
	done <"$TEST_TMP/texts"
	qpdf --qdf "$TEST_TMP/out/booklet.pdf" "$TEST_TMP/plain"
	check "no text beside the fonts, justify: $justify" python3 - "$TEST_TMP/plain" <<'LOOK'
import re
import sys

streams = re.findall(rb"stream\n(.*?)endstream", open(sys.argv[1], "rb").read(), re.S)
sys.exit(len(streams) < 20 or any(b"/ActualText" in stream and b"BDC" in stream for stream in streams))
LOOK
done
# That words were divided, the test would else say little.
check "hyphens at line ends" sh -c "grep -c -- '-\$' '$TEST_TMP/read' | awk '{ exit \$1 < 3 }'"
finish

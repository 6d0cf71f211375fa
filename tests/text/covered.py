"""covered.py FOLDER: by --dump=pages every byte of an abstract is there once, in order, whichever its
script and setting; what was added are the hyphens at line ends. Prints TAP lines."""

import os
import subprocess
import sys

sys.path.insert(0, "tests/pages")
import dump  # noqa: E402

TEXTS = {
	"en": "The keeper’s “efficient” offices affirmed difficult fjords: interdisciplinary characterization, "
	"12:10–12:40, well-known decision-making — see https://lighthouses.example.org/oil?id=42 for 3 of them.",
	"de": "Die Leuchtturmwärterinnen beobachteten größtenteils Küstenschutzmaßnahmen und "
	"Schifffahrtsgesellschaften; Auffassungen über Auflagen fielen auffällig auseinander.",
	"pl": "Zażółć gęślą jaźń: najciemniejsze noce nad morzem opowiadają konstantynopolitańskie latarniczki.",
	"el": "Οι φαροφύλακες διηγούνταν ότι η ηλεκτροδότηση των απομακρυσμένων ακτών άρχισε πολύ αργότερα.",
	"ru": "Смотрители рассказывали, что достопримечательности освещались непрерывно, а электрификация — нет.",
	"ar": "كان حراس المنارات يقولون إن الضوء الأول أشعل بالزيت (عام 1822)، ثم جاءت الكهرباء مع ISO 19152.",
	"he": "שומרי המגדלורים סיפרו שהאור הראשון הודלק בשמן (1822), ואחר כך בא החשמל מן Serverless.",
	"hi": "प्रकाशस्तंभ के रखवालों ने बताया कि पहला दीपक तेल से जलाया गया था। फिर 1897 में बिजली आई।",
	"th": "ผู้ดูแลประภาคารเล่าว่าดวงไฟดวงแรกจุดด้วยน้ำมัน แล้วไฟฟ้าจึงมาถึงในปี 1897 ผู้คนเพียงรอลม",
	"lo": "ຜູ້ເບິ່ງແຍງປະພາຄານເລົ່າວ່າໄຟດວງທຳອິດຈູດດ້ວຍນ້ຳມັນແລ້ວໄຟຟ້າຈຶ່ງມາເຖິງ",
	"km": "អ្នកថែទាំបង្គោលភ្លើងបាននិយាយថាចង្កៀងដំបូងត្រូវបានបំភ្លឺដោយប្រេង",
	"ja": "灯台守は「最初の灯りは油で灯された」と語り、その後（1897年に）電気が来た。人々は待っていた——風と波と。",
	"zh-Hans": "灯塔看守人说：“第一盏灯是用油点燃的。”后来，电才来到这里（见《海岸年鉴》第12页）；等风，等浪……",
	"ko": "등대지기들은 첫 번째 등불이 기름으로 켜졌다고 말했다. 그 뒤 1897년에 전기가 들어왔고, 기다렸다.",
}
HEAD = """format: 1
event: {title: Readings, language: en, date: 2027-03-04, timezone: Europe/Lisbon}
print: {justify: %s, booklet: {talks: %s}, documents: [%s], parts: [talks]}
program:
"""
TALK = '  - {time: "%02d:00-%02d:30", title: Reading %d, language: %s, abstract: "%s"}\n'


def write_event(folder, justify, talks, kind):
	with open(os.path.join(folder, "event.yaml"), "w", encoding="utf-8") as out:
		out.write(HEAD % (justify, talks, kind))
		for number, (language, text) in enumerate(TEXTS.items()):
			out.write(TALK % (6 + number, 6 + number, number, language, text))


def paragraphs(document):
	"""What each leaf of the tags says; left out: hyphens that were added, and what the markup put in to
	keep things together."""
	said = {}
	for page in document.pages:
		for item in page.texts():
			words = [word.text for word in item.words]
			said[item.tag] = said.get(item.tag, "") + "".join(words[:-1] if item.hyphen else words)
	return {tag: text.replace("\u2060", "").replace("\u00a0", " ") for tag, text in said.items()}


def main(folder):
	count = failed = hyphens = 0
	for justify, talks, kind in (
		("false", "page", "booklet"),
		("true", "page", "booklet"),
		("true", "flow", "booklet"),
		("false", "page", "booklet-phone"),
	):
		write_event(folder, justify, talks, kind)
		run = subprocess.run(
			[os.environ["BIFOLIO"], "build", folder, "--dump=pages"], capture_output=True, encoding="utf-8"
		)
		document = dump.read(run.stdout)[kind]
		divided = [item for page in document.pages for item in page.texts() if item.hyphen]
		hyphens += sum(item.words[-1].text == "-" for item in divided)
		said = set(paragraphs(document).values())
		for language, text in TEXTS.items():
			count += 1
			ok = text in said
			failed += not ok
			print("%s %d %s in %s, justify: %s" % ("ok" if ok else "not ok", count, language, kind, justify))
			if not ok:
				print("#", run.stderr[:300], [s for s in said if s[:12] == text[:12]])
	count += 1
	print("%s %d words were divided" % ("ok" if hyphens > 5 else "not ok", count))
	print("1..%d" % count)
	return failed > 0 or hyphens <= 5


sys.exit(main(sys.argv[1]))

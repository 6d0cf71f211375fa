"""scripts.py FOLDER: what DESIGN-2 F1 and F2 ask of the pages of tests/events/arabic and
tests/events/japanese: mirrored places, lines, faces, what stands in the PDF as text. Prints TAP.
$BIFOLIO is the program; FOLDER is written into."""

import os
import re
import subprocess
import sys
import unicodedata

sys.path.insert(0, "tests/pages")
import dump

MM = 72 / 25.4
WIDTH = 148 * MM
# Places on an A5 page, mirrored: from the left edge of a right-hand and a left-hand page.
RIGHT = {"hang": (118.333, 135), "text": (15, 114.333)}
LEFT = {"hang": (116.333, 133), "text": (13, 112.333)}
MEASURE = 99.333 * MM
NO_START = "、。，．・：；？！ヽヾゝゞ々ー）〕］｝〉》」』】ぁぃぅぇぉっゃゅょァィゥェォッャュョ"
HALVED = "、。）」』〉》】" # at a line's end, of the width that the dump says
NO_END = "（〔［｛〈《「『【"


def build(event, *options):
	command = [os.environ["BIFOLIO"], "build", "tests/events/" + event, *options]
	return subprocess.run(command, capture_output=True, text=True, errors="replace")


def output(*command):
	return subprocess.run(command, capture_output=True, text=True, check=True).stdout


class Tap:
	def __init__(self):
		self.count = 0

	def test(self, name, faults):
		self.count += 1
		print("%sok %d %s" % ("not " if faults else "", self.count, name))
		for fault in list(faults)[:8]:
			print("# " + str(fault))


def near(one, other, by=0.06):
	return abs(one - other) <= by


def columns(page):
	"""Hang and text column of a page bound on the right: even pages lie on the right."""
	sides = RIGHT if page.number % 2 == 0 else LEFT
	return {name: (start * MM, end * MM) for name, (start, end) in sides.items()}


def left(item):
	return min(word.x for word in item.words if word.text.strip())


def right(item):
	return max(word.x + word.width for word in item.words if word.text.strip())


def family(item, name):
	return any(name in word.style.family for word in item.words)


def prose_lines(page, name):
	"""Lines of the paragraphs that have something in a family of prose."""
	tags = {i.tag for i in page.texts() if i.tag is not None and family(i, name)}
	return [item for item in page.texts() if item.tag in tags]


def bare(text):
	"""Letters and figures alone: without blanks, signs, vowel marks, marks of direction."""
	text = unicodedata.normalize("NFC", text)
	return "".join(c for c in text if unicodedata.category(c)[0] in "LN")


def abstracts(event):
	"""Abstracts of the event as plain text, by paragraphs."""
	with open("tests/events/%s/event.yaml" % event, encoding="utf-8") as file:
		source = file.read()
	for block in re.findall(r"    abstract: \|\n((?:      .*\n|\n)+)", source):
		yield [p for p in re.sub(r"[*`<>]", "", block).split("\n\n") if p.strip()]


# --- both ---------------------------------------------------------------------------------------


def check_build(tap, event, folder):
	done = build(event, "-o", folder)
	faults = [] if done.returncode == 0 else ["exit status %d" % done.returncode]
	told = [line for line in done.stderr.splitlines() if re.search(r": (warning|error): ", line)]
	faults += [line for line in told if not line.endswith("[no-bio]")]
	faults += [] if len(told) == 1 else ["%d diagnostics, not one" % len(told)]
	tap.test(event + ": builds, and only a missing biography is told", faults)


def check_safe(tap, event, name):
	done = build(event, "--only=" + name, "--dump=pages")
	document = dump.read(done.stdout)[name]
	faults = []
	for page in document.pages:
		for item in page.texts():
			x1, y1, x2, y2 = page.safe
			inside = left(item) >= x1 - 0.01 and right(item) <= x2 + 0.01
			inside = inside and y1 <= item.y - item.size() * 0.7 and item.y <= y2
			if item.turn == 0 and not inside:
				faults.append("page %d: %s" % (page.number, item.text()))
	tap.test("%s: %s: no text outside the safe area" % (event, name), faults)
	return document


def check_text(tap, event, document, prose, pdf):
	"""Lines of prose as pdftotext reads them, and as the source has them."""
	faults, laid = [], ""
	for page in document.pages:
		if page.kind != "talk":
			continue
		read = bare(output("pdftotext", "-f", str(page.number), "-l", str(page.number), pdf, "-"))
		for item in prose_lines(page, prose):
			laid += bare(item.text())
			if bare(item.text()) not in read:
				faults.append("page %d: %s" % (page.number, item.text()))
	tap.test(event + ": pdftotext reads every line of prose as it was written", faults)
	lost = [p for paragraphs in abstracts(event) for p in paragraphs]
	lost = [p for p in lost if is_in_script(p, event) and bare(p) not in laid]
	tap.test(event + ": abstracts stand on the pages word for word", lost)


def is_in_script(text, event):
	name = "ARABIC" if event == "arabic" else "HIRAGANA"
	return any(unicodedata.name(c, "").startswith(name) for c in text)


# --- Arabic -------------------------------------------------------------------------------------


def check_mirror(tap, document):
	tap.test("arabic: the document is bound on the right", [] if document.rtl else ["it is not"])
	faults = []
	for page in document.pages:
		own = columns(page)
		for item in page.items:
			if item.kind != "rule" or page.kind not in ("talk", "agenda", "welcome"):
				continue
			x1, x2 = item.numbers[0], item.numbers[2]
			name = "hang" if item.colour == 1 else "text"
			start, end = own[name]
			whole = near(x1, own["text"][0]) and near(x2, own["hang"][1])
			if not (near(x1, start) and near(x2, end)) and not whole:
				faults.append("page %d: rule from %.2f to %.2f" % (page.number, x1, x2))
	tap.test("arabic: rules keep the mirrored columns", faults)


def check_times(tap, document):
	faults = []
	for page in document.pages:
		for item in page.texts():
			# The agenda's times line up at their colons, the half of the day behind them.
			is_start = page.kind == "talk" and near(item.size(), 11.3)
			if is_start and not near(right(item), columns(page)["hang"][1], 0.6):
				faults.append("page %d: %s ends at %.2f" % (page.number, item.text(), right(item)))
			if re.search(r"\d:\d\d", item.text()) and not re.search(r"[\u0660-\u0669]:", item.text()):
				faults.append("page %d: %s" % (page.number, item.text()))
	tap.test("arabic: times stand at the right of the hang column, in Arabic figures", faults)
	faults = []
	for page in document.pages:
		for item in page.texts():
			at = item.text().find("–")
			places = [word.x for word in item.words if word.text.strip()]
			if near(item.size(), 8) and at == 0 and places[0] != max(places):
				faults.append("page %d: %s" % (page.number, item.text()))
	tap.test("arabic: the dash before an end stands at its right", faults)


def check_foot(tap, document):
	faults = []
	for page in document.pages:
		folios = [i for i in page.texts() if i.text() == page.label and i.tag is None]
		if page.kind in ("cover", "back-cover"):
			continue
		if len(folios) != 1:
			faults.append("page %d has %d folios" % (page.number, len(folios)))
			continue
		even = page.number % 2 == 0
		place = right(folios[0]) if even else left(folios[0])
		wanted = 135 * MM if even else 13 * MM
		if not near(place, wanted, 0.6):
			faults.append("page %d: the folio stands at %.2f" % (page.number, place))
	tap.test("arabic: folios stand at the outer edge", faults)


def check_agenda(tap, document):
	faults = []
	for page in document.pages:
		if page.kind != "agenda":
			continue
		start = columns(page)["text"][0]
		refs = [i for i in page.texts() if re.fullmatch("[\u0660-\u0669]+", i.text()) and i.tag]
		faults += [i.text() for i in refs if not near(left(i), start, 0.8)]
		faults += [] if len(refs) == 7 else ["%d references to pages" % len(refs)]
		for item in page.texts():
			if item.text().startswith("What the Flood") and not near(
				right(item), columns(page)["text"][1], 0.6
			):
				faults.append("the English title ends at %.2f" % right(item))
	tap.test("arabic: page numbers of the agenda stand at the left, titles at the right", faults)


def check_prose(tap, document):
	faults, starts = [], set()
	for page in document.pages:
		lines = prose_lines(page, "Noto Naskh")
		for before, line in zip(lines, lines[1:]):
			if not near(line.y - before.y, 18):
				faults.append("page %d: lines %.2f apart" % (page.number, line.y - before.y))
		for line in lines:
			starts.add(round((line.y - 14 * MM) % 18, 1))
			naskh = [w.style.size for w in line.words if "Naskh" in w.style.family]
			if any(not near(size, 10.7, 0.01) for size in naskh) or line.hyphen:
				faults.append("page %d: %s" % (page.number, line.text()))
			if right(line) > columns(page)["text"][1] + 0.1:
				faults.append("page %d: too far right: %s" % (page.number, line.text()))
	tap.test("arabic: prose is 10.7/18", faults)
	tap.test("arabic: lines of facing pages agree", [] if len(starts) == 1 else sorted(starts))


def check_faces(tap, document):
	faults = []
	for page in document.pages:
		for item in page.texts():
			for word in item.words:
				arabic = any("\u0620" <= c <= "\u06d3" for c in word.text)
				latin = re.search("[A-Za-z]", word.text)
				style = word.style
				if arabic and ("Arabic" not in style.family or style.italic):
					faults.append("%s in %s" % (word.text, style.family))
				if latin and "Arabic" in style.family:
					faults.append("%s in %s" % (word.text, style.family))
				if word.text in ("15489", "19005,", "9706") and style.family != "Vollkorn":
					faults.append("%s in %s" % (word.text, style.family))
	tap.test("arabic: Arabic and Latin, with its figures, have each their face", faults)


def check_english(tap, document):
	page = document.page_of("talk-whitcombe")
	start, end = columns(page)["text"]
	faults = []
	for item in prose_lines(page, "Vollkorn"):
		# Indents grow with the line.
		indented = near(left(item), start + 4 * MM * 15 / 13, 1.2)
		if item.rtl or not (near(left(item), start, 1.2) or indented) or right(item) > end + 0.1:
			faults.append("%.2f–%.2f: %s" % (left(item), right(item), item.text()))
	tap.test("arabic: the English talk runs from its own edge", faults)
	faults = []
	for page in document.pages:
		for item in page.texts():
			text = item.text()
			if page.kind != "talk" or "@" not in text or "whitcombe" in text:
				continue
			if not near(right(item), columns(page)["text"][1], 0.6):
				faults.append("%s ends at %.2f" % (text, right(item)))
			places = [word.x for word in item.words]
			if places != sorted(places):
				faults.append(text + " does not run from left to right")
	tap.test("arabic: addresses run left to right and end at the right", faults)


def half(pdf, page, side):
	"""Text of one half of a landscape A4 sheet."""
	x = 0 if side == "left" else 421
	window = ["-x", str(x), "-y", "0", "-W", "421", "-H", "596"]
	return bare(output("pdftotext", "-f", str(page), "-l", str(page), *window, pdf, "-"))


def check_imposed(tap, folder):
	pdf = os.path.join(folder, "booklet-print.pdf")
	wanted = [
		(1, "left", "يوم دراسي"),
		(1, "right", "المشاركة عبر"),
		(2, "right", "دار السجلات القديمة"),
		(3, "left", "الجدول الزمني"),
		(4, "right", "دفاتر لا يقرؤها أحد"),
		(5, "left", "الحبر الذي يأكل الورق"),
	]
	faults = [w for w in wanted if bare(w[2]) not in half(pdf, w[0], w[1])]
	tap.test("arabic: sheets are imposed for a binding on the right", faults)


def arabic(tap, folder):
	folder = os.path.join(folder, "arabic")
	check_build(tap, "arabic", folder)
	document = check_safe(tap, "arabic", "booklet")
	for name in ("poster-event", "poster-agenda", "poster-talk"):
		check_safe(tap, "arabic", name)
	check_mirror(tap, document)
	check_times(tap, document)
	check_foot(tap, document)
	check_agenda(tap, document)
	check_prose(tap, document)
	check_faces(tap, document)
	check_english(tap, document)
	check_imposed(tap, folder)
	check_text(tap, "arabic", document, "Noto Naskh", os.path.join(folder, "booklet.pdf"))


# --- Japanese -----------------------------------------------------------------------------------


def paragraphs(document):
	"""Lines of prose, by paragraphs: lists of (page, item)."""
	made, last = [], None
	for page in document.pages:
		for item in prose_lines(page, "Noto Serif CJK JP"):
			if (page.number, item.tag) != last:
				made.append([])
			made[-1].append((page, item))
			last = (page.number, item.tag)
	return made


def visible(item):
	"""Words of a line but blanks, the ideographic one too."""
	return [word for word in item.words if word.text.strip()]


def check_square(tap, document):
	faults = []
	for lines in paragraphs(document):
		for number, (page, item) in enumerate(lines):
			start = (33.667 if page.verso else 35.667) * MM
			indent = 8.799 if number == 0 else 0
			words = visible(item)
			opening = words[0].text in NO_END
			place = words[0].x + (4.4 if opening else 0)
			if not near(place, start + indent, 0.1):
				faults.append("page %d: starts at %.2f: %s" % (page.number, place, item.text()))
			last = words[-1]
			end = last.x + last.width - (4.4 if last.text in HALVED else 0)
			if number + 1 < len(lines) and not near(end, start + MEASURE, 0.3):
				faults.append("page %d: ends at %.2f: %s" % (page.number, end, item.text()))
	tap.test("japanese: every paragraph is indented by one em, and lines are full", faults)
	faults = []
	for lines in paragraphs(document):
		for (_, before), (_, line) in zip(lines, lines[1:]):
			if not near(line.y - before.y, 15) or not near(line.words[0].style.size, 8.8, 0.7):
				faults.append(line.text())
	tap.test("japanese: prose is 8.8/15", faults)
	plain = [
		item.text().strip()
		for lines in paragraphs(document)
		for _, item in lines[1:-1]
		if re.fullmatch("[\u3040-\u30ff\u4e00-\u9fff]+[、。]?[\u3040-\u30ff\u4e00-\u9fff]*", item.text())
	]
	odd = [line for line in plain if len(line) != 32]
	tap.test("japanese: a line holds 32 characters", odd if plain else ["no plain line"])


def check_kinsoku(tap, document):
	faults = []
	for lines in paragraphs(document):
		for number, (page, item) in enumerate(lines):
			text = item.text().strip()
			if number > 0 and text[0] in NO_START or text[-1] in NO_END:
				faults.append("page %d: %s" % (page.number, text))
			if number > 0 and text.startswith("—") and lines[number - 1][1].text().endswith("—"):
				faults.append("page %d: parted dash: %s" % (page.number, text))
	tap.test("japanese: no line begins or ends with what may not", faults)


def check_latin(tap, document):
	faults = []
	for page in document.pages:
		for item in page.texts():
			prose = family(item, "Noto Serif CJK JP")
			for word in item.words:
				if not re.search("[A-Za-z0-9]", word.text) or item.turn:
					continue
				wanted = "Linux Libertine O" if prose else "Inter"
				if not word.style.family.startswith(wanted):
					faults.append("page %d: %s in %s" % (page.number, word.text, word.style.family))
	tap.test("japanese: Latin and figures have their own face", faults)
	faults = []
	for lines in paragraphs(document):
		for _, item in lines:
			for one, other in zip(item.words, item.words[1:]):
				han = one.text[-1] != "・" and "\u3040" <= one.text[-1] <= "\u9fff"
				han = han and other.text[0].isascii()
				gap = other.x - one.x - one.width
				if han and other.text[0].isalnum() and not 2.1 <= gap <= 4.5:
					faults.append("%.2f between %s and %s" % (gap, one.text, other.text))
	tap.test("japanese: a quarter em parts Han and Latin", faults)


def check_titles(tap, document):
	wanted = {
		"talk-nagase": ["静けさは測れるか——", "夜の住宅地における十二か月の記録"],
		"talk-lindgren": ["Open Bell Map：", "鐘の音の地図を国境の向こうへ"],
		"talk-saeki": ["小学生がつくる「学校の音」の目録"],
	}
	faults = []
	for anchor, lines in wanted.items():
		page = document.page_of(anchor)
		found = [i.text().strip() for i in page.texts() if near(i.size(), 17.59, 0.05)]
		if found != lines:
			faults.append(" | ".join(found))
	tap.test("japanese: titles are broken between phrases", faults)
	faults = [
		item.text()
		for page in document.pages
		for item in page.texts()
		if item.hyphen
		or any(word.style.italic and "CJK" in word.style.family for word in item.words)
	]
	tap.test("japanese: no hyphens, nothing leans", faults)


def japanese(tap, folder):
	folder = os.path.join(folder, "japanese")
	check_build(tap, "japanese", folder)
	document = check_safe(tap, "japanese", "booklet")
	for name in ("poster-event", "poster-agenda", "poster-talk"):
		check_safe(tap, "japanese", name)
	check_square(tap, document)
	check_kinsoku(tap, document)
	check_latin(tap, document)
	check_titles(tap, document)
	check_text(
		tap, "japanese", document, "Noto Serif CJK JP", os.path.join(folder, "booklet.pdf")
	)


def main():
	tap = Tap()
	arabic(tap, sys.argv[1])
	japanese(tap, sys.argv[1])
	print("1..%d" % tap.count)


main()

"""themes.py FOLDER: changes every key of every theme file, one at a time, and expects a page to
change: by its dump, or, where only a colour differs, by the PDF. A theme named probe stands in the
folder `themes` beside a copy of an event; it has the file's own base and lines but one.

Prints TAP, one test for each section or style of a file."""

import concurrent.futures
import os
import queue
import re
import shutil
import sys

import check

THEMES = "content/themes"
EVENT = "tests/events/everything"
ROUNDTABLE = "content/waterloo-huawei-serverless-2022"
POSTERS = "--only=poster-event,poster-agenda,poster-talk"
TWO_DAYS = "tests/events/two-days"
ROOMS = "tests/events/two-days-five-rooms"
TITLE = "short_title: Doors and Locks"
RAILS = "planes rails for sliding doors."
# Copies of events: name, event, lines under `print:`, what is put in place of what.
COPIES = (
	("page", EVENT, "", None),
	("dense", EVENT, "booklet: {talks: dense}", None),
	("justified", EVENT, "justify: true", None),
	("both", EVENT, "justify: true\n  booklet: {talks: dense}", None),
	("letter", EVENT, "booklet: {size: A4}", None),
	("titled", EVENT, "", (TITLE, TITLE + " in the Old Houses of the Northern Coast")),
	("day", ROUNDTABLE, "", None),
	("day-justified", ROUNDTABLE, "justify: true", None),
	("many", TWO_DAYS, "", None),
	("many-dense", TWO_DAYS, "booklet: {talks: dense}", None),
	("rooms", ROOMS, "", None),
	("tight", "tests/events/twelve-tracks", "", None),
	("face", "tests/events/japanese", "", None),
	("wordy", EVENT, "", (RAILS, RAILS + " Counterrevolutionaries uncharacteristically institutionalize." * 3)),
)
# Languages whose scripts have sections of their own, and a sentence for their prose.
SENTENCE = "The report follows one hinge from the foundry to the scrap yard."
SCRIPTS = {
	"arabic": ("ar", "يتتبع التقرير مفصلة واحدة من المسبك إلى ساحة الخردة."),
	"hebrew": ("he", "הדוח עוקב אחרי ציר אחד מן היציקה ועד למגרש הגרוטאות."),
	"japanese": ("ja", "一つの蝶番を鋳物工場から屑鉄置き場まで追う報告です。"),
	"chinese": ("zh", "本报告追踪一个铰链从铸造厂到废品场的一生。"),
	"traditional-chinese": ("zh-Hant", "本報告追蹤一個鉸鏈從鑄造廠到廢品場的一生。"),
	"korean": ("ko", "경첩 하나가 주물 공장에서 고물상에 이르기까지의 보고입니다."),
	"thai": ("th", "รายงานนี้ติดตามบานพับหนึ่งอันจากโรงหล่อไปถึงลานเศษเหล็ก"),
}
# Each key is tried on these in turn until something changes: copy, documents.
TRIALS = (
	("page", "--only=booklet"),
	("page", POSTERS),
	("dense", "--only=booklet"),
	("justified", "--only=booklet"),
	("both", "--only=booklet"),
	("day", "--only=booklet"),
	("day", POSTERS),
	("letter", "--only=booklet"),
	("many", "--only=booklet"),
	("many-dense", "--only=booklet"),
	("day-justified", "--only=booklet"),
	("titled", POSTERS),
	("rooms", "--only=booklet"),
)
# The same for keys of an edition, all in its own booklet.
EDITIONS = ("page", "many", "day", "face", "wordy", "rooms")
COLOURS = ("#13579B", "#246813")
FAMILIES = ("Linux Libertine O", "Noto Sans", "Noto Sans Arabic")
CHOICES = {
	"font": ("facts", "display", "prose", "code"),
	"colour": ("ink", "accent", "grey", "paper", "tint"),
	"figures": ("proportional", "tabular"),
	"align": ("start", "end", "justify"),
	"weight": ("400", "700", "600", "500"),
}


def other_values(key, value):
	"""Values that differ from the one that stands there, most telling first."""
	value = value.strip().strip('"')
	if key in CHOICES:
		return [choice for choice in CHOICES[key] if choice != value]
	if value in ("yes", "no", "true", "false"):
		return ["no" if value in ("yes", "true") else "yes"]
	number = re.match(r"(-?\d+(?:\.\d+)?)( mm| pt)?$", value)
	if number:
		unit = number.group(2) or ""
		plain = float(number.group(1))
		if "." not in number.group(1) and key in ("tracking",) or key.endswith(("shrink", "stretch", "cost")):
			return ["%d" % (plain * 2 + 20), "%d" % (plain // 25), "%d" % (plain + 9)]
		return ["%g%s" % (plain * 1.3 + 0.2, unit), "%g%s" % (plain * 0.8, unit)]
	if value.startswith("#"):
		return [colour for colour in COLOURS if colour != value]
	return []


class Change:
	"""One key of a file: where its value stands in the text."""

	def __init__(self, path, key, value, start):
		self.path, self.key, self.value = path, key, value
		self.start, self.end = start, start + len(value)
		# Of a script's own section its name, else None.
		self.script = path[1] if path[:1] == ["scripts"] else None
		# Of an edition's sizes its name.
		self.edition = path[1] if path[:1] == ["editions"] and len(path) > 1 else None
		named = self.script or self.edition
		self.section = " ".join(path[1:]) if named else path[-1] if path else "top"


def changes(text):
	"""All keys of a theme file, whose layout is that of content/themes: nested lines, and mappings on
	one line. Anchors and aliases stand for what is said once."""
	path, at = [], 0
	for line in text.split("\n"):
		bare = line.split(" #")[0].rstrip()
		match = re.match(r"( *)([\w-]+):(?: +(.+))?$", bare)
		if match:
			del path[len(match.group(1)) // 2 :]
			key, value = match.group(2), match.group(3)
			start = at + (match.start(3) if value else 0)
			if not value or value[0] in "&*":
				path.append(key)
			elif value[0] == "{":
				path.append(key)
				for pair in re.finditer(r"([\w-]+): ([^,}]+)", value):
					yield Change(list(path), pair.group(1), pair.group(2), start + pair.start(2))
			elif key != "base":
				yield Change(list(path), key, value, start)
		at += len(line) + 1


class Trial:
	"""The copies of the event and what they look like under the theme as it is."""

	def __init__(self, folder):
		self.folder = folder
		self.probe = os.path.join(folder, "themes", "probe.yaml")
		os.makedirs(os.path.join(folder, "themes"), exist_ok=True)
		for name, event, lines, exchange in COPIES:
			self.copy(name, event, lines, *([exchange] if exchange else []))
		for name, (language, sentence) in SCRIPTS.items():
			pairs = (("language: en-CA\n  welcome", "language: %s\n  welcome" % language), (SENTENCE, sentence))
			self.copy(name, EVENT, "", *pairs)
			self.copy(name + "-dense", EVENT, "booklet: {talks: dense}", *pairs)
		self.before = {}

	def copy(self, name, event, lines, *pairs):
		copy = os.path.join(self.folder, name)
		shutil.copytree(event, copy)
		path = os.path.join(copy, "event.yaml")
		with open(path, encoding="utf-8") as file:
			text = file.read()
		for old, new in pairs:
			if old not in text:
				raise ValueError("%s has no %s" % (event, old))
			text = text.replace(old, new)
		if lines:
			head, own, rest = text.partition("\nprint:\n")
			text = head + "\nprint:\n  " + lines + "\n" + rest
		with open(path, "w", encoding="utf-8") as file:
			file.write(text)

	def write(self, text):
		with open(self.probe, "w", encoding="utf-8") as file:
			file.write(text)

	def look(self, name, only, files):
		event = os.path.join(self.folder, name)
		plain = ["--theme=probe", "--draft", "-j1", only]
		if not files:
			return check.run(event, *plain, "--dump=pages")[:2]
		out = os.path.join(self.folder, "out")
		status, _, said = check.run(event, *plain, "-o", out)
		found = []
		for file in sorted(os.listdir(out)) if status == 0 else []:
			with open(os.path.join(out, file), "rb") as pdf:
				found.append(pdf.read())
		return status, found

	def start(self, text):
		self.write(text)
		self.before = {}

	def differs(self, text, value, trials):
		for name, only in trials:
			for files in (False, True):
				# Files cost more: only where a dump cannot tell.
				if files and not value.startswith("#") and value not in CHOICES["colour"]:
					continue
				if (name, only, files) not in self.before:
					self.write(text[0])
					self.before[name, only, files] = self.look(name, only, files)
				self.write(text[1])
				now = self.look(name, only, files)
				if now[0] == 0 and now != self.before[name, only, files]:
					return name, only
		return None


def try_key(trial, text, change, shown):
	"""Whether the change shows; `shown`: the copy in which one of its section did, tried first."""
	values = other_values(change.key, change.value)
	if change.section == "colours" and not values:
		values = list(COLOURS)
	if change.path[-1:] in (["fonts"], ["latin"]):
		values = [family for family in FAMILIES if family != change.value]
	# Where a style is used first.
	posters, dense = change.section.startswith("poster"), change.section.startswith("dense")
	contents = change.section.startswith("contents")
	rooms = change.section.startswith(("grid", "tab", "track"))
	own = change.script
	trials = [(own, "--only=booklet"), (own, POSTERS), (own + "-dense", "--only=booklet")] if own else sorted(
		TRIALS,
		key=lambda trial: (
			posters and trial[1] != POSTERS,
			dense and trial[0] != "dense",
			contents and trial[0] != "many",
			rooms and trial[0] != "rooms",
		),
	)
	if change.section.endswith("clock-name"): # names so large leave the face; small ones stand on it
		values = ["6.4"] + values
	if change.edition:
		trials = [(copy, "--only=booklet-" + change.edition) for copy in EDITIONS]
	if change.section == "grid-title-small": # in cells that are too narrow for more
		trials = [("tight", "--only=booklet")]
	before = shown.get(change.section)
	trials = sorted(trials, key=lambda trial: trial != before)
	for value in values:
		quoted = '"%s"' % value if value.startswith("#") else value
		found = trial.differs((text, text[: change.start] + quoted + text[change.end :]), value, trials)
		if found:
			shown[change.section] = found
			return True
	return False


def try_file(tap, trials, name):
	with open(os.path.join(THEMES, name), encoding="utf-8") as file:
		text = file.read()
	for trial in trials:
		trial.start(text)
	free = queue.SimpleQueue()
	for trial in trials:
		free.put(trial)
	shown = {}

	def shows(change):
		trial = free.get()
		try:
			return try_key(trial, text, change, shown)
		finally:
			free.put(trial)

	idle = {}
	sections = {}
	tried = list(changes(text))
	with concurrent.futures.ThreadPoolExecutor(len(trials)) as pool:
		results = list(pool.map(shows, tried))
	for change, good in zip(tried, results):
		sections.setdefault(change.section, 0)
		sections[change.section] += 1
		if not good:
			idle.setdefault(change.section, []).append((change.key, "changes no page"))
	for section, count in sections.items():
		tap.report("%s: %s (%d keys)" % (name, section, count), idle.get(section, []))


def main():
	tap = check.Tap()
	trials = [Trial(os.path.join(sys.argv[1], str(i))) for i in range(os.cpu_count() or 1)]
	for name in sorted(sys.argv[2:] or os.listdir(THEMES)):
		try_file(tap, trials, name)
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()

"""themes.py FOLDER: changes every key of every theme file, one at a time, and expects a page to
change: by its dump, or, where only a colour differs, by the PDF. A theme named probe stands in the
folder `themes` beside a copy of an event; it has the file's own base and lines but one.

Prints TAP, one test for each section or style of a file."""

import os
import re
import shutil
import sys

import check

THEMES = "content/themes"
EVENT = "tests/events/everything"
ROUNDTABLE = "content/waterloo-huawei-serverless-2022"
POSTERS = "--only=poster-event,poster-agenda,poster-talk"
# Copies of events: name, event, lines under `print:`.
COPIES = (
	("page", EVENT, ""),
	("dense", EVENT, "booklet: {talks: dense}"),
	("justified", EVENT, "justify: true"),
	("both", EVENT, "justify: true\n  booklet: {talks: dense}"),
	("letter", EVENT, "booklet: {size: A4}"),
	("day", ROUNDTABLE, ""),
	("many", "tests/events/two-days", ""),
)
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
)
COLOURS = ("#13579B", "#246813")
FAMILIES = ("Linux Libertine O", "Noto Sans")
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
			return ["%d" % (plain * 2 + 20), "%d" % (plain // 4), "%d" % (plain + 9)]
		return ["%g%s" % (plain * 1.3 + 0.2, unit), "%g%s" % (plain * 0.8, unit)]
	if value.startswith("#"):
		return [colour for colour in COLOURS if colour != value]
	return []


class Change:
	"""One key of a file: where its value stands in the text."""

	def __init__(self, section, key, value, start, end):
		self.section, self.key, self.value = section, key, value
		self.start, self.end = start, end


def changes(text):
	"""All keys of a theme file, whose layout is that of content/themes: sections of lines, styles as
	flow mappings on one line."""
	section, at = "", 0
	for line in text.split("\n"):
		bare = line.split(" #")[0]
		top = re.match(r"([\w-]+):\s*(.*)$", bare)
		inner = re.match(r"  ([\w-]+):\s*(.+)$", bare)
		if top:
			section = top.group(1)
			if top.group(2) and section != "base":
				start = at + bare.index(top.group(2), len(section))
				yield Change("top", section, top.group(2).strip(), start, start + len(top.group(2).strip()))
		elif inner and inner.group(2).startswith("{"):
			for match in re.finditer(r"([\w-]+): ([^,}]+)", bare[bare.index("{") :]):
				start = at + bare.index("{") + match.start(2)
				yield Change(inner.group(1), match.group(1), match.group(2), start, start + len(match.group(2)))
		elif inner:
			start = at + bare.index(inner.group(2), len(inner.group(1)) + 2)
			value = inner.group(2).strip()
			yield Change(section, inner.group(1), value, start, start + len(value))
		at += len(line) + 1


class Trial:
	"""The copies of the event and what they look like under the theme as it is."""

	def __init__(self, folder):
		self.folder = folder
		self.probe = os.path.join(folder, "themes", "probe.yaml")
		os.makedirs(os.path.join(folder, "themes"), exist_ok=True)
		for name, event, lines in COPIES:
			copy = os.path.join(folder, name)
			shutil.copytree(event, copy)
			if lines:
				with open(os.path.join(copy, "event.yaml"), "a", encoding="utf-8") as file:
					file.write("\nprint:\n  " + lines + "\n")
		self.before = {}

	def write(self, text):
		with open(self.probe, "w", encoding="utf-8") as file:
			file.write(text)

	def look(self, name, only, files):
		event = os.path.join(self.folder, name)
		plain = ["--theme=probe", "--draft", only]
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
					return True
		return False


def try_key(trial, text, change):
	values = other_values(change.key, change.value)
	if change.section == "colours" and not values:
		values = list(COLOURS)
	if change.section == "fonts":
		values = [family for family in FAMILIES if family != change.value]
	# Where a style is used first.
	posters, dense = change.section.startswith("poster"), change.section.startswith("dense")
	contents = change.section.startswith("contents")
	trials = sorted(
		TRIALS,
		key=lambda trial: (
			posters and trial[1] != POSTERS,
			dense and trial[0] != "dense",
			contents and trial[0] != "many",
		),
	)
	for value in values:
		quoted = '"%s"' % value if value.startswith("#") else value
		if trial.differs((text, text[: change.start] + quoted + text[change.end :]), value, trials):
			return True
	return False


def try_file(tap, trial, name):
	with open(os.path.join(THEMES, name), encoding="utf-8") as file:
		text = file.read()
	trial.start(text)
	idle = {}
	sections = {}
	for change in changes(text):
		sections.setdefault(change.section, 0)
		sections[change.section] += 1
		if not try_key(trial, text, change):
			idle.setdefault(change.section, []).append((change.key, "changes no page"))
	for section, count in sections.items():
		tap.report("%s: %s (%d keys)" % (name, section, count), idle.get(section, []))


def main():
	tap = check.Tap()
	trial = Trial(sys.argv[1])
	for name in sorted(sys.argv[2:] or os.listdir(THEMES)):
		try_file(tap, trial, name)
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()

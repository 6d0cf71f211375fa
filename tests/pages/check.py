"""check.py EVENT...: lays events out in many looks and sizes and looks at every page by its dump.
Prints TAP, one test for each document in each look and size. $BIFOLIO is the program; with
PAGES=few (as sanitized builds have it) only one look and size of each kind.
"""

import os
import re
import subprocess
import sys
from collections import Counter

import content
import contrast
import dump
import geometry
import setting

THEMES = ("signal", "plain", "scholarly")
# These differ from signal in colour alone: one size is enough.
COLOURS = ("lake", "fern", "plum")
PAGES = ("A5", "half-letter", "A4", "letter", "B5", "120x180mm")
SHEETS = ("A4", "A3", "A2", "A1", "A0", "letter", "tabloid")
POSTERS = ("poster-event", "poster-agenda", "poster-talk")
# Scripts that themes know by name.
SCRIPTS = {"ar": "arabic", "he": "hebrew", "ja": "japanese", "zh": "chinese", "ko": "korean", "th": "thai"}
SHOWN = 5 # complaints of one kind


def run(event, *options):
	command = [os.environ["BIFOLIO"], "build", event, *options]
	done = subprocess.run(command, capture_output=True, text=True, errors="replace")
	return done.returncode, done.stdout, done.stderr


def looks():
	"""(theme, options, name) of all that is to be looked at."""
	few = os.environ.get("PAGES") == "few"
	for theme in THEMES:
		for size in PAGES[: 1 if few else None]:
			yield theme, ["--only=booklet", "--size=booklet=" + size], size
		for size in SHEETS[1 : 2 if few else None] if few else SHEETS:
			for turn in (" portrait", " landscape"):
				sizes = ["--size=%s=%s%s" % (name, size, turn) for name in POSTERS]
				yield theme, ["--only=" + ",".join(POSTERS)] + sizes, size + turn
	for theme in COLOURS:
		yield theme, [], "sizes of the content"


def families(theme, language):
	"""Families of prose, the display family of a theme for a language, and whether marks hang."""
	found, own = {}, {}
	script = SCRIPTS.get(language.split("-")[0])
	for name in ("signal", theme):
		with open("content/themes/%s.yaml" % name, encoding="utf-8") as file:
			text = file.read()
		found.update(re.findall(r"^  (prose|display|hang): ([^#{\n]*[^#{\n ])", text, re.M))
		section = re.search(r"^  %s:\n(?:(?!  \w).*\n)*?    fonts: \{(.*)\}" % script, text, re.M)
		if section:
			own.update(pair.split(": ") for pair in section.group(1).split(", "))
	# Texts in other languages keep the theme's own face.
	return {
		"prose": (found["prose"], own.get("prose", found["prose"])),
		"display": own.get("display", found["display"]),
		"hang": found["hang"] == "yes",
	}


class Tap:
	def __init__(self):
		self.count = self.failed = 0

	def report(self, name, complaints):
		self.count += 1
		self.failed += bool(complaints)
		print("%sok %d %s" % ("not " if complaints else "", self.count, name))
		shown = Counter()
		for kind, text in complaints:
			shown[kind] += 1
			if shown[kind] <= SHOWN:
				print("# %s: %s: %s" % (name, kind, text))
		for kind, number in shown.items():
			if number > SHOWN:
				print("# %s: %s: and %d more" % (name, kind, number - SHOWN))
		sys.stdout.flush()


def look_at(tap, event, model, look):
	theme, options, size = look
	name = "%s, %s, %s" % (os.path.basename(event.rstrip("/")), theme, size)
	status, out, said = run(event, "--theme=" + theme, "--dump=pages", *options)
	try:
		documents = dump.read(out)
	except ValueError as error:
		documents = {}
		said += str(error)
	if status != 0 or not documents:
		tap.report(name, [("run", "exit status %d: %s" % (status, said[-600:]))])
		return
	found = families(theme, model.event.one("language"))
	for document in documents.values():
		complaints = []

		def complain(kind, text):
			complaints.append((kind, text))

		geometry.check(document, complain, found["hang"])
		contrast.check(document, complain)
		setting.check(document, complain, found, model)
		content.check(document, model, complain, said)
		tap.report(name + ": " + document.name, complaints)


def look_at_event(tap, event, all_looks):
	status, out, said = run(event, "--dump=model")
	if status != 0:
		tap.report(event, [("run", "exit status %d: %s" % (status, said[-600:]))])
		return
	model = content.Model(out)
	for look in all_looks:
		look_at(tap, event, model, look)


def main():
	tap = Tap()
	for event in sys.argv[1:]:
		look_at_event(tap, event, looks())
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


if __name__ == "__main__":
	main()

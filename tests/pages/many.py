"""many.py FOLDER: a generated conference of 60 talks in eight rooms (tests/bench), in two columns
and running on, its pages looked at as check.py does."""

import os
import re
import subprocess
import sys

import check

TALKS = 60
# theme, options, size: what is printed by itself, and lines under `print:`
LOOKS = {
	"auto": ("", (("signal", [], "own sizes"), ("scholarly", ["--only=booklet"], "A5"))),
	"flow": (
		"booklet: {talks: flow}",
		(("signal", ["--only=booklet"], "A5"), ("plain", ["--only=booklet", "--size=booklet=letter"], "letter")),
	),
}


def generate(folder, lines):
	program = os.path.join(folder, "program.json")
	with open(program, "wb") as file:
		subprocess.run([sys.executable, "tests/bench/gen/genprog.py", str(TALKS)], stdout=file, check=True)
	event = os.path.join(folder, "event")
	subprocess.run([sys.executable, "tests/bench/content.py", program, event], check=True)
	path = os.path.join(event, "event.yaml")
	with open(path, encoding="utf-8") as file:
		text = file.read()
	# The benchmark's own choice of parts and looks is not wanted.
	text = re.sub(r"^print:\n(  .*\n)*", "", text, flags=re.M)
	if lines:
		text += "\nprint:\n  " + lines + "\n"
	with open(path, "w", encoding="utf-8") as file:
		file.write(text)
	return event


def main():
	tap = check.Tap()
	for name, (lines, looks) in LOOKS.items():
		folder = os.path.join(sys.argv[1], name)
		os.mkdir(folder)
		check.look_at_event(tap, generate(folder, lines), looks)
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()

"""linked.py EVENT: every name of somebody who appears, every room, session and page number that the
booklet prints is a link, but for where it stands to be found or is part of a text. Prints TAP."""

import re
import subprocess
import sys

RUN = re.compile(r'\{([^}]*)\}((?: [0-9.-]+\+[0-9.-]+ "(?:[^"\\]|\\.)*")+)')
WORD = re.compile(r'([0-9.-]+)\+([0-9.-]+) "((?:[^"\\]|\\.)*)"')
# Front matter, prose, and where a name, a room, a session is at home.
PROSE = {"cover", "welcome", "letter", "imprint", "back-cover"}
HOME = {
	"name": PROSE | {"index", "speakers", "committees"},
	"room": PROSE | {"venue"},
	"session": PROSE | {"sessions", "boards", "speakers"},
	"page": PROSE,
}
BIOGRAPHY = "Inter 600 7.50"
PAGE = "p.\u00a0"
FURNITURE = 560  # pt from the top of A5: running feet


def run(*arguments):
	return subprocess.run(["build/bifolio", *arguments], capture_output=True, text=True, check=False).stdout


def texts(dump):
	"""Kind of page, style and words of each run, and whether a link covers it."""
	kind, runs, links, pages = None, [], [], []
	for line in dump.split("\n"):
		if line.startswith("page "):
			pages.append((kind, runs, links))
			kind, runs, links = line.split()[4], [], []
		elif line.startswith("  link "):
			links.append([float(number) for number in line.split()[2:6]])
		elif line.startswith("  text ") and float(line.split()[2]) < FURNITURE:
			y = float(line.split()[2])
			for style, words in RUN.findall(line):
				found = WORD.findall(words)
				words = "".join(word for _, _, word in found)
				# A number behind "p." is a run of its own, and the link.
				before = runs.pop()[3] if runs and runs[-1][2] == y and runs[-1][3].endswith(PAGE) else ""
				runs.append((style, float(found[0][0]), y, before + words))
	pages.append((kind, runs, links))
	for kind, runs, links in pages:
		for style, x, y, words in runs:
			covered = any(a <= x + 1 <= a + w and b <= y <= b + h for a, b, w, h in links)
			yield kind, style, words, covered or "target" in style


def appearing(model):
	"""Names of people who appear in the programme."""
	people = dict(re.findall(r'^  person (\S+)\n(?:    .*\n)*?    name "([^"]*)"', model, re.M))
	used = set(re.findall(r'^ {6,}(?:speaker|presenter|author|moderator|panellist|chair) (\S+)$', model, re.M))
	return {people[one] for one in used if one in people}


def main():
	event, options = sys.argv[1], sys.argv[2:]
	model = run("build", event, "--dump=model")
	wanted = {
		"name": appearing(model),
		"room": set(re.findall(r'^  room .*\n    name "([^"]*)"', model, re.M)),
		"session": set(re.findall(r'^ +(?:session|poster-session) \S+\n(?: +(?:time|as-written) .*\n)* +title "([^"]*)"', model, re.M)),
	}
	assert all(wanted.values()), wanted
	wanted["page"] = {PAGE}
	counts = dict.fromkeys(wanted, 0)
	missing = {what: [] for what in wanted}
	for kind, style, words, linked in texts(run("build", event, "--only=booklet", "--dump=pages", *options)):
		for what, all_of in wanted.items():
			if kind in HOME[what] or style.startswith(BIOGRAPHY) or not any(one in words for one in all_of):
				continue
			counts[what] += linked
			if not linked:
				missing[what].append("%s: %s" % (kind, words))
	number = 0
	for what in wanted:
		number += 1
		good = counts[what] > 2 and not missing[what]
		print("%sok %d %ss of %s are links (%d)" % ("" if good else "not ", number, what, event, counts[what]))
		for one in missing[what]:
			print("# " + one)
	print("1..%d" % number)


main()

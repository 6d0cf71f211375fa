"""links.py FOLDER: every key that takes an address, given what is none: it is told, at its place, and
no file has a link that leads there. Prints TAP."""

import os
import re
import subprocess
import sys

import tap

EVENT = """format: 1
event:
  title: Hinges
  date: 2027-03-04
  timezone: Europe/Lisbon
  language: en
  join: {url: "%(join)s"}
people:
  ana:
    name: Ana Exemplo
    affiliation: Somewhere
    bio: "Ana builds. %(bio)s"
    contact: {url: "%(url)s", email: "%(email)s", phone: "%(phone)s"}
program:
  - time: 10:00–11:00
    title: One
    speakers: [ana]
    abstract: "We show one. %(abstract)s"
    references: ["A paper, 2026. %(reference)s"]
sponsors:
  - tier: Gold
    sponsors: [{name: Brass, url: "%(sponsor)s"}]
print:
  parts: [cover, welcome, agenda, talks, bios, sponsors]
"""
GOOD = {
	"join": "https://join.example.org",
	"url": "https://url.example.org",
	"email": "email@example.org",
	"phone": "+351 21 000 00 00",
	"sponsor": "https://sponsor.example.org",
	"bio": "[here](https://bio.example.org)",
	"abstract": "[here](https://abstract.example.org)",
	"reference": "<https://reference.example.org>",
}
BAD = (
	"javascript:alert(1)",
	"JavaScript://example.org/%0aalert(1)",
	"java\\tscript:alert(1)",
	" javascript:alert(1)",
	"vbscript:evil",
	"data:text/html,evil",
	"file:///etc/evil",
	"ftp://evil.example.org",
	"https://evil exa.example.org",
	"evil",
)
TEXTS = ("bio", "abstract", "reference")
TOLD = re.compile(r"event\.yaml:(\d+):\d+: warning: .*\[(?:bad-link|link-not-active)\]")


def write(folder, values):
	with open(os.path.join(folder, "event.yaml"), "w", encoding="utf-8") as file:
		file.write(EVENT % values)


def run(folder):
	"""What is said, and all that links of the files lead to."""
	out = os.path.join(folder, "out.d")
	program = os.environ["BIFOLIO"]
	only = "--only=booklet,poster-event,poster-agenda,poster-talk"
	said = subprocess.run([program, "build", folder, "-o", out, only], capture_output=True, text=True, check=False)
	links = []
	for name in sorted(os.listdir(out)):
		plain = subprocess.run(
			["qpdf", "--qdf", "--object-streams=disable", os.path.join(out, name), "-"], capture_output=True, check=True
		).stdout
		links += [uri.decode() for uri in re.findall(rb"/URI \(((?:[^()\\]|\\.)*)\)", plain)]
	return said, links


def main():
	folder = sys.argv[1]
	checks = tap.Tap()
	write(folder, GOOD)
	said, links = run(folder)
	checks.check("good ones pass", said.returncode == 0 and not TOLD.search(said.stderr), said.stderr)
	missing = [key for key in GOOD if key != "phone" and not any(key in link for link in links)]
	checks.check("and become links", not missing and any(link.startswith("tel:") for link in links), links)
	for bad in BAD:
		for key in GOOD:
			text = key in TEXTS
			# What CommonMark takes for no link at all is told by what else it is, or is no more than words.
			if text and ("\\" in bad or " " in bad):
				continue
			write(folder, {**GOOD, key: "[here](%s)" % bad if text else bad})
			line = (EVENT[: EVENT.index("%%(%s)s" % key)]).count("\n") + 1
			said, links = run(folder)
			told = [int(match.group(1)) for match in TOLD.finditer(said.stderr)]
			active = [link for link in links if re.search(r"evil|script|alert|data:|file:|ftp:", link, re.I)]
			checks.check("%s: %s" % (key, bad), said.returncode == 0 and line in told and not active, "%s\n%s" % (active, said.stderr))
	checks.finish()


main()

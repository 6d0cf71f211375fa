"""variants.py FOLDER: events with other settings under `print:`, their pages looked at as check.py
does. The copies are made in FOLDER."""

import os
import shutil
import sys

import check

ROUNDTABLE = "content/waterloo-huawei-serverless-2022"
TWO_DAYS = "tests/events/two-days"
LONG_NAMES = "tests/events/long-names"

# name, event, theme, lines under `print:`
VARIANTS = (
	("flow", TWO_DAYS, "signal", "booklet: {talks: flow}"),
	("flow-scholarly", TWO_DAYS, "scholarly", "booklet: {talks: flow}"),
	("flow-roundtable", ROUNDTABLE, "signal", "booklet: {talks: flow}"),
	("flow-long", LONG_NAMES, "signal", "booklet: {talks: flow}"),
	("flow-letter", TWO_DAYS, "signal", "booklet: {talks: flow, size: half-letter}"),
	("dense", TWO_DAYS, "signal", "booklet: {talks: dense}"),
	("dense-scholarly", TWO_DAYS, "scholarly", "booklet: {talks: dense}"),
	("justified", TWO_DAYS, "signal", "justify: true"),
	("justified-roundtable", ROUNDTABLE, "signal", "justify: true"),
	("larger", ROUNDTABLE, "signal", "booklet: {type_size: 11}"),
	("larger-flow", TWO_DAYS, "signal", "booklet: {type_size: 11, talks: flow}"),
	("smaller", TWO_DAYS, "signal", "booklet: {type_size: 8.5}"),
	("spreads", ROUNDTABLE, "signal", "booklet: {talk_spreads: true}"),
	("twelve", TWO_DAYS, "signal", "clock: 12"),
	("plain-speech", ROUNDTABLE, "plain", "smart: false"),
	("large-page", TWO_DAYS, "signal", "booklet: {size: A4, talks: flow}"),
)


def main():
	tap = check.Tap()
	for name, event, theme, lines in VARIANTS:
		folder = os.path.join(sys.argv[1], name)
		shutil.copytree(event, folder)
		with open(os.path.join(folder, "event.yaml"), "a", encoding="utf-8") as file:
			file.write("\nprint:\n  " + lines + "\n")
		check.look_at_event(tap, folder, [(theme, ["--only=booklet"], "A5" if "size:" not in lines else "own size")])
	print("1..%d" % tap.count)
	sys.exit(tap.failed > 0)


main()

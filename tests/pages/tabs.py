"""tabs.py EVENT: looks at what tells the reader where in the booklet he is: thumb tabs by tracks and
days, running feet with session, day and time, bookmarks in three levels. Prints TAP."""

import os
import sys

import check
import dump
import grid

TRACK, INK = 14, 0 # COLOUR_TRACK, COLOUR_INK in src/theme/style.h


def tab_of(page):
	"""Colour, text and top of the page's tab, or None."""
	fills = [item for item in page.items if item.kind == "fill" and item.bleeds]
	texts = [item for item in page.texts() if abs(item.turn) == 90]
	if not fills and not texts:
		return None
	return fills[-1].colour, grid.plain(texts[-1].text()) if texts else "", fills[-1].numbers


def look_at_tabs(document, tracks):
	complaints, seen = [], 0
	for page in document.pages:
		tab = tab_of(page) if page.kind in ("grid", "agenda", "talk", "talks") else None
		if not tab:
			continue
		seen += 1
		colour, text, area = tab
		day, _, letter = text.partition(" ")
		wanted = TRACK + tracks.index(letter) if letter else INK
		if colour != wanted:
			complaints.append("page %d: colour %d for `%s`" % (page.number, colour, text))
		at_edge = area[0] == 0 if page.verso else abs(area[0] + area[2] - page.width) < 0.02
		if not at_edge:
			complaints.append("page %d: the tab is not at the fore-edge" % page.number)
		if letter and page.kind in ("grid", "agenda"):
			complaints.append("page %d: a page of a day in the row of track %s" % (page.number, letter))
	return complaints if seen else ["there are no tabs"]


def look_at_rows(document):
	"""The same text, the same height on the page; another text, another height."""
	rows = {}
	for page in document.pages:
		tab = tab_of(page)
		if tab and " " in tab[1]:
			rows.setdefault(tab[1].split(" ")[1], set()).add(tab[2][1])
	tops = [top for row in rows.values() for top in row]
	return [] if len(tops) == len(set(tops)) == len(rows) > 1 else ["rows: %r" % rows]


def look_at_outline(document, items):
	sessions = [item for item in items.values() if item.talks and any(
		"talk-" + name in page.anchors for name, talk in items.items() if talk in item.talks
		for page in document.pages)]
	levels = {level: [title for at, _, title in document.outline if at == level] for level in (1, 2, 3)}
	complaints = []
	for session in sessions:
		name = " ".join(word for word in (session.code, session.title) if word)
		if name not in levels[2]:
			complaints.append("`%s` is no bookmark of the second level" % name)
		complaints += ["`%s` is none of the third" % talk.title for talk in session.talks
			if talk.title not in levels[3]]
	if not levels[3]:
		complaints.append("there is no third level")
	for _, target, title in document.outline:
		if not document.page_of(target):
			complaints.append("`%s` leads nowhere" % title)
	return complaints


def look_at_feet(document, items):
	names = {grid.plain(item.title) for item in items.values() if item.title and item.talks}
	feet = [grid.plain(item.text()) for page in document.pages if page.kind in ("talk", "talks")
		and not page.verso for item in page.texts() if item.y > page.height - 40]
	told = [foot for foot in feet if any(foot.split(" ", 1)[-1].startswith(name) for name in names)]
	return [] if told and all(":" in foot for foot in told) else ["no foot tells a session: %r" % feet]


def main():
	event = sys.argv[1]
	model = grid.run("build", event, "--dump=model")[0]
	items = grid.read_model(model)
	tracks = [line.split('"')[1] for line in model.split("\n") if line.strip().startswith("letter ")
		and line.startswith("    ")]
	document = dump.read(grid.run("build", event, "--only=booklet", "--dump=pages")[0])["booklet"]
	tap = check.Tap()
	name = os.path.basename(event)
	tap.report(name + ": tabs have the colours of their tracks", grid.told("tabs", look_at_tabs(document, tracks)))
	tap.report(name + ": each track has its row", grid.told("tabs", look_at_rows(document)))
	tap.report(name + ": bookmarks have three levels", grid.told("tabs", look_at_outline(document, items)))
	tap.report(name + ": feet tell session, day and time", grid.told("tabs", look_at_feet(document, items)))
	print("1..%d" % tap.count)
	return 1 if tap.failed else 0


if __name__ == "__main__":
	sys.exit(main())

#!/usr/bin/env python3
"""content.py PROGRAM.json FOLDER

What gen/genprog.py writes, as an event folder: event.yaml, people/N.yaml with 500 people each and
program/N.yaml with a day each. The booklet has the parts of the document that the peers make:
contents, agenda, abstracts, biographies, index; A5, 10 on 12 pt, justified, hyphenated. Its looks
are the default ones but for the prose and the grid of lines: themes/book.yaml beside the folder."""
import json
import os
import shutil
import sys

PEOPLE_A_FILE = 500
EVENT = """format: 1

event:
  title: %s
  date: %s
  timezone: Europe/Lisbon
  place: %s
  language: en-GB

rooms:
%s
print:
  theme: book
  booklet: {size: A5, talks: flow}
  parts: [cover, contents, agenda, talks, bios, index]
  documents: [booklet]
"""
THEME = """base: signal
fonts:
  prose: EB Garamond 12
setting: {line: 12}
styles:
  prose: {size: 10, leading: 12, align: justify, hyphenate: yes}
"""


def quoted(text):
    return json.dumps(text, ensure_ascii=False)


def literal(key, paragraphs, indent):
    """A literal block; brackets are no links and no references here."""
    blank = " " * indent
    lines = [blank + key + ": |"]
    for number, text in enumerate(paragraphs):
        if number > 0:
            lines.append("")
        text = text.replace("\\\\", "\\\\\\\\").replace("[", "\\[").replace("]", "\\]")
        lines.append(blank + "  " + text)
    return "\n".join(lines) + "\n"


def slug(name):
    return name.lower().replace(" ", "-")


def write_people(folder, people):
    for start in range(0, len(people), PEOPLE_A_FILE):
        name = os.path.join(folder, "people", "%03d.yaml" % (start // PEOPLE_A_FILE))
        with open(name, "w", encoding="utf-8") as file:
            file.write("people:\n")
            for person in people[start : start + PEOPLE_A_FILE]:
                file.write("  %s:\n" % person["id"])
                file.write("    name: %s\n" % quoted(person["name"]))
                file.write("    sort: %s\n" % quoted(person["sort"]))
                file.write("    affiliation: %s\n" % quoted(person["affiliation"]))
                file.write(literal("bio", [person["bio"]], 4))


def write_talk(file, talk):
    file.write("          - id: %s\n" % talk["id"])
    file.write("            time: %s–%s\n" % (talk["start"], talk["end"]))
    file.write("            title: %s\n" % quoted(talk["title"]))
    file.write("            speakers: [%s]\n" % ", ".join(talk["speakers"]))
    file.write(literal("abstract", talk["abstract"], 12))


def write_day(file, day, talks):
    file.write("program:\n  - day: %s\n    items:\n" % day["date"])
    for number, session in enumerate(day["sessions"]):
        last = talks[session["talks"][-1]]
        file.write("      - id: session-%s-%d\n" % (day["date"], number))
        file.write("        kind: session\n")
        file.write("        time: %s–%s\n" % (session["start"], last["end"]))
        file.write("        title: %s\n" % quoted(session["title"]))
        file.write("        room: %s\n        talks:\n" % slug(session["room"]))
        for talk in session["talks"]:
            write_talk(file, talks[talk])


def main():
    program = json.load(open(sys.argv[1], encoding="utf-8"))
    folder = sys.argv[2]
    shutil.rmtree(folder, ignore_errors=True)
    os.makedirs(os.path.join(folder, "people"))
    os.makedirs(os.path.join(folder, "program"))
    themes = os.path.join(os.path.dirname(folder), "themes")
    os.makedirs(themes, exist_ok=True)
    with open(os.path.join(themes, "book.yaml"), "w", encoding="utf-8") as file:
        file.write(THEME)
    days = [day["date"] for day in program["days"]]
    rooms = "".join("  %s: {name: %s}\n" % (slug(room), room) for room in program["rooms"])
    event = program["event"]
    with open(os.path.join(folder, "event.yaml"), "w", encoding="utf-8") as file:
        file.write(EVENT % (event["name"], "[%s]" % ", ".join(days), event["place"], rooms))
    write_people(folder, program["speakers"])
    talks = {talk["id"]: talk for talk in program["talks"]}
    for number, day in enumerate(program["days"]):
        name = os.path.join(folder, "program", "%03d.yaml" % number)
        with open(name, "w", encoding="utf-8") as file:
            write_day(file, day, talks)


main()

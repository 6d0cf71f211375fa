#!/usr/bin/env python3
"""tex.py PROGRAM.json > book.tex

The benchmark's document for pdfLaTeX: A5, 10 pt, justified, hyphenated; contents, agenda with page
references, abstracts, biographies, index. Letters that T1 has not lose their accents or become a
question mark, as pdfLaTeX cannot set them."""
import json
import re
import sys
import unicodedata

T1 = set(
    "àáâãäåæçèéêëìíîïñòóôõöøùúûüýÿßÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÑÒÓÔÕÖØÙÚÛÜÝþÞðÐ"
    "ŁłŠšŽžĐđŘřĚěČčĎďŇňŤťŮůŚśŹźŻżĄąĘęĆćŃńŐőŰűĞğİıŞşŢţĂăŸœŒ–—“”‘’·"
)
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "%": r"\%", "&": r"\&", "#": r"\#",
    "$": r"\$", "_": r"\_", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}",
}
ADDRESS = re.compile(r"https?://\S*[\w/]")
HEAD = r"""\documentclass[10pt]{article}
\usepackage[paperwidth=148mm,paperheight=210mm,hmargin=18mm,top=20mm,bottom=18mm,headsep=6mm]{geometry}
\usepackage[T1]{fontenc}\usepackage[utf8]{inputenc}\usepackage{textcomp}\usepackage{mathptmx}
\usepackage[english]{babel}\usepackage{microtype}\usepackage{fancyhdr,multicol,url}\urlstyle{same}
\usepackage[hidelinks]{hyperref}
\clubpenalty=10000\widowpenalty=10000\emergencystretch=1em
\pagestyle{fancy}\fancyhf{}\fancyhead[C]{\small\itshape\leftmark}\fancyfoot[C]{\thepage}\renewcommand\headrulewidth{0pt}
\setcounter{secnumdepth}{-2}\setcounter{tocdepth}{3}
\makeatletter\renewcommand\subsubsection{\@startsection{subsubsection}{3}{0pt}{-3.25ex plus -1ex minus -.2ex}{1.5ex plus .2ex}{\normalfont\normalsize\itshape}}\makeatother
\setlength\parindent{1em}
\def\sess#1{\subsubsection{#1}\markboth{#1}{}}
\newcommand\talk[4]{\par\addvspace{10pt}\noindent{\raggedright\large\bfseries #1\phantomsection\label{#4}\par}\nobreak{\raggedright\noindent #2\par}\nobreak{\noindent\small #3\par}\nobreak\vskip2pt}
\newcommand\ag[3]{{\raggedright\hangindent3em\hangafter1\noindent #1\quad #2\nobreak\dotfill\pageref{#3}\par}}
\begin{document}
"""


def folded(text):
    out = []
    for letter in text:
        if ord(letter) < 128 or letter in T1:
            out.append(letter)
            continue
        parts = unicodedata.normalize("NFD", letter)
        bare = "".join(part for part in parts if not unicodedata.combining(part))
        fits = bare and all(ord(part) < 128 or part in T1 for part in bare)
        out.append(bare if fits else "?")
    return "".join(out)


def tex(text):
    text = folded(text)
    out, at = [], 0
    for match in ADDRESS.finditer(text):
        out += [SPECIAL.get(letter, letter) for letter in text[at : match.start()]]
        address = match.group().replace("%", r"\%").replace("#", r"\#")
        out.append(r"\url{" + address + "}")
        at = match.end()
    return "".join(out + [SPECIAL.get(letter, letter) for letter in text[at:]])


def write_agenda(write, days, talks, people):
    write("\\section{Agenda}\n")
    for day in days:
        write("\\subsection{%s}\\markboth{%s}{}\n" % (day["date"], day["date"]))
        for session in day["sessions"]:
            write(
                "\\par\\addvspace{8pt}{\\noindent\\raggedright\\textbf{%s\\quad %s} --- %s\\par}\\nobreak\n"
                % (session["start"], tex(session["title"]), tex(session["room"]))
            )
            for name in session["talks"]:
                talk = talks[name]
                speakers = ", ".join(people[one]["name"] for one in talk["speakers"])
                words = "%s --- \\emph{%s}" % (tex(talk["title"]), tex(speakers))
                write("\\ag{%s}{%s}{%s}\n" % (talk["start"], words, name))


def write_talk(write, talk, people):
    speakers = ", ".join(
        "\\textbf{%s} (%s)" % (tex(people[one]["name"]), tex(people[one]["affiliation"]))
        for one in talk["speakers"]
    )
    hours = "%s--%s, %s" % (talk["start"], talk["end"], tex(talk["room"]))
    write("\\talk{%s}{%s}{%s}{%s}\n" % (tex(talk["title"]), speakers, hours, talk["id"]))
    paragraphs = [tex(text) for text in talk["abstract"]]
    write("\\noindent " + "\n\n".join(paragraphs) + "\n\n")


def write_abstracts(write, days, talks, people):
    write("\\clearpage\\section{Abstracts}\n")
    for day in days:
        write("\\subsection{Abstracts of %s}\n" % day["date"])
        for session in day["sessions"]:
            write("\\sess{%s}\n" % tex(session["title"]))
            for name in session["talks"]:
                write_talk(write, talks[name], people)


def write_people(write, people, where):
    write("\\clearpage\\section{Speakers}\\markboth{Speakers}{}\n")
    for person in people:
        write(
            "\\par\\addvspace{8pt}{\\noindent\\raggedright\\textbf{%s}, \\emph{%s}"
            "\\phantomsection\\label{%s}\\par}\\nobreak\\noindent %s\n\n"
            % (tex(person["name"]), tex(person["affiliation"]), person["id"], tex(person["bio"]))
        )
    write("\\clearpage\\section{Index of speakers}\\markboth{Index}{}\n")
    write("\\begin{multicols}{2}\\small\\raggedright\\parindent0pt\n")
    for person in people:
        pages = ", ".join("\\pageref{%s}" % talk for talk in where[person["id"]])
        write(
            "\\hangindent1em\\hangafter1 %s, %s, \\emph{\\pageref{%s}}\\par\n"
            % (tex(person["sort"]), pages, person["id"])
        )
    write("\\end{multicols}\n")


def main():
    program = json.load(open(sys.argv[1], encoding="utf-8"))
    write = sys.stdout.write
    people = {person["id"]: person for person in program["speakers"]}
    talks = {talk["id"]: talk for talk in program["talks"]}
    where = {}
    for talk in program["talks"]:
        for one in talk["speakers"]:
            where.setdefault(one, []).append(talk["id"])
    event = program["event"]
    write(HEAD)
    write(
        "\\begin{titlepage}\\centering\\vspace*{\\fill}{\\Huge %s\\par}\\bigskip %s"
        "\\vspace*{\\fill}\\end{titlepage}\n\\tableofcontents\n\\clearpage\n"
        % (tex(event["name"]), tex(event["place"]))
    )
    write_agenda(write, program["days"], talks, people)
    write_abstracts(write, program["days"], talks, people)
    ordered = sorted(program["speakers"], key=lambda person: person["sort"])
    write_people(write, ordered, where)
    write("\\end{document}\n")


main()

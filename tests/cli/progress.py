"""progress.py EVENT OUT: how far a run is, as it is said on a terminal that can move its cursor, on one
that cannot, and on a pipe. Runs on terminals are stopped again and again, so that they last longer than the
half second after which they speak, however fast the machine is. Prints TAP."""

import os
import pty
import re
import signal
import subprocess
import sys
import threading
import time

import tap

PROGRAM = os.environ["BIFOLIO"]
RUN, REST = 0.005, 0.11 # seconds; a rest is longer than what lies between two drawings
TAKE_AWAY = "\r\x1b[K"
DRAWN = re.compile(r"\r\x1b\[K(reading|checking|setting|writing|drawing)(?: (\d+) %)?")


def hold_back(child, ended):
	"""Lets it run for a moment at a time."""
	while not ended.is_set():
		os.kill(child, signal.SIGSTOP)
		time.sleep(REST)
		os.kill(child, signal.SIGCONT)
		time.sleep(RUN)


def read_all(screen):
	out = b""
	while True:
		try:
			piece = os.read(screen, 65536)
		except OSError: # the other end is closed
			return out
		if not piece:
			return out
		out += piece


def on_terminal(terminal, arguments):
	"""Exit status, and all that the terminal was told."""
	child, screen = pty.fork()
	if child == 0:
		os.environ["TERM"] = terminal
		os.execv(PROGRAM, [PROGRAM] + arguments)
	ended = threading.Event()
	holder = threading.Thread(target=hold_back, args=(child, ended))
	holder.start()
	out = read_all(screen)
	ended.set()
	holder.join()
	_, status = os.waitpid(child, 0)
	os.close(screen)
	return os.waitstatus_to_exitcode(status), out.decode()


def shares(told):
	"""Of each phase the shares that were said, in their order."""
	phases = {}
	for phase, share in DRAWN.findall(told):
		phases.setdefault(phase, [])
		phases[phase] += [int(share)] if share else []
	return phases


def without_line(told):
	"""What is left when all lines of progress are taken away, without colours."""
	left = re.sub(DRAWN.pattern, "", told).replace(TAKE_AWAY, "")
	return re.sub(r"\x1b\[[0-9;]*m", "", left).replace("\r\n", "\n")


def look_at(checks, arguments, pipe):
	status, told = on_terminal("xterm", arguments)
	phases = shares(told)
	name = " ".join(arguments[3:]) + ": "
	checks.check(name + "done", status == 0, told)
	checks.check(name + "setting and writing are said", {"setting", "writing"} <= set(phases), phases)
	grow = [said == sorted(said) and all(0 <= share <= 100 for share in said) for said in phases.values()]
	checks.check(name + "shares grow", all(grow), phases)
	checks.check(name + "and are told on the way", len(set(phases.get("setting", []))) > 1, phases)
	checks.check(name + "the line is taken away", told.endswith(TAKE_AWAY), told)
	# Each drawing is followed by nothing but what takes it away.
	behind = [after for after in DRAWN.split(told)[3::3] if not after.startswith(TAKE_AWAY) and after]
	checks.check(name + "always before anything is told", not behind, behind)
	checks.check(name + "a pipe is told the same", without_line(told) == pipe.stderr, without_line(told))


def main():
	event, out = sys.argv[1:]
	build = ["build", event, "-o", out]
	checks = tap.Tap()
	pipe = subprocess.run([PROGRAM] + build, capture_output=True, text=True)
	checks.check("a pipe is told nothing of it", pipe.returncode == 0 and not re.search(r"\r|ing \d+ %", pipe.stderr + pipe.stdout))
	status, told = on_terminal("dumb", build)
	checks.check("a cursor that cannot be moved is not", status == 0 and without_line(told) == told.replace("\r\n", "\n") == pipe.stderr, told)
	look_at(checks, build + ["-j1"], pipe)
	look_at(checks, build + ["-j3"], pipe)
	status, told = on_terminal("xterm", build + ["--only=leaflet"])
	left = told.rpartition("\x1b[K")[2]
	checks.check("a mistake in the options stands alone", status == 2 and left.startswith("bifolio: there is no document"), told)
	checks.finish()


main()

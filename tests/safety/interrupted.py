"""interrupted.py EVENT FOLDER: a build of a long book that is interrupted, by Ctrl-C or the like, at
moments spread over the time it takes: what was there before is whole, or the new file is, and the next
build leaves nothing else. Prints TAP."""

import os
import shutil
import signal
import subprocess
import sys
import time

import tap

MOMENTS = 6


def start(event, out):
	# Who runs the tests in the background has them ignore Ctrl-C.
	return subprocess.Popen(
		[os.environ["BIFOLIO"], "build", event, "-o", out],
		stderr=subprocess.DEVNULL,
		preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
	)


def contents(folder):
	found = {}
	for name in os.listdir(folder):
		with open(os.path.join(folder, name), "rb") as file:
			found[name] = file.read()
	return found


def put_earlier(out, names):
	for name in names:
		with open(os.path.join(out, name), "wb") as file:
			file.write(b"an earlier file")


def interrupt(event, out, moment, number):
	"""Exit status; that of whom a signal ended is minus its number."""
	run = start(event, out)
	time.sleep(moment)
	run.send_signal(number)
	return run.wait()


def main():
	event, folder = sys.argv[1:]
	out = os.path.join(folder, "out.d")
	checks = tap.Tap()
	began = time.monotonic()
	checks.check("a build", start(event, out).wait() == 0)
	took = time.monotonic() - began
	fresh = contents(out)
	stopped = 0
	for i in range(MOMENTS):
		put_earlier(out, fresh)
		number = (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)[i % 3]
		status = interrupt(event, out, took * (i + 0.5) / MOMENTS, number)
		stopped += status == -number
		checks.check("%d of %d: ended by the signal, or done before" % (i + 1, MOMENTS), status in (-number, 0), status)
		now = contents(out)
		whole = [name for name in fresh if now.get(name) in (fresh[name], b"an earlier file")]
		checks.check("every file is the old whole one or the new", sorted(whole) == sorted(fresh), now.keys())
	checks.check("some were ended by the signal", stopped > 0)
	checks.check("the next build", start(event, out).wait() == 0)
	checks.check("leaves its files and nothing else", contents(out) == fresh, os.listdir(out))
	shutil.rmtree(out)
	checks.check("where there was nothing", interrupt(event, out, took / 2, signal.SIGINT) in (-signal.SIGINT, 0))
	left = [name for name in os.listdir(out) if not name.startswith(".")] if os.path.isdir(out) else []
	checks.check("there is no half of a file", all(contents(out)[name] == fresh[name] for name in left), left)
	checks.finish()


main()

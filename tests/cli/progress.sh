# A build that takes longer than half a second says on a terminal how far it is: see progress.py.
python3 -B tests/bench/gen/genprog.py 50 >"$TEST_TMP/program.json" &&
	python3 -B tests/bench/content.py "$TEST_TMP/program.json" "$TEST_TMP/event" || exit 1
PYTHONPATH=tests exec python3 -B tests/cli/progress.py "$TEST_TMP/event" "$TEST_TMP/out.d"

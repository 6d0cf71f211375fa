# A long build that is interrupted leaves earlier files whole: see interrupted.py.
python3 -B tests/bench/gen/genprog.py 1000 >"$TEST_TMP/program.json" &&
	python3 -B tests/bench/content.py "$TEST_TMP/program.json" "$TEST_TMP/event" || exit 1
sed -i 's/documents: .*/documents: [booklet, poster-agenda]/' "$TEST_TMP/event/event.yaml"
PYTHONPATH=tests exec python3 -B tests/safety/interrupted.py "$TEST_TMP/event" "$TEST_TMP"

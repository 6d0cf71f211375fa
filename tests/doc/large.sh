# A large programme, in which every talk must be found: see large.py. TALKS: how many.
set -eu
talks=${TALKS:-1000}
python3 tests/bench/gen/genprog.py "$talks" >"$TEST_TMP/program.json"
python3 tests/bench/content.py "$TEST_TMP/program.json" "$TEST_TMP/event"
exec python3 -B tests/doc/large.py "$TEST_TMP/program.json" "$TEST_TMP/event" "$TEST_TMP/out"

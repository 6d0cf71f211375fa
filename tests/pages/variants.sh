# Settings that change how a booklet is composed, each in a copy of an event: see variants.py.
exec python3 -B tests/pages/variants.py "$TEST_TMP"

# Every byte of a paragraph stands on the pages once: see covered.py.
exec python3 -B tests/text/covered.py "$TEST_TMP"

# Page numbers where their digits grow: see page-numbers.py.
exec python3 -B tests/layout/page-numbers.py "$TEST_TMP"

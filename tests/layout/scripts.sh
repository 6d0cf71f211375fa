# Pages of the Arabic and the Japanese event against DESIGN-2 F1 and F2: see scripts.py.
exec python3 -B tests/layout/scripts.py "$TEST_TMP"

# Hard events in every mode and size: no widow, no heading alone, no entry of a list divided, feet
# and baselines alike in spreads. See prose_cases.py.
exec python3 -B tests/layout/prose_cases.py "$TEST_TMP"

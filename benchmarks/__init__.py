"""Speed as ratios to the bare library, both measured in the same run: `python3 run.py bench`."""

"""The parts of the list of visits: its filter, its columns, its paper."""

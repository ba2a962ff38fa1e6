"""The settings: SECTIONS (sections.py) lists them, a section a module."""

"""The first screen of the day, a card a module."""

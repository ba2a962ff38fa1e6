"""The settings, a card a module."""

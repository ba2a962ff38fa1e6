"""Data that ships with the program: fonts, icons, theme, translations, templates."""

"""LED signs: what must be on them, drawn to the pixel, made so again and again."""

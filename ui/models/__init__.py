"""Item models: what the desk knows, as Qt's views ask for it."""

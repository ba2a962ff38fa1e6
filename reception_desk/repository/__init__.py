"""The store: the only package that opens a session."""

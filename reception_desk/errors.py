"""Foreseen trouble: sentences that a receptionist may read."""


class ReceptionError(Exception):
    """Something that was foreseen; its text is fit to be shown, in the reader's language."""

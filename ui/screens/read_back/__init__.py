"""The card for the phone: what is repeated to the other side, one fact at a time (5.2, F6)."""

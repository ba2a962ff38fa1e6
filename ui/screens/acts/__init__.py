"""Sheets for what is done with a whole visit: moved, copied, called off, brought back from the bin."""

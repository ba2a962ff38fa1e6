"""How each hand-out is drawn: the only part of paper that needs ReportLab, imported when the first one is drawn."""

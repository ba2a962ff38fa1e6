"""How the procedure was kept: of a month and of a visit, clause by clause (5.22)."""

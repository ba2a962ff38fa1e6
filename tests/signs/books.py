"""The real books of signs on a temporary data folder: leases and sendings."""

from reception_desk.desk import open_desk
from tests.signs.queue import NOON


class Books:
    """A desk with so many signs, of which only the books are used."""

    def __init__(self, folder, signs=1):
        self.desk = open_desk(folder, NOON)
        for number in range(len(self.desk.signs.all()), signs):
            self.desk.signs.add(f"Sign {number + 1}", NOON, idle_text="")
        self.kept = self.desk.sign_books

    def history(self, sign_id=1):
        """What was sent, the first first."""
        return list(reversed(self.kept.history(sign_id, 100_000)))

    def close(self):
        self.desk.close()

"""The screens of a window, each made when it is first wanted: the window is usable with the first of them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

from ui.screens import Place
from ui.screens.screen import Screen


class ScreensMade(Mapping[str, Screen]):
    """Every screen by its name; asking for one makes it."""

    def __init__(self, places: Sequence[Place], make: Callable[[type[Screen]], Screen]) -> None:
        self.places = {place.name: place for place in places}
        self._make = make
        self._made: dict[str, Screen] = {}

    def __getitem__(self, name: str) -> Screen:
        if name not in self._made:
            self._made[name] = self._make(self.places[name].load())
        return self._made[name]

    def __iter__(self) -> Iterator[str]:
        return iter(self.places)

    def __len__(self) -> int:
        return len(self.places)

    def made(self) -> list[Screen]:
        """Those that have been wanted so far."""
        return list(self._made.values())

"""The texts of a tree of elements, and how words of one become elements."""

from dataclasses import dataclass
from xml.etree.ElementTree import Element

Replacement = tuple[int, int, list[str | Element]]  # from, to, what to put there


@dataclass(frozen=True, eq=False)
class Slot:
    """A text of the tree: the one that opens an element, or the one behind one of its children."""

    element: Element
    child: Element | None = None

    @property
    def text(self) -> str:
        """What stands there."""
        return (self.element.text if self.child is None else self.child.tail) or ""

    def change(self, changes: list[Replacement]) -> None:
        """Put other texts and elements instead of some stretches."""
        items: list[str | Element] = []
        end = 0
        for start, stop, new in changes:
            items += [self.text[end:start], *new]
            end = stop
        self._fill([*items, self.text[end:]])

    def _fill(self, items: list[str | Element]) -> None:
        before = ""
        made: list[Element] = []
        for item in items:
            if not isinstance(item, str):
                made.append(item)
            elif made:
                made[-1].tail = (made[-1].tail or "") + item
            else:
                before += item
        if self.child is None:
            self.element.text, index = before, 0
        else:
            self.child.tail, index = before, list(self.element).index(self.child) + 1
        self.element[index:index] = made

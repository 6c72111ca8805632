"""A page of a PDF as an office sees it: a picture at print resolution, and where each line of words stands on it."""

from dataclasses import dataclass
from functools import cached_property

import pypdfium2
from PIL import Image

DOTS_PER_MM = 8
POINTS_PER_MM = 72 / 25.4
# What is darker than this is ink; the grey hint of a stamp is, the edge of a letter's shadow is not.
INK = 200


@dataclass(frozen=True)
class Box:
    """A rectangle on the paper, in millimetres from its upper left corner."""

    left: float
    top: float
    right: float
    bottom: float

    @property
    def width(self) -> float:
        """How wide it is."""
        return self.right - self.left

    @property
    def height(self) -> float:
        """How high it is."""
        return self.bottom - self.top

    def covers(self, other: "Box") -> bool:
        """Whether some of the other lies in it."""
        across = min(self.right, other.right) - max(self.left, other.left)
        down = min(self.bottom, other.bottom) - max(self.top, other.top)
        return across > 0 and down > 0


class Sheet:
    """One page of a PDF, drawn."""

    def __init__(self, content: bytes, number: int = 0):
        document = pypdfium2.PdfDocument(content)
        self.pages = len(document)
        page = document[number]
        self.width, self.height = (side / POINTS_PER_MM for side in page.get_size())
        self.picture: Image.Image = page.render(scale=DOTS_PER_MM / POINTS_PER_MM, grayscale=True).to_pil().convert("L")
        words = page.get_textpage()
        rows = [words.get_rect(number) for number in range(words.count_rects())]
        self._words = [(self._box(row), words.get_text_bounded(*row).strip()) for row in rows]
        pictures = page.get_objects(filter=[pypdfium2.raw.FPDF_PAGEOBJ_IMAGE])
        self.images = [self._box(image.get_bounds()) for image in pictures]
        document.close()

    @cached_property
    def ink(self) -> Image.Image:
        """White where there is ink, black where there is paper."""
        return self.picture.point(lambda grey: 255 if grey < INK else 0)

    @property
    def paper(self) -> Box:
        """The whole page."""
        return Box(0, 0, self.width, self.height)

    @property
    def inked(self) -> Box:
        """The smallest rectangle in which all ink lies."""
        return Box(*(dots / DOTS_PER_MM for dots in self.ink.getbbox()))

    @property
    def lines(self) -> list[tuple[Box, str]]:
        """Each piece of a line of words, and where it stands."""
        return [(box, text) for box, text in self._words if text]

    def share(self, box: Box) -> float:
        """How much of a rectangle is ink, between 0 and 1."""
        part = self.ink.crop(_dots(box))
        return part.histogram()[255] / (part.width * part.height)

    def find(self, text: str) -> Box:
        """Where the last line with these words stands."""
        return [box for box, words in self.lines if text in words][-1]

    def is_dark(self, across: float, down: float) -> bool:
        """Whether the paper is dark at a point."""
        return self.picture.getpixel((round(across * DOTS_PER_MM), round(down * DOTS_PER_MM))) < 128

    def _box(self, bounds) -> Box:
        left, bottom, right, top = (side / POINTS_PER_MM for side in bounds)
        return Box(left, self.height - top, right, self.height - bottom)


def _dots(box: Box) -> tuple[int, int, int, int]:
    return tuple(round(side * DOTS_PER_MM) for side in (box.left, box.top, box.right, box.bottom))

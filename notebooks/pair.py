"""Writes each notebook's .ipynb from its .py, without outputs; --check only compares.

    python notebooks/pair.py [--check]
"""

from __future__ import annotations

import sys
from pathlib import Path

import jupytext
import nbformat

FOLDER = Path(__file__).resolve().parent


def sources() -> list[Path]:
    return sorted(FOLDER.glob("[0-9][0-9]_*.py"))


def notebook(source: Path) -> str:
    """The text of the .ipynb that belongs to a .py; cells are numbered, so that it is the same every time."""
    cells = jupytext.read(source)
    for number, cell in enumerate(cells.cells, start=1):
        cell["id"] = f"cell-{number:02d}"
    cells.metadata["kernelspec"] = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return nbformat.writes(cells, version=4, indent=1) + "\n"


def main() -> int:
    unequal = []
    for source in sources():
        paired = source.with_suffix(".ipynb")
        if "--check" not in sys.argv:
            paired.write_text(notebook(source), encoding="utf-8")
        elif not paired.is_file() or paired.read_text(encoding="utf-8") != notebook(source):
            unequal.append(paired.name)
    if unequal:
        print(f"Not as their .py files say: {', '.join(unequal)}. Run: python notebooks/pair.py", file=sys.stderr)
    return 1 if unequal else 0


if __name__ == "__main__":
    sys.exit(main())

"""The notebooks: paired, without outputs, and running top to bottom on a lake with plots."""

from __future__ import annotations

import json
import os
import sys
import tempfile
import unittest
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import nbformat
from nbclient import NotebookClient
from nbclient.exceptions import CellExecutionError

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "notebooks"
NAMES = [
    "01_weekly_share",
    "02_sentiment_trends",
    "03_alliances_and_tension",
    "04_stated_market_share",
    "05_without_spark",
]
sys.path.insert(0, str(FOLDER))

import pair  # noqa: E402  (it lies in the notebooks' folder)


def run(name: str):
    notebook = nbformat.read(FOLDER / f"{name}.ipynb", as_version=4)
    NotebookClient(notebook, timeout=300, resources={"metadata": {"path": str(FOLDER)}}).execute()
    return notebook


class Notebooks(unittest.TestCase):
    def test_every_source_has_its_paired_notebook_without_outputs(self):
        self.assertEqual([source.stem for source in pair.sources()], NAMES)
        for source in pair.sources():
            written = source.with_suffix(".ipynb").read_text(encoding="utf-8")
            self.assertEqual(written, pair.notebook(source), f"{source.name}: run python notebooks/pair.py")
            for cell in json.loads(written)["cells"]:
                self.assertFalse(cell.get("outputs"), f"{source.stem} holds outputs")
                self.assertIsNone(cell.get("execution_count"))

    def test_every_notebook_runs_top_to_bottom_and_draws(self):
        with ThreadPoolExecutor(max_workers=2) as two:
            for name, notebook in zip(NAMES, two.map(run, NAMES)):
                outputs = [output for cell in notebook.cells for output in cell.get("outputs", [])]
                plots = [output for output in outputs if "image/png" in output.get("data", {})]
                tables = [output for output in outputs if "text/html" in output.get("data", {})]
                self.assertTrue(plots, f"{name} draws nothing")
                self.assertTrue(all(len(plot["data"]["image/png"]) > 5000 for plot in plots), f"{name} draws an empty plot")
                self.assertTrue(tables, f"{name} shows no table")

    def test_a_missing_lake_is_told_with_its_remedy_and_without_a_stack_trace(self):
        lake = os.environ["NEWSTIDE_LAKE"]
        with tempfile.TemporaryDirectory() as empty:
            os.environ["NEWSTIDE_LAKE"] = empty
            try:
                with self.assertRaises(CellExecutionError) as raised:
                    run("05_without_spark")
            finally:
                os.environ["NEWSTIDE_LAKE"] = lake
        self.assertIn(f"LAKE_MISSING: {empty}: here are no tables of Newstide.", raised.exception.traceback)
        self.assertIn("scripts/quickstart.sh", raised.exception.traceback)
        self.assertNotIn("Traceback", raised.exception.traceback)
        self.assertNotIn("lake.py", raised.exception.traceback)


if __name__ == "__main__":
    unittest.main(verbosity=2)

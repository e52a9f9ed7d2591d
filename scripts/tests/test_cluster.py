"""The sample on a standalone Spark cluster, a master and two workers on this machine: the tables of a local run.

Needs: SPARK_HOME (a Spark 3.5) and NEWSTIDE_JAR. scripts/test-analysts.sh sets them.
"""

from __future__ import annotations

import os
import re
import subprocess
import tempfile
import time
import unittest
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[1] / "newstide"
SPARK_CLASS = Path(os.environ["SPARK_HOME"]) / "bin" / "spark-class"
PATIENCE_SECONDS = 60


def newstide(*arguments: str) -> str:
    return subprocess.run([str(LAUNCHER), *arguments], check=True, stdout=subprocess.PIPE, text=True).stdout


class OnACluster(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="newstide-cluster-", ignore_cleanup_errors=True)
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)

    def daemon(self, log: str, name: str, *arguments: str) -> Path:
        written = self.folder / log
        command = [str(SPARK_CLASS), f"org.apache.spark.deploy.{name}", "--host", "localhost", *arguments]
        with written.open("w") as output:
            running = subprocess.Popen(command, stdout=output, stderr=subprocess.STDOUT)
        self.addCleanup(running.wait)
        self.addCleanup(running.terminate)
        return written

    def said(self, log: Path, pattern: str) -> str:
        until = time.monotonic() + PATIENCE_SECONDS
        while time.monotonic() < until:
            found = re.search(pattern, log.read_text())
            if found:
                return found.group()
            time.sleep(0.5)
        self.fail(f"{log} has no {pattern}:\n{log.read_text()}")

    def test_the_tables_are_those_of_a_local_run(self):
        log = self.daemon("master.log", "master.Master", "--port", "0", "--webui-port", "0")
        master = self.said(log, r"spark://localhost:\d+")
        for worker in ("a", "b"):
            work = str(self.folder / worker)
            log = self.daemon(
                f"{worker}.log", "worker.Worker", "--cores", "1", "--memory", "3g", "--webui-port", "0",
                "--work-dir", work, master,
            )  # fmt: skip
            self.said(log, "Successfully registered with master")

        lake, local = str(self.folder / "lake"), str(self.folder / "local")
        newstide("--master", master, "--conf", "spark.executor.memory=2g", "run", "--lake", lake)

        self.assertTrue(list(self.folder.glob("[ab]/app-*/*/stderr")), "no executor of the cluster was at work")
        newstide("run", "--lake", local)
        digest = newstide("digest", "--lake", lake)
        self.assertIn("entity_week", digest)
        self.assertEqual(digest, newstide("digest", "--lake", local))


if __name__ == "__main__":
    unittest.main()

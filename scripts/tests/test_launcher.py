"""What scripts/newstide hands to spark-submit, with a stand-in that prints its arguments.

Needs: a JDK 17. The jar is an empty file: nothing of Newstide runs.
"""

from __future__ import annotations

import os
import shlex
import subprocess
import tempfile
import unittest
from pathlib import Path

LAUNCHER = Path(__file__).resolve().parents[1] / "newstide"


class Launching(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory(prefix="newstide-launcher-")
        self.addCleanup(folder.cleanup)
        self.folder = Path(folder.name)
        submit = self.folder / "bin" / "spark-submit"
        submit.parent.mkdir()
        submit.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
        submit.chmod(0o755)
        self.jar = self.folder / "newstide.jar"
        self.jar.touch()

    def launch(self, *arguments: str, jar: str | None = None) -> subprocess.CompletedProcess:
        environment = {**os.environ, "SPARK_HOME": str(self.folder), "NEWSTIDE_JAR": jar or str(self.jar)}
        return subprocess.run([str(LAUNCHER), *arguments], env=environment, capture_output=True, text=True)

    def submitted(self, *arguments: str, jar: str | None = None) -> list[str]:
        done = self.launch(*arguments, jar=jar)
        self.assertEqual(done.returncode, 0, done.stderr)
        return done.stdout.splitlines()

    def test_options_before_the_command_are_sparks_and_those_behind_it_newstides(self):
        given = self.submitted("--master", "yarn", "--files", "news.conf", "run", "--config", "news.conf")
        command = given.index(str(self.jar))
        self.assertEqual(given[command + 1 :], ["run", "--config", "news.conf"])
        spark = given[:command]
        self.assertEqual(spark[spark.index("--master") + 1], "yarn")
        self.assertEqual(spark[spark.index("--files") + 1], "news.conf")
        self.assertEqual(spark[spark.index("--class") + 1], "org.newstide.command.Newstide")

    def test_a_default_steps_back_where_the_user_has_spoken(self):
        self.assertIn("spark.driver.memory=4g", self.submitted("run"))
        settings = self.folder / "spark.properties"
        settings.write_text("spark.driver.memory 9g\n")
        self.assertNotIn("spark.driver.memory=4g", self.submitted("--properties-file", str(settings), "run"))
        mine = self.submitted("--conf", "spark.driver.memory=8g", "run")
        self.assertIn("spark.driver.memory=8g", mine)
        self.assertNotIn("spark.driver.memory=4g", mine)

    def test_java_options_of_the_user_stand_beside_newstides(self):
        settings = self.folder / "spark.properties"
        settings.write_text("spark.driver.extraJavaOptions -Dmine=2\n")
        for arguments, mine in (
            (["--conf", "spark.driver.extraJavaOptions=-Dmine=1 -Xlog:gc"], "-Dmine=1 -Xlog:gc"),
            (["--properties-file", str(settings)], "-Dmine=2"),
        ):
            given = self.submitted(*arguments, "run")
            java = given[given.index("--driver-java-options") + 1]
            self.assertIn("-Duser.timezone=UTC", java)
            self.assertIn(mine, java)
            self.assertFalse([one for one in given if one.startswith("spark.driver.extraJavaOptions")])

    def test_an_option_with_a_folders_space_stays_one(self):
        jar = self.folder / "my news" / "newstide.jar"
        jar.parent.mkdir()
        jar.touch()
        given = self.submitted("run", jar=str(jar))
        options = shlex.split(given[given.index("--driver-java-options") + 1])
        place = f"{self.folder}/my%20news/newstide.jar"
        self.assertIn(f"-Dlog4j2.configurationFile=jar:file:{place}!/log4j2.properties", options)

    def test_a_jar_in_an_image_is_taken_with_what_lies_beside_it_there(self):
        for jar in ("local:///opt/newstide/newstide.jar", "local:/opt/newstide/newstide.jar"):
            given = self.submitted("--master", "k8s://https://api:6443", "--deploy-mode", "cluster", "run", jar=jar)
            self.assertEqual(given[-2:], [jar, "run"])
            java = given[given.index("--driver-java-options") + 1]
            self.assertIn("-Dnewstide.home=/opt/newstide ", java)
            self.assertIn("=jar:file:/opt/newstide/newstide.jar!/log4j2.properties", java)
            self.assertEqual(self.submitted("run", "--help", jar=jar)[-3:], [jar, "run", "--help"])

    def test_what_cannot_start_says_why(self):
        for arguments, jar, problem in (
            (["--master"], None, "--master has no value"),
            (["--mastr", "yarn", "run"], None, "unknown launcher option --mastr"),
            (["--properties-file", "nowhere", "run"], None, "the properties file cannot be read"),
            (["run"], str(self.folder / "none.jar"), "Newstide is not built"),
        ):
            done = self.launch(*arguments, jar=jar)
            self.assertEqual(done.returncode, 2)
            self.assertIn(problem, done.stderr)
            self.assertIn("remedy:", done.stderr)


if __name__ == "__main__":
    unittest.main()

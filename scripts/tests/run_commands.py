"""Runs Newstide commands one after another in one JVM: the same main class and arguments as spark-submit gets.

    python scripts/tests/run_commands.py JAR < commands.json      (a list of lists of arguments)
"""

from __future__ import annotations

import json
import os
import sys

from pyspark import SparkConf
from pyspark.java_gateway import launch_gateway

jar, home = sys.argv[1], os.environ["NEWSTIDE_HOME"]
conf = SparkConf(loadDefaults=False)
for key, value in {
    "spark.master": "local[2]",
    "spark.driver.memory": "2g",
    "spark.driver.extraClassPath": jar,
    "spark.driver.extraJavaOptions": f'"-Dnewstide.home={home}" -Duser.timezone=UTC '
    f"-Dlog4j2.configurationFile=jar:file:{jar.replace(' ', '%20')}!/log4j2.properties",
    "spark.ui.enabled": "false",
    **json.loads(os.environ.get("NEWSTIDE_SPARK_CONF", "{}")),
}.items():
    conf.set(key, value)
gateway = launch_gateway(conf)
for command in json.load(sys.stdin):
    arguments = gateway.new_array(gateway.jvm.java.lang.String, len(command))
    for i, argument in enumerate(command):
        arguments[i] = argument
    # A failure ends this JVM by its exit code, and the next call with it.
    gateway.jvm.org.newstide.command.Newstide.main(arguments)
gateway.shutdown()

"""What a user would write instead: pyahocorasick over all names, VADER on the sentences that hold one.

Usage: baseline.py CORPUS_FOLDER CATALOG_FOLDER [FILES]   (two processes; FILES limits the files read)
"""

import glob
import multiprocessing
import re
import sys
import time

import ahocorasick
import pyarrow.parquet as parquet
import yaml
from vaderSentiment.vaderSentiment import SentimentIntensityAnalyzer

SENTENCE = re.compile(r"(?<=[.!?])\s+")


def names(catalog_folder):
    for path in sorted(glob.glob(f"{catalog_folder}/*.yaml")):
        with open(path, encoding="utf-8") as file:
            for entity in yaml.safe_load(file)["entities"]:
                for alias in entity["aliases"]:
                    yield (alias if isinstance(alias, str) else alias["name"]), entity["id"]


def automaton(catalog_folder):
    matcher = ahocorasick.Automaton()
    for name, entity in names(catalog_folder):
        matcher.add_word(name, (entity, len(name)))
    matcher.make_automaton()
    return matcher


def is_whole_word(text, start, end):
    return not (start > 0 and text[start - 1].isalnum()) and not (end < len(text) and text[end].isalnum())


def read(job):
    path, catalog_folder = job
    matcher, sentiment = automaton(catalog_folder), SentimentIntensityAnalyzer()
    characters = mentions = 0
    for batch in parquet.ParquetFile(path).iter_batches(columns=["title", "summary"]):
        for title, summary in zip(batch["title"].to_pylist(), batch["summary"].to_pylist()):
            text = f"{title or ''}. {summary or ''}"
            characters += len(text) - 2
            hits = [
                (end + 1 - length, end + 1, entity)
                for end, (entity, length) in matcher.iter(text)
                if is_whole_word(text, end + 1 - length, end + 1)
            ]
            if not hits:
                continue
            start = 0
            for sentence in SENTENCE.split(text):
                stop = text.index(sentence, start) + len(sentence)
                inside = [hit for hit in hits if start <= hit[0] and hit[1] <= stop]
                if inside:
                    sentiment.polarity_scores(sentence)
                    mentions += len(inside)
                start = stop
    return characters, mentions


def main():
    corpus, catalog_folder = sys.argv[1], sys.argv[2]
    paths = sorted(glob.glob(f"{corpus}/*.parquet"))
    if len(sys.argv) > 3:
        paths = paths[: int(sys.argv[3])]
    if not paths:
        sys.exit(f"baseline: no Parquet files in {corpus}")
    start = time.perf_counter()
    with multiprocessing.Pool(2) as pool:
        results = pool.map(read, [(path, catalog_folder) for path in paths], chunksize=1)
    seconds = time.perf_counter() - start
    characters = sum(result[0] for result in results)
    mentions = sum(result[1] for result in results)
    print(f"python baseline    {seconds:9.1f} {characters / seconds / 1e6:18.1f}   ({mentions:,} mentions, {len(paths)} files)")


if __name__ == "__main__":
    main()

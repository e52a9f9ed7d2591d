"""Prints, table by table, a hash of a lake's rows without their order; the ledger and run ids are left out.

    python scripts/tests/lake_digest.py LAKE
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path

from deltalake import DeltaTable

WEEKLY = (
    "corpus_week",
    "articles",
    "mentions",
    "relations",
    "share_claims",
    "entity_week",
    "pair_week",
    "reported_share",
)


def digest(table: str) -> dict:
    rows = DeltaTable(table).to_pyarrow_table().to_pylist()
    lines = sorted(json.dumps(row, sort_keys=True, default=str) for row in rows)
    weeks = sorted({str(row["week_start"]) for row in rows})
    return {"rows": len(rows), "weeks": weeks, "hash": hashlib.sha256("\n".join(lines).encode()).hexdigest()}


if __name__ == "__main__":
    lake = Path(sys.argv[1])
    print(json.dumps({table: digest(str(lake / table)) for table in WEEKLY}))

# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# # Without Spark
#
# The tables are plain Delta tables (reader version 1), so deltalake, Polars and DuckDB read them with no JVM. DuckDB gets
# Arrow tables from deltalake: some of its own Delta readers return wrong rows for filters on partition columns.

# %%
import duckdb
import matplotlib.pyplot as plt
import polars as pl
from deltalake import DeltaTable
from lake import lake_path, open_arrow

lake = lake_path()
tables = open_arrow()
{name: table.num_rows for name, table in tables.items()}

# %% [markdown]
# ## deltalake: schema, comments, versions

# %%
entity_week = DeltaTable(f"{lake}/entity_week")
print("version", entity_week.version(), "- reader version", entity_week.protocol().min_reader_version)
[(field.name, field.metadata.get("comment")) for field in entity_week.schema().fields[:6]]

# %% [markdown]
# ## Polars: lazily, only the columns and weeks that are needed

# %%
weekly = (
    pl.scan_delta(f"{lake}/entity_week")
    .filter((pl.col("category") == "cloud_provider") & (pl.col("level") == "organisation"))
    .group_by(pl.col("week_start").dt.truncate("1q").alias("quarter"), "entity_id")
    .agg(pl.col("stories").sum())
    .with_columns((100 * pl.col("stories") / pl.col("stories").sum().over("quarter")).alias("share"))
    .sort("quarter", "entity_id")
    .collect()
)
wide = weekly.pivot(on="entity_id", index="quarter", values="share").sort("quarter").fill_null(0)
wide

# %%
figure, axes = plt.subplots(figsize=(10, 4.5))
names = [name for name in wide.columns if name != "quarter"]
axes.stackplot(wide["quarter"].to_list(), *[wide[name].to_list() for name in names], labels=names)
axes.set(title="Share of voice by quarter, cloud providers", ylabel="%", ylim=(0, 100))
axes.margins(x=0)
axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
plt.show()

# %% [markdown]
# ## DuckDB: SQL over the same tables

# %%
connection = duckdb.connect()
for name, table in tables.items():
    connection.register(name, table)
by_sql = connection.sql("""
    SELECT date_trunc('quarter', week_start)::DATE AS quarter, entity_id, sum(stories)::BIGINT AS stories
    FROM entity_week WHERE category = 'cloud_provider' AND level = 'organisation'
    GROUP BY ALL ORDER BY quarter, entity_id
""").pl()
assert by_sql["stories"].to_list() == weekly["stories"].to_list()

# %%
connection.sql("""
    SELECT organisation_id, count(*) AS mentions, count(DISTINCT story_id) AS stories,
      round(avg(p_positive - p_negative), 2) AS tone
    FROM mentions GROUP BY organisation_id ORDER BY mentions DESC, organisation_id LIMIT 10
""").pl()

# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# # Share of voice, week by week
#
# How much of the attention within a category goes to whom? The figures come from `entity_week`; what they mean and
# how to read them stands in `docs/definitions.md`. Share of voice is attention within this corpus, never market share.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from delta.tables import DeltaTable
from lake import lake_path, open_spark

spark = open_spark()

# %% [markdown]
# ## What was measured
# A run commits one version of the table; its creation and `maintain` add others. Weeks that may still change are
# provisional.

# %%
DeltaTable.forPath(spark, f"{lake_path()}/entity_week").history(3).select("version", "timestamp", "operation").toPandas()

# %%
spark.sql("""
    SELECT min(week_label) AS first, max(week_label) AS last, count(DISTINCT week_start) AS weeks,
      count(DISTINCT if(is_provisional, week_start, NULL)) AS provisional
    FROM entity_week
""").toPandas()

# %% [markdown]
# ## Share of voice
# The basis is `stories`: syndicated copies count once. Quiet weeks make wild shares, so stories are summed over
# `WINDOW` weeks before they are divided. Try `articles`, `mentions`, or another category.

# %%
CATEGORY = "cloud_provider"
BASIS = "stories"
WINDOW = 8
MOST = 6

counts = spark.sql(f"""
    SELECT week_start, entity_id, {BASIS} AS n FROM entity_week
    WHERE category = '{CATEGORY}' AND level = 'organisation'
""").toPandas()
counts["week_start"] = pd.to_datetime(counts["week_start"])
wide = counts.pivot(index="week_start", columns="entity_id", values="n").astype(float)
wide = wide.reindex(pd.date_range(wide.index.min(), wide.index.max(), freq="7D")).fillna(0)
wide = wide[wide.sum().sort_values(ascending=False).index]
if len(wide.columns) > MOST:
    wide = wide.iloc[:, :MOST].assign(others=wide.iloc[:, MOST:].sum(axis=1))
rolling = wide.rolling(WINDOW, min_periods=1).sum()
share = rolling.div(rolling.sum(axis=1).replace(0, float("nan")), axis=0).dropna()
assert abs(share.sum(axis=1) - 1).max() < 1e-9

# %%
figure, axes = plt.subplots(figsize=(10, 4.5))
axes.stackplot(share.index, 100 * share.T.to_numpy(), labels=share.columns, alpha=0.9)
axes.set(title=f"Share of voice, {CATEGORY}, {BASIS} of {WINDOW} weeks", ylabel="%", ylim=(0, 100))
axes.margins(x=0)
axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
plt.show()

# %% [markdown]
# ## Four bases side by side
# Where they part, the difference is the finding: articles high and stories low is syndication; stories high and
# source-balanced low is one busy source.

# %%
bases = spark.sql(f"""
    SELECT entity_id, stories, share_of_voice_mentions AS mentions, share_of_voice_articles AS articles,
      share_of_voice_stories AS stories_share, share_of_voice_source_balanced AS source_balanced
    FROM entity_week
    WHERE category = '{CATEGORY}' AND level = 'organisation' AND stories > 0 AND week_start = (
      SELECT week_start FROM entity_week WHERE category = '{CATEGORY}' AND level = 'organisation'
      GROUP BY week_start ORDER BY sum(stories) DESC, week_start LIMIT 1)
    ORDER BY stories DESC, entity_id
""").toPandas().set_index("entity_id")
bases.round(3)

# %%
axes = (100 * bases.drop(columns="stories")).plot.barh(figsize=(9, 0.6 * len(bases) + 1.5), width=0.8)
axes.invert_yaxis()
axes.set(title="The week with most stories", xlabel="share of voice, %", ylabel="")
plt.show()

# %% [markdown]
# ## What moved
# `spike` is a robust z-score against the eight weeks before (`trends.spike_weeks`): 3 or more is worth a look.

# %%
spark.sql("""
    SELECT week_label, category, entity_id, stories, round(100 * change, 1) AS change_points, round(spike, 1) AS spike
    FROM entity_week WHERE level = 'organisation' AND spike IS NOT NULL
    ORDER BY entity_week.spike DESC, week_label, category, entity_id LIMIT 10
""").toPandas()

# %%
spark.stop()

# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# # Market shares that the news states
#
# `reported_share` holds what texts state ("AWS had 29% of the cloud market in the first quarter"), by organisation,
# market, geography, period, publisher, and vintage. It is never mixed with share of voice, and publishers are never
# mixed with each other: they measure different markets.

# %%
import matplotlib.pyplot as plt
import pandas as pd
from lake import open_spark

spark = open_spark()

# %%
stated = spark.sql("""
    SELECT organisation_id, period, publisher, market, geography, as_of, consensus, low, high, statements, approximate
    FROM reported_share WHERE period RLIKE '^[0-9]{4}' ORDER BY organisation_id, period, publisher, market, as_of
""").toPandas()
stated

# %% [markdown]
# ## By period and publisher

# %%
figure, axes = plt.subplots(figsize=(10, 4.5))
periods = sorted(stated["period"].unique())
for (organisation, publisher, market, geography), own in stated.groupby(
    ["organisation_id", "publisher", "market", "geography"]
):
    newest = own.sort_values("as_of").groupby("period")["consensus"].last()
    axes.plot(
        [periods.index(period) for period in newest.index],
        newest,
        "o-",
        label=", ".join([organisation, publisher or "publisher not named", market or "market not named", geography]).rstrip(", "),
    )
axes.set_xticks(range(len(periods)), periods)
axes.set(title="Stated market share, newest vintage", ylabel="%", ylim=(0, None))
axes.legend(loc="upper left", bbox_to_anchor=(1, 1), frameon=False)
plt.show()

# %% [markdown]
# ## Share of voice beside it
# The excess share of voice (ESOV) is a comparison that marketing uses: attention minus market share, in points. It
# compares two different things, and it hangs on the corpus: read its direction and its change, not its size. Shares of
# cloud markets only, of cloud providers only; the attention is that of the half year around the statement, while
# `report` takes the period that the statement names.

# %%
esov = spark.sql("""
    WITH stated AS (
      SELECT organisation_id, period, publisher, market, geography, max(as_of) AS as_of,
        max_by(consensus, as_of) AS stated
      FROM reported_share
      WHERE period RLIKE '^[0-9]{4}' AND market LIKE '%cloud%' AND market NOT LIKE '%gaming%'
        AND organisation_id IN (SELECT entity_id FROM entity_week WHERE category = 'cloud_provider')
      GROUP BY organisation_id, period, publisher, market, geography
    ),
    voice AS (
      SELECT stated.organisation_id, period, publisher, market, geography, stated,
        sum(if(week.entity_id = stated.organisation_id, week.stories, 0)) AS stories, sum(week.stories) AS all_stories
      FROM stated JOIN entity_week AS week
        ON week.category = 'cloud_provider' AND week.level = 'organisation'
        AND week.week_start BETWEEN stated.as_of - INTERVAL 91 DAYS AND stated.as_of + INTERVAL 91 DAYS
      GROUP BY stated.organisation_id, period, publisher, market, geography, stated
    )
    SELECT organisation_id, period, publisher, market, geography, stated, stories, round(100 * stories / all_stories, 1) AS share_of_voice,
      round(100 * stories / all_stories - stated, 1) AS esov_points
    FROM voice ORDER BY organisation_id, period, publisher, market, geography
""").toPandas()
esov

# %%
figure, axes = plt.subplots(figsize=(5.5, 5.5))
for organisation, own in esov.groupby("organisation_id"):
    axes.scatter(own["stated"], own["share_of_voice"], label=organisation)
top = max(10, 5 + pd.concat([esov["stated"], esov["share_of_voice"]]).max()) if len(esov) else 100
axes.plot([0, top], [0, top], color="grey", linewidth=0.8)
axes.set(title="Above the line: more talked about than its share", xlabel="stated market share, %", ylabel="share of voice, %")
axes.legend(frameon=False)
plt.show()

# %% [markdown]
# ## The sentences

# %%
pd.set_option("display.max_colwidth", 160)
spark.sql("""
    SELECT organisation_id, period, consensus, sentence FROM reported_share
    ORDER BY week_start DESC, organisation_id, market, period, publisher LIMIT 8
""").toPandas()

# %%
spark.stop()

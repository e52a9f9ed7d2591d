# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# # How the news speaks of organisations
#
# Net sentiment is the mean over stories of p(positive) - p(negative) toward the organisation, from -1 to 1. Weeks with
# few stories carry no tone (`net_sentiment` is null); for these, stories are pooled over longer spans here.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from lake import open_spark

spark = open_spark()

# %% [markdown]
# ## Weekly tone, where there are enough stories

# %%
spark.sql("""
    SELECT week_label, entity_id, sentiment_n, net_sentiment, net_sentiment_low, net_sentiment_high, polarity, is_provisional
    FROM entity_week
    WHERE level = 'organisation' AND net_sentiment IS NOT NULL
    GROUP BY ALL ORDER BY week_label DESC, entity_id LIMIT 20
""").toPandas()

# %% [markdown]
# ## Tone by quarter
# The same estimate with the quarter in the week's place: mentions averaged in their article, articles in their story,
# then stories. The band is the 95% interval by Student's t; it tells of chance, not of what the model gets wrong.

# %%
ORGANISATIONS = ["microsoft", "openai", "google", "amazon"]

stories = spark.sql("""
    SELECT organisation_id, story_id, min(quarter) AS quarter, avg(tone) AS tone FROM (
      SELECT organisation_id, story_id, article_id, date_trunc('QUARTER', min(published_at)) AS quarter,
        avg(p_positive - p_negative) AS tone
      FROM mentions GROUP BY organisation_id, story_id, article_id)
    GROUP BY organisation_id, story_id
""").toPandas()
stories["quarter"] = pd.to_datetime(stories["quarter"])
# The 0.975 quantile of Student's t by degrees of freedom: of few from the tables, as the series falls short there (3.06
# for 3.18 at three); from ten on by Abramowitz and Stegun 1964, 26.7.5, four terms, right to four decimals.
FEW = {3: 3.182446, 4: 2.776445, 5: 2.570582, 6: 2.446912, 7: 2.364624, 8: 2.306004, 9: 2.262157}
z = 1.959964


def t(freedom):
    terms = [
        (z**3 + z) / 4,
        (5 * z**5 + 16 * z**3 + 3 * z) / 96,
        (3 * z**7 + 19 * z**5 + 17 * z**3 - 15 * z) / 384,
        (79 * z**9 + 776 * z**7 + 1482 * z**5 - 1920 * z**3 - 945 * z) / 92160,
    ]
    return freedom.map(FEW).fillna(z + sum(term / freedom**power for power, term in enumerate(terms, start=1)))


assert (t(pd.Series([3, 10, 30])) - [3.182446, 2.228139, 2.042272]).abs().max() < 1e-4

tone = stories.groupby(["organisation_id", "quarter"])["tone"].agg(["count", "mean", "std"]).reset_index()
tone = tone[tone["count"] >= 4]
half = t(tone["count"] - 1) * tone["std"] / np.sqrt(tone["count"])
tone["low"] = (tone["mean"] - half).clip(lower=-1)
tone["high"] = (tone["mean"] + half).clip(upper=1)
assert ((tone["low"] <= tone["mean"]) & (tone["mean"] <= tone["high"])).all()

# %%
figure, rows = plt.subplots(2, 2, figsize=(10, 6), sharex=True, sharey=True)
for axes, organisation in zip(rows.flat, ORGANISATIONS):
    own = tone[tone["organisation_id"] == organisation]
    axes.axhline(0, color="grey", linewidth=0.8)
    axes.errorbar(own["quarter"], own["mean"], yerr=[own["mean"] - own["low"], own["high"] - own["mean"]], fmt="o-", capsize=3)
    axes.set(title=organisation, ylim=(-1, 1))
    axes.tick_params(axis="x", rotation=45)
figure.suptitle("Net sentiment by quarter, 95% interval")
figure.tight_layout()
plt.show()

# %% [markdown]
# ## Which model read it
# A jump in tone that coincides with a change of the model is a change of instrument.

# %%
spark.sql("""
    SELECT year(week_start) AS year, sentiment_model, count(*) AS mentions
    FROM mentions GROUP BY year(week_start), sentiment_model ORDER BY year, sentiment_model
""").toPandas()

# %% [markdown]
# ## The sentences at both ends

# %%
pd.set_option("display.max_colwidth", 140)
spark.sql("""
    SELECT round(p_positive - p_negative, 2) AS tone, organisation_id, source, sentence FROM mentions
    WHERE in_title ORDER BY p_positive - p_negative DESC, mention_id LIMIT 5
""").toPandas()

# %%
spark.sql("""
    SELECT round(p_positive - p_negative, 2) AS tone, organisation_id, source, sentence FROM mentions
    WHERE in_title ORDER BY p_positive - p_negative, mention_id LIMIT 5
""").toPandas()

# %%
spark.stop()

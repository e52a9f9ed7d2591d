# ---
# jupyter:
#   jupytext:
#     formats: ipynb,py:percent
# ---

# %% [markdown]
# # Alliances and tension
#
# Which ties do stories assert between two organisations: partnership, investment, tension, competition? The alignment
# index is (partnership + investment - tension) by their sum; read its interval, not the index alone.

# %%
import matplotlib.pyplot as plt
import numpy as np
import pandas as pd
from lake import open_spark

spark = open_spark()
KINDS = ["partnership", "investment", "tension", "competition"]

# %% [markdown]
# ## The pairs with most asserted ties

# %%
pairs = spark.sql("""
    SELECT organisation_a, organisation_b, sum(co_mention_stories) AS together, sum(partnership) AS partnership,
      sum(investment) AS investment, sum(tension) AS tension, sum(competition) AS competition,
      sum(hypothetical_stories) AS hypothetical
    FROM pair_week GROUP BY organisation_a, organisation_b
    ORDER BY partnership + investment + tension + competition DESC, organisation_a, organisation_b LIMIT 10
""").toPandas()
pairs

# %%
axes = pairs.set_index(pairs["organisation_a"] + " - " + pairs["organisation_b"])[KINDS].plot.barh(
    stacked=True, figsize=(9, 4.5), color=["tab:green", "tab:blue", "tab:red", "tab:orange"]
)
axes.invert_yaxis()
axes.set(title="Stories that assert a tie", xlabel="stories")
plt.show()

# %% [markdown]
# ## One pair over time
# Stories by quarter, tension below the line, and the alignment index with Wilson's 95% interval.

# %%
ONE, OTHER = sorted(["microsoft", "openai"])

quarters = spark.sql(f"""
    SELECT date_trunc('QUARTER', week_start) AS quarter, sum(partnership) AS partnership, sum(investment) AS investment,
      sum(tension) AS tension, sum(competition) AS competition
    FROM pair_week WHERE organisation_a = '{ONE}' AND organisation_b = '{OTHER}'
    GROUP BY date_trunc('QUARTER', week_start) ORDER BY quarter
""").toPandas()
quarters["quarter"] = pd.to_datetime(quarters["quarter"])
quarters = quarters.set_index("quarter").astype(float)
n = quarters["partnership"] + quarters["investment"] + quarters["tension"]
favourable = (quarters["partnership"] + quarters["investment"]) / n.replace(0, np.nan)
z = 1.959964
middle = (favourable + z**2 / (2 * n)) / (1 + z**2 / n)
half = z * np.sqrt(favourable * (1 - favourable) / n + z**2 / (4 * n**2)) / (1 + z**2 / n)
quarters["n"], quarters["alignment"] = n, 2 * favourable - 1
quarters["low"], quarters["high"] = 2 * (middle - half) - 1, 2 * (middle + half) - 1
quarters.round(2)

# %%
figure, (top, bottom) = plt.subplots(2, 1, figsize=(10, 6), sharex=True)
names = [f"{day.year}-Q{day.quarter}" for day in quarters.index]
top.bar(names, quarters["partnership"], label="partnership", color="tab:green")
top.bar(names, quarters["investment"], bottom=quarters["partnership"], label="investment", color="tab:blue")
top.bar(names, -quarters["tension"], label="tension", color="tab:red")
top.axhline(0, color="black", linewidth=0.8)
top.set(title=f"{ONE} and {OTHER}", ylabel="stories")
top.legend(frameon=False)
told = quarters["alignment"].notna().to_numpy()
known = quarters[told]
bottom.errorbar(
    [name for name, is_told in zip(names, told) if is_told],
    known["alignment"],
    yerr=[(known["alignment"] - known["low"]).clip(lower=0), (known["high"] - known["alignment"]).clip(lower=0)],
    fmt="o",
    capsize=3,
)
bottom.axhline(0, color="grey", linewidth=0.8)
bottom.set(ylabel="alignment", ylim=(-1.05, 1.05))
bottom.tick_params(axis="x", rotation=45)
plt.show()

# %% [markdown]
# ## What it rests on
# At most three assertions per pair and week, the most confident first.

# %%
pd.set_option("display.max_colwidth", 140)
spark.sql(f"""
    SELECT week_start, evidence.type, evidence.sentence, evidence.url
    FROM pair_week LATERAL VIEW explode(top_evidence) AS evidence
    WHERE organisation_a = '{ONE}' AND organisation_b = '{OTHER}'
    ORDER BY week_start DESC, evidence.article_id LIMIT 10
""").toPandas()

# %%
spark.stop()

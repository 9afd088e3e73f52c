/** A colour as "#rrggbb", lower case. */
export type Hex = string;
type Triple = readonly [number, number, number];

const shape = /^#[0-9a-f]{6}$/;

export function isHex(text: string): boolean {
  return shape.test(text);
}

const toLinear = (value: number) => (value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4);
const fromLinear = (value: number) => (value <= 0.0031308 ? value * 12.92 : 1.055 * value ** (1 / 2.4) - 0.055);

function linear(hex: Hex): Triple {
  const at = (place: number) => toLinear(Number.parseInt(hex.slice(place, place + 2), 16) / 255);
  return [at(1), at(3), at(5)];
}

/** Relative luminance in the sense of WCAG. */
function luminance(hex: Hex): number {
  const [red, green, blue] = linear(hex);
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours in the sense of WCAG, from 1 to 21. */
export function contrast(one: Hex, other: Hex): number {
  const [a, b] = [luminance(one), luminance(other)];
  return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
}

/** Lightness, chroma and hue as people see them (OKLCH, after Björn Ottosson). */
function oklch(hex: Hex): Triple {
  const [r, g, b] = linear(hex);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  const lightness = 0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s;
  const across = 1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s;
  const along = 0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s;
  return [lightness, Math.hypot(across, along), Math.atan2(along, across)];
}

/** The colour of a screen; where a screen has no such colour its chroma is lowered until it has. */
function hexOf([lightness, chroma, hue]: Triple): Hex {
  for (let strength = chroma; ; strength *= 0.95) {
    const [a, b] = [strength * Math.cos(hue), strength * Math.sin(hue)];
    const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
    const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
    const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
    const channels = [
      4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
      -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
      -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
    ];
    if (strength > 0.002 && channels.some((channel) => channel < -0.0005 || channel > 1.0005)) continue;
    const bytes = channels.map((channel) => Math.round(fromLinear(Math.min(1, Math.max(0, channel))) * 255));
    return `#${bytes.map((byte) => byte.toString(16).padStart(2, "0")).join("")}`;
  }
}

/** What text and controls have to reach on what is behind them (WCAG 2.2 AA). */
export const neededContrast = 4.5;

// The surfaces an accent stands on, the least favourable of each theme.
const grounds = { light: "#f4f6f7", dark: "#202527" } as const;
export type ThemeName = keyof typeof grounds;

/** The colours one theme makes of an accent. */
export type AccentShades = {
  readonly accent: Hex;
  readonly hover: Hex;
  readonly ink: Hex;
  readonly onAccent: Hex;
  readonly soft: Hex;
  readonly selected: Hex;
  readonly focus: Hex;
  readonly strongSeries: Hex;
  readonly quietSeries: Hex;
  readonly band: Hex;
  /** The lower of the contrasts of words in the accent and words on it. */
  readonly contrast: number;
  /** Whether the colour had to be moved to be readable. */
  readonly adjusted: boolean;
};

const step = 0.005;

/** The same hue, moved away from the ground until words can be read on it and in it. */
function readable(given: Hex, theme: ThemeName, onAccent: Hex): Hex {
  const [lightness, chroma, hue] = oklch(given);
  const direction = theme === "light" ? -step : step;
  const fits = (hex: Hex) =>
    contrast(hex, grounds[theme]) >= neededContrast && contrast(hex, onAccent) >= neededContrast;
  let [found, level] = [given, lightness];
  while (!fits(found) && level + direction >= 0 && level + direction <= 1) {
    level += direction;
    found = hexOf([level, chroma, hue]);
  }
  return found;
}

/** The shades of an accent in a theme; every one of them keeps the contrast of WCAG 2.2 AA. */
export function shadesOf(given: Hex, theme: ThemeName): AccentShades {
  const isLight = theme === "light";
  const [, chroma, hue] = oklch(given);
  const onAccent = isLight ? "#ffffff" : hexOf([0.19, Math.min(chroma, 0.03), hue]);
  const accent = readable(given, theme, onAccent);
  const [lightness, strength] = oklch(accent);
  const tint = (level: number, most: number) => hexOf([level, Math.min(chroma, most), hue]);
  return {
    accent,
    onAccent,
    hover: hexOf([lightness + (isLight ? -0.05 : 0.05), strength, hue]),
    ink: hexOf([lightness + (isLight ? -0.025 : 0.04), strength, hue]),
    soft: isLight ? tint(0.955, 0.021) : tint(0.285, 0.036),
    selected: isLight ? tint(0.962, 0.016) : tint(0.262, 0.024),
    focus: accent,
    strongSeries: accent,
    quietSeries: isLight ? tint(0.79, 0.05) : tint(0.44, 0.05),
    band: isLight ? tint(0.94, 0.018) : tint(0.29, 0.026),
    contrast: Math.min(contrast(accent, grounds[theme]), contrast(accent, onAccent)),
    adjusted: accent !== given,
  };
}

const tokens = {
  accent: "accent",
  "accent-hover": "hover",
  "accent-ink": "ink",
  "on-accent": "onAccent",
  "accent-soft": "soft",
  selected: "selected",
  focus: "focus",
  "series-1": "strongSeries",
  "series-2": "quietSeries",
  band: "band",
} as const satisfies Record<string, keyof AccentShades>;

/** An accent as the custom properties that lay over those of the style sheet; each holds both themes. */
export function accentTokens(given: Hex): Readonly<Record<string, string>> {
  const [light, dark] = [shadesOf(given, "light"), shadesOf(given, "dark")];
  return Object.fromEntries(
    Object.entries(tokens).map(([token, shade]) => [`--color-${token}`, `light-dark(${light[shade]}, ${dark[shade]})`]),
  );
}

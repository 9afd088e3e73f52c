import type { CSSProperties } from "react";

/** The colours of the product as a mail can carry them: light as styles, dark as classes that a reader of mail may know. */
const light = {
  canvas: "#f4f7f8",
  surface: "#ffffff",
  sunken: "#f1f5f5",
  line: "#e2e6e7",
  ink: "#121b1d",
  "ink-2": "#465153",
  "ink-3": "#5e686b",
  accent: "#006466",
  "on-accent": "#f8fdfc",
} as const;
type Colour = keyof typeof light;

const dark: Record<Colour, string> = {
  canvas: "#0d1011",
  surface: "#131718",
  sunken: "#1a1f20",
  line: "#262b2c",
  ink: "#eaeeee",
  "ink-2": "#b0b7b9",
  "ink-3": "#959d9f",
  accent: "#58c2bc",
  "on-accent": "#021819",
};

const properties = {
  color: "color",
  backgroundColor: "background-color",
  borderColor: "border-color",
} as const;
type Use = keyof typeof properties;

/** The attributes of an element in these colours, with what else it looks like. */
export function painted(colours: Partial<Record<Use, Colour>>, style: CSSProperties = {}) {
  const named = Object.entries(colours);
  return {
    className: named.map(([use, colour]) => `${use}-${colour}`).join(" "),
    style: { ...Object.fromEntries(named.map(([use, colour]) => [use, light[colour]])), ...style },
  };
}

const darkRules = Object.entries(properties).flatMap(([use, property]) =>
  Object.entries(dark).map(([colour, value]) => `.${use}-${colour}{${property}:${value}!important}`),
);

/** What the head of a mail says about colours and narrow screens. */
export const sheet = [
  ":root{color-scheme:light dark;supported-color-schemes:light dark}",
  `@media (prefers-color-scheme:dark){${darkRules.join("")}}`,
  "@media (max-width:480px){.frame{padding:0!important}.card{border-radius:0!important;border-width:1px 0!important}.head{padding:16px 20px 12px!important}.pad{padding:24px 20px!important}}",
].join("");

export const fonts = "Inter,-apple-system,BlinkMacSystemFont,'Segoe UI',Roboto,Helvetica,Arial,sans-serif";

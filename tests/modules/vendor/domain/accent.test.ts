import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { accentTokens, contrast, neededContrast, shadesOf, type ThemeName } from "@/modules/vendor/domain/accent";

const colour = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, "0")}`);
const themes: readonly ThemeName[] = ["light", "dark"];
const pages = { light: "#ffffff", dark: "#171c1d" } as const;

describe("an accent", () => {
  test("contrast is that of WCAG", () => {
    expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
    expect(contrast("#777777", "#ffffff")).toBeCloseTo(4.48, 2);
    expect(contrast("#ff0000", "#ffffff")).toBeCloseTo(4, 1);
  });

  test.each(themes)("whatever colour is chosen can be read in the %s theme, on it and in it", (theme) =>
    fc.assert(
      fc.property(colour, (given) => {
        const { accent, onAccent, ink, contrast: said } = shadesOf(given, theme);
        expect(contrast(accent, onAccent)).toBeGreaterThanOrEqual(neededContrast);
        expect(contrast(accent, pages[theme])).toBeGreaterThanOrEqual(neededContrast);
        expect(contrast(ink, pages[theme])).toBeGreaterThanOrEqual(neededContrast);
        expect(said).toBeGreaterThanOrEqual(neededContrast);
      }),
      { numRuns: 400 },
    ),
  );

  test("a colour that can be read stays as it is, one that cannot says that it was moved", () => {
    expect(shadesOf("#8a1c4a", "light")).toMatchObject({ accent: "#8a1c4a", adjusted: false });
    expect(shadesOf("#ffe100", "light").adjusted).toBe(true);
    expect(shadesOf("#1a1a40", "dark").adjusted).toBe(true);
  });

  test("becomes tokens that hold both themes", () => {
    const tokens = accentTokens("#8a1c4a");
    expect(tokens["--color-accent"]).toMatch(/^light-dark\(#8a1c4a, #[0-9a-f]{6}\)$/);
    expect(Object.values(tokens).every((value) => /^light-dark\(#[0-9a-f]{6}, #[0-9a-f]{6}\)$/.test(value))).toBe(true);
  });
});

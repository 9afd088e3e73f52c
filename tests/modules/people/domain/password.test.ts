import { describe, expect, test } from "vitest";
import { passwordProblem } from "@/modules/people/domain/password";

const about = ["Lena Brandt", "lena.brandt@kepler-data.example", "Kepler Data"];

describe("a new password", () => {
  test.each([
    ["elf signs", "abcDEF123$%", "tooShort"],
    ["more than anybody types", "x y".repeat(100), "tooLong"],
    ["one piece again and again", "abcabcabcabc", "guessable"],
    ["one sign", "............", "guessable"],
    ["the row of the keyboard", "qwertyuiopas", "guessable"],
    ["the row of a German keyboard", "qwertzuiopas", "guessable"],
    ["the alphabet backwards", "zyxwvutsrqponm", "guessable"],
    ["digits in a row", "0123456789012", "guessable"],
    ["a well-known word with a year", "Password2026!", "guessable"],
    ["two well-known words", "WelcomeSummer2026", "guessable"],
    ["a well-known German one", "Willkommen123!", "guessable"],
    ["name and company", "LenaKepler2026", "personal"],
    ["the address", "lena.brandt@kepler", "personal"],
  ])("that is %s is refused", (_what, password, problem) => expect(passwordProblem(password, about)).toBe(problem));

  test.each([
    ["four words", "violin harbour seven moss"],
    ["random signs", "k9#Vw2!pQz7x"],
    ["words in another script", "красный трамвай утром"],
    ["a well-known word among others", "password of the old lighthouse"],
    ["a name among other words", "lena paints seventeen doors"],
  ])("of %s is taken", (_what, password) => expect(passwordProblem(password, about)).toBeNull());
});

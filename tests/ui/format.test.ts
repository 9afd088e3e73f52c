import { describe, expect, it } from "vitest";
import { plainDate } from "@/kernel/dates";
import { minorDigits, money } from "@/kernel/money";
import {
  dueWords,
  formatDay,
  formatDayTime,
  formatHours,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
} from "@/ui/format/format";

const zone = "Europe/Berlin";
const now = new Date("2026-11-24T11:00:00Z");
const words = { today: "Today", tomorrow: "Tomorrow" };

describe("days and moments", () => {
  it("writes a day as the house does", () => {
    expect(formatDay(plainDate("2026-11-26"), "en")).toBe("26\u00a0Nov");
    expect(formatDay(plainDate("2026-09-01"), "en", { weekday: true })).toBe("Tue\u00a01\u00a0Sep");
    expect(formatDay(plainDate("2027-02-12"), "en", { year: true })).toBe("12\u00a0Feb\u00a02027");
    expect(formatDay(plainDate("2027-02-12"), "de", { year: true })).toBe("12.\u00a0Feb.\u00a02027");
    expect(formatMonth(plainDate("2026-09-30"), "en", { year: true })).toBe("Sep\u00a02026");
  });

  it("writes a moment in the zone of the reader", () => {
    const moment = new Date("2026-11-26T10:40:00Z");
    expect(formatDayTime(moment, "en", zone)).toBe("Thu\u00a026\u00a0Nov, 11:40");
    expect(formatDayTime(moment, "en", zone, { zoneName: true })).toBe("Thu\u00a026\u00a0Nov, 11:40\u00a0CET");
    expect(formatDayTime(new Date("2026-11-26T23:30:00Z"), "en", zone)).toBe("Fri\u00a027\u00a0Nov, 00:30");
    expect(formatDayTime(moment, "de", zone)).toBe("Do.,\u00a026.\u00a0Nov., 11:40");
  });

  it("says today and tomorrow by the calendar of the zone", () => {
    expect(dueWords(new Date("2026-11-24T16:00:00Z"), now, zone, "en", words)).toBe("Today, 17:00");
    expect(dueWords(new Date("2026-11-24T23:30:00Z"), now, zone, "en", words)).toBe("Tomorrow, 00:30");
    expect(dueWords(new Date("2026-11-24T23:30:00Z"), now, "UTC", "en", words)).toBe("Today, 23:30");
    expect(dueWords(new Date("2026-11-24T16:00:00Z"), now, zone, "en", words, { zoneName: true })).toBe(
      "Today, 17:00\u00a0CET",
    );
  });

  it("names other days, and the year where it is another one", () => {
    expect(dueWords(new Date("2026-11-26T10:40:00Z"), now, zone, "en", words)).toBe("Thu\u00a026\u00a0Nov, 11:40");
    expect(dueWords(new Date("2026-11-23T10:40:00Z"), now, zone, "en", words)).toBe("Mon\u00a023\u00a0Nov, 11:40");
    expect(dueWords(new Date("2027-01-04T10:40:00Z"), now, zone, "en", words)).toBe(
      "Mon\u00a04\u00a0Jan\u00a02027, 11:40",
    );
  });
});

describe("numbers", () => {
  it("counts and shares", () => {
    expect(formatNumber(1204, "en")).toBe("1,204");
    expect(formatPercent(0.963, "en")).toBe("96.3%");
    expect(formatPercent(0.22, "en", { signed: true })).toBe("+22%");
    expect(formatPercent(0.963, "de")).toBe("96,3\u00a0%");
  });

  it("gives hours that are whole, and minutes below one", () => {
    expect(formatHours(300, "en")).toBe("5\u00a0h");
    expect(formatHours(359, "en")).toBe("5\u00a0h");
    expect(formatHours(40, "en")).toBe("40 min");
    expect(formatHours(384, "en", { digits: 1 })).toBe("6.4\u00a0h");
    expect(formatHours(300, "de")).toBe("5\u00a0h");
  });
});

describe("money", () => {
  it("is exact and leaves out decimals that are zero", () => {
    expect(formatMoney(money(18_400_000, "EUR"), "en")).toBe("€184,000");
    expect(formatMoney(money(2_208_050, "EUR"), "en")).toBe("€22,080.50");
    expect(formatMoney(money(-5, "EUR"), "en")).toBe("-€0.05");
    expect(formatMoney(money(Number.MAX_SAFE_INTEGER, "EUR"), "en")).toBe("€90,071,992,547,409.91");
    expect(formatMoney(money(18_400_000, "EUR"), "de")).toBe("184.000\u00a0€");
  });

  it("knows the minor unit of each currency as the kernel does", () => {
    expect(formatMoney(money(5000, "JPY"), "en")).toBe("¥5,000");
    for (const currency of ["EUR", "USD", "GBP", "CHF", "SEK", "HUF", "JPY", "KRW", "KWD", "CLP"]) {
      const one = 10 ** minorDigits(currency);
      expect(formatMoney(money(7 * one, currency), "en"), currency).toMatch(/^\D*7$/);
    }
  });

  it("is short in figures and on axes", () => {
    expect(formatMoney(money(124_000_000, "EUR"), "en", { compact: true })).toBe("€1.24M");
    expect(formatMoney(money(61_240_049, "EUR"), "en", { compact: true })).toBe("€612,400");
    expect(formatMoney(money(25_000_000, "EUR"), "en", { compact: "short" })).toBe("€250K");
    expect(formatMoney(money(0, "EUR"), "en", { compact: "short" })).toBe("€0");
  });
});

import { describe, expect, test } from "vitest";
import { readPublishedRates } from "@/modules/vendor/domain/published-rates";
import { summaryOf } from "@/modules/vendor/domain/rates-summary";

const history = `Date,USD,JPY,BGN,
2026-04-13,1.1684,186.75,N/A,
2026-04-10,1.1711,186.43,N/A,
`;
const markup = `<?xml version="1.0" encoding="UTF-8"?>
<gesmes:Envelope xmlns:gesmes="http://www.gesmes.org/xml/2002-08-01">
 <Cube><Cube time='2026-04-13'>
  <Cube currency='USD' rate='1.1684'/>
  <Cube currency="JPY" rate="186.75"/>
 </Cube></Cube>
</gesmes:Envelope>`;

describe("a file of euro reference rates", () => {
  test("of all days is read, without what is not quoted", () =>
    expect(readPublishedRates(history)).toEqual({
      rates: [
        { currency: "USD", day: "2026-04-13", perEuro: "1.1684" },
        { currency: "JPY", day: "2026-04-13", perEuro: "186.75" },
        { currency: "USD", day: "2026-04-10", perEuro: "1.1711" },
        { currency: "JPY", day: "2026-04-10", perEuro: "186.43" },
      ],
      problems: [],
    }));

  test("of one day writes its day in words, and may begin with a mark", () =>
    expect(readPublishedRates("\uFEFFDate, USD, CHF, \r\n13 April 2026, 1.1684, 0.9242, \r\n")?.rates).toEqual([
      { currency: "USD", day: "2026-04-13", perEuro: "1.1684" },
      { currency: "CHF", day: "2026-04-13", perEuro: "0.9242" },
    ]));

  test("as XML is the same", () =>
    expect(readPublishedRates(markup)).toEqual({
      rates: [
        { currency: "USD", day: "2026-04-13", perEuro: "1.1684" },
        { currency: "JPY", day: "2026-04-13", perEuro: "186.75" },
      ],
      problems: [],
    }));

  test.each([
    ["Date,USD\n2026-02-30,1.1", 2, "vendor.rates.problem.day"],
    ["Date,USD\n2026-04-13,1.1\n2026-04-10,one", 3, "vendor.rates.problem.rate"],
    ["Date,USD\n2026-04-13,0", 2, "vendor.rates.problem.rate"],
    ["Date,USD\n2026-04-13,-1.2", 2, "vendor.rates.problem.rate"],
    ["<x>\n<Cube time='2026-13-01'>", 2, "vendor.rates.problem.day"],
    ["<x><Cube time='2026-04-13'>\n<Cube currency='USD' rate='x'/>", 2, "vendor.rates.problem.rate"],
  ])("says which line of %j is none", (text, line, message) =>
    expect(readPublishedRates(text)?.problems).toEqual([{ line, message }]),
  );

  test.each(["", "name,amount\nx,1", "<html></html>", "%PDF-1.7"])("is not %j", (text) =>
    expect(readPublishedRates(text)).toBeNull(),
  );

  test("is summed up by its days and currencies", () => {
    const read = readPublishedRates(history);
    expect(read && summaryOf(read)).toEqual({
      rates: 4,
      currencies: ["JPY", "USD"],
      firstDay: "2026-04-10",
      lastDay: "2026-04-13",
      problems: [],
    });
  });
});

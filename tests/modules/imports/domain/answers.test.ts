import { expect, test } from "vitest";
import { answersOf, ofPart, settleDates, valueAnswers } from "@/modules/imports/domain/answers";
import { addDate, type DateEvidence } from "@/modules/imports/domain/dates";

const answers = {
  "date:*": "DD/MM/YYYY",
  "value:country:korea": "KR",
  "customers/value:country:korea": "KP",
  "deals/column:stage": "Phase",
};

test("a part has its own answers and those for all parts; its own count more", () => {
  expect(answersOf("customers", answers)).toEqual({ "date:*": "DD/MM/YYYY", "value:country:korea": "KP" });
  expect(answersOf("deals", answers)).toEqual({
    "date:*": "DD/MM/YYYY",
    "value:country:korea": "KR",
    "column:stage": "Phase",
  });
  expect(answersOf("deals", { [ofPart("deals", "decimal:amount")]: "," })).toEqual({ "decimal:amount": "," });
});

test("what texts stand for is worth remembering, how dates are written is not", () => {
  expect(valueAnswers(answersOf("customers", answers))).toEqual({ "value:country:korea": "KP" });
});

test("one format for all dates is an answer where they can have it, and none where they cannot", () => {
  const dates: DateEvidence[] = [];
  for (const [line, text] of ["01/02/2017", "2017-03-04"].entries()) addDate(dates, text, line);
  const { formats, questions } = settleDates(dates, "closed", 0, { "date:*": "MM/DD/YYYY" });
  expect(questions).toEqual([]);
  expect(formats).toEqual({ "n/n/nnnn": "MM/DD/YYYY", "nnnn-n-n": "YYYY-MM-DD" });
  expect(settleDates(dates, "closed", 0, { "date:*": "YYYYMMDD" }).questions).toHaveLength(1);
});

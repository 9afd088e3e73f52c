/** The clocks a registration runs under. */
export const clockKinds = {
  review: "deal.review",
  answer: "deal.answer",
  protection: "deal.protection",
  inactivity: "deal.inactivity",
  milestone: "deal.milestone",
  extension: "deal.extension",
  presales: "deal.presales",
  dispute: "deal.dispute",
} as const;

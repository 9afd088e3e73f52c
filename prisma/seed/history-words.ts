/** What people wrote in the registrations of the past. */
export const needs = [
  "Wants to bring sensor data of three plants into one place and stop exporting spreadsheets.",
  "Replaces a data warehouse whose licence ends next spring; the tender runs through IT purchasing.",
  "Needs live stock levels for 140 branches and a way to explain them to the auditors.",
  "Builds a customer view across two merged companies; the pilot has a budget, the rollout follows.",
  "The regulator asks for a lineage of every risk figure by the end of next year.",
  "Their nightly batch takes nine hours and collides with the start of the early shift.",
  "Moves off a provider that raises its prices at the turn of the year. Two of us were at the kick-off.",
  "Wants alerts from the cold chain within a minute instead of the next morning.",
  "Public tender, documents due in five weeks; we answered the market sounding in the summer.",
  "Second site after a good first year: same team, same sponsor, twice the volume.",
  "The head of operations saw our demo at the fair and asked for a workshop.",
  "",
];

/** Reason and note of a refusal. */
export const rejections = [
  [
    "not_qualified",
    "We could not find a project or a budget behind this registration yet. Register again once there is one.",
  ],
  ["not_qualified", "The contact you named has left the company. Please find out who decides now and register again."],
  ["existing_customer", "This company buys from us already. Please register the new need as an expansion."],
  ["outside_program", "This need is outside the products of the program."],
  ["incomplete", "The description does not say what they need from us. Please tell us what you have discussed."],
] as const;

/** A question that was sent back, and what came in answer. */
export const exchanges = [
  [
    "Which business unit signs, and who there knows you?",
    "The operations unit signs; our contact leads its data team.",
  ],
  ["Is there a budget for this year?", "Yes, it was approved in the spring."],
  ["Which product of ours have you shown them so far?", "We ran a two-day workshop on their own data."],
  ["Who else is in the tender, as far as you know?", "Two others; one of them has never delivered there."],
  ["When do they want to decide?", "Before the end of the quarter, because the old contract runs out then."],
] as const;

/** What a manager writes along with an approval; most write nothing. */
export const approvals = [
  "",
  "",
  "",
  "Good preparation, good luck.",
  "Please bring in our solution team before the pilot.",
  "Approved. Keep us posted before the tender closes.",
];

export const losses = ["competitor", "price", "no_budget", "no_decision", "product_fit"];

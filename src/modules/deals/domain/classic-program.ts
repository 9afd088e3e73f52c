import type { PolicyBody } from "@/kernel/policy";

/** The classic 90-day program: what it asks of a registration, what it grants, and how long the vendor may take. */
export function registrationPolicy(autoApprovalLimit: number): PolicyBody {
  return {
    rules: [
      {
        id: "partner-active",
        title: {
          en: "The partner is active in the program",
          de: "Der Partner ist im Programm aktiv",
          "en-GB": "The partner is active in the programme",
        },
        pass: { fact: "partner.stage", is: "eq", value: "active" },
        otherwise: "reject",
        reason: "outside_program",
        because: {
          en: "Only active partners can register deals.",
          de: "Nur aktive Partner können Deals registrieren.",
        },
      },
      {
        id: "within-territory",
        title: {
          en: "The customer is in the partner’s territory",
          de: "Der Kunde liegt im Vertriebsgebiet des Partners",
        },
        pass: {
          any: [
            { fact: "partner.territory", is: "eq", value: "" },
            { fact: "customer.in_territory", is: "eq", value: true },
          ],
        },
        otherwise: "review",
        because: {
          en: "The customer’s country is outside the partner’s territory.",
          de: "Das Land des Kunden liegt außerhalb des Vertriebsgebiets des Partners.",
        },
      },
      {
        id: "no-protected-registration",
        title: {
          en: "No protected registration for the same customer",
          de: "Keine geschützte Registrierung für denselben Kunden",
        },
        pass: { fact: "conflict.protected_score", is: "lt", value: 60 },
        otherwise: "review",
        because: {
          en: "A registration for this or a similar customer is already protected.",
          de: "Für diesen oder einen ähnlichen Kunden ist bereits eine Registrierung geschützt.",
        },
      },
      {
        id: "scope-free",
        title: { en: "The customer, product line and role are free", de: "Kunde, Produktlinie und Rolle sind frei" },
        pass: { fact: "conflict.scope_free", is: "eq", value: true },
        otherwise: "review",
        because: {
          en: "This product line is already protected at this customer.",
          de: "Diese Produktlinie ist bei diesem Kunden bereits geschützt.",
        },
      },
      {
        id: "vendor-not-engaged",
        title: { en: "Our own sellers are not engaged", de: "Unser Direktvertrieb ist nicht im Gespräch" },
        pass: { fact: "conflict.engaged_score", is: "lt", value: 60 },
        otherwise: "review",
        because: {
          en: "Our own sellers are already in touch with this customer.",
          de: "Unser Direktvertrieb ist mit diesem Kunden bereits im Gespräch.",
        },
      },
      {
        id: "not-a-customer",
        title: { en: "Not a customer of ours already", de: "Noch kein Kunde bei uns" },
        appliesWhen: { fact: "deal.type", is: "eq", value: "new" },
        pass: { fact: "conflict.existing_customer", is: "eq", value: false },
        otherwise: "review",
        because: {
          en: "This company is already a customer, so it may be an expansion.",
          de: "Dieses Unternehmen ist bereits Kunde, es könnte also eine Erweiterung sein.",
        },
      },
      {
        id: "open-to-partners",
        title: {
          en: "Not a named account closed to partners",
          de: "Kein Named Account, der für Partner geschlossen ist",
        },
        pass: { fact: "customer.named_account", is: "ne", value: "refuse" },
        otherwise: "reject",
        reason: "named_account",
        because: {
          en: "This customer is a named account that we serve ourselves.",
          de: "Dieser Kunde ist ein Named Account, den wir selbst betreuen.",
        },
      },
      {
        id: "not-a-named-account",
        title: {
          en: "Not a named account that a person decides on",
          de: "Kein Named Account, über den eine Person entscheidet",
        },
        pass: { fact: "customer.named_account", is: "ne", value: "review" },
        otherwise: "review",
        because: {
          en: "This customer is a named account, so a person decides.",
          de: "Dieser Kunde ist ein Named Account, daher entscheidet eine Person.",
        },
      },
      {
        id: "amount-within-limit",
        title: { en: "Amount within the auto-approval limit", de: "Betrag innerhalb der Freigabegrenze" },
        pass: { fact: "deal.amount", is: "lte", value: { setting: "auto_approval.limit" } },
        otherwise: "review",
        because: {
          en: "The amount is above the auto-approval limit.",
          de: "Der Betrag liegt über der Grenze für die automatische Freigabe.",
        },
      },
      {
        id: "not-the-first-deal",
        title: {
          en: "The partner has registered with success before",
          de: "Der Partner hat schon erfolgreich registriert",
        },
        pass: { fact: "partner.approved_deals", is: "gte", value: 1 },
        otherwise: "review",
        because: {
          en: "A person welcomes the first deal of every partner.",
          de: "Den ersten Deal jedes Partners begrüßt eine Person.",
        },
      },
      {
        id: "close-within-a-year",
        title: { en: "Expected to close within a year", de: "Abschluss innerhalb eines Jahres erwartet" },
        pass: { fact: "deal.days_to_close", from: 0, to: 366 },
        otherwise: "review",
        because: {
          en: "The expected close is in the past or more than a year away.",
          de: "Der erwartete Abschluss liegt in der Vergangenheit oder mehr als ein Jahr entfernt.",
        },
      },
    ],
    tables: {
      "benefit.basis_points": {
        hit: "first",
        rows: [
          { id: "renewal", when: { fact: "deal.type", is: "eq", value: "renewal" }, then: 500 },
          { id: "platinum", when: { fact: "partner.tier", is: "eq", value: "platinum" }, then: 1500 },
          { id: "gold", when: { fact: "partner.tier", is: "eq", value: "gold" }, then: 1200 },
          { id: "silver", when: { fact: "partner.tier", is: "eq", value: "silver" }, then: 1000 },
        ],
        otherwise: 800,
      },
      "protection.days": {
        hit: "first",
        rows: [
          { id: "new", when: { fact: "deal.type", is: "eq", value: "new" }, then: 90 },
          { id: "expansion", when: { fact: "deal.type", is: "eq", value: "expansion" }, then: 60 },
        ],
        otherwise: 30,
      },
      "support.presales": {
        hit: "first",
        rows: [
          { id: "large", when: { fact: "deal.amount", is: "gte", value: 10_000_000 }, then: "solution_review" },
          { id: "edge", when: { fact: "deal.product_line", is: "eq", value: "edge" }, then: "sizing" },
        ],
        otherwise: "none",
      },
    },
    settings: {
      "review.business_minutes": 960,
      "answer.business_days": 10,
      "auto_approval.limit": autoApprovalLimit,
      "presales.business_days": 3,
      "direct.on_protected": "warn",
      "win.match.basis_points": 200,
      "win.match.days": 45,
      "extension.times": 1,
      "extension.days": 30,
      "extension.from_stage": "proposal",
    },
  };
}

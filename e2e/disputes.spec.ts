import { expect, test } from "@playwright/test";
import { fillRegistration, newCustomer } from "./support/registration";
import { hydrated, open, signedIn } from "./support/session";

const lena = "lena.brandt@kepler-data.example";
const jonas = "jonas.lindqvist@northwind.example";
const ines = "ines.carvalho@northwind.example";
const tomasz = "tomasz.nowak@northwind.example";

test("[DEAL-09] a partner disputes a rejection, it is given to somebody independent, who overturns it, and both sides read why", async ({
  browser,
}) => {
  const customer = newCustomer();
  const partner = await signedIn(browser, lena, "/portal/deals/new");
  await fillRegistration(partner, customer);
  await partner.getByRole("button", { name: "Submit registration" }).click();
  await expect(partner).toHaveURL(/\/portal\/deals\/[0-9a-f-]{36}$/);
  const dealId = partner.url().split("/").at(-1) ?? "";

  const manager = await signedIn(browser, jonas, `/channel/deals/${dealId}`);
  await manager.getByRole("button", { name: "Reject" }).click();
  const rejection = manager.getByRole("dialog");
  await rejection.getByLabel("Reason").selectOption("not_qualified");
  await rejection.getByLabel("Note for the partner").fill("Nobody there knows of a project.");
  await rejection.getByRole("button", { name: "Reject" }).click();
  await expect(rejection).toBeHidden();

  await open(partner, `/portal/deals/${dealId}`);
  await partner.getByRole("button", { name: "Dispute this decision" }).click();
  const words = partner.getByRole("dialog");
  // Without a word nothing is sent.
  await words.getByRole("button", { name: "Send the dispute" }).click();
  await expect(words.getByLabel("What was overlooked?")).toHaveAttribute("aria-invalid", "true");
  await words.getByLabel("What was overlooked?").fill("The head of purchasing signed the minutes of both meetings.");
  await words.getByRole("button", { name: "Send the dispute" }).click();
  await expect(partner.getByText("You dispute this decision")).toBeVisible();

  // Who decided may not judge.
  await open(manager, `/channel/deals/${dealId}`);
  await expect(manager.getByText("disputes this rejection").first()).toBeVisible();
  await expect(manager.getByRole("button", { name: "Overturn" })).toBeHidden();

  const owners = {
    ines: await signedIn(browser, ines, "/program"),
    tomasz: await signedIn(browser, tomasz, "/program"),
  };
  await expect(owners.ines.getByRole("heading", { level: 1 })).toContainText("dispute");
  await open(owners.ines, "/program/disputes");
  await owners.ines.getByRole("link", { name: customer.name }).click();
  await hydrated(owners.ines);
  await owners.ines.getByRole("button", { name: "Give to somebody else" }).click();
  const giving = owners.ines.getByRole("dialog");
  const judge = giving.getByLabel("Judge");
  await expect(judge).toBeVisible();
  await expect(judge.getByRole("option", { name: "Jonas Lindqvist" })).toHaveCount(0);
  const [other] = (await judge.getByRole("option").allInnerTexts()).filter((name) => /Ines|Tomasz/.test(name));
  await judge.selectOption({ label: other ?? "" });
  await giving.getByRole("button", { name: "Give the dispute" }).click();
  await expect(giving).toBeHidden();
  await expect(owners.ines.getByText(`${other} took no part in the decision`)).toBeVisible();

  const judging = other?.startsWith("Ines") ? owners.ines : owners.tomasz;
  await open(judging, `/channel/deals/${dealId}`);
  await judging.getByRole("button", { name: "Overturn" }).click();
  const overturning = judging.getByRole("dialog");
  await overturning.getByLabel("Reason").selectOption("new_evidence");
  await overturning.getByLabel("Note for the partner").fill("The minutes show a project and a budget.");
  await overturning.getByRole("button", { name: "Overturn and approve" }).click();
  await expect(overturning).toBeHidden();
  await expect(judging.getByText("A dispute overturned the rejection")).toBeVisible();

  await open(partner, `/portal/deals/${dealId}`);
  await expect(partner.getByText("The minutes show a project and a budget.").first()).toBeVisible();
  await expect(partner.getByText(/rotected through/).first()).toBeVisible();
  await open(owners.ines, "/program/disputes?view=decided");
  await expect(owners.ines.getByRole("listitem").filter({ hasText: customer.name })).toContainText(
    "Decision overturned",
  );
});

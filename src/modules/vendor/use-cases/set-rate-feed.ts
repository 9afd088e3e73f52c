import { ok } from "@/kernel/result";
import { useCase } from "@/server/use-case";
import { setDaily } from "../repository/rates";
import { setRateFeedInput } from "../schema";
import { changed } from "./changed";

/** Whether the worker fetches the newest exchange rates every day. */
export const setRateFeed = useCase({
  name: "vendor.setRateFeed",
  permission: "settings.manage",
  escalates: ["settings.save"],
  input: setRateFeedInput,
  async run({ tx, asSystem }, { daily }) {
    await asSystem(() => setDaily(tx, daily));
    return ok({ value: { daily }, events: [changed("vendor.rateFeedSet", { daily })] });
  },
});

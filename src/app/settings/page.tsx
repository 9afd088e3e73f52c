import { forbidden, redirect } from "next/navigation";
import { page } from "@/server/page";
import { placesOf } from "../portals";

/** The settings begin with the first of them that opens. */
export default page("settings.read", async ({ actor }) => {
  const [first] = placesOf(actor, "settings");
  if (!first) forbidden();
  redirect(first.href);
});

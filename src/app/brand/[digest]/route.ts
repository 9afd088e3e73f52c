import { logoImage } from "@/server/brand";
import { publicRoute } from "@/server/route";

/** The vendor's logo, also for who has not signed in. Its address changes with its content. */
export const GET = publicRoute(async (_request, { params }) => {
  const { digest } = await params;
  const image = typeof digest === "string" ? await logoImage(digest) : null;
  if (!image) return new Response(null, { status: 404 });
  const headers = {
    "content-type": "image/png",
    "content-disposition": "inline",
    "cache-control": "public, max-age=31536000, immutable",
    "x-content-type-options": "nosniff",
  };
  return new Response(new Uint8Array(image), { headers });
});

import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  headers: async () => [
    {
      source: "/files/:path*",
      headers: [
        { key: "content-security-policy", value: "default-src 'none'; frame-ancestors 'none'; sandbox" },
        { key: "x-content-type-options", value: "nosniff" },
        { key: "x-frame-options", value: "DENY" },
        { key: "referrer-policy", value: "same-origin" },
      ],
    },
  ],
  // The history of euro reference rates has two megabytes; the largest import (src/modules/imports/domain/upload.ts) fifty.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: "3mb" },
    proxyClientMaxBodySize: "52mb",
  },
};

export default createNextIntlPlugin("./src/server/messages.ts")(config);

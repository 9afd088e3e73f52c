import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  // The history of euro reference rates has two megabytes; the largest import (src/modules/imports/domain/upload.ts) fifty.
  experimental: {
    authInterrupts: true,
    serverActions: { bodySizeLimit: "3mb" },
    proxyClientMaxBodySize: "52mb",
  },
};

export default createNextIntlPlugin("./src/server/messages.ts")(config);

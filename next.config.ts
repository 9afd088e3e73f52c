import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  // The largest import (src/modules/imports/domain/upload.ts) and a little more.
  experimental: { authInterrupts: true, proxyClientMaxBodySize: "52mb" },
};

export default createNextIntlPlugin("./src/server/messages.ts")(config);

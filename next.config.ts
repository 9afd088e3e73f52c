import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";

const config: NextConfig = {
  poweredByHeader: false,
  images: { unoptimized: true },
  serverExternalPackages: ["pg", "@node-rs/argon2", "graphile-worker", "pino"],
  experimental: { authInterrupts: true },
};

export default createNextIntlPlugin("./src/server/messages.ts")(config);

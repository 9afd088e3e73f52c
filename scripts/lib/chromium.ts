import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const names = ["chromium", "chromium-browser", "google-chrome-stable", "google-chrome"];

function onPath(name: string): string | null {
  for (const folder of (process.env.PATH ?? "").split(path.delimiter)) {
    const file = path.join(folder, name);
    try {
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return null;
}

function present(): string | null {
  const given = process.env.CHROMIUM_PATH;
  if (given) return given;
  const own = chromium.executablePath();
  if (existsSync(own)) return own;
  return names.map(onPath).find((file) => file !== null) ?? null;
}

function install(): void {
  if (process.getuid?.() === 0 && onPath("apt-get")) {
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    spawnSync("apt-get", ["update"], { env });
    spawnSync("apt-get", ["install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core"], { env });
    return;
  }
  spawnSync("npx", ["playwright", "install", "chromium"], { stdio: "inherit" });
}

/** A Chromium for the journeys: the one that is there, else one that can be installed. Throws one clear sentence otherwise. */
export function findChromium(): string {
  const found = present();
  if (found) return found;
  install();
  const installed = present();
  if (installed) return installed;
  throw new Error("The browser tests need Chromium: install it, or set CHROMIUM_PATH to its program.");
}

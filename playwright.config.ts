import { existsSync } from "node:fs"
import { defineConfig } from "@playwright/test"

const systemBrowser = process.env.CHROMIUM_PATH ?? "/usr/bin/chromium"

/** Journeys through the built app, which `e2e/fixtures.ts` starts with a database of its own. */
export default defineConfig({
  testDir: "e2e/journeys",
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  use: {
    viewport: { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/Berlin",
    trace: "retain-on-failure",
    launchOptions: {
      ...(existsSync(systemBrowser) ? { executablePath: systemBrowser } : {}),
      args: [
        ...["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"],
        ...["--disable-background-networking", "--disable-component-update", "--disable-sync"],
      ],
    },
  },
})

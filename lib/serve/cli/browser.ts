import { spawnSync } from "node:child_process"
import { existsSync } from "node:fs"
import path from "node:path"
import { chromium } from "@playwright/test"
import { runQuietly } from "./run-quietly"

/** Where a browser package is put when the system has none and may not get one. */
const BROWSER_FOLDER = "node_modules/.lakeward-browser"
const BROWSER_PACKAGE = "@sparticuz/chromium@147.0.0"

/**
 * A Chromium that runs here: the one of CHROMIUM_PATH, the system's, Playwright's own; else one is installed, by
 * Playwright, by the system's package manager as root, or from the package registry. `undefined` when all of it fails.
 */
export async function findBrowser(): Promise<string | undefined> {
  const present = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/google-chrome", chromium.executablePath()]
  const found = present.find(runs)
  if (found) return found
  for (const [source, install] of INSTALLATIONS) {
    console.info(`No browser found; trying ${source} ...`)
    const installed = await install().catch(() => undefined)
    if (runs(installed)) return installed
  }
  return undefined
}

const INSTALLATIONS: readonly (readonly [string, () => Promise<string | undefined>])[] = [
  ["Playwright's own", installWithPlaywright],
  ["the system's package manager", installWithSystem],
  ["the package registry", installFromRegistry],
]

/** A browser that lacks a library of the system is there, but does not run. */
function runs(file: string | undefined): file is string {
  return file !== undefined && existsSync(file) && spawnSync(file, ["--version"], { stdio: "ignore" }).status === 0
}

async function installWithPlaywright(): Promise<string> {
  await runQuietly(process.execPath, [path.resolve("node_modules/@playwright/test/cli.js"), "install", "chromium"])
  return chromium.executablePath()
}

async function installWithSystem(): Promise<string | undefined> {
  if (process.getuid?.() !== 0 || !existsSync("/usr/bin/apt-get")) return undefined
  const quietly = { DEBIAN_FRONTEND: "noninteractive" }
  await runQuietly("apt-get", ["update"], quietly)
  await runQuietly("apt-get", ["install", "-y", "--no-install-recommends", "chromium"], quietly)
  return "/usr/bin/chromium"
}

/** The package unpacks its browser when it is first asked where it is. */
async function installFromRegistry(): Promise<string | undefined> {
  const words = ["install", "--prefix", BROWSER_FOLDER, "--ignore-scripts", "--no-save", BROWSER_PACKAGE]
  await runQuietly(process.platform === "win32" ? "npm.cmd" : "npm", words)
  const question = 'import("@sparticuz/chromium").then(async (it) => console.log(await it.default.executablePath()))'
  const { output } = await runQuietly("sh", ["-c", `cd ${BROWSER_FOLDER} && node -e '${question}'`])
  return output.trim().split("\n").at(-1)
}

import { build } from "esbuild"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"

/** Where the bootstrap finds the commands as JavaScript. */
const FOLDER = ".next/commands"
const MARK = `${FOLDER}/.sources`

/**
 * Turns the commands into JavaScript, so that a server that runs for months does not carry the compiler with it (some
 * 60 MB). Answers whether there was anything to do.
 */
export async function ensureBundle(): Promise<boolean> {
  const fingerprint = fingerprintOf(
    ["lib", "package-lock.json"],
    (file) => !/\.ts$|\.json$/.test(file) || /\.test\.ts$/.test(file),
  )
  if (isUnchanged(MARK, fingerprint)) return false
  await build({
    entryPoints: {
      main: "lib/serve/cli/main.ts",
      "read-facts": "lib/platform/facts/server/reading/main.ts",
      "read-table": "lib/base/files/server/reading/main.ts",
      "read-project": "lib/plan/exchange/server/reading/main.ts",
    },
    outdir: FOLDER,
    outExtension: { ".js": ".mjs" },
    bundle: true,
    splitting: true,
    packages: "external",
    platform: "node",
    format: "esm",
    target: "node20",
    logLevel: "error",
  })
  keepFingerprint(MARK, fingerprint)
  return true
}

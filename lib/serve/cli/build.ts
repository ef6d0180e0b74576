import { existsSync, readFileSync, rmSync } from "node:fs"
import { createRequire } from "node:module"
import { CommandProblem } from "./command"
import { fingerprintOf, isUnchanged, keepFingerprint } from "./fingerprint"
import { packStatic } from "./pack-static"
import { runQuietly } from "./run-quietly"

const MARK = ".next/lakeward-sources"
/** Everything that the built pages are made of. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "prisma/schema",
  "public",
  "proxy.ts",
  "instrumentation.ts",
  "next.config.ts",
  "postcss.config.mjs",
  "tailwind.config.ts",
  "tsconfig.json",
  "package-lock.json",
]

/** Whether the pages must be built: something they are made of has changed since. */
export const isBuilt = (): boolean => existsSync(".next/BUILD_ID") && isUnchanged(MARK, fingerprintOfSources())

/** The name of the build that is there; another one means that what browsers hold is out of date. */
export const buildName = (): string => readFileSync(".next/BUILD_ID", "utf8").trim()

/** Builds the pages. @throws CommandProblem with what the build has said. */
export async function build(): Promise<void> {
  rmSync(MARK, { force: true })
  const fingerprint = fingerprintOfSources()
  const cli = createRequire(import.meta.url).resolve("next/dist/bin/next")
  const { code, output } = await runQuietly(process.execPath, [cli, "build"], { NODE_ENV: "production" })
  if (code !== 0) throw new CommandProblem(`The pages could not be built:\n${output}`)
  await packStatic(".next/static")
  keepFingerprint(MARK, fingerprint)
}

const fingerprintOfSources = () => fingerprintOf(SOURCES, (file) => /\.test\.tsx?$|generated|^lib.cli/.test(file))

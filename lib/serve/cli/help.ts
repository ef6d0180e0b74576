import type { Command } from "./command"
import type { Entry } from "./commands"

/** The answer to `--help`. */
export function describeAll(entries: readonly Entry[]): string {
  const width = Math.max(...entries.map(({ name }) => name.length))
  const lines = entries.map(({ name, summary }) => `  ${name.padEnd(width)}   ${summary}`)
  return [
    "Usage: npm run lakeward -- <command> [options]",
    "",
    ...lines,
    "",
    "npm run lakeward -- <command> --help shows details for a command. Settings come from environment variables; see README.md.",
  ].join("\n")
}

/** The answer to `<command> --help`. */
export function describeOne({ name, summary }: Entry, { usage }: Command): string {
  return [`${name}: ${summary}`, ...usage.map((line) => `  ${line}`)].join("\n")
}

import { EmbeddedProblem } from "@/lib/base/db/embedded/problem"
import { MigrationProblem } from "@/lib/base/db/migrate/migrate"
import { SettingsProblem } from "@/lib/base/settings/server/settings"
import { CommandProblem } from "./command"
import { type Entry, entries } from "./commands"
import { describeAll, describeOne } from "./help"

/** Faults that are explained by their message alone; anything else is a bug and shows where it happened. */
const EXPLAINED = [CommandProblem, EmbeddedProblem, MigrationProblem, SettingsProblem]

process.exitCode = await main(process.argv.slice(2))

async function main(words: readonly string[]): Promise<number> {
  const entry = findEntry(words)
  const wantsHelp =
    words.length === 0 || words.some((word) => word === "--help" || word === "-h") || words[0] === "help"
  if (!entry && !wantsHelp) {
    console.error(`Unknown command "${words.join(" ")}".\n`)
    console.error(describeAll(entries))
    return 2
  }
  if (!entry) {
    console.info(describeAll(entries))
    return 0
  }
  const command = await entry.load()
  if (!wantsHelp) return run(command.run, words.slice(entry.name.split(" ").length))
  console.info(describeOne(entry, command))
  return 0
}

/** Names may have two words: `admin create`. */
function findEntry(words: readonly string[]): Entry | undefined {
  return entries.find(({ name }) => name.split(" ").every((word, place) => words[place] === word))
}

async function run(perform: (words: readonly string[]) => Promise<number>, words: readonly string[]): Promise<number> {
  try {
    return await perform(words)
  } catch (error) {
    const isExplained = error instanceof Error && EXPLAINED.some((kind) => error instanceof kind)
    console.error(isExplained ? error.message : error)
    return 1
  }
}

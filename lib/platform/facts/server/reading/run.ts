import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { createInterface } from "node:readline"
import { ReadEnd, type ReadJob } from "./job"

/** What the reading process may use: memory for objects in MiB, and time. */
const MOST_MEMORY = 160
const MOST_MILLISECONDS = 60_000

/** Batches are `FactColumns` as JSON: as texts they are small, and the database takes them as they are. */
export type ReadFacts = { readonly batches: readonly string[]; readonly end: ReadEnd }

/**
 * Reads a file in a process of its own, so that no file can take the memory or the time of the server.
 * Null when the process died of it.
 */
export async function readInProcess(job: ReadJob): Promise<ReadFacts | null> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY}`, ...program(), JSON.stringify(job)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
  })
  const timer = setTimeout(() => child.kill("SIGKILL"), MOST_MILLISECONDS)
  try {
    return await listenTo(child)
  } finally {
    clearTimeout(timer)
    child.kill("SIGKILL")
  }
}

const END = '{"end":'

async function listenTo(child: ChildProcess): Promise<ReadFacts | null> {
  const ended = once(child, "close")
  const batches: string[] = []
  if (!child.stdout) return null
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith(END)) {
      await ended
      return { batches, end: ReadEnd.parse(JSON.parse(line).end) }
    }
    batches.push(line)
  }
  await ended
  return null
}

/** The built program beside the built server, or the source with what compiles it. */
function program(): readonly string[] {
  const built = join(process.cwd(), ".next", "commands", "read-facts.mjs")
  if (process.env.LAKEWARD_BUILD && existsSync(built)) return [built]
  return ["--import", "tsx", join(process.cwd(), "lib", "platform", "facts", "server", "reading", "main.ts")]
}

import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { TableAnswer, type TableJob } from "../read-table"

/** What the reading process may use: memory for objects in MiB, time, and characters of its answer. */
const MOST_MEMORY = 384
const MOST_MILLISECONDS = 60_000
const MOST_ANSWER = 100_000_000

/** Reads a table in a process of its own, so that no file can take the memory or the time of the server. */
export async function readTableInProcess(job: TableJob): Promise<TableAnswer> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY}`, ...program(), JSON.stringify(job)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
  })
  const timer = setTimeout(() => child.kill("SIGKILL"), MOST_MILLISECONDS)
  try {
    return (await answerOf(child)) ?? { fault: { line: null, message: "The file is too large to be read. Split it." } }
  } finally {
    clearTimeout(timer)
    child.kill("SIGKILL")
  }
}

async function answerOf(child: ChildProcess): Promise<TableAnswer | null> {
  const ended = once(child, "close")
  const parts: string[] = []
  let length = 0
  for await (const part of child.stdout?.setEncoding("utf8") ?? []) {
    length += String(part).length
    if (length > MOST_ANSWER) return null
    parts.push(String(part))
  }
  const [code] = await ended
  return code === 0 ? TableAnswer.parse(JSON.parse(parts.join(""))) : null
}

/** The built program beside the built server, or the source with what compiles it. */
function program(): readonly string[] {
  const built = join(process.cwd(), ".next", "commands", "read-table.mjs")
  if (process.env.LAKEWARD_BUILD && existsSync(built)) return [built]
  return ["--import", "tsx", join(process.cwd(), "lib", "base", "files", "server", "reading", "main.ts")]
}

import { type ChildProcess, spawn } from "node:child_process"
import { once } from "node:events"
import { existsSync } from "node:fs"
import { join } from "node:path"
import { ReadAnswer, type ReadJob } from "./job"

/** What the reading process may use: memory for objects in MiB, time, and characters of its answer. */
const MOST_MEMORY = 512
const MOST_MILLISECONDS = 60_000
const MOST_ANSWER = 200_000_000

/** Reads a file in a process of its own, so that no file can take the memory or the time of the server. Null when it died of it. */
export async function readInProcess(job: ReadJob): Promise<ReadAnswer | null> {
  const child = spawn(process.execPath, [`--max-old-space-size=${MOST_MEMORY}`, ...program(), JSON.stringify(job)], {
    stdio: ["ignore", "pipe", "ignore"],
    env: { PATH: process.env.PATH, NODE_ENV: process.env.NODE_ENV },
  })
  const timer = setTimeout(() => child.kill("SIGKILL"), MOST_MILLISECONDS)
  try {
    return await answerOf(child)
  } finally {
    clearTimeout(timer)
    child.kill("SIGKILL")
  }
}

async function answerOf(child: ChildProcess): Promise<ReadAnswer | null> {
  const ended = once(child, "close")
  const parts: string[] = []
  let length = 0
  for await (const part of child.stdout?.setEncoding("utf8") ?? []) {
    length += String(part).length
    if (length > MOST_ANSWER) return null
    parts.push(String(part))
  }
  const [code] = await ended
  if (code !== 0) return null
  return ReadAnswer.parse(JSON.parse(parts.join("")))
}

/** The built program beside the built server, or the source with what compiles it. */
function program(): readonly string[] {
  const built = join(process.cwd(), ".next", "commands", "read-project.mjs")
  if (process.env.LAKEWARD_BUILD && existsSync(built)) return [built]
  return ["--import", "tsx", join(process.cwd(), "lib", "plan", "exchange", "server", "reading", "main.ts")]
}

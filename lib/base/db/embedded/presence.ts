import { readFileSync, rmSync, statSync, writeFileSync } from "node:fs"
import { hostname } from "node:os"
import path from "node:path"
import { setTimeout as pause } from "node:timers/promises"
import * as z from "zod"
import type { ClusterHome } from "./cluster-home"
import { EmbeddedProblem } from "./problem"

const Holder = z.object({ host: z.string() })

/** A beat every 3 s; after 10 s without one the other is gone. */
const PACE = { beatMs: 3000, silenceMs: 10_000 }

const fileOf = (home: ClusterHome) => path.join(home.folder, "holder.json")

/**
 * Sees that no other computer or container uses this data through a shared disk. Its processes cannot be seen from
 * here, and PostgreSQL would start a second server on the same files; so each says in a file, again and again, that it
 * is there. Waits up to 10 s when another one was there a moment ago.
 * @throws EmbeddedProblem when another one is there.
 */
export async function checkPresence(home: ClusterHome, host = hostname(), { silenceMs } = PACE): Promise<void> {
  const holder = read(home)
  if (!holder || holder.host === host || Date.now() - holder.beat > 2 * silenceMs) return
  const deadline = Date.now() + silenceMs
  while (Date.now() < deadline) {
    await pause(silenceMs / 40)
    const now = read(home)
    if (!now) return
    if (now.beat !== holder.beat)
      throw new EmbeddedProblem(
        `The embedded database in ${home.folder} is in use on another computer or container (${now.host}). Stop Lakeward there first, or give this one its own data with LAKEWARD_DATA_DIR.`,
      )
  }
}

/** Says that this computer uses the data, until told to stop; `leave` takes the word back. */
export function keepPresence(
  home: ClusterHome,
  host = hostname(),
  { beatMs } = PACE,
): { stop: () => void; leave: () => void } {
  const beat = () => {
    try {
      writeFileSync(fileOf(home), `${JSON.stringify({ host })}\n`, { mode: 0o600 })
    } catch {
      // A full disk does not end the app; the next beat may be written.
    }
  }
  beat()
  const timer = setInterval(beat, beatMs)
  timer.unref()
  const stop = () => clearInterval(timer)
  return {
    stop,
    leave: () => {
      stop()
      rmSync(fileOf(home), { force: true })
    },
  }
}

function read(home: ClusterHome): { readonly host: string; readonly beat: number } | undefined {
  try {
    const { host } = Holder.parse(JSON.parse(readFileSync(fileOf(home), "utf8")))
    return { host, beat: statSync(fileOf(home)).mtimeMs }
  } catch {
    return undefined
  }
}

import pg from "pg"

/** Where the server is in its life. */
export type Phase = "starting" | "serving" | "draining"

/** What `/api/health/ready` says; `ready` is the only answer that asks for traffic. */
export type Readiness = { readonly status: "ready" | "starting" | "draining" | "database-unreachable" }

const PATIENCE_MS = 2000
const MEMORY_MS = 500

/** Whether the database answers within two seconds; many who ask at once cause one question. */
export type DatabaseProbe = { readonly answers: () => Promise<boolean>; readonly close: () => Promise<void> }

export function probeDatabase(url: string): DatabaseProbe {
  const pool = new pg.Pool({
    connectionString: url,
    max: 1,
    connectionTimeoutMillis: PATIENCE_MS,
    query_timeout: PATIENCE_MS,
    application_name: "lakeward health",
  })
  pool.on("error", () => undefined)
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve(false) }
  const ask = async () => {
    try {
      await pool.query("SELECT 1")
      return true
    } catch {
      return false
    }
  }
  return {
    answers: () => {
      if (performance.now() - asked.at > MEMORY_MS) asked = { at: performance.now(), answer: ask() }
      return asked.answer
    },
    close: () => pool.end(),
  }
}

export async function readiness(phase: Phase, probe: DatabaseProbe | undefined): Promise<Readiness> {
  if (phase !== "serving" || !probe) return { status: phase === "serving" ? "starting" : phase }
  return { status: (await probe.answers()) ? "ready" : "database-unreachable" }
}

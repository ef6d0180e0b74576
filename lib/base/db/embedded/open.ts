import { setTimeout as pause } from "node:timers/promises"
import { type Binaries, findBinaries } from "./binaries"
import { ensureCluster } from "./cluster"
import type { ClusterHome } from "./cluster-home"
import { type Claim, claim, type Purpose } from "./ownership"
import { findPostmaster, stopPostmaster } from "./postmaster"
import { checkPresence, keepPresence } from "./presence"
import { EmbeddedProblem } from "./problem"
import { ensureProductDatabase, productUrl } from "./product-database"
import { startServer } from "./server"

/** The embedded PostgreSQL, running and claimed. */
export type EmbeddedDatabase = {
  readonly url: string
  /** Started by this process, or found running and taken over (or joined, by a command). */
  readonly origin: "started" | "found"
  /** Leaves the server, and stops it unless someone else still uses it. */
  readonly close: () => Promise<void>
}

const ATTEMPTS = 5

/**
 * Opens the embedded database: makes it at the first time, starts its server or finds the one that runs, and claims it.
 * An app keeps it alive: when the server ends without being told to, it is started again on the same port.
 * @throws EmbeddedProblem with a sentence for whatever stands in the way.
 */
export async function openEmbedded(home: ClusterHome, purpose: Purpose): Promise<EmbeddedDatabase> {
  await checkPresence(home)
  const binaries = findBinaries(home)
  ensureCluster(binaries, home)
  const opened = await openOnce(binaries, home, purpose)
  const presence = keepPresence(home)
  const state = { claim: opened.claim, isClosing: false }
  if (purpose.kind === "app") keepAlive(binaries, home, purpose, opened.port, state)
  return {
    url: productUrl(home, opened.port),
    origin: opened.origin,
    close: async () => {
      state.isClosing = true
      presence.stop()
      const wasLast = await state.claim.release()
      if (!wasLast) return
      await stopPostmaster(binaries, home)
      presence.leave()
    },
  }
}

type Opened = { readonly port: number; readonly origin: "started" | "found"; readonly claim: Claim }

/** A server may be found at the moment it ends, or started by two at once: then it is looked for again. */
async function openOnce(binaries: Binaries, home: ClusterHome, purpose: Purpose, port?: number): Promise<Opened> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      const running = findPostmaster(home)
      const started = running
        ? running.port
        : await startServer(binaries, home, { isDetached: true, ...(port === undefined ? {} : { port }) })
      await ensureProductDatabase(home, started)
      const held = await claim(productUrl(home, started), purpose)
      return { port: started, origin: running ? "found" : "started", claim: held }
    } catch (error) {
      if (error instanceof EmbeddedProblem) throw error
      if (attempt >= ATTEMPTS) throw new EmbeddedProblem(`The embedded database isn't responding: ${messageOf(error)}.`)
      await pause(200 * attempt)
    }
  }
}

const messageOf = (error: unknown) => (error instanceof Error ? error.message : String(error))

type Life = { claim: Claim; isClosing: boolean }

function keepAlive(binaries: Binaries, home: ClusterHome, purpose: Purpose, port: number, life: Life): void {
  life.claim.onLost(() => {
    if (life.isClosing) return
    console.warn("The embedded database stopped unexpectedly and is being restarted.")
    void revive(binaries, home, purpose, port, life)
  })
}

/** Addresses are handed out once, so the server must come back on its own port. */
async function revive(
  binaries: Binaries,
  home: ClusterHome,
  purpose: Purpose,
  port: number,
  life: Life,
): Promise<void> {
  while (!life.isClosing) {
    try {
      const opened = await openOnce(binaries, home, purpose, port)
      life.claim = opened.claim
      if (opened.port !== port)
        console.error(
          `The embedded database is running again on port ${opened.port} instead of ${port}; restart Lakeward.`,
        )
      else console.warn("The embedded database is running again.")
      return keepAlive(binaries, home, purpose, port, life)
    } catch (error) {
      console.error(messageOf(error))
      await pause(1000)
    }
  }
}

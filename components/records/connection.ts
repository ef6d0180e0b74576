const PROBE = "/api/health/live"
const EVERY_MS = 2_000

const listeners = new Set<() => void>()
let reconnecting: Promise<void> | null = null

/** Whether changes are waiting because the server cannot be reached. */
export const isWaiting = (): boolean => reconnecting !== null
export function subscribeToConnection(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
const tell = () => {
  for (const listener of listeners) listener()
}

/** Resolves when the server answers again; everybody who waits shares one probe. */
export function onceOnline(): Promise<void> {
  reconnecting ??= probe().then(() => {
    reconnecting = null
    tell()
  })
  tell()
  return reconnecting
}

async function probe(): Promise<void> {
  for (;;) {
    await pause()
    try {
      const answer = await fetch(PROBE, { cache: "no-store" })
      if (answer.ok) return
    } catch {
      // Not yet.
    }
  }
}

/** Until some time has passed, or the browser says that it is online. */
const pause = () =>
  new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer)
      window.removeEventListener("online", done)
      resolve()
    }
    const timer = setTimeout(done, EVERY_MS)
    window.addEventListener("online", done)
  })

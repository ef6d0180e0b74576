import pg from "pg"
import { database } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"

/** A chain grew to this length. */
export type Growth = { readonly chain: Id; readonly seq: number }
type Listener = (growth: Growth) => void

const CHANNEL = "lakeward_growth"
const COALESCE_MS = 40
const RECONNECT_MS = 1_000

type Live = {
  listeners: Set<Listener>
  pending: Map<Id, number>
  timer: NodeJS.Timeout | null
  client: pg.Client | null
  connecting: boolean
  closed: boolean
}
const shared = globalThis as typeof globalThis & { lakewardLive?: Live }
const fresh = (): Live => ({
  listeners: new Set(),
  pending: new Map(),
  timer: null,
  client: null,
  connecting: false,
  closed: false,
})
function live(): Live {
  shared.lakewardLive ??= fresh()
  return shared.lakewardLive
}

/** Tells every process that a chain grew, soon after the commit; many growths become one message. */
export function announce(chain: Id, seq: number): void {
  const state = live()
  state.pending.set(chain, Math.max(seq, state.pending.get(chain) ?? 0))
  state.timer ??= setTimeout(() => {
    state.timer = null
    const message = JSON.stringify([...state.pending])
    state.pending.clear()
    // Losing a message costs a screen some seconds, never data: streams also look at the heads from time to time.
    database()
      .pool.query("SELECT pg_notify($1, $2)", [CHANNEL, message])
      .catch(() => {})
  }, COALESCE_MS)
}

/** Waits until what was announced has been sent, for short-lived processes. */
export async function settleAnnouncements(): Promise<void> {
  const state = live()
  if (!state.timer) return
  clearTimeout(state.timer)
  state.timer = null
  const message = JSON.stringify([...state.pending])
  state.pending.clear()
  await database().pool.query("SELECT pg_notify($1, $2)", [CHANNEL, message])
}

/** Hears of every growth, from this process or another, until the returned function is called. */
export function listen(listener: Listener): () => void {
  const state = live()
  state.listeners.add(listener)
  if (!state.client && !state.connecting) void connect(state)
  return () => state.listeners.delete(listener)
}

async function connect(state: Live): Promise<void> {
  if (state.closed) return
  state.connecting = true
  const client = new pg.Client({ connectionString: database().url, connectionTimeoutMillis: 2_000, keepAlive: true })
  const lost = () => {
    if (state.client !== client && !state.connecting) return
    state.client = null
    state.connecting = false
    client.removeAllListeners()
    client.on("error", () => {})
    client.end().catch(() => {})
    if (!state.closed) setTimeout(() => void connect(state), RECONNECT_MS).unref()
  }
  client.on("error", lost)
  client.on("end", lost)
  client.on("notification", ({ payload }) => deliver(state, payload ?? "[]"))
  try {
    await client.connect()
    await client.query(`LISTEN ${CHANNEL}`)
    state.client = client
    state.connecting = false
  } catch {
    lost()
  }
}

function deliver(state: Live, payload: string): void {
  const growths: [Id, number][] = JSON.parse(payload)
  for (const [chain, seq] of growths) for (const listener of state.listeners) listener({ chain, seq })
}

export async function closeLive(): Promise<void> {
  const state = live()
  state.closed = true
  if (state.timer) clearTimeout(state.timer)
  state.listeners.clear()
  await state.client?.end().catch(() => {})
  delete shared.lakewardLive
}

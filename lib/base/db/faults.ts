/** What a database error means to whoever asked. */
export type Fault =
  | { readonly kind: "unavailable" }
  | { readonly kind: "conflict"; readonly constraint: string }
  | { readonly kind: "invalid" }
  | { readonly kind: "bug" }

/** Of Prisma; and of Node when a line was cut, be it the database's or that of whoever was still sending a file. */
const unavailableCodes = new Set(["P1001", "P1002", "P1008", "P1017", "P2024", "P2028", "P2037", "ECONNRESET"])
const unavailableNetwork =
  /ECONNREFUSED|ECONNRESET|EPIPE|ETIMEDOUT|EHOSTUNREACH|ENOTFOUND|timeout exceeded|read timeout|Connection terminated|connection timeout|Client has encountered a connection error|server closed the connection|Transaction (already closed|API error)|Unable to start a transaction/i
/** 08 connection, 53 resources, 57P shutdown, 57014 cancelled by its time-out, 55P03 lock not had, 40 rolled back. */
const unavailableState = /^(08|53|57P|57014|55P03|40)/

type Clue = {
  code?: unknown
  originalCode?: unknown
  constraint?: unknown
  message?: unknown
  cause?: unknown
  meta?: unknown
}
const isClue = (value: unknown): value is Clue => typeof value === "object" && value !== null

/** The chain of causes, outermost first, at most eight deep. */
function cluesOf(error: unknown): readonly Clue[] {
  const clues: Clue[] = []
  const queue: unknown[] = [error]
  while (queue.length > 0 && clues.length < 8) {
    const next = queue.shift()
    if (!isClue(next)) continue
    clues.push(next)
    queue.push(next.cause)
    if (isClue(next.meta)) queue.push("driverAdapterError" in next.meta ? next.meta.driverAdapterError : undefined)
  }
  return clues
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "")

/** Tells what an error of the driver or of Prisma means; one place for the whole product. */
export function faultOf(error: unknown): Fault {
  const clues = cluesOf(error)
  const codes = clues.flatMap((clue) => [textOf(clue.originalCode), textOf(clue.code)]).filter((code) => code !== "")
  const messages = clues.map((clue) => textOf(clue.message)).join("\n")
  const constraint = clues.map((clue) => textOf(clue.constraint)).find((name) => name !== "")
  if (codes.some((code) => unavailableCodes.has(code) || unavailableState.test(code))) return { kind: "unavailable" }
  if (codes.some((code) => /^23/.test(code) || code === "P2002" || code === "P2003" || code === "P2004"))
    return { kind: "conflict", constraint: constraint ?? namedIn(messages) }
  if (codes.some((code) => /^22/.test(code) || code === "P2000" || code === "P2023")) return { kind: "invalid" }
  if (unavailableNetwork.test(messages)) return { kind: "unavailable" }
  return { kind: "bug" }
}

const namedIn = (message: string): string => /constraint[^a-z_]*([a-z_]+)/i.exec(message)?.[1] ?? "unknown"

import type * as z from "zod"
import { type Contract, parametersOf } from "@/lib/door/contract"

/**
 * Where an operation is reached. The shapes of what goes in and comes out are left on the server: a browser carries
 * neither them nor what reads them, and only the compiler knows them here.
 */
export type Address<C extends Contract = Contract> = Pick<C, "name" | "method" | "path"> & {
  /** It takes a file. */
  readonly takes?: unknown
  /** The contract, for the compiler alone: it is never there. */
  readonly promise?: C
}

/** What an operation answers, and what it is asked with. */
export type Answer<C extends Contract> = z.output<C["output"]>
export type AnswerAt<A> = A extends Address<infer C> ? Answer<C> : never
export type InputAt<A> = A extends Address<infer C> ? z.input<C["input"]> : never

/** A refusal as a person reads it, with its permanent code and whatever it says besides. */
export type CallRefusal = {
  readonly ok: false
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** The record as it stands now, when it changed meanwhile; `currentOf` reads it. */
  readonly current?: unknown
  readonly [extra: string]: unknown
}
export type CallResult<Value> =
  | {
      readonly ok: true
      readonly value: Value
      /** The length of the programme's chain after it. */
      readonly seq: number | null
      /** The length of the chain before the events of this write; a list as new as that is complete with its answer. */
      readonly before?: number | null
      /** It had been carried out before: the value has no more than the id and the version. */
      readonly replayed?: boolean
    }
  | CallRefusal

/** An input without members is asked with nothing. */
type Given<Input> = Input extends Record<string, never> ? object : Input
export type CallInput<C extends Contract> = Given<z.input<C["input"]>> &
  (C["audience"] extends "programme" ? { readonly programmeId: string } : unknown)

export type CallOptions = { readonly signal?: AbortSignal; readonly idempotencyKey?: string }

const offline: CallRefusal = {
  ok: false,
  status: 0,
  code: "offline",
  detail: "Can't reach the server. Your changes are kept; try again.",
}

/** The address of an operation with its parameters filled in, and what is left for the query or the body. */
export function addressOf(address: Address, input: Readonly<Record<string, unknown>>) {
  const names = parametersOf(address.path)
  const path = address.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => !names.includes(name) && name !== "programmeId" && value !== undefined,
    ),
  )
  if (address.method !== "GET" && !address.takes) return { url: `/api/v1${path}`, body: JSON.stringify(rest) }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
  return { url: `/api/v1${path}${query ? `?${query}` : ""}`, body: null }
}

/** Calls an operation; every outcome is a value, also a network that is down. */
export async function call<C extends Contract>(
  address: Address<C>,
  input: CallInput<C>,
  { signal, idempotencyKey }: CallOptions = {},
): Promise<CallResult<Answer<C>>> {
  const { url, body } = addressOf(address, Object.fromEntries(Object.entries(input)))
  const kind: Record<string, string> = body === null ? {} : { "content-type": "application/json" }
  return send(address.method, url, body, kind, { signal, idempotencyKey })
}

/** Calls an operation that takes a file. */
export function callWithFile<C extends Contract>(
  address: Address<C>,
  input: CallInput<C>,
  file: Blob,
  options: CallOptions = {},
): Promise<CallResult<Answer<C>>> {
  const { url } = addressOf(address, Object.fromEntries(Object.entries(input)))
  return send(address.method, url, file, { "content-type": "application/octet-stream" }, options)
}

/** The record as it stands now, in the shape in which the operation answers it; null when the refusal brings none. */
export const currentOf = <C extends Contract>(address: Address<C>, { current }: CallRefusal): Answer<C> | null =>
  isAnswer(address, current) ? current : null

/** Answers are the server's own, and are not read again here. */
const isAnswer = <C extends Contract>(_: Address<C>, value: unknown): value is Answer<C> =>
  typeof value === "object" && value !== null

/** Reads what is at the address of an operation. */
export const read = <Value>(url: string, { signal }: CallOptions = {}): Promise<CallResult<Value>> =>
  send("GET", url, null, {}, { signal })

async function send<Value>(
  method: string,
  url: string,
  body: BodyInit | null,
  kind: Record<string, string>,
  { signal, idempotencyKey }: { signal?: AbortSignal | undefined; idempotencyKey?: string | undefined },
): Promise<CallResult<Value>> {
  const key = idempotencyKey ? { "idempotency-key": idempotencyKey } : {}
  const headers = { accept: "application/json", ...kind, ...key }
  try {
    const response = await fetch(url, { method, headers, body, ...(signal ? { signal } : {}) })
    const answer = await response.json()
    if (!response.ok) return { ...answer, ok: false }
    const [seq, before] = ["lakeward-seq", "lakeward-before"].map((name) => {
      const text = response.headers.get(name)
      return text === null ? null : Number(text)
    })
    const replayed = response.headers.has("idempotent-replayed") ? { replayed: true } : {}
    return { ok: true, value: answer, seq: seq ?? null, before: before ?? null, ...replayed }
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error
    return offline
  }
}

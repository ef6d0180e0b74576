import type * as z from "zod"
import { type Contract, type InputShape, parametersOf, type Refusals } from "./contract"

/** A refusal as a person reads it, with its permanent code and whatever it says besides. */
export type CallRefusal = {
  readonly ok: false
  readonly status: number
  readonly code: string
  readonly detail: string
  readonly fields?: readonly { readonly path: string; readonly message: string }[]
  /** The record as it stands now, when it changed meanwhile. */
  readonly current?: unknown
  readonly [extra: string]: unknown
}
export type CallResult<Value> = { readonly ok: true; readonly value: Value; readonly seq: number | null } | CallRefusal

/** An input without members is asked with nothing. */
type Given<Input> = Input extends Record<string, never> ? object : Input
export type CallInput<C extends Contract> = Given<z.input<C["input"]>> &
  (C["audience"] extends "programme" ? { readonly programmeId: string } : unknown)

export type CallOptions = { readonly signal?: AbortSignal; readonly idempotencyKey?: string }

const offline: CallRefusal = {
  ok: false,
  status: 0,
  code: "offline",
  detail: "The server could not be reached. What you typed is kept; try again.",
}

/** The address of an operation with its parameters filled in, and what is left for the query or the body. */
export function addressOf(contract: Contract, input: Readonly<Record<string, unknown>>) {
  const names = parametersOf(contract.path)
  const path = contract.path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(input[name])))
  const rest = Object.fromEntries(
    Object.entries(input).filter(
      ([name, value]) => !names.includes(name) && name !== "programmeId" && value !== undefined,
    ),
  )
  if (contract.method !== "GET" && !contract.takes) return { url: `/api/v1${path}`, body: JSON.stringify(rest) }
  const query = new URLSearchParams(Object.entries(rest).map(([name, value]) => [name, String(value)])).toString()
  return { url: `/api/v1${path}${query ? `?${query}` : ""}`, body: null }
}

/** Calls an operation; every outcome is a value, also a network that is down. */
export async function call<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(
  contract: Contract<I, O, W, F>,
  input: CallInput<Contract<I, O, W, F>>,
  { signal, idempotencyKey }: CallOptions = {},
): Promise<CallResult<z.output<O>>> {
  const { url, body } = addressOf(contract, Object.fromEntries(Object.entries(input)))
  const kind: Record<string, string> = body === null ? {} : { "content-type": "application/json" }
  return send(contract.method, url, body, kind, { signal, idempotencyKey })
}

/** Calls an operation that takes a file. */
export function callWithFile<
  I extends InputShape,
  O extends z.ZodType,
  W extends Refusals,
  F extends Contract["audience"],
>(
  contract: Contract<I, O, W, F>,
  input: CallInput<Contract<I, O, W, F>>,
  file: Blob,
  options: CallOptions = {},
): Promise<CallResult<z.output<O>>> {
  const { url } = addressOf(contract, Object.fromEntries(Object.entries(input)))
  return send(contract.method, url, file, { "content-type": "application/octet-stream" }, options)
}

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
    const seq = response.headers.get("lakeward-seq")
    return { ok: true, value: answer, seq: seq === null ? null : Number(seq) }
  } catch (error) {
    if (error instanceof Error && error.name === "AbortError") throw error
    return offline
  }
}

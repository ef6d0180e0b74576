import type { Id } from "@/lib/base/kernel/id"
import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { RequestContext } from "@/lib/door/access/actor"
import type { Operation } from "@/lib/door/server/serve"
import { isCleanText, MAX_BODY_BYTES, readJson } from "../body"

/** A request as the door sees it, whichever server took it. */
export type Asked = {
  readonly method: string
  readonly url: URL
  readonly headers: Headers
  readonly body: AsyncIterable<Uint8Array> | null
  /** The server asks, for a page that it draws; the page's browser asks for the same next. */
  readonly forPage?: boolean
}

export type Incoming = Asked & {
  readonly parameters: Readonly<Record<string, string>>
  /** The programme in the path. */
  readonly programmeId: Id | null
  readonly operation: Operation
  readonly context: RequestContext
}

/** What the body of a request to an operation is. */
export const bodyOf = ({ contract }: Operation): "none" | "json" | "file" => {
  if (contract.takes) return "file"
  return contract.method === "GET" ? "none" : "json"
}

export type Body = { readonly text: string; readonly value: unknown }

/** Reads a body of JSON up to its cap; none at all counts as an empty object. */
export async function readBody(
  asked: Asked,
): Promise<Result<Body, "too-large" | "not-json" | "bad-json" | "bad-text">> {
  if (Number(asked.headers.get("content-length") ?? 0) > MAX_BODY_BYTES) return refuse("too-large")
  const bytes = await collect(asked.body ?? [])
  if (bytes === null) return refuse("too-large")
  if (bytes.length === 0) return ok({ text: "", value: {} })
  if (!/^application\/json\b/i.test(asked.headers.get("content-type") ?? "")) return refuse("not-json")
  const text = decode(bytes)
  if (text === null) return refuse("bad-text")
  const parsed = readJson(text)
  return parsed.ok ? ok({ text, value: parsed.value }) : parsed
}

async function collect(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > MAX_BODY_BYTES) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function decode(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes)
  } catch {
    return null
  }
}

/** The contract's input: the path's parameters together with the query or the body. */
export function inputOf(
  { operation, url, parameters }: Incoming,
  body: unknown,
): Result<unknown, "invalid" | "bad-text"> {
  const path = Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, decoded(value)]))
  const given = bodyOf(operation) === "json" ? body : Object.fromEntries(url.searchParams)
  if (typeof given !== "object" || given === null || Array.isArray(given))
    return refuse("invalid", { fields: [{ path: "", message: "Send an object." }] })
  if (bodyOf(operation) === "none" && "format" in given) delete given.format
  const all = { ...given, ...path }
  if (Object.values(all).some((value) => typeof value === "string" && !isCleanText(value))) return refuse("bad-text")
  const parsed = operation.contract.input.safeParse(all)
  if (parsed.success) return ok(parsed.data)
  const fields = parsed.error.issues.slice(0, 20).map(({ path, message }) => ({ path: path.join("."), message }))
  return refuse("invalid", { fields })
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment)
  } catch {
    return "\u0000"
  }
}

import { createHash } from "node:crypto"
import type { Refused } from "@/lib/base/kernel/result"
import { dispositionOf, FileAnswer } from "@/lib/door/file"
import { type Answer, JsonText, type Operation } from "@/lib/door/server/serve"
import { columnsOf, csvOf } from "../csv"
import { isHeldAlready } from "../entity-tag"
import { type Problem, type ProblemCode, problem, problems } from "../problem"
import type { Incoming } from "./request"

/** An answer before it goes on the wire, by whichever server. Null is an answer without a body. */
export type Reply = {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | JsonText | Uint8Array | null
}

export const toResponse = ({ status, headers, body }: Reply): Response =>
  new Response(body instanceof JsonText ? body.text : body instanceof Uint8Array ? Buffer.from(body) : body, {
    status,
    headers,
  })

type Extra = Readonly<Record<string, string>>
const json = { "content-type": "application/json; charset=utf-8" }
const common = { "cache-control": "private, no-cache", "x-content-type-options": "nosniff" }

export const replyProblem = (body: Problem, extra: Extra = {}): Reply => ({
  status: body.status,
  headers: { ...common, "cache-control": "no-store", "content-type": "application/problem+json", ...extra },
  body: JSON.stringify({ type: "about:blank", title: body.code, ...body }),
})

export const replyUnchanged = (tag: string): Reply => ({ status: 304, headers: { ...common, etag: tag }, body: null })

export const replyConflict = (sentence: string | undefined): Reply =>
  replyProblem(problem("conflict", sentence ? { detail: sentence } : {}))

/** A rule said no: the contract's own sentence, with what the rule wants to be known. */
export function replyRefusal(operation: Operation, { refusal, detail }: Refused<string>): Reply {
  if (refusal === "replayed") return replyReceipt(detail?.receipt)
  const words = operation.contract.refusals[refusal]
  if (words) return replyProblem({ status: words.status, code: refusal, detail: words.sentence, ...detail })
  return replyProblem(problem(isKnown(refusal) ? refusal : "bug"))
}

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** The request was carried out before: it is answered with the ids that are kept of it. */
const replyReceipt = (receipt: unknown): Reply => ({
  status: 200,
  headers: { ...common, ...json, "idempotent-replayed": "true" },
  body: JSON.stringify(receipt ?? {}),
})

export function replySuccess(
  { headers: asked, url, operation }: Incoming,
  { value, seq, before }: Answer,
  tag: string | null,
  /** The answer as CSV, where the operation writes it. */
  csv: string | null = null,
): Reply {
  const headers: Record<string, string> = { ...common }
  if (tag) headers.etag = tag
  if (typeof seq === "number") headers["lakeward-seq"] = String(seq)
  if (typeof before === "number") headers["lakeward-before"] = String(before)
  if (value instanceof FileAnswer) return replyFile(value, headers)
  const isCsv = !operation.writes && wantsCsv(asked, url)
  const kind = isCsv ? csvHeaders(operation) : json
  const plain = value instanceof JsonText ? value : JSON.stringify(value ?? null)
  const body = isCsv ? (csv ?? csvText(operation, value)) : plain
  if (operation.writes) return { status: 200, headers: { ...headers, ...kind }, body }
  headers.etag ??= tagOf(body instanceof JsonText ? body.text : body)
  if (operation.contract.method === "GET" && isHeldAlready(asked.get("if-none-match"), headers.etag))
    return replyUnchanged(headers.etag)
  return { status: 200, headers: { ...headers, ...kind }, body }
}

const tagOf = (text: string): string => `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`

/** A download and nothing else: whatever is in it, the browser neither guesses its kind nor lets it act. */
const replyFile = ({ name, mediaType, bytes }: FileAnswer, headers: Record<string, string>): Reply => ({
  status: 200,
  headers: {
    ...headers,
    "content-type": mediaType,
    "content-disposition": dispositionOf(name),
    "content-security-policy": "default-src 'none'; sandbox",
  },
  body: bytes,
})

/** Whether rows are asked for as CSV, by the query or by what the reader takes. */
export const wantsCsv = (asked: Headers, url: URL): boolean =>
  url.searchParams.get("format") === "csv" || (asked.get("accept") ?? "").startsWith("text/csv")

const csvHeaders = ({ contract }: Operation): Extra => ({
  "content-type": "text/csv; charset=utf-8",
  "content-disposition": `attachment; filename="${contract.name}.csv"`,
})

function csvText({ contract }: Operation, value: unknown): string {
  const read: unknown = value instanceof JsonText ? JSON.parse(value.text) : value
  const rows =
    typeof read === "object" && read !== null && "items" in read && Array.isArray(read.items) ? read.items : [read]
  return csvOf(rows, columnsOf(contract.output))
}

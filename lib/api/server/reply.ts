import { createHash } from "node:crypto"
import { type Answer, JsonText, type Operation } from "@/lib/audit/server/serve"
import type { Refused } from "@/lib/kernel/result"
import { csvOf } from "../csv"
import { type Problem, type ProblemCode, problem, problems } from "../problem"
import type { Incoming } from "./request"

type Extra = Readonly<Record<string, string>>
const common = { "cache-control": "private, no-cache", "x-content-type-options": "nosniff" }

export const replyProblem = (body: Problem, extra: Extra = {}): Response =>
  Response.json(
    { type: "about:blank", title: body.code, ...body },
    {
      status: body.status,
      headers: { ...common, "cache-control": "no-store", "content-type": "application/problem+json", ...extra },
    },
  )

export const replyConflict = (sentence: string | undefined): Response =>
  replyProblem(problem("conflict", sentence ? { detail: sentence } : {}))

/** A rule said no: the contract's own sentence, with what the rule wants to be known. */
export function replyRefusal(operation: Operation, { refusal, detail }: Refused<string>): Response {
  if (refusal === "replayed") return replyReceipt(detail?.receipt)
  const words = operation.contract.refusals[refusal]
  if (words) return replyProblem({ status: words.status, code: refusal, detail: words.sentence, ...detail })
  return replyProblem(problem(isKnown(refusal) ? refusal : "bug"))
}

const isKnown = (code: string): code is ProblemCode => Object.hasOwn(problems, code)

/** The request was carried out before: it is answered with the ids that are kept of it. */
const replyReceipt = (receipt: unknown): Response =>
  Response.json(receipt ?? {}, { status: 200, headers: { ...common, "idempotent-replayed": "true" } })

export function replySuccess(
  { request, url, operation }: Incoming,
  { value, seq }: Answer,
  tag: string | null,
): Response {
  const headers: Record<string, string> = { ...common }
  if (tag) headers.etag = tag
  if (typeof seq === "number") headers["lakeward-seq"] = String(seq)
  if (!operation.writes && wantsCsv(request, url)) return replyCsv(operation, value, headers)
  const text = value instanceof JsonText ? value.text : JSON.stringify(value ?? null)
  if (!operation.writes && !tag) {
    const own = `"${createHash("sha256").update(text).digest("base64url").slice(0, 22)}"`
    if (request.headers.get("if-none-match") === own)
      return new Response(null, { status: 304, headers: { ...common, etag: own } })
    headers.etag = own
  }
  return new Response(text, { headers: { ...headers, "content-type": "application/json; charset=utf-8" } })
}

const wantsCsv = (request: Request, url: URL): boolean =>
  url.searchParams.get("format") === "csv" || (request.headers.get("accept") ?? "").startsWith("text/csv")

function replyCsv(operation: Operation, value: unknown, headers: Record<string, string>): Response {
  const read: unknown = value instanceof JsonText ? JSON.parse(value.text) : value
  const rows =
    typeof read === "object" && read !== null && "items" in read && Array.isArray(read.items) ? read.items : [read]
  return new Response(csvOf(rows), {
    headers: {
      ...headers,
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${operation.contract.name}.csv"`,
    },
  })
}

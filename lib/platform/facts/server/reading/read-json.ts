import { createReadStream } from "node:fs"
import * as z from "zod"
import { textOf } from "@/lib/base/files/server/reading/text"
import { cellsOfJson, FactsFileHead, JsonFact } from "../../formats/facts-file"
import { JsonFault, type JsonItem, JsonItems } from "../../formats/json-items"
import { readFact } from "../../formats/plain-row"
import { faultAt, type Outcome, type ReadContext, type Reader, type TableRow } from "../../formats/reader"
import { isStatementAnswer, rowsOfAnswer } from "../../formats/statement-answer"
import type { FactCollector } from "./fact-collector"

/** The first characters of a file. */
export async function beginningOf(path: string): Promise<string> {
  for await (const text of textOf(createReadStream(path))) return text
  return ""
}

export const beginsAsJson = (text: string): boolean => /^\uFEFF?\s*[[{]/.test(text)

/** The bundle's result as JSON: a list of rows, a row in each line, or the answer of the API that ran a statement. */
export async function readBundleJson(path: string, collector: FactCollector, bundle: Reader): Promise<void> {
  const beginning = await beginningOf(path)
  if (isStatementAnswer(beginning)) return readAnswer(path, collector, bundle)
  for await (const item of isLines(beginning) ? linesOf(path) : itemsOf(path, new JsonItems()))
    if (!(await collector.take(bundleRow(item, bundle), 1))) return
  await collector.take(bundle.end())
}

/** Facts as JSON: what stands around them comes first. Gives the time at which they say they were taken. */
export async function readFactsJson(
  path: string,
  context: ReadContext,
  collector: FactCollector,
): Promise<string | null> {
  const items = new JsonItems()
  let head: Head | null = null
  for await (const item of itemsOf(path, items)) {
    head ??= headOf(items.headBefore())
    const { takenAt, region, workspace } = head
    const place = { region: region || context.region, workspace: workspace || context.workspace }
    const outcomes = ownFact(item, { ...context, ...place }, takenAt)
    if (!(await collector.take(outcomes, 1))) return takenAt
  }
  head ??= headOf(items.head)
  return head.takenAt
}

async function* itemsOf(path: string, items: JsonItems): AsyncGenerator<JsonItem> {
  for await (const text of textOf(createReadStream(path))) yield* items.push(text)
  items.end()
}

/** The first line alone is a row. */
const isLines = (beginning: string): boolean => {
  const [line = ""] = beginning
    .replace(/^\uFEFF/, "")
    .trimStart()
    .split(/\r?\n/, 1)
  const parsed = Scalars.safeParse(attempt(line))
  return parsed.success && "metric" in parsed.data
}

const MOST_IN_LINE = 20_000

async function* linesOf(path: string): AsyncGenerator<JsonItem> {
  let [rest, line] = ["", 0]
  const item = (text: string): JsonItem[] => {
    line++
    if (text.length > MOST_IN_LINE) throw new JsonFault(line, "A fact is too long.")
    return text.trim() === "" ? [] : [{ line, text }]
  }
  for await (const text of textOf(createReadStream(path))) {
    const lines = `${rest}${text}`.replace(/^\uFEFF/, "").split("\n")
    rest = lines.pop() ?? ""
    if (rest.length > MOST_IN_LINE) throw new JsonFault(line + 1, "A fact is too long.")
    for (const each of lines) yield* item(each)
  }
  yield* item(rest)
}

const MOST_IN_ANSWER = 32 * 1024 * 1024

/** The answer is one object, so it is read as a whole; the service itself gives no more than 25 MiB in one. */
async function readAnswer(path: string, collector: FactCollector, bundle: Reader): Promise<void> {
  const texts: string[] = []
  let length = 0
  for await (const text of textOf(createReadStream(path))) {
    length += text.length
    if (length > MOST_IN_ANSWER) throw new JsonFault(1, "This answer is too large. Bring the table as CSV.")
    texts.push(text)
  }
  const rows = rowsOfAnswer(jsonOf(texts.join("").replace(/^\uFEFF/, ""), 1))
  if (!rows.ok) throw new JsonFault(1, rows.refusal)
  for (const row of rows.value) if (!(await collector.take(bundle.take(row), 1))) return
  await collector.take(bundle.end())
}

const Scalars = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]).nullable())

function bundleRow({ line, text }: JsonItem, bundle: Reader): readonly Outcome[] {
  const parsed = Scalars.safeParse(jsonOf(text, line))
  const place = { table: "", line }
  if (!parsed.success) return [{ fault: faultAt(place, null, "A row has texts and numbers and nothing else.") }]
  const cells = Object.entries(parsed.data).map(
    ([name, value]) => [name.toLowerCase(), value === null ? "" : String(value)] as const,
  )
  return bundle.take({ ...place, cells: new Map(cells) })
}

function ownFact({ line, text }: JsonItem, context: ReadContext, takenAt: string): readonly Outcome[] {
  const place = { table: "", line }
  const parsed = JsonFact.safeParse(jsonOf(text, line))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return [{ fault: faultAt(place, issue?.path.join(".") || null, issue?.message ?? "Not a valid fact.") }]
  }
  const row: TableRow = { ...place, cells: cellsOfJson(parsed.data) }
  return readFact(row, context, takenAt)
}

type Head = { readonly takenAt: string; readonly region: string; readonly workspace: string }

function headOf(text: string): Head {
  const parsed = FactsFileHead.safeParse(jsonOf(text, 1))
  const { takenAt = "", region = "", workspace = "" } = parsed.data ?? {}
  if (parsed.success) return { takenAt, region, workspace }
  const [issue] = parsed.error.issues
  const wrong = issue?.path.join(".")
  throw new JsonFault(
    1,
    `format, version and takenAt must come before the facts${wrong ? `; ${wrong} is missing or wrong` : ""}.`,
  )
}

const attempt = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function jsonOf(text: string, line: number): unknown {
  const value = attempt(text)
  if (value === undefined) throw new JsonFault(line, "Not valid JSON.")
  return value
}

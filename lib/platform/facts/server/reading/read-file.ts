import { bundleReader } from "../../formats/bundle"
import { instantIn } from "../../formats/cells"
import { CsvFault } from "../../formats/csv-rows"
import { dqxReader } from "../../formats/dqx"
import { cellsOfJson, FactsFileHead, JsonFact } from "../../formats/facts-file"
import { JsonFault, type JsonItem, JsonItems } from "../../formats/json-items"
import { readFact } from "../../formats/plain-row"
import { faultAt, type ReadContext, type Reader, type TableRow, wholeFault } from "../../formats/reader"
import { satReader } from "../../formats/sat"
import { ucxReader } from "../../formats/ucx"
import { Gathering } from "./gathering"
import type { FactColumns, ReadEnd, ReadJob } from "./job"
import { rowsOf, textOf } from "./tables"
import { UnpackFault } from "./unpack"

type Say = (facts: FactColumns) => Promise<void>

/** Reads a file of facts as what it is said to be. Facts are said in batches; what is wrong is said at the end. */
export async function readFile(job: ReadJob, say: Say): Promise<ReadEnd> {
  const context: ReadContext = { ...job, metrics: new Set(job.metrics) }
  const gathering = new Gathering(context, job.maxFacts, say)
  let takenAt = job.takenAt
  try {
    const isJson = job.source === "rest" || (job.source === "bundle" && (await beginsAsJson(job.path)))
    if (isJson) takenAt = (await readJson(job, context, gathering)) ?? takenAt
    else await readTables(job, context, gathering)
  } catch (error) {
    gathering.fault(faultOf(error))
  }
  const claimed = takenAt === null ? null : instantIn(takenAt, job.now)
  if (claimed && !claimed.ok) gathering.fault(wholeFault(`It cannot have been taken then: ${claimed.refusal}`))
  return gathering.end(takenAt)
}

async function readTables({ path, source }: ReadJob, context: ReadContext, gathering: Gathering): Promise<void> {
  const reader = readerOf(source, context)
  let isEmpty = true
  for await (const row of rowsOf(path)) {
    isEmpty = false
    if (!(await gathering.take(reader.take(row)))) return
  }
  if (isEmpty) gathering.fault(wholeFault("There are no rows in this file."))
  else await gathering.take(reader.end())
}

function readerOf(source: ReadJob["source"], context: ReadContext): Reader {
  if (source === "sat") return satReader(context)
  if (source === "ucx") return ucxReader(context)
  if (source === "dqx") return dqxReader(context)
  return bundleReader(context)
}

/** The time that the file says it was taken at. */
async function readJson(job: ReadJob, context: ReadContext, gathering: Gathering): Promise<string | null> {
  const items = new JsonItems()
  const bundle = bundleReader(context)
  let head: Head | null = null
  for await (const text of textOf(job.path))
    for (const item of items.push(text)) {
      head ??= headOf(job, items.headBefore())
      if (
        !(await gathering.take(factOf(job, item, { ...context, region: head.region || context.region }, head, bundle)))
      )
        return head.takenAt
    }
  items.end()
  head ??= headOf(job, items.head)
  return head.takenAt
}

type Head = { readonly takenAt: string | null; readonly region: string }

/** The bundle's answer may be a bare list; facts of one's own come with a head. */
function headOf({ source }: ReadJob, text: string): Head {
  if (source === "bundle") return { takenAt: null, region: "" }
  const parsed = FactsFileHead.safeParse(jsonOf(text, 1))
  if (parsed.success) return { takenAt: parsed.data.takenAt, region: parsed.data.region ?? "" }
  const [issue] = parsed.error.issues
  const wrong = issue?.path.join(".")
  throw new JsonFault(
    1,
    `Before the facts there must be format, version and takenAt${wrong ? `; ${wrong} is missing or wrong` : ""}.`,
  )
}

function factOf({ source }: ReadJob, { line, text }: JsonItem, context: ReadContext, head: Head, bundle: Reader) {
  const place = { table: "", line }
  const parsed = JsonFact.safeParse(jsonOf(text, line))
  if (!parsed.success) {
    const [issue] = parsed.error.issues
    return [{ fault: faultAt(place, issue?.path.join(".") || null, issue?.message ?? "This is no fact.") }]
  }
  const row: TableRow = { ...place, cells: cellsOfJson(parsed.data) }
  return source === "bundle" ? bundle.take(row) : readFact(row, context, head.takenAt)
}

function jsonOf(text: string, line: number): unknown {
  try {
    return JSON.parse(text)
  } catch {
    throw new JsonFault(line, "This is not JSON.")
  }
}

async function beginsAsJson(path: string): Promise<boolean> {
  for await (const text of textOf(path)) return /^\uFEFF?\s*[[{]/.test(text)
  return false
}

function faultOf(error: unknown) {
  if (error instanceof CsvFault || error instanceof JsonFault)
    return { line: error.line, column: null, sheet: null, message: error.message }
  if (error instanceof UnpackFault) return wholeFault(error.message)
  if (error instanceof TypeError && /encoded/i.test(error.message))
    return wholeFault("The file is not text in UTF-8. Save it as CSV in UTF-8.")
  return wholeFault("The file cannot be read as what it is said to be.")
}

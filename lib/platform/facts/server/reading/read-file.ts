import { CsvFault } from "@/lib/base/files/csv-rows"
import { rowsOf } from "@/lib/base/files/server/reading/tables"
import { EncodingFault } from "@/lib/base/files/server/reading/text"
import { isArchive, UnpackFault } from "@/lib/base/files/server/reading/unpack"
import { bundleReader } from "../../formats/bundle"
import { instantIn } from "../../formats/cells"
import { dqxReader } from "../../formats/dqx"
import { JsonFault } from "../../formats/json-items"
import { type ReadContext, type Reader, wholeFault } from "../../formats/reader"
import { satReader } from "../../formats/sat"
import { ucxReader } from "../../formats/ucx"
import { FactCollector } from "./fact-collector"
import type { FactColumns, ReadEnd, ReadJob } from "./job"
import { beginningOf, beginsAsJson, readBundleJson, readFactsJson } from "./read-json"

type Say = (facts: FactColumns) => Promise<void>

/** Reads a file of facts as what it is said to be. Facts are said in batches; what is wrong is said at the end. */
export async function readFile(job: ReadJob, say: Say): Promise<ReadEnd> {
  const { path, source } = job
  const context: ReadContext = {
    ...{ ...job, kinds: new Map(Object.entries(job.kinds)), statements: new Map(Object.entries(job.statements)) },
    ...{ regional: new Set(job.regional), local: new Set(job.local) },
  }
  const collector = new FactCollector(context, job.maxFacts, say)
  let takenAt = job.takenAt
  try {
    const isJson = source === "bundle" && !(await isArchive(path)) && beginsAsJson(await beginningOf(path))
    if (source === "rest") takenAt = (await readFactsJson(path, context, collector)) ?? takenAt
    else if (isJson) await readBundleJson(path, collector, bundleReader(context))
    else await readTables(job, context, collector)
  } catch (error) {
    collector.fault(faultOf(error))
  }
  const claimed = takenAt === null ? null : instantIn(takenAt, job.now)
  if (claimed && !claimed.ok) collector.fault(wholeFault(`Invalid date: ${claimed.refusal}`))
  return collector.end(takenAt)
}

async function readTables({ path, source }: ReadJob, context: ReadContext, collector: FactCollector): Promise<void> {
  const reader = readerOf(source, context)
  let isEmpty = true
  const passedOver = (name: string) => collector.note(`${name} was left out: of an archive CSV files are read.`)
  for await (const row of rowsOf(path, passedOver)) {
    isEmpty = false
    if (!(await collector.take(reader.take(row), 1))) return
  }
  if (isEmpty) collector.fault(wholeFault("This file has no rows."))
  else await collector.take(reader.end())
}

function readerOf(source: ReadJob["source"], context: ReadContext): Reader {
  if (source === "sat") return satReader(context)
  if (source === "ucx") return ucxReader(context)
  if (source === "dqx") return dqxReader(context)
  return bundleReader(context)
}

function faultOf(error: unknown) {
  if (error instanceof CsvFault || error instanceof JsonFault)
    return { line: error.line, column: null, sheet: null, message: error.message }
  if (error instanceof UnpackFault || error instanceof EncodingFault) return wholeFault(error.message)
  return wholeFault("The file doesn't match the selected source.")
}

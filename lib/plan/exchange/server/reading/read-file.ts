import { createReadStream } from "node:fs"
import { type Result, refuse } from "@/lib/base/kernel/result"
import { compare } from "../../mspdi/comparison"
import { comparisonView } from "../../mspdi/comparison-view"
import type { ReadFault } from "../../mspdi/fault"
import type { FileTask, ProjectFile } from "../../mspdi/project-file"
import { ProjectReader } from "../../mspdi/read-project"
import type { ReadAnswer, ReadJob } from "./job"

const nowhere = { line: 1, column: 1 }

/** Reads a file in pieces and compares its plan with ours. */
export async function readFile(job: ReadJob): Promise<ReadAnswer> {
  const read = await readPieces(job)
  if (!read.ok) return { ok: false, fault: read.refusal }
  const compared = compare(read.value)
  if (!compared.ok && compared.refusal.code === "cycle")
    return { ok: false, fault: circleFault(compared.refusal.members) }
  return { ok: true, file: read.value, comparison: job.compare && compared.ok ? comparisonView(compared.value) : null }
}

async function readPieces({ path, maxBytes }: ReadJob): Promise<Result<ProjectFile, ReadFault>> {
  const reader = new ProjectReader()
  let decoder: TextDecoder | null = null
  let bytes = 0
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    bytes += chunk.length
    if (bytes > maxBytes) return refuse({ sentence: "The file is too large.", ...nowhere })
    decoder ??= decoderFor(chunk)
    if (!decoder) return refuse({ sentence: "Unsupported encoding. Save the file as UTF-8.", ...nowhere })
    const text = decoded(decoder, chunk)
    if (text === null)
      return refuse({ sentence: "The file contains characters that are invalid in its encoding.", ...nowhere })
    if (!reader.write(text)) break
  }
  return reader.end()
}

function decoded(decoder: TextDecoder, chunk: Uint8Array): string | null {
  try {
    return decoder.decode(chunk, { stream: true })
  } catch {
    return null
  }
}

/** By the mark at the beginning, else by what the XML declaration says, else UTF-8. */
function decoderFor(start: Uint8Array): TextDecoder | null {
  const [a, b] = start
  if (a === 0xff && b === 0xfe) return new TextDecoder("utf-16le", { fatal: true })
  if (a === 0xfe && b === 0xff) return new TextDecoder("utf-16be", { fatal: true })
  const head = new TextDecoder("latin1").decode(start.subarray(0, 200))
  const named = /^[^<]*<\?xml[^>]*encoding=["']([\w.:-]{1,40})["']/.exec(head)?.[1]
  try {
    return new TextDecoder(named && !/^utf-?16/i.test(named) ? named : "utf-8", { fatal: true })
  } catch {
    return null
  }
}

const MOST_NAMED = 12

/** Names the tasks that wait for each other. */
function circleFault(members: readonly FileTask[]): ReadFault {
  const names = members.slice(0, MOST_NAMED).map(({ name, uid }) => `"${name || `Task ${uid}`}"`)
  const more = members.length > MOST_NAMED ? ` and ${members.length - MOST_NAMED} more` : ""
  const { line, column } = members[0] ?? nowhere
  return {
    sentence: `The file has a circular dependency: ${names.join(", ")}${more} depend on each other.`,
    line,
    column,
  }
}

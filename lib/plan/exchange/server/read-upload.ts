import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import type { Upload } from "@/lib/door/file"
import { inTurn, readingFiles } from "@/lib/door/server/in-turn"
import { MAX_PROJECT_FILE_BYTES } from "../contract"
import type { ReadAnswer } from "./reading/job"
import { readInProcess } from "./reading/run"

type Read = Extract<ReadAnswer, { ok: true }>

/** Reads an uploaded file; a fault is told with its place. */
export async function readUpload(
  { path }: Upload,
  { compare }: { compare: boolean },
): Promise<Result<Read, "unreadable-file">> {
  const answer = await inTurn(readingFiles, () => readInProcess({ path, maxBytes: MAX_PROJECT_FILE_BYTES, compare }))
  if (!answer) return refuse("unreadable-file", { detail: "This file takes too much memory or time to read." })
  if (answer.ok) return ok(answer)
  const { sentence, line, column } = answer.fault
  return refuse("unreadable-file", {
    detail: `Line ${line}, column ${column}: ${sentence}`,
    line,
    column,
    fault: sentence,
  })
}

import { rounded } from "@/lib/base/kernel/rounded"
import type { CurrentPlan } from "../current-plan"
import { type Outline, outlineOf } from "../mspdi/outline"
import type { FileTask, ProjectFile } from "../mspdi/project-file"
import { type Spans, spansOf } from "../mspdi/spans"
import { ownKeyOf } from "../own-fields"
import type { ImportOptions } from "./import-plan"
import { Remarks } from "./remarks"

/** A file and the plan it goes into, with what every part of the mapping asks of them. */
export type Reading = {
  readonly file: ProjectFile
  readonly plan: CurrentPlan
  readonly options: ImportOptions
  readonly outline: Outline
  readonly spans: Spans
  readonly remarks: Remarks
  /** Minutes that count as one working day. */
  readonly dayMinutes: number
}

export function readingOf(file: ProjectFile, plan: CurrentPlan, options: ImportOptions): Reading {
  const spans = spansOf(file)
  const remarks = new Remarks()
  return { file, plan, options, outline: outlineOf(file), spans, remarks, dayMinutes: dayLength(file, spans, remarks) }
}

/** Monday 1970-01-05. */
const A_MONDAY = 4

/** What most weekdays of the file's calendar are worked; where that is not what the file calls a day, it is said. */
function dayLength(file: ProjectFile, { clock }: Spans, remarks: Remarks): number {
  const counts = new Map<number, number>()
  for (let day = A_MONDAY; day < A_MONDAY + 7; day++) {
    const minutes = clock.shiftsOn(day).reduce((sum, { from, to }) => sum + to - from, 0)
    if (minutes > 0) counts.set(minutes, (counts.get(minutes) ?? 0) + 1)
  }
  const [most] = [...counts].sort(([, a], [, b]) => b - a)
  if (!most || most[0] === file.minutesPerDay) return file.minutesPerDay
  const hours = (minutes: number) => rounded(minutes / 60, 2)
  remarks.change(
    null,
    `A working day is imported as ${hours(most[0])} hours.`,
    `The file calls ${hours(file.minutesPerDay)} hours a day, but its calendar has ${hours(most[0])}.`,
  )
  return most[0]
}

/** What a task is called in its file for good. */
export function importKeyOf(file: ProjectFile, task: FileTask): string {
  const own = ownKeyOf(file, task)
  if (own) return `lakeward:${own.id}`
  return task.guid ? `guid:${task.guid} uid:${task.uid}` : `uid:${file.identity}:${task.uid}`
}

export const nameOf = (task: FileTask): string => task.name || `Task ${task.id || task.uid}`

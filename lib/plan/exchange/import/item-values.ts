import { cut } from "@/lib/base/kernel/cut"
import { type Day, dayOf } from "@/lib/base/kernel/day"
import { hiddenIn, visible } from "@/lib/base/kernel/visible-text"
import type { FileTask } from "../mspdi/project-file"
import { dayAt, dayEndingAt, type LocalMinute, minuteOfDay, ordinalAt } from "../mspdi/values"
import { earliestBeforeHeld, earliestBesides, estimateField, ownStatusOf } from "../own-fields"
import { lastDay } from "./days"
import type { ItemValues } from "./import-plan"
import { nameOf, type Reading } from "./reading"
import { plainNumber } from "./remarks"

const MOST_DAYS = 2_000
const MOST_TITLE = 200
const MOST_TEXT = 10_000

/** What a task says about its work item; what cannot be taken as it is is said. */
export function valuesOf(reading: Reading, task: FileTask): ItemValues {
  return {
    ...textsOf(reading, task),
    ...estimateOf(reading, task),
    ...progressOf(reading, task),
    ...datesOf(reading, task),
    remainingDays: remainingOf(reading, task),
  }
}

function textsOf({ remarks }: Reading, task: FileTask): Pick<ItemValues, "title" | "description"> {
  const name = nameOf(task)
  if (!task.name) remarks.change(name, `It is called "${name}".`, "It has no name in the file.")
  const plain = visible(name, { lines: false }).trim() || "Unnamed task"
  const notes = visible(task.notes.replaceAll(/\r\n?/g, "\n"), { lines: true }).trim()
  if (hiddenIn(name, { lines: false }) || hiddenIn(task.notes.replaceAll(/\r\n?/g, "\n"), { lines: true }))
    remarks.change(
      plain,
      "Invisible characters removed.",
      "Control, direction and zero-width characters are not imported.",
    )
  const title = cut(plain, MOST_TITLE)
  if (title.length < plain.length) remarks.change(name, "Name shortened.", `The maximum is ${MOST_TITLE} characters.`)
  if (notes.length > MOST_TEXT) remarks.change(name, "Notes shortened.", "The maximum is 10,000 characters.")
  return { title: title.trim(), description: cut(notes, MOST_TEXT) }
}

function estimateOf(reading: Reading, task: FileTask): Pick<ItemValues, "optimistic" | "likely" | "pessimistic"> {
  const { file, dayMinutes, remarks } = reading
  const days = workingDays(reading, task)
  const likely = Math.min(days, MOST_DAYS)
  if (days > MOST_DAYS) remarks.change(nameOf(task), "Duration reduced to 2,000 working days.", "This is the maximum.")
  const field = (name: "optimistic" | "pessimistic") => {
    const minutes = estimateField(file, task, name)
    return minutes === null || minutes < 0 ? likely : Math.min(minutes / dayMinutes, MOST_DAYS)
  }
  return {
    likely,
    optimistic: Math.min(field("optimistic"), likely),
    pessimistic: Math.max(field("pessimistic"), likely),
  }
}

const spanWords = {
  elapsed: "its duration is in elapsed time",
  "task-calendar": "it has a calendar of its own",
  "resource-calendar": "its resource has another calendar",
} as const

function workingDays({ spans, dayMinutes, remarks }: Reading, task: FileTask): number {
  sayLength(remarks, task)
  const kind = spans.kindOf(task)
  if (kind === null) return task.minutes / dayMinutes
  const start = task.earlyStart ?? task.start
  const days = spans.lengthFrom(task, start === null ? 0 : Math.round(spans.clock.minutesAt(start))) / dayMinutes
  const hours = plainNumber(task.minutes / 60)
  remarks.change(
    nameOf(task),
    `Its ${hours} hours imported as ${plainNumber(days)} working days.`,
    `In the file ${spanWords[kind]}.`,
  )
  return days
}

function sayLength(remarks: Reading["remarks"], task: FileTask): void {
  if (task.lengthFrom === "dates" && !task.milestone)
    remarks.change(nameOf(task), "It is as long as from its start to its finish.", "The file says no usable duration.")
  if (task.lengthFrom === "nothing")
    remarks.change(
      nameOf(task),
      "Imported with no duration.",
      "The file says no usable duration, nor a start and a finish.",
    )
}

type Progress = Pick<ItemValues, "status" | "reason" | "percent" | "actualStart" | "actualFinish">
const untouched: Progress = { status: "not_started", reason: null, percent: 0, actualStart: null, actualFinish: null }

/** Status, percent and actual dates, such that they fit together and nothing has happened after today. */
function progressOf(reading: Reading, task: FileTask): Progress {
  const own = ownStatusOf(reading.file, task)
  const reported = reportedProgress(reading, task)
  if (!task.active) {
    const reason = own?.reason ?? "Inactive in the project file"
    return { ...reported, status: "dropped", reason, actualFinish: null }
  }
  if (own?.status === "blocked" && reported.status !== "done")
    return { ...reported, status: "blocked", reason: own.reason ?? "Blocked in the project file" }
  if (own?.status === "in_progress" && task.actualFinish === null && reported.status === "done")
    return { ...reported, status: "in_progress", actualFinish: null }
  const isBegun = own?.status === "in_progress" && reported.status === "not_started"
  return isBegun ? { ...reported, status: "in_progress", actualStart: reported.actualStart } : reported
}

function reportedProgress({ plan, remarks }: Reading, task: FileTask): Progress {
  const hasBegun = task.percent > 0 || task.actualStart !== null
  if (!hasBegun) return untouched
  const [begun, ended] = [task.actualStart ?? task.start, task.actualFinish ?? task.finish]
  const actualStart = begun === null ? null : dayAt(begun)
  const actualFinish = task.percent === 100 && ended !== null ? lastDay(begun, ended) : null
  if ((actualStart ?? "") > plan.today || (actualFinish ?? "") > plan.today) {
    remarks.leave(nameOf(task), "Its progress and actual dates", `They are after today, ${plan.today}.`)
    return untouched
  }
  if (task.percent < 100) return { ...untouched, status: "in_progress", percent: task.percent, actualStart }
  const finish = actualFinish ?? actualStart
  const start = actualStart !== null && finish !== null && actualStart > finish ? finish : actualStart
  return { status: "done", reason: null, percent: 100, actualStart: start, actualFinish: finish }
}

/** Half a percent of the length, and what seconds round: what differs by less says nothing that the percentage does not. */
export const leavesAsMuch = (remaining: number, likely: number, percent: number): boolean =>
  Math.abs(remaining - likely * (1 - percent / 100)) <= likely / 200 + 1e-4

/** What is left of work under way where the file says another figure than its percentage does; in days of its own calendar. */
function remainingOf({ spans, dayMinutes }: Reading, task: FileTask): number | null {
  const hasBegun = task.percent > 0 || task.actualStart !== null
  if (task.remainingMinutes === null || !hasBegun || task.percent === 100 || !task.active) return null
  if (spans.kindOf(task) !== null) return null
  const days = Math.min(task.remainingMinutes / dayMinutes, MOST_DAYS)
  return leavesAsMuch(days, task.minutes / dayMinutes, task.percent) ? null : days
}

type Dates = Pick<ItemValues, "startNoEarlierThan" | "constraintType" | "constraintDay" | "deadline">

function datesOf(reading: Reading, task: FileTask): Dates {
  const deadline = task.deadline === null ? null : endDay(reading, task.deadline)
  return { ...constraintOf(reading, task), deadline }
}

const none: Dates = { startNoEarlierThan: null, constraintType: null, constraintDay: null, deadline: null }
const constraintWords = {
  ...{ SNET: "Start no earlier than", SNLT: "Start no later than", MSO: "Must start on" },
  ...{ FNET: "Finish no earlier than", FNLT: "Finish no later than", MFO: "Must finish on" },
} as const

/** A constraint as it is in the file, by whole days: the start of its day for a start, the end of it for a finish. */
function constraintOf(reading: Reading, task: FileTask): Dates {
  const { constraint, constraintDate } = task
  const held = placedByHand(reading, task)
  if (held) return held
  const startNoEarlierThan = earliestBesides(reading.file, task)
  if (constraint === "ALAP") return { ...none, startNoEarlierThan, constraintType: "ALAP" }
  if (constraintDate === null || constraint === "ASAP") return none
  if (constraint === "SNET") {
    const before = earliestBeforeHeld(reading.file, task, dayAt(constraintDate))
    return { ...none, startNoEarlierThan: before === undefined ? startDay(reading, task, constraintDate) : before }
  }
  const isStart = constraint === "SNLT" || constraint === "MSO"
  const constraintDay = isStart ? startDay(reading, task, constraintDate) : endDay(reading, constraintDate)
  return { ...none, startNoEarlierThan, constraintType: constraint, constraintDay }
}

/** What is scheduled by hand begins where it lies, or later when links ask for it. */
function placedByHand({ remarks }: Reading, task: FileTask): Dates | null {
  if (!task.manual || task.start === null) return null
  if (task.percent > 0 || task.actualStart !== null) return none
  remarks.change(
    nameOf(task),
    "Start imported as Start no earlier than.",
    "Manually scheduled in the file; Lakeward uses dependencies.",
  )
  return { ...none, startNoEarlierThan: dayAt(task.start) }
}

/** The day that begins at or holds a moment; a moment after work counts for the next day. */
function startDay({ spans, remarks }: Reading, task: FileTask, moment: LocalMinute): Day {
  const shifts = spans.clock.shiftsOn(ordinalAt(moment))
  const minute = minuteOfDay(moment)
  const [first, last] = [shifts[0], shifts.at(-1)]
  if (!first || !last || minute <= first.from) return dayAt(moment)
  if (minute >= last.to) return dayOf(ordinalAt(moment) + 1)
  remarks.change(
    nameOf(task),
    `${constraintWords[task.constraint === "MSO" || task.constraint === "SNLT" ? task.constraint : "SNET"]} is rounded to ${dayAt(moment)}.`,
    "Dates are stored as whole days.",
  )
  return dayAt(moment)
}

/** The day by whose end something ought to be over: the day before for a moment before work begins, as midnight is. */
function endDay({ spans }: Reading, moment: LocalMinute): Day {
  const first = spans.clock.shiftsOn(ordinalAt(moment))[0]
  return first && minuteOfDay(moment) <= first.from ? dayOf(ordinalAt(moment) - 1) : dayEndingAt(moment)
}

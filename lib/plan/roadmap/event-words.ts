import { isOneOf } from "@/lib/base/kernel/one-of"
import {
  type Change,
  changesOf,
  type FieldWords,
  joined,
  type Naming,
  NOTHING,
  recordOf,
  sayOneChange,
  sayPlain,
  sayText,
  type ToldEvent,
  type WordTable,
} from "@/lib/door/audit/wording"
import { constraintTypes } from "@/lib/plan/schedule/network"
import { constraintNames, statusNames } from "./say-change"
import { workStatuses } from "./work-item"

const named = (value: unknown, { name }: Naming) =>
  typeof value === "string" ? (name(value) ?? "something removed") : NOTHING
const days = (value: unknown) => (typeof value === "number" ? `${value} d` : NOTHING)
const plain = (word: string): FieldWords => ({ word, say: sayPlain })
const role: FieldWords = {
  word: "role",
  say: (value, naming) => (typeof value === "string" ? naming.role(value) : NOTHING),
}
const sayStatus = (value: unknown): string => (isOneOf(workStatuses, value) ? statusNames[value] : String(value))

/** The members of a work item, or of a workstream, as its history calls them. */
const workFields: Readonly<Record<string, FieldWords>> = {
  status: { word: "status", say: sayStatus },
  percent: { word: "percent", say: (value) => `${value}%` },
  ownerId: { word: "owner", say: (value, naming) => (value === null ? "no one" : named(value, naming)) },
  roleKey: role,
  phaseId: { word: "phase", say: (value, naming) => (value === null ? "its workstream's" : named(value, naming)) },
  points: plain("points"),
  optimistic: { word: "optimistic estimate", say: days },
  likely: { word: "likely estimate", say: days },
  pessimistic: { word: "pessimistic estimate", say: days },
  effortDays: { word: "effort", say: days },
  remainingEffort: { word: "remaining effort", say: days },
  remainingDays: { word: "remaining duration", say: days },
  startNoEarlierThan: plain("start no earlier than"),
  constraintType: {
    word: "constraint",
    say: (value) => (isOneOf(constraintTypes, value) ? constraintNames[value].toLowerCase() : "as soon as possible"),
  },
  constraintDay: plain("constraint day"),
  holdsGate: { word: "required for its gate", say: (value) => (value === false ? "no" : "yes") },
  deadline: plain("deadline"),
  actualStart: plain("actual start"),
  actualFinish: plain("actual finish"),
}

const settings: Readonly<Record<string, FieldWords>> = {
  startDay: plain("start"),
  timeZone: plain("time zone"),
  currency: plain("currency"),
  nearCriticalDays: { word: "near-critical threshold", say: days },
  progressOverride: {
    word: "out-of-sequence work",
    say: (value) => (value === true ? "progress override" : "retained logic"),
  },
  holidays: { word: "holidays", say: (value) => `${value} days` },
}

/** What comes with a new status is not told again: the percent of done work, the days it began and ended. */
function tellingOf(changes: readonly Change[], status: unknown): readonly Change[] {
  if (status === undefined) return changes
  const follows = [
    "actualStart",
    "actualFinish",
    ...(status === "in_progress" || status === "blocked" ? [] : ["percent"]),
  ]
  return changes.filter(({ field }) => !follows.includes(field))
}

/** Confirming an estimate is told where that is all that happened to it; who sets one confirms it. */
function confirmingOf({ data }: ToldEvent): readonly string[] {
  const { estimateConfirmed, ...others } = recordOf(data.changes)
  if (estimateConfirmed === undefined || ["optimistic", "likely", "pessimistic"].some((each) => each in others))
    return []
  return [estimateConfirmed === true ? "confirmed the estimate" : "left the estimate unconfirmed"]
}

function workEdited(event: ToldEvent, naming: Naming): string {
  const { status } = recordOf(event.data.changes)
  const { title, name, reason, description } = event.texts
  const because = reason === undefined ? "" : `: ${reason ?? "the text was erased"}`
  const renamed = title === undefined ? name : title
  const changes = tellingOf(changesOf(event, workFields, naming), status)
  const [first, ...others] = changes
  const told = first?.field === "status" ? [`set status to ${first.to}${because}`, ...others.map(sayOneChange)] : null
  const moved = told ?? changes.map((change, at) => `${at === 0 ? "changed " : ""}${sayOneChange(change)}`)
  const parts = [
    ...moved,
    ...confirmingOf(event),
    ...(told || reason === undefined ? [] : [`gave the reason ${sayText(reason)}`]),
    ...(renamed === undefined ? [] : [`renamed it to ${sayText(renamed)}`]),
    ...(description === undefined ? [] : ["edited the description"]),
  ]
  return joined(parts) || "saved it without changes"
}

const edited =
  (fields: Readonly<Record<string, FieldWords>>, otherwise: string) => (event: ToldEvent, naming: Naming) => {
    const texts = Object.keys(event.texts)
    const parts = [...changesOf(event, fields, naming).map(sayOneChange), ...texts.map((field) => `the ${field}`)]
    return parts.length > 0 ? `changed ${joined(parts)}` : otherwise
  }

const target: Readonly<Record<string, FieldWords>> = { targetDay: plain("target day") }
const linkFields: Readonly<Record<string, FieldWords>> = {
  type: plain("dependency type"),
  lag: { word: "lag", say: days },
  lagUnit: plain("unit of the lag"),
}

function waitsFor({ data }: ToldEvent, naming: Naming): string {
  const lag = typeof data.lag === "number" && data.lag !== 0 ? `, lag ${data.lag} d` : ""
  return `${named(data.from, naming)} (${sayPlain(data.type, naming)}${lag})`
}

/** The words for what happens in the roadmap. */
export const roadmapWords: WordTable = {
  "programme.created": () => "created the programme",
  "programme.updated": edited(settings, "changed the programme's settings"),
  "programme.archived": () => "archived the programme",
  "programme.brought-back": () => "restored the programme from the archive",
  "demo.removed": () => "removed the demo programme",
  "work-item.added": ({ texts }) => `added ${sayText(texts.title)}`,
  "work-item.updated": workEdited,
  "work-item.moved": ({ data }, naming) =>
    data.from === data.to ? "moved it within its workstream" : `moved it to ${named(data.to, naming)}`,
  "work-item.put-in-sprint": ({ data }, naming) => `put it in ${named(data.sprint, naming)}`,
  "work-item.taken-out-of-sprint": ({ data }, naming) => `took it out of ${named(data.sprint, naming)}`,
  "work-item.ranked": () => "moved it in the backlog",
  "work-item.removed": () => "removed it",
  "work-item.restored": () => "restored it",
  "workstream.updated": workEdited,
  "gate.updated": edited(target, "changed the gate"),
  "link.added": (event, naming) => `added the predecessor ${waitsFor(event, naming)}`,
  "link.updated": edited(linkFields, "changed a dependency"),
  "baseline.taken": ({ texts }) => `set the baseline ${sayText(texts.name)}`,
  "baseline.renamed": ({ texts }) => `renamed the baseline to ${sayText(texts.name)}`,
  "baseline.removed": () => "removed a baseline",
  "baseline.restored": () => "restored a baseline",
  "link.removed": (event, naming) => `removed the predecessor ${waitsFor(event, naming)}`,
}

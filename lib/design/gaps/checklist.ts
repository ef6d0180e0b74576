import type { QuestionView } from "./question"

/** An item of a review checklist as it stands in a file; what we do not know of it is kept as it is. */
export type ChecklistItem = {
  readonly guid: string
  readonly category: string
  readonly subcategory: string
  readonly text: string
  readonly severity: string
  readonly status?: string | undefined
  readonly comment?: string | undefined
  readonly [other: string]: unknown
}
export type Checklist = { readonly items: readonly ChecklistItem[]; readonly [other: string]: unknown }

/** The five statuses and three severities of the public Azure review checklists (their schema of October 2024). */
export const statuses = {
  "Not verified": "This check has not been looked at yet",
  Open: "There is an action item associated to this check",
  Fulfilled: "This check has been verified, and there are no further action items associated to it",
  "Not required": "Recommendation understood, but not needed by current requirements",
  "N/A": "Not applicable for current design",
} as const
export type Status = keyof typeof statuses
export const severities = ["Low", "Medium", "High"] as const
/** An open item begins here: somebody knows of it, and no more. */
const OPEN_LEVEL = 1
const MOST = 120
const MOST_TEXT = 500

type Levels = Pick<QuestionView, "asIs" | "toBe" | "notApplicable">
/** A question as a checklist holds it; `source` is the item that it came from, if it came from one. */
export type Listed = {
  readonly id: string
  /** The guid it was imported under. */
  readonly importKey: string | null
  readonly source: ChecklistItem | null
  readonly question: Pick<QuestionView, "name" | "dimension" | "gapKind" | "weight" | "note"> & Levels
}

const isStatus = (text: string): text is Status => Object.hasOwn(statuses, text)

/** The status that levels come to, whoever wrote them. */
export function statusOf({ asIs, toBe, notApplicable }: Levels): Status {
  if (notApplicable) return "N/A"
  if (asIs === null) return "Not verified"
  return asIs >= toBe ? "Fulfilled" : "Open"
}

/** The status that is written: the file's own word where it says the same. */
function keptStatus({ question, source }: Listed): string {
  const now = statusOf(question)
  const was = source?.status
  return was === "Not required" && now === "N/A" ? was : now
}

/** A question's name may be shorter than the text of the item that it came from. */
const nameFrom = (text: string): string => (text.length <= MOST ? text : `${text.slice(0, MOST - 1)}…`)

/** A question as an item; untouched, it is the item that it came from. */
export function itemOf(listed: Listed, dimensionName: (key: string) => string): ChecklistItem {
  const { id, importKey, source, question } = listed
  const severity = severities[question.weight - 1] ?? "Medium"
  const status = keptStatus(listed)
  const text = source && nameFrom(source.text) === question.name ? source.text : question.name
  const hadNone = source !== null && source.status === undefined && status === "Not verified"
  const { status: _status, comment: _comment, ...others } = source ?? {}
  return {
    ...others,
    ...{ guid: importKey ?? id, category: dimensionName(question.dimension) },
    ...{ subcategory: source?.subcategory ?? question.gapKind, text, severity },
    ...(hadNone ? {} : { status }),
    ...(question.note === "" && source?.comment === undefined ? {} : { comment: question.note }),
  }
}

/** All questions as a file that other tools of the format read. */
export const checklistOf = (all: readonly Listed[], name: string, dimensionName: (key: string) => string) => ({
  items: all.map((each) => itemOf(each, dimensionName)),
  categories: [...new Set(all.map(({ question }) => dimensionName(question.dimension)))].map((each) => ({
    name: each,
  })),
  status: Object.entries(statuses).map(([each, description]) => ({ name: each, description })),
  severities: severities.toReversed().map((each) => ({ name: each })),
  metadata: { name, state: "GA" },
})

/** What an import would do to a question. */
export type ListedChange = Partial<Pick<QuestionView, "name" | "dimension" | "weight" | "note"> & Levels>
export type ChecklistPlan = {
  readonly added: readonly { readonly item: ChecklistItem; readonly question: Listed["question"] }[]
  readonly changed: readonly { readonly id: string; readonly item: ChecklistItem; readonly change: ListedChange }[]
  readonly same: number
  /** Rows count from 1. */
  readonly refused: readonly { readonly row: number; readonly reason: string }[]
}

/** Levels that say what a status says; those that say it already stay. */
function levelsOf(status: string, { asIs, toBe, notApplicable }: Levels): Levels {
  if (status === "N/A" || status === "Not required") return { asIs, toBe, notApplicable: true }
  if (statusOf({ asIs, toBe, notApplicable }) === status) return { asIs, toBe, notApplicable }
  if (status === "Not verified") return { asIs: null, toBe, notApplicable: false }
  const open = Math.min(OPEN_LEVEL, Math.max(0, toBe - 1))
  return { asIs: status === "Fulfilled" ? toBe : open, toBe, notApplicable: false }
}

function faultOf(item: ChecklistItem, seen: ReadonlySet<string>): string | null {
  if (seen.has(item.guid)) return `The guid ${item.guid} stands in the file twice. Keep one of them.`
  if (!severities.some((each) => each === item.severity))
    return `"${item.severity}" is no severity. Use High, Medium or Low.`
  if (item.status !== undefined && !isStatus(item.status))
    return `"${item.status}" is no status. Use one of: ${Object.keys(statuses).join(", ")}.`
  if (item.text.trim() === "" || item.text.length > MOST_TEXT) return `The text must have 1 to ${MOST_TEXT} characters.`
  return null
}

/** What an import of a file would do; a file that was exported and not touched does nothing. */
export function planChecklist(
  { items }: Checklist,
  known: readonly Listed[],
  dimensions: readonly { readonly key: string; readonly name: string }[],
): ChecklistPlan {
  const nameOf = (key: string) => dimensions.find((each) => each.key === key)?.name ?? key
  const keyOf = (name: string) => dimensions.find((each) => each.name === name)?.key ?? name.slice(0, 80)
  const byGuid = new Map(known.map((each) => [each.importKey ?? each.id, each]))
  const seen = new Set<string>()
  const added: ChecklistPlan["added"][number][] = []
  const changed: ChecklistPlan["changed"][number][] = []
  const refused: ChecklistPlan["refused"][number][] = []
  let same = 0
  for (const [index, item] of items.entries()) {
    const reason = faultOf(item, seen)
    seen.add(item.guid)
    if (reason) {
      refused.push({ row: index + 1, reason })
      continue
    }
    const before = byGuid.get(item.guid)
    const unanswered: Levels = { asIs: null, toBe: 3, notApplicable: false }
    const levels = levelsOf(item.status ?? "Not verified", before?.question ?? unanswered)
    const weight = severities.findIndex((each) => item.severity === String(each)) + 1
    const { comment: note = "" } = item
    const name = nameFrom(item.text)
    const next = { name, dimension: keyOf(item.category), weight, note, ...levels }
    if (!before) {
      added.push({ item, question: { ...next, gapKind: "process" } })
      continue
    }
    if (sameItem(itemOf(before, nameOf), item)) {
      same += 1
      continue
    }
    changed.push({ id: before.id, item, change: differing(before.question, next) })
  }
  return { added, changed, same, refused }
}

const sorted = (item: object) => JSON.stringify(Object.entries(item).toSorted(([a], [b]) => (a < b ? -1 : 1)))
const sameItem = (a: ChecklistItem, b: ChecklistItem) => sorted(a) === sorted(b)

const differing = (before: object, next: ListedChange): ListedChange =>
  Object.fromEntries(Object.entries(next).filter(([key, value]) => Reflect.get(before, key) !== value))

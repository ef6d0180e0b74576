import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { money } from "@/lib/records/compound-kinds"
import { calendarDay, choice, decimal, prose, relation, text } from "@/lib/records/kinds"
import { type ChangeOf, field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"

export const changeKinds = { scope: "Scope", date: "Date", budget: "Budget" } as const
export const changeStates = { draft: "Draft", assessed: "Assessed", approved: "Approved", refused: "Refused" } as const

/** A change of scope, dates or budget: what it does to a gate and to money is said before anybody approves it. */
export const changeRequest = record({
  ...{ type: "change-request", path: "change-requests", table: "change_request" },
  names: { one: "change request", many: "change requests" },
  ...{ read: "programme.read", edit: "steering.edit", title: "title", keys: ["title"] },
  fields: {
    title: required(text(200), { label: "Change", width: 260, erasable: true }),
    kind: preset(choice(changeKinds), "scope", { label: "Kind", width: 90, showFrom: 620 }),
    state: preset(choice(changeStates), "draft", { label: "Status", width: 100 }),
    gateId: field(relation("gate"), { label: "Gate", width: 110, showFrom: 760 }),
    days: field(decimal({ from: -2_000, to: 2_000 }), {
      ...{
        label: "Schedule impact",
        width: 120,
        showFrom: 560,
        hint: "Working days that the gate moves; later is positive",
      },
    }),
    money: field(money, {
      label: "Cost impact",
      width: 110,
      showFrom: 900,
      hint: "Programme currency; more is positive",
    }),
    ownerId: field(relation("person"), { label: "Requested by", width: 140, showFrom: 1050 }),
    reason: preset(prose(10_000), "", { label: "Reason", erasable: true }),
    decidedOn: fixed(calendarDay, { label: "Decided on", width: 100, showFrom: 1200 }),
    decidedById: fixed(relation("person"), { label: "Decided by", width: 140, hiddenAtFirst: true }),
    decisionNote: fixed(prose(4_000), { label: "Note on the decision", erasable: true }),
    baseline: fixed(text(200), { label: "New baseline", hiddenAtFirst: true }),
  },
  refusals: {
    "decided-already": {
      status: 409,
      sentence: "This change request is decided. Make a new one for what changed since.",
    },
    "not-by-hand": { status: 422, sentence: "Use Approve or Reject, so that the decision and the baseline are kept." },
    "not-assessed": {
      status: 422,
      sentence: "Enter the schedule impact and the cost impact first; enter 0 where there is none.",
    },
  },
})
export type ChangeRequestView = ViewOf<typeof changeRequest>
type RequestChange = ChangeOf<typeof changeRequest>
type RequestRefusal = "decided-already" | "not-by-hand" | "not-assessed"

/** Decided by its own verb only; assessed once both impacts are known. */
export function judgeChangeRequest(
  before: ChangeRequestView | null,
  change: RequestChange,
): Result<RequestChange, RequestRefusal> {
  if (before?.decidedOn) return refuse("decided-already")
  if (change.state === "approved" || change.state === "refused") return refuse("not-by-hand")
  const now = { days: before?.days ?? null, money: before?.money ?? null, ...change }
  const isAssessed = (now.days ?? null) !== null && (now.money ?? null) !== null
  const state = change.state ?? before?.state
  return state === "assessed" && !isAssessed ? refuse("not-assessed") : ok(change)
}

/** What a lead may approve without an executive: working days and money, either way. */
export type Tolerance = { readonly days: number; readonly money: string }

/** Whether a change stays within the lead's tolerance. */
export const isWithin = (
  { days, money: amount }: Pick<ChangeRequestView, "days" | "money">,
  tolerance: Tolerance,
): boolean => Math.abs(days ?? 0) <= tolerance.days && Math.abs(Number(amount ?? 0)) <= Number(tolerance.money)

import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { money } from "@/lib/records/compound-kinds"
import { calendarDay, list, prose, relation, relations, text, wholeNumber } from "@/lib/records/kinds"
import { type ChangeOf, field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"

/** A decision that is wanted: of whom, until when, between which options, and what waiting costs. */
export const ask = record({
  ...{ type: "ask", path: "asks", table: "ask" },
  names: { one: "ask", many: "asks" },
  ...{ read: "programme.read", edit: "steering.edit", title: "title", keys: ["title"] },
  fields: {
    title: required(text(200), { label: "Decision", width: 260, erasable: true }),
    deciderId: field(relation("person"), { label: "Decision maker", width: 140, showFrom: 620 }),
    dueDay: field(calendarDay, { label: "Decide by", width: 100, showFrom: 380 }),
    options: preset(list(200, 6), [], { label: "Options", width: 240, showFrom: 1000, hint: "Two to six" }),
    recommended: field(wholeNumber({ from: 1, to: 6 }), {
      ...{ label: "Recommended option", width: 110, hint: "Its place in the list", hiddenAtFirst: true },
    }),
    workItemIds: preset(relations("work-item"), [], {
      ...{
        label: "Work awaiting it",
        width: 180,
        hint: "The delay of the gates is computed from it",
        hiddenAtFirst: true,
      },
    }),
    delayCost: field(money, { label: "Cost of delay", width: 110, showFrom: 900, hint: "Programme currency, a week" }),
    background: preset(prose(10_000), "", { label: "Background", erasable: true }),
    chosen: fixed(text(200), { label: "Decided", width: 200, showFrom: 760 }),
    conditions: fixed(prose(4_000), { label: "Conditions", erasable: true }),
    decidedOn: fixed(calendarDay, { label: "Decided on", width: 100, showFrom: 1200 }),
    decidedById: fixed(relation("person"), { label: "Decided by", width: 140, hiddenAtFirst: true }),
  },
  refusals: {
    "decided-already": { status: 409, sentence: "This is decided already. Ask for a new decision instead." },
    "not-an-option": { status: 422, sentence: "Choose one of the options of this decision." },
  },
})
export type AskView = ViewOf<typeof ask>
type AskChange = ChangeOf<typeof ask>

const settled = ["title", "options", "recommended", "deciderId"] as const

/** What was decided stays as it was asked; the recommended option is one of the options. */
export function judgeAsk(
  before: AskView | null,
  change: AskChange,
): Result<AskChange, "decided-already" | "not-an-option"> {
  if (before?.decidedOn && settled.some((name) => change[name] !== undefined)) return refuse("decided-already")
  const options = change.options ?? before?.options ?? []
  const recommended = change.recommended === undefined ? (before?.recommended ?? null) : change.recommended
  return recommended !== null && recommended > options.length ? refuse("not-an-option") : ok(change)
}

/** Whether a decision is still wanted. */
export const isWanted = ({ decidedOn }: Pick<AskView, "decidedOn">): boolean => decidedOn === null

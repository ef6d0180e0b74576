import { ok, type Result, refuse } from "@/lib/base/kernel/result"
import { addressesOf } from "@/lib/records/addresses"
import { threePoint } from "@/lib/records/compound-kinds"
import { calendarDay, choice, prose, relation, relations, scale, share, text } from "@/lib/records/kinds"
import { type ChangeOf, field, fixed, preset, record, required, type ViewOf } from "@/lib/records/record"
import { expectedDelayOf, exposureOf, isOverdue } from "./exposure"

export const kindNames = { risk: "Risk", assumption: "Assumption", issue: "Issue", dependency: "Dependency" } as const
export type RegisterKind = keyof typeof kindNames
export const stateNames = { open: "Open", came_true: "Now an issue", closed: "Closed" } as const
export type RegisterState = keyof typeof stateNames
/** The four answers to a threat (ISO 31000:2018, 6.5.2, in the short words that project offices use). */
export const responseNames = { avoid: "Avoid", reduce: "Mitigate", transfer: "Transfer", accept: "Accept" } as const
export type RiskResponse = keyof typeof responseNames
const impacts = ["Negligible", "Minor", "Moderate, hurts a gate", "Major, endangers a gate", "Endangers the programme"]

/** The register of risks, assumptions, issues and dependencies (RAID). */
export const registerEntry = record({
  ...{ type: "register-entry", path: "register", table: "register_entry" },
  names: { one: "register entry", many: "register entries" },
  ...{ read: "programme.read", edit: "risks.edit", title: "title", keys: ["title"] },
  fields: {
    title: required(text(200), { label: "Title", width: 240, erasable: true }),
    kind: required(choice(kindNames), { label: "Kind", width: 92, showFrom: 760 }),
    state: preset(choice(stateNames), "open", { label: "Status", width: 100, showFrom: 380 }),
    probability: field(share, { label: "Probability", width: 88, showFrom: 560 }),
    impact: field(scale(impacts, 1), { label: "Impact", width: 70, showFrom: 560 }),
    delay: field(threePoint(2_000), {
      ...{ label: "Schedule impact", width: 112, showFrom: 700 },
      hint: "Working days when it happens: optimistic / most likely / pessimistic",
    }),
    ownerId: field(relation("person"), { label: "Owner", width: 130, showFrom: 880 }),
    response: field(choice(responseNames), { label: "Response", width: 90, showFrom: 1150 }),
    dueDay: field(calendarDay, { label: "Due", width: 92, showFrom: 960 }),
    workstreamIds: preset(relations("workstream"), [], { label: "Workstreams", width: 180, showFrom: 1400 }),
    gateIds: preset(relations("gate"), [], { label: "Gates", width: 120, hiddenAtFirst: true }),
    fromId: fixed(relation("register-entry"), { label: "Raised from", hiddenAtFirst: true }),
    responseNote: preset(prose(4_000), "", { label: "Response plan", erasable: true }),
    description: preset(prose(10_000), "", { label: "Description", erasable: true }),
  },
  refusals: {
    "came-true-already": { status: 422, sentence: "This risk is now an issue. Change the issue instead." },
    "not-by-hand": { status: 422, sentence: "Use Convert to issue, so that an issue is made of it." },
  },
})
export type RegisterEntryView = ViewOf<typeof registerEntry>
export type EntryChange = ChangeOf<typeof registerEntry>

export type Trend = "worse" | "better" | "steady"
/** What is computed of an entry, beside what was written. `trend`: its exposure against 30 days ago. */
export type Weight = {
  /** Probability times impact, 0 to 5; null while one is missing. */
  readonly exposure: number | null
  /** Working days: probability times the mean delay. */
  readonly expectedDelay: number | null
  readonly trend: Trend
  readonly overdue: boolean
}
export type RegisterLine = RegisterEntryView & Weight

/** Where the register is reached, for the browser. */
export const registerAddresses = addressesOf<(typeof registerEntry)["fields"], EntryRefusal, Weight>(registerEntry)
type EntryRefusal = "came-true-already" | "not-by-hand"

/** An entry with what is computed of it. */
export const weighed = (
  entry: RegisterEntryView,
  { today, trend }: { readonly today: RegisterEntryView["dueDay"]; readonly trend: Trend },
): RegisterLine => ({
  ...entry,
  ...{ exposure: exposureOf(entry), expectedDelay: expectedDelayOf(entry), trend },
  overdue: today !== null && isOverdue(entry, today),
})

/** What became an issue stays as it was judged, and becomes one by its own verb only. */
export function judgeEntry(before: RegisterEntryView | null, change: EntryChange): Result<EntryChange, EntryRefusal> {
  if (change.state === undefined || change.state === before?.state) return ok(change)
  if (before?.state === "came_true") return refuse("came-true-already")
  return change.state === "came_true" ? refuse("not-by-hand") : ok(change)
}

/** Whether an entry may turn into an issue: a risk or an assumption that is still open. */
export const mayMaterialise = ({ kind, state }: Pick<RegisterEntryView, "kind" | "state">): boolean =>
  state === "open" && (kind === "risk" || kind === "assumption")

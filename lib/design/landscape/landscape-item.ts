import { addressesOf } from "@/lib/records/addresses"
import { quantity } from "@/lib/records/compound-kinds"
import { choice, keyOf, list, prose, relation, relations, text, wholeNumber } from "@/lib/records/kinds"
import { type ChangeOf, field, preset, record, required, type ViewOf } from "@/lib/records/record"
import { bytes } from "@/lib/records/size-kinds"

export const kindNames = {
  data_source: "Data source",
  pipeline: "Pipeline",
  store: "Store",
  analytics_tool: "Analytics tool",
  persona: "Persona",
  security_need: "Security need",
} as const
export type LandscapeKind = keyof typeof kindNames

export const dispositionNames = {
  retain: "Retain",
  migrate: "Migrate",
  replace: "Replace",
  retire: "Retire",
  new: "New",
  undecided: "Undecided",
} as const
export type Disposition = keyof typeof dispositionNames

/** The lanes of the board from left to right, and the band below them. */
export const laneNames = {
  sources: "Sources",
  ingestion: "Ingestion",
  raw: "Raw",
  curated: "Curated",
  consumer: "Consumer",
  serving: "Serving and BI",
  ai_ml: "AI/ML",
  governance: "Governance and security",
} as const
export type Lane = keyof typeof laneNames

export const sensitivityNames = {
  public: "Public",
  internal: "Internal",
  confidential: "Confidential",
  restricted: "Restricted",
} as const
export const complexityNames = { low: "Low", medium: "Medium", high: "High" } as const
export type Complexity = keyof typeof complexityNames

const item = relations("landscape-item")
const MOST = 1_000_000_000

/** What is there today or shall be: systems, pipelines, stores, tools, those who use them, and what security asks for. */
export const landscapeItem = record({
  ...{ type: "landscape-item", path: "landscape", table: "landscape_item" },
  names: { one: "landscape item", many: "landscape items" },
  ...{ read: "programme.read", edit: "design.edit", title: "name", keys: ["name"] },
  fields: {
    name: required(text(200), { label: "Name", width: 156 }),
    kind: required(choice(kindNames), { label: "Kind", width: 92, showFrom: 700 }),
    ownerId: field(relation("person"), { label: "Owner", width: 56, showFrom: 640 }),
    sizeBytes: field(bytes(), { label: "Volume", width: 80, showFrom: 360 }),
    quantity: field(quantity, {
      label: "Count",
      hint: "With what it counts: 84 tables",
      width: 100,
      hiddenAtFirst: true,
    }),
    bytesPerDay: field(bytes("/day"), { label: "Rate", hint: "Volume added a day", width: 96, hiddenAtFirst: true }),
    sensitivity: field(choice(sensitivityNames), { label: "Sensitivity", width: 90, showFrom: 820 }),
    regulations: preset(list(60, 30), [], { label: "Regulations", width: 108, showFrom: 1060 }),
    complexity: field(choice(complexityNames), { label: "Complexity", width: 82, showFrom: 900 }),
    disposition: preset(choice(dispositionNames), "undecided", { label: "Disposition", width: 98, showFrom: 480 }),
    componentKey: field(keyOf("component"), { label: "To-be component", width: 142, showFrom: 760 }),
    phaseId: field(relation("phase"), { label: "Phase", width: 52, showFrom: 960 }),
    layer: field(choice(laneNames), { label: "Layer", hint: "Its lane on the board", width: 110, hiddenAtFirst: true }),
    parentId: field(relation("landscape-item"), { label: "Part of", width: 150, hiddenAtFirst: true }),
    asIsName: field(text(200), { label: "As-is name", width: 150, hiddenAtFirst: true }),
    toBeName: field(text(200), { label: "To-be name", width: 150, hiddenAtFirst: true }),
    replacesIds: preset(item, [], { label: "Replaces", width: 160, hiddenAtFirst: true }),
    feedsAsIsIds: preset(item, [], { label: "Feeds (as-is)", width: 160, hiddenAtFirst: true }),
    feedsToBeIds: preset(item, [], { label: "Feeds (to-be)", width: 160, hiddenAtFirst: true }),
    targets: preset(list(400), [], {
      ...{ label: "Target tables", hint: "Schemas or patterns: prod.curated.pay_*", width: 180, hiddenAtFirst: true },
    }),
    planned: field(wholeNumber({ from: 0, to: MOST }), {
      label: "Planned",
      hint: "Things to move",
      width: 80,
      hiddenAtFirst: true,
    }),
    migrated: field(wholeNumber({ from: 0, to: MOST }), {
      label: "Migrated",
      hint: "Claimed by the owner",
      width: 80,
      hiddenAtFirst: true,
    }),
    note: preset(prose(10_000), "", { label: "Note", erasable: true }),
  },
  refusals: {
    "more-than-planned": {
      status: 422,
      sentence: "No more can be migrated than are planned. Set the planned count first.",
    },
    circle: { status: 422, sentence: "This would make a circle." },
  },
})
export type LandscapeItemView = ViewOf<typeof landscapeItem>
export type LandscapeChange = ChangeOf<typeof landscapeItem>
export type LandscapeRefusal = "more-than-planned" | "circle"
export type LandscapeFields = (typeof landscapeItem)["fields"]

/** What facts say of an item, beside what was written. */
export type Proof = {
  /** Target tables that facts show as written within 30 days; null where no fact can tell. */
  readonly proved: number | null
  /** When the facts behind it are of. */
  readonly provedAsOf: string | null
}
export type LandscapeLine = LandscapeItemView & Proof

export const landscapeAddresses = addressesOf<LandscapeFields, LandscapeRefusal, Proof>(landscapeItem)

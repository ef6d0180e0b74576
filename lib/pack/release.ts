import * as z from "zod"
import { clouds } from "./clouds"
import { Framework, Remedy } from "./framework"
import { Key } from "./key"
import { Kpi, Objective } from "./kpi"
import { MeasureFile } from "./measures"
import { Dimension } from "./question"
import { Template } from "./template"
import { Estimate, Name, Text } from "./texts"

export { Estimate } from "./texts"

const Month = z.string().regex(/^20\d\d-(0[1-9]|1[0-2])$/, "must be a month, as YYYY-MM")
/** A release's name: year and number within it, as `2026.1`. */
export const ReleaseKey = z.string().regex(/^20\d\d\.[1-9]\d*$/, "must be a year and a number, as 2026.1")

export const Cloud = z.enum(clouds)

/** What is compared, and with what. Shares run from 0 to 1. Fewer than `leastN` observations cannot tell. */
const Threshold = z.strictObject({
  metric: Key,
  comparison: z.enum(["at-least", "at-most", "more-than", "less-than", "equals"]),
  threshold: z.number(),
  unit: z.enum(["share", "count", "days", "hours", "seconds"]),
  leastN: z.number().int().min(0),
})
/** A rule over imported facts: `evidence` names the query, facts older than `freshnessDays` cannot tell. */
export const FactRule = z.strictObject({
  evidence: z.string().regex(/^E\d\d$/, "must be an evidence id, as E07"),
  ...Threshold.shape,
  freshnessDays: z.number().int().positive(),
})
export type FactRule = z.output<typeof FactRule>
/** A rule over what the programme itself records. */
export const RecordRule = Threshold
export type RecordRule = z.output<typeof RecordRule>

const checkFields = { key: Key, sentence: Text, dueGate: Key.optional() }
/**
 * One sentence that is true or not. Facts and records are judged by their rule; an attested check asks for `evidence`
 * that a second person accepts. A workstream's check names its due gate; a gate's own check is due at that gate, a
 * review's at each review.
 */
export const Check = z.discriminatedUnion("kind", [
  z.strictObject({ ...checkFields, kind: z.literal("fact"), rule: FactRule }),
  z.strictObject({ ...checkFields, kind: z.literal("attested"), evidence: Text }),
  z.strictObject({ ...checkFields, kind: z.literal("record"), rule: RecordRule }),
])
export type Check = z.output<typeof Check>

/** A piece of work. `after` names activities of the same workstream to finish first; no `clouds` means every cloud. */
export const Activity = z.strictObject({
  key: Key,
  title: Name,
  description: Text,
  role: Key,
  estimate: Estimate,
  phase: Key.optional(),
  after: z.array(Key).default([]),
  clouds: z.array(Cloud).default([]),
})
export type Activity = z.output<typeof Activity>

/** Who does the work, who answers for it, who is asked before and who is told after: delivery roles. */
export const Raci = z.strictObject({
  responsible: Key,
  accountable: Key,
  consulted: z.array(Key),
  informed: z.array(Key),
})
export type Raci = z.output<typeof Raci>

export const Workstream = z.strictObject({
  key: Key,
  name: Name,
  description: Text,
  phase: Key,
  role: Key,
  raci: Raci,
  estimate: Estimate,
  components: z.array(Key),
  activities: z.array(Activity).min(1),
  checks: z.array(Check).min(1),
})
export type Workstream = z.output<typeof Workstream>

export const Stage = z.strictObject({
  key: Key,
  number: z.number().int().positive(),
  name: Name,
  summary: Text,
  workstreams: z.array(Workstream).min(1),
})
export type Stage = z.output<typeof Stage>

/** The end of a phase: passed when its checks, and those due at it, are met. */
export const Gate = z.strictObject({
  key: Key,
  number: z.number().int().min(0),
  name: Name,
  checks: z.array(Check).min(1),
})
export type Gate = z.output<typeof Gate>

/** What an ongoing phase has in place of a gate. */
export const Review = z.strictObject({
  key: Key,
  name: Name,
  everyMonths: z.number().int().positive(),
  checks: z.array(Check).min(1),
})
export type Review = z.output<typeof Review>

/** A planned range in weeks, from the first start to the last finish of the phase's work. */
const Weeks = z
  .strictObject({ from: z.number().int().positive(), to: z.number().int().positive() })
  .refine((weeks) => weeks.from <= weeks.to, { error: "must not end before it begins" })

/** Where a phase's key activity has its place: the workstreams that do it. */
const KeyWork = z.strictObject({ name: Name, workstreams: z.array(Key).min(1) })

/** A phase with a range ends at a gate; an ongoing one is reviewed. `keyWork` says where its key activities are done. */
export const Phase = z.strictObject({
  key: Key,
  number: z.number().int().min(0),
  name: Name,
  summary: Text,
  keyActivities: z.array(Name).min(1),
  keyWork: z.array(KeyWork).default([]),
  weeks: z.union([Weeks, z.literal("ongoing")]),
  gate: Gate.optional(),
  review: Review.optional(),
})
export type Phase = z.output<typeof Phase>

/** A dependency between workstreams, gates or activities; the lag is in working days. */
export const Link = z.strictObject({
  from: Key,
  to: Key,
  type: z.enum(["FS", "SS", "FF", "SF"]),
  lag: z.number().int().min(0).max(260),
})
export type Link = z.output<typeof Link>

/** A line of the success checklist: the signing responsibilities, and the checks of others that count for it. */
export const Criterion = z.strictObject({
  key: Key,
  number: z.number().int().positive(),
  name: Name,
  description: Text,
  signers: z.array(Key).min(2),
  checks: z.array(Key).min(1),
})
export type Criterion = z.output<typeof Criterion>

/** Something that makes work go faster, and the workstreams it helps. */
export const Accelerator = z.strictObject({ key: Key, name: Name, howTo: Text, workstreams: z.array(Key).min(1) })
export type Accelerator = z.output<typeof Accelerator>

/** Something a person can know or do; levels run from 1 (can with help) over 2 (alone) and 3 (leads) to 4 (sets the standard). */
export const Skill = z.strictObject({ key: Key, name: Name, description: Text })
export type Skill = z.output<typeof Skill>

/** A delivery role with the least level of each skill that it needs, or, among the signers, a responsibility that signs the checklist. */
export const Role = z.strictObject({
  key: Key,
  name: Name,
  description: Text,
  skills: z.array(z.strictObject({ skill: Key, level: z.int().min(1).max(4) })).default([]),
})
export type Role = z.output<typeof Role>

/** One band of the all-together view of the platform. */
export const Plane = z.strictObject({ key: Key, name: Name, contents: Text })
export type Plane = z.output<typeof Plane>

const Since = z.string().regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, "must be a year or a month, as 2025 or 2025-06")
/**
 * A row of the Databricks catalogue. `seedName` is its name in the source roadmap, `name` today's; `until` says when a
 * former name ended; `aliases` are short forms and API names to be found by. `docs` are paths below the documentation root.
 */
export const Component = z.strictObject({
  key: Key,
  seedName: Name.optional(),
  group: Name.optional(),
  name: Name,
  formerNames: z.array(z.strictObject({ name: Name, until: Since.optional() })).default([]),
  aliases: z.array(Name).default([]),
  status: z.enum(["ga", "public-preview", "private-preview", "labs", "legacy", "deprecated", "retired"]),
  description: Text,
  note: Text.optional(),
  docs: z.array(Name),
  stages: z.array(Key).min(1),
  plane: Key,
  asOf: Month,
  source: Name,
  confidence: z.enum(["official", "secondary", "unconfirmed"]),
})
export type Component = z.output<typeof Component>

export const Section = z.strictObject({
  key: Key,
  number: z.number().int().positive(),
  name: Name,
  components: z.array(Component).min(1),
})
export type Section = z.output<typeof Section>

/**
 * What `release.yaml` says of the release as a whole; `docsRoot` is the address that `docs` paths continue,
 * `docsRoots` the one of each cloud where the documentation differs. A release with a `base` is that release with its own files in place of those of the same name.
 */
export const ReleaseHead = z.strictObject({
  key: ReleaseKey,
  base: ReleaseKey.optional(),
  name: Name,
  summary: Text,
  asOf: Month,
  docsRoot: z.url(),
  docsRoots: z.partialRecord(Cloud, z.url()).default({}),
})

/** A whole release of the pack: every list is in the order of its numbers, or of its file. */
export const Release = z.strictObject({
  ...ReleaseHead.shape,
  stages: z.array(Stage),
  phases: z.array(Phase),
  links: z.array(Link),
  criteria: z.array(Criterion),
  accelerators: z.array(Accelerator),
  sections: z.array(Section),
  planes: z.array(Plane),
  roles: z.array(Role),
  signers: z.array(Role),
  skills: z.array(Skill),
  measures: z.array(MeasureFile),
  frameworks: z.array(Framework),
  remedies: z.array(Remedy),
  dimensions: z.array(Dimension),
  objectives: z.array(Objective),
  kpis: z.array(Kpi),
  templates: z.array(Template),
})
export type Release = z.output<typeof Release>

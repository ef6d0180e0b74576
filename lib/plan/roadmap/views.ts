import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { programmeRoles } from "@/lib/door/access/policy"
import { lagUnits } from "@/lib/plan/schedule/network"
import { ProgrammeView } from "./programme"

export const PhaseView = z
  .strictObject({
    id: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    summary: z.string(),
    weeksFrom: z.int().nullable(),
    weeksTo: z.int().nullable().meta({ description: "Null for a phase that goes on." }),
    version: z.int(),
  })
  .meta({ id: "Phase" })
export type PhaseView = z.output<typeof PhaseView>

export const GateView = z
  .strictObject({
    id: Id,
    phaseId: Id,
    key: z.string(),
    number: z.int(),
    name: z.string(),
    targetDay: Day.nullable(),
    passedAt: z.iso.datetime({ offset: true }).nullable(),
    version: z.int(),
  })
  .meta({ id: "Gate" })
export type GateView = z.output<typeof GateView>

export const StageView = z
  .strictObject({ id: Id, key: z.string(), number: z.int(), name: z.string(), summary: z.string(), version: z.int() })
  .meta({ id: "Stage" })
export type StageView = z.output<typeof StageView>

export const WorkstreamView = z
  .strictObject({
    id: Id,
    stageId: Id,
    phaseId: Id,
    key: z.string(),
    name: z.string(),
    description: z.string(),
    rank: z.string(),
    roleKey: z.string().nullable(),
    ownerId: Id.nullable(),
    optimistic: z.number().nullable(),
    likely: z.number().nullable(),
    pessimistic: z.number().nullable(),
    holdsGate: z.boolean().meta({ description: "Whether it is required for the gate of its phase; true by default." }),
    version: z.int(),
  })
  .meta({ id: "Workstream" })
export type WorkstreamView = z.output<typeof WorkstreamView>

export const PersonView = z
  .strictObject({
    id: Id,
    name: z.string(),
    roleKey: z.string().nullable(),
    member: z.enum(programmeRoles).nullable().meta({ description: "The access role, for people with an account." }),
    removed: z.boolean(),
  })
  .meta({ id: "Person" })
export type PersonView = z.output<typeof PersonView>

/** One end of a dependency. */
export const EndView = z.strictObject({ kind: z.enum(["item", "workstream", "gate"]), id: Id }).meta({ id: "LinkEnd" })
export const LagUnit = z.enum(lagUnits).meta({
  id: "LagUnit",
  description: "Working days, working hours (8 to a day), percent of the source's likely duration, calendar days.",
})
/** What waits for what, and how; the lag is a whole number of its unit, a lead when it is negative. */
export const linkShape = { from: EndView, to: EndView, type: z.enum(["FS", "SS", "FF", "SF"]) }
export const LinkView = z
  .strictObject({
    id: Id,
    ...linkShape,
    lag: z.int().meta({ description: "In the lag's unit; negative is a lead." }),
    lagUnit: LagUnit,
    version: z.int(),
  })
  .meta({ id: "Link" })
export type LinkView = z.output<typeof LinkView>

/** Everything of a programme but its work items: what they hang on, and what the asking member may do. */
export const RoadmapView = z
  .strictObject({
    programme: ProgrammeView,
    today: Day.meta({ description: "The programme's day when this was answered." }),
    me: z.strictObject({
      personId: Id,
      role: z.enum(programmeRoles),
      may: z.strictObject({
        editWork: z.enum(["yes", "own", "no"]),
        editPlan: z.boolean(),
        comment: z.boolean(),
        editComponents: z.boolean(),
        manage: z.boolean(),
        manageMembers: z.boolean(),
        verifyAudit: z.boolean(),
      }),
    }),
    phases: z.array(PhaseView),
    gates: z.array(GateView),
    stages: z.array(StageView),
    workstreams: z.array(WorkstreamView),
    links: z.array(LinkView),
    people: z.array(PersonView),
    deliveryRoles: z.array(z.strictObject({ key: z.string(), name: z.string() })),
  })
  .meta({ id: "Roadmap" })
export type RoadmapView = z.output<typeof RoadmapView>

/** Static knowledge of the pack about a workstream, for its panel. */

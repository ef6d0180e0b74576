import * as z from "zod"
import { Day, Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"
import { whatIfRefusals } from "@/lib/plan/forecast/contract"
import { PreviewView } from "@/lib/plan/forecast/views"
import { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { contractsOf, recordRefusals } from "@/lib/records/contracts"
import { shapesOf } from "@/lib/records/shapes"
import { sprint } from "./sprint"
import type { outcomes } from "./sprint-result"
import { team } from "./team"

export const teamContracts = contractsOf(team)
export const sprintContracts = contractsOf(sprint)

const { view } = shapesOf(sprint)
const one = "/programmes/{programmeId}/sprints/{recordId}"
const common = { audience: "programme", permission: "plan.edit", method: "POST" } as const
const Versioned = z.strictObject({ id: Id, version: z.int().min(1) })
const planRefusals = {
  ...recordRefusals,
  "sprint-is-closed": { status: 422, sentence: "This sprint is closed. Reopen it to change what is in it." },
  "item-is-finished": { status: 422, sentence: "Done and dropped items can't be put in a sprint." },
} as const

export const planSprint = contract({
  ...{ ...common, name: "planSprint", path: `${one}/plan`, summary: "Put work items in a sprint, or take them out" },
  input: z.strictObject({
    recordId: Id,
    put: z.array(Versioned).max(500),
    out: z.array(Versioned).max(500),
  }),
  output: z.strictObject({ items: z.array(WorkItemView) }),
  refusals: {
    ...planRefusals,
    "nothing-to-plan": { status: 422, sentence: "Choose at least one work item." },
  },
})

export const startSprint = contract({
  ...{ ...common, name: "startSprint", path: `${one}/start`, summary: "Start a sprint and keep what is committed" },
  input: z.strictObject({ recordId: Id, version: z.int().min(1) }),
  output: view,
  refusals: {
    ...recordRefusals,
    "already-started": { status: 422, sentence: "This sprint was started already." },
    "team-is-busy": { status: 422, sentence: "This team has another running sprint. Close that one first." },
  },
})

export const closeSprint = contract({
  ...{ ...common, name: "closeSprint", path: `${one}/close`, summary: "Close a sprint and keep what came of it" },
  input: z.strictObject({
    recordId: Id,
    version: z.int().min(1),
    goesTo: z
      .array(z.strictObject({ itemId: Id, sprintId: Id.nullable() }))
      .max(500)
      .meta({ description: "Where unfinished items go; null, and what is not named, is the backlog." }),
  }),
  output: view,
  refusals: {
    ...recordRefusals,
    "not-running": { status: 422, sentence: "Only a running sprint can be closed." },
    "no-such-sprint": { status: 422, sentence: "Choose a sprint that is not closed." },
  },
})

export const reopenSprint = contract({
  ...{ ...common, name: "reopenSprint", path: `${one}/reopen`, summary: "Reopen a closed sprint" },
  input: z.strictObject({ recordId: Id, version: z.int().min(1) }),
  output: view,
  refusals: {
    ...recordRefusals,
    "not-closed": { status: 422, sentence: "This sprint is not closed." },
    "team-is-busy": { status: 422, sentence: "This team has another running sprint. Close that one first." },
  },
})

export const moveInBacklog = contract({
  ...{ ...common, name: "moveInBacklog", path: "/programmes/{programmeId}/backlog-moves" },
  summary: "Put a work item directly after another one in the backlog, or first",
  input: z.strictObject({ workItemId: Id, version: z.int().min(1), afterId: Id.nullable() }),
  output: WorkItemView,
  refusals: { ...recordRefusals, "no-such-place": { status: 422, sentence: "The place is not in the backlog." } },
})

const SprintLine = z
  .strictObject({
    ...{ sprintId: Id, itemId: Id, itemNumber: z.int(), title: z.string(), committed: z.boolean() },
    effort: z.number().nullable(),
    closingEffort: z.number().nullable(),
    remaining: z.number().nullable(),
    outcome: z.enum(["done", "dropped", "carried", "removed"] satisfies (keyof typeof outcomes)[]).nullable(),
    reason: z.string().nullable(),
    goesToId: Id.nullable(),
  })
  .meta({ id: "SprintLine" })

export const listSprintLines = contract({
  ...{ name: "listSprintLines", audience: "programme", permission: "programme.read", method: "GET" },
  path: "/programmes/{programmeId}/sprint-lines",
  summary: "What was committed to each sprint, and what came of it",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(SprintLine) }),
  refusals: {},
  etag: "version",
})

const change = { day: Day, itemId: Id }
const SprintEvent = z.discriminatedUnion("does", [
  z.strictObject({ ...change, does: z.literal("added"), effort: z.number().nullable(), done: z.boolean() }),
  z.strictObject({ ...change, does: z.literal("removed") }),
  z.strictObject({ ...change, does: z.literal("dropped") }),
  z.strictObject({ ...change, does: z.literal("done") }),
  z.strictObject({ ...change, does: z.literal("reopened") }),
  z.strictObject({ ...change, does: z.literal("estimated"), effort: z.number().nullable() }),
])

export const getBurnUp = contract({
  ...{ name: "getBurnUp", audience: "programme", permission: "programme.read", method: "GET", path: `${one}/burn-up` },
  summary: "Scope and finished work of a sprint by day, replayed from the history",
  input: z.strictObject({ recordId: Id }),
  output: z.strictObject({
    committed: z.array(z.strictObject({ itemId: Id, effort: z.number().nullable(), done: z.boolean() })),
    events: z.array(SprintEvent),
  }),
  refusals: { ...recordRefusals },
})

export const previewSprint = contract({
  ...{ name: "previewSprint", audience: "programme", permission: "programme.read", method: "POST" },
  path: `${one}/preview`,
  summary: "Preview the effect of a planned sprint on each gate's P80; nothing is saved",
  input: z.strictObject({ recordId: Id, put: z.array(Id).max(500), out: z.array(Id).max(500) }),
  output: PreviewView,
  refusals: { ...whatIfRefusals, ...recordRefusals },
})

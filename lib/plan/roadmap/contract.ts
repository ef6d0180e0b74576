import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound, notYours } from "@/lib/door/contract"
import { CommentView } from "@/lib/records/comments/contract"
import { itemRefusals } from "./item-refusals"
import { NewProgramme, ProgrammeChange, ProgrammeSummary, ProgrammeView } from "./programme"
import { GateView, RoadmapView, WorkstreamView } from "./views"
import { Estimate, WorkItemView, workItemChange } from "./work-item-shapes"

const nothing = z.strictObject({})
const version = z.int().min(1).meta({ description: "The version of the record you loaded." })

export const listProgrammes = contract({
  name: "listProgrammes",
  audience: "user",
  permission: "account.read",
  method: "GET",
  path: "/programmes",
  summary: "The programmes you are a member of",
  input: z.strictObject({ archived: z.enum(["yes", "no"]).default("no") }),
  output: z.strictObject({ items: z.array(ProgrammeSummary) }),
  refusals: {},
})

export const addProgramme = contract({
  name: "addProgramme",
  audience: "installation",
  permission: "installation.manage",
  method: "POST",
  path: "/programmes",
  summary: "Create a programme from a roadmap release; you become its lead",
  input: NewProgramme,
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    "no-such-release": {
      status: 422,
      sentence: "This roadmap release isn't installed. Choose one from the list.",
    },
    "nothing-left": { status: 422, sentence: "Keep at least one workstream." },
    "unknown-key": {
      status: 422,
      sentence: "Something you left out isn't in this roadmap release. Review the preview again.",
    },
    "no-owner": { status: 422, sentence: "Tokens can't create programmes. Sign in to create one." },
  },
})

export const getRoadmap = contract({
  name: "getRoadmap",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/roadmap",
  summary: "Stages, workstreams, phases, gates, dependencies, people and your permissions",
  input: nothing,
  output: RoadmapView,
  refusals: {},
  etag: "version",
})

export const changeProgramme = contract({
  name: "changeProgramme",
  audience: "programme",
  permission: "programme.manage",
  method: "PATCH",
  path: "/programmes/{programmeId}",
  summary: "Change a programme's name, calendar or other settings, or archive it",
  input: ProgrammeChange,
  output: ProgrammeView,
  refusals: { ...changedMeanwhile },
})

export const listWorkItems = contract({
  name: "listWorkItems",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/work-items",
  summary: "All work items of the programme, in order of workstream and rank",
  input: nothing,
  output: z.strictObject({ items: z.array(WorkItemView) }),
  refusals: {},
  etag: "version",
})

export const getWorkItem = contract({
  name: "getWorkItem",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/work-items/{workItemId}",
  summary: "One work item with its description and comments",
  input: z.strictObject({ workItemId: Id }),
  output: z.strictObject({ item: WorkItemView, description: z.string(), comments: z.array(CommentView) }),
  refusals: { ...notFound },
  etag: "version",
})

export const changeWorkItem = contract({
  name: "changeWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/work-items/{workItemId}",
  summary: "Change a work item; a change to an old version is refused with the current record",
  input: z.strictObject({ workItemId: Id, version, ...workItemChange }),
  output: WorkItemView,
  refusals: itemRefusals,
})

export const changeWorkItems = contract({
  name: "changeWorkItems",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/bulk",
  summary: "Change several work items at once, all or none; send the version of each",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ id: Id, version }))
      .min(1, "Select at least one item.")
      .max(1000),
    change: z.strictObject(workItemChange),
  }),
  output: z.strictObject({ items: z.array(WorkItemView) }),
  refusals: itemRefusals,
})

export const addWorkItem = contract({
  name: "addWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items",
  summary: "Add a work item to a workstream, at its end or after another item",
  input: z.strictObject({
    workstreamId: Id,
    title: line(200),
    description: paragraph(10_000).default(""),
    afterId: Id.nullable().default(null),
    ownerId: Id.nullable().default(null),
    roleKey: z.string().max(60).nullable().default(null),
    estimate: Estimate.nullable().default(null),
  }),
  output: WorkItemView,
  refusals: {
    ...itemRefusals,
    "no-such-workstream": { status: 422, sentence: "This workstream isn't in this programme." },
  },
})

export const moveWorkItem = contract({
  name: "moveWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/{workItemId}/move",
  summary: "Move a work item within its workstream or to another one",
  input: z.strictObject({ workItemId: Id, version, workstreamId: Id, afterId: Id.nullable() }),
  output: WorkItemView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...notYours,
    "no-such-place": { status: 422, sentence: "That position no longer exists. Choose another one." },
    "would-circle": {
      status: 422,
      sentence: "Moving it there would create a circular dependency. Remove one of its dependencies first.",
    },
  },
})

export const removeWorkItem = contract({
  name: "removeWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/work-items/{workItemId}",
  summary: "Remove a work item that was added in this programme; it can be restored",
  input: z.strictObject({ workItemId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...notYours,
    "part-of-the-roadmap": {
      status: 422,
      sentence: "This item comes with the roadmap. Drop it with a reason instead.",
    },
  },
})

export const restoreWorkItem = contract({
  name: "restoreWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/{workItemId}/restore",
  summary: "Restore a removed work item",
  input: z.strictObject({ workItemId: Id }),
  output: WorkItemView,
  refusals: { ...notFound, ...notYours },
})

export const changeWorkstream = contract({
  name: "changeWorkstream",
  audience: "programme",
  permission: "plan.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/workstreams/{workstreamId}",
  summary: "Change a workstream's name, owner, phase or own estimate",
  input: z.strictObject({
    workstreamId: Id,
    version,
    name: line(120).optional(),
    description: paragraph(4_000).optional(),
    ownerId: Id.nullable().optional(),
    roleKey: z.string().max(60).nullable().optional(),
    phaseId: Id.optional(),
    holdsGate: z.boolean().optional(),
    estimate: Estimate.nullable().optional(),
  }),
  output: WorkstreamView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    "no-such-person": itemRefusals["no-such-person"],
    "no-such-phase": itemRefusals["no-such-phase"],
  },
})

export const changeGate = contract({
  name: "changeGate",
  audience: "programme",
  permission: "plan.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/gates/{gateId}",
  summary: "Set a gate's target day",
  input: z.strictObject({ gateId: Id, version, targetDay: Day.nullable() }),
  output: GateView,
  refusals: { ...notFound, ...changedMeanwhile },
})

import * as z from "zod"
import { Day, Id, line, paragraph } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound, notYours } from "@/lib/door/contract"
import { itemRefusals } from "./item-refusals"
import { NewProgramme, ProgrammeChange, ProgrammeSummary, ProgrammeView } from "./programme"
import { CommentView, GateView, RoadmapView, WorkstreamView } from "./views"
import { Estimate, WorkItemView, workItemChange } from "./work-item-shapes"

const nothing = z.strictObject({})
const version = z.int().min(1).meta({ description: "The version of the record that was looked at." })

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
  summary: "Make a programme from a release of the roadmap; its maker becomes its lead",
  input: NewProgramme,
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    "no-such-release": {
      status: 422,
      sentence: "That release of the roadmap is not installed; choose one from the list.",
    },
    "nothing-left": { status: 422, sentence: "Everything was left out; keep at least one workstream." },
    "unknown-key": {
      status: 422,
      sentence: "Something that was left out is not in the roadmap; look at the preview again.",
    },
    "no-owner": { status: 422, sentence: "A programme is made by somebody who is signed in and then leads it." },
  },
})

export const getRoadmap = contract({
  name: "getRoadmap",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/roadmap",
  summary: "Stages, workstreams, phases, gates, links and people, and what you may do",
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
  summary: "Change a work item; a change made on an old version is refused with what changed",
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
  summary: "Change several work items alike, all or none; each carries the version that was looked at",
  input: z.strictObject({
    items: z
      .array(z.strictObject({ id: Id, version }))
      .min(1, "Choose at least one item.")
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
    "no-such-workstream": { status: 422, sentence: "That workstream is not part of this programme." },
  },
})

export const moveWorkItem = contract({
  name: "moveWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/{workItemId}/move",
  summary: "Put a work item after another one, or first, in its own or another workstream",
  input: z.strictObject({ workItemId: Id, version, workstreamId: Id, afterId: Id.nullable() }),
  output: WorkItemView,
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...notYours,
    "no-such-place": { status: 422, sentence: "The place to move to is gone; look again and choose another." },
    "would-circle": { status: 422, sentence: "There the links would go round in a circle; remove one of them first." },
  },
})

export const removeWorkItem = contract({
  name: "removeWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/work-items/{workItemId}",
  summary: "Take away a work item that was added by hand; it can be restored",
  input: z.strictObject({ workItemId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...notYours,
    "part-of-the-roadmap": {
      status: 422,
      sentence: "This is part of the roadmap. Drop it with a reason instead, so that the plan still tells why.",
    },
  },
})

export const restoreWorkItem = contract({
  name: "restoreWorkItem",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/{workItemId}/restore",
  summary: "Bring back a work item that was taken away",
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

export const addComment = contract({
  name: "addComment",
  audience: "programme",
  permission: "work.comment",
  method: "POST",
  path: "/programmes/{programmeId}/work-items/{workItemId}/comments",
  summary: "Comment on a work item",
  input: z.strictObject({ workItemId: Id, body: paragraph(10_000).min(1, "Write something first.") }),
  output: CommentView,
  refusals: { ...notFound },
})

export const changeComment = contract({
  name: "changeComment",
  audience: "programme",
  permission: "work.comment",
  method: "PATCH",
  path: "/programmes/{programmeId}/comments/{commentId}",
  summary: "Change your own comment",
  input: z.strictObject({ commentId: Id, version, body: paragraph(10_000).min(1, "Write something first.") }),
  output: CommentView,
  refusals: { ...notFound, ...changedMeanwhile, ...notYours },
})

export const removeComment = contract({
  name: "removeComment",
  audience: "programme",
  permission: "work.comment",
  method: "DELETE",
  path: "/programmes/{programmeId}/comments/{commentId}",
  summary: "Take away your own comment; a lead may take away any",
  input: z.strictObject({ commentId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile, ...notYours },
})

export const restoreComment = contract({
  name: "restoreComment",
  audience: "programme",
  permission: "work.comment",
  method: "POST",
  path: "/programmes/{programmeId}/comments/{commentId}/restore",
  summary: "Bring back a comment that was taken away",
  input: z.strictObject({ commentId: Id }),
  output: CommentView,
  refusals: { ...notFound, ...notYours },
})

import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { contract } from "@/lib/door/contract"

const Estimate = z.strictObject({ optimistic: z.number(), likely: z.number(), pessimistic: z.number() })
const StampedView = z
  .strictObject({
    subjectId: Id,
    stepKey: z.string(),
    title: z.string(),
    workstream: z.string().meta({ description: "The name of the workstream it goes to." }),
    estimate: Estimate,
  })
  .meta({ id: "StampedWorkItem" })
const TemplateView = z
  .strictObject({
    key: z.string(),
    kind: z.enum(["data-source", "pipeline", "data-mart", "model", "report", "use-case"]),
    name: z.string(),
    description: z.string(),
    steps: z.array(z.string()),
    subjects: z.int().meta({ description: "What has work of it." }),
    live: z.int().meta({ description: "Of those, what has all of it done." }),
  })
  .meta({ id: "WorkTemplate" })

export const listWorkTemplates = contract({
  name: "listWorkTemplates",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/work-templates",
  summary: "The release's templates of work, with how much was made from each and is done",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(TemplateView) }),
  refusals: {},
})

const asked = z.strictObject({
  templateKey: z.string().max(80),
  subjectIds: z.array(Id).min(1, "Select at least one item.").max(100, "Select at most 100 items at once."),
})
const refusals = {
  "no-such-template": { status: 422, sentence: "This template is not part of the programme's release." },
  "no-such-record": { status: 422, sentence: "One of the selected items is not part of this programme any more." },
  "no-workstream": {
    status: 422,
    sentence: "A step belongs to a workstream that this programme left out. Add it in Stages first.",
  },
} as const

export const previewStampedWork = contract({
  name: "previewStampedWork",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-templates/preview",
  summary: "What a template would make for these items, with its effort; nothing is written",
  input: asked,
  output: z
    .strictObject({
      items: z.array(StampedView),
      days: z.number().meta({ description: "Sum of the likely durations, in working days." }),
      there: z.int().meta({ description: "Steps that the items have already." }),
    })
    .meta({ id: "StampedWorkPreview" }),
  refusals,
})

export const stampWork = contract({
  name: "stampWork",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-templates/stamp",
  summary: "Make a template's work for each of these items, all or none; what is there already is not made again",
  input: asked,
  output: z
    .strictObject({
      workItemIds: z.array(Id),
      leftOut: z.int().meta({ description: "Dependencies between steps that the plan's own links contradict." }),
    })
    .meta({ id: "StampedWork" }),
  refusals,
})

export const withdrawStampedWork = contract({
  name: "withdrawStampedWork",
  audience: "programme",
  permission: "work.edit",
  method: "POST",
  path: "/programmes/{programmeId}/work-templates/withdraw",
  summary: "Take back work that a template made, as long as nobody has changed it, all or none",
  input: z.strictObject({ workItemIds: z.array(Id).min(1, "Name at least one work item.").max(2_000) }),
  output: z.strictObject({ removed: z.int() }),
  refusals: {
    "not-stamped": { status: 422, sentence: "One of these work items was not made from a template." },
    "changed-since": { status: 409, sentence: "One of these work items was changed since, so none was removed." },
  },
})

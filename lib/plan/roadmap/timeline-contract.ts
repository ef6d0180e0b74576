import * as z from "zod"
import { Day, Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { itemRefusals } from "./item-refusals"
import { misfits } from "./misfit"
import { linkRefusals } from "./plan-contract"
import { isNoChange, namesTwice } from "./replan"
import { PlanChange, PlanChanged } from "./replan-shapes"

export const changePlan = contract({
  name: "changePlan",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/plan-changes",
  summary: "Change dates, estimates and dependencies, all or nothing; send the version of each",
  input: PlanChange.refine((change) => !isNoChange(change), "No changes to save.").refine(
    (change) => !namesTwice(change),
    "List each item, workstream and dependency only once.",
  ),
  output: PlanChanged,
  refusals: {
    ...notFound,
    "changed-meanwhile": {
      status: 409,
      sentence:
        "Someone else changed this part of the plan, so your change wasn't saved. Review the plan and try again.",
    },
    ...linkRefusals,
    "reason-needed": itemRefusals["reason-needed"],
    "finish-before-start": itemRefusals["finish-before-start"],
    "constraint-without-day": itemRefusals["constraint-without-day"],
    "done-in-the-future": itemRefusals["done-in-the-future"],
    "started-in-the-future": itemRefusals["started-in-the-future"],
    "percent-of-dropped": itemRefusals["percent-of-dropped"],
    ...misfits,
  },
})

export const planParts = ["item", "workstream", "phase", "gate"] as const

/** The plan as it stood on a day, kept under a name. */
export const BaselineView = z
  .strictObject({
    id: Id,
    name: z.string(),
    statusDay: Day.meta({ description: "The programme's day when it was taken." }),
    takenAt: z.iso.datetime({ offset: true }),
    takenById: Id,
    version: z.int(),
  })
  .meta({ id: "Baseline" })
export type BaselineView = z.output<typeof BaselineView>

/** Where one part of the plan lay. */
export const BaselineLineView = z
  .strictObject({
    part: z.enum(planParts),
    id: Id,
    start: Day.nullable().meta({ description: "Null for a gate." }),
    finish: Day.meta({ description: "The day of a gate." }),
    likely: z.number().nullable().meta({ description: "Likely working days; null where there was no estimate." }),
  })
  .meta({ id: "BaselineLine" })
export type BaselineLineView = z.output<typeof BaselineLineView>

const name = line(80)
const version = z.int().min(1).meta({ description: "The version of the record you loaded." })
const named = {
  "name-taken": { status: 409, sentence: "A baseline with this name already exists. Choose another name." },
} as const

export const addBaseline = contract({
  name: "addBaseline",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/baselines",
  summary: "Set a baseline of today's plan",
  input: z.strictObject({ name }),
  output: BaselineView,
  refusals: {
    ...named,
    "no-dates": {
      status: 422,
      sentence: "The plan has no dates: there is a circular dependency, or work falls after 2199. Fix that first.",
    },
  },
})

export const listBaselines = contract({
  name: "listBaselines",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/baselines",
  summary: "The baselines of the programme, the newest first",
  input: z.strictObject({}),
  output: z.strictObject({ items: z.array(BaselineView) }),
  refusals: {},
  etag: "version",
})

export const getBaseline = contract({
  name: "getBaseline",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/baselines/{baselineId}",
  summary: "One baseline with its dates",
  input: z.strictObject({ baselineId: Id }),
  output: z.strictObject({ baseline: BaselineView, lines: z.array(BaselineLineView) }),
  refusals: { ...notFound },
  etag: "version",
})

export const changeBaseline = contract({
  name: "changeBaseline",
  audience: "programme",
  permission: "plan.edit",
  method: "PATCH",
  path: "/programmes/{programmeId}/baselines/{baselineId}",
  summary: "Rename a baseline",
  input: z.strictObject({ baselineId: Id, version, name }),
  output: BaselineView,
  refusals: { ...notFound, ...changedMeanwhile, ...named },
})

export const removeBaseline = contract({
  name: "removeBaseline",
  audience: "programme",
  permission: "plan.edit",
  method: "DELETE",
  path: "/programmes/{programmeId}/baselines/{baselineId}",
  summary: "Remove a baseline; it can be restored",
  input: z.strictObject({ baselineId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile },
})

export const restoreBaseline = contract({
  name: "restoreBaseline",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/baselines/{baselineId}/restore",
  summary: "Restore a removed baseline",
  input: z.strictObject({ baselineId: Id }),
  output: BaselineView,
  refusals: { ...notFound, ...named },
})

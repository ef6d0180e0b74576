import * as z from "zod"
import { Id, line } from "@/lib/base/kernel/shapes"
import { changedMeanwhile, contract, notFound } from "@/lib/door/contract"
import { PlanChanged } from "@/lib/plan/roadmap/replan-shapes"
import { changePlan } from "@/lib/plan/roadmap/timeline-contract"
import { previewForecast } from "./contract"
import { PreviewView } from "./views"
import { WhatIf } from "./what-if-shape"

const version = z.int().min(1).meta({ description: "The version of the what-if you loaded." })

export const ScenarioView = z
  .strictObject({
    id: Id,
    name: z.string(),
    changes: WhatIf,
    ownerId: Id,
    createdAt: z.iso.datetime({ offset: true }),
    updatedAt: z.iso.datetime({ offset: true }),
    appliedAt: z.iso.datetime({ offset: true }).nullable(),
    version: z.int(),
  })
  .meta({ id: "Scenario" })
export type ScenarioView = z.output<typeof ScenarioView>

const applied = {
  "applied-already": { status: 422, sentence: "This what-if has already been applied. Create a new one instead." },
} as const

export const listScenarios = contract({
  name: "listScenarios",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/scenarios",
  summary: "Saved what-ifs, newest first",
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(ScenarioView),
    may: z.strictObject({ edit: z.boolean(), apply: z.boolean() }),
  }),
  refusals: {},
  etag: "version",
})

export const addScenario = contract({
  name: "addScenario",
  audience: "programme",
  permission: "forecast.run",
  method: "POST",
  path: "/programmes/{programmeId}/scenarios",
  summary: "Save a what-if",
  input: z.strictObject({ name: line(120), changes: WhatIf }),
  output: ScenarioView,
  refusals: {},
})

export const changeScenario = contract({
  name: "changeScenario",
  audience: "programme",
  permission: "forecast.run",
  method: "PATCH",
  path: "/programmes/{programmeId}/scenarios/{scenarioId}",
  summary: "Change a what-if",
  input: z.strictObject({ scenarioId: Id, version, name: line(120).optional(), changes: WhatIf.optional() }),
  output: ScenarioView,
  refusals: { ...notFound, ...changedMeanwhile, ...applied },
})

export const removeScenario = contract({
  name: "removeScenario",
  audience: "programme",
  permission: "forecast.run",
  method: "DELETE",
  path: "/programmes/{programmeId}/scenarios/{scenarioId}",
  summary: "Delete a what-if; it can be restored",
  input: z.strictObject({ scenarioId: Id, version }),
  output: z.strictObject({ id: Id, version: z.int() }),
  refusals: { ...notFound, ...changedMeanwhile },
})

export const restoreScenario = contract({
  name: "restoreScenario",
  audience: "programme",
  permission: "forecast.run",
  method: "POST",
  path: "/programmes/{programmeId}/scenarios/{scenarioId}/restore",
  summary: "Restore a deleted what-if",
  input: z.strictObject({ scenarioId: Id }),
  output: ScenarioView,
  refusals: { ...notFound },
})

export const compareScenario = contract({
  name: "compareScenario",
  audience: "programme",
  permission: "programme.read",
  method: "GET",
  path: "/programmes/{programmeId}/scenarios/{scenarioId}/forecast",
  summary: "A saved what-if's effect on each gate's forecast, with up to 100,000 trials",
  input: z.strictObject({ scenarioId: Id }),
  output: PreviewView,
  refusals: { ...notFound, ...previewForecast.refusals },
  etag: "version",
})

const { "not-found": _notFound, "changed-meanwhile": _changed, ...planRefusals } = changePlan.refusals

export const applyScenario = contract({
  name: "applyScenario",
  audience: "programme",
  permission: "plan.edit",
  method: "POST",
  path: "/programmes/{programmeId}/scenarios/{scenarioId}/apply",
  summary: "Apply a what-if to the plan, all or nothing; risks in the register stay as they are",
  input: z.strictObject({ scenarioId: Id, version }),
  output: z.strictObject({ scenario: ScenarioView, changed: PlanChanged }),
  refusals: {
    ...notFound,
    ...changedMeanwhile,
    ...applied,
    ...planRefusals,
    "plan-changed": {
      status: 409,
      sentence:
        "The plan changed since this what-if was saved, so nothing was applied. Review the changes, then save it again.",
    },
    "no-such-part": previewForecast.refusals["no-such-part"],
    "nothing-to-apply": {
      status: 422,
      sentence: "This what-if only changes risks, so there is nothing to apply to the plan.",
    },
  },
})

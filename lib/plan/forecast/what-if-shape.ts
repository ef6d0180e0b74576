import * as z from "zod"
import { Id } from "@/lib/base/kernel/shapes"
import { namesTwice } from "@/lib/plan/roadmap/replan"
import { PlanChange } from "@/lib/plan/roadmap/replan-shapes"

const RiskSwitch = z.strictObject({ id: Id, on: z.boolean() })

/** What would be different: estimates, constraints, progress and links of the plan, and risks switched on or off. */
export const WhatIf = z
  .strictObject({
    plan: PlanChange.refine(
      (change) => !namesTwice(change),
      "List each item, workstream and dependency only once.",
    ).default({
      ...{ items: [], workstreams: [], links: [] },
    }),
    risks: z
      .array(RiskSwitch)
      .max(500)
      .default([])
      .meta({ description: "Off: assume it won't occur. On: assume it will occur." }),
  })
  .meta({ id: "WhatIf" })
export type WhatIf = z.output<typeof WhatIf>

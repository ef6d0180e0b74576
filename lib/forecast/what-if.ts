import * as z from "zod"
import { Id } from "@/lib/kernel/id"
import type { RegisterEntryView } from "@/lib/risks/register"
import { namesTwice, PlanChange } from "@/lib/roadmap/replan"
import { riskInput } from "./inputs"

const RiskSwitch = z.strictObject({ id: Id, on: z.boolean() })

/** What would be different: estimates, constraints, progress and links of the plan, and risks switched on or off. */
export const WhatIf = z
  .strictObject({
    plan: PlanChange.refine((change) => !namesTwice(change), "Name each item, workstream and link once.").default({
      ...{ items: [], workstreams: [], links: [] },
    }),
    risks: z
      .array(RiskSwitch)
      .max(500)
      .default([])
      .meta({ description: "Off: as if it could not happen. On: as if it happens for certain." }),
  })
  .meta({ id: "WhatIf" })
export type WhatIf = z.output<typeof WhatIf>

/** The register with some entries switched: off does not delay, on delays for certain. Unknown ids change nothing. */
export function switched(
  register: readonly RegisterEntryView[],
  switches: WhatIf["risks"],
): readonly RegisterEntryView[] {
  const known = new Map(switches.map(({ id, on }) => [id, on]))
  return register.flatMap((entry): RegisterEntryView[] => {
    const on = known.get(entry.id)
    if (on === undefined) return [entry]
    return on ? [{ ...entry, state: "open", probability: 1 }] : []
  })
}

/** Whether an entry delays the plan as it stands, so that switching it off can make a difference. */
export const isCounted = (entry: RegisterEntryView): boolean => riskInput(entry).length > 0

import type * as z from "zod"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { isNoChange } from "@/lib/plan/roadmap/replan"
import { replanWithin } from "@/lib/plan/roadmap/server/change-plan"
import * as contracts from "../scenario-contract"
import { findScenario, scenarioChanged, scenarioView } from "./scenarios"

/**
 * Makes what a what-if changes true of the plan, as one plan change would, and marks it as applied: both or neither.
 * The register stays as it is: switching a risk off is for looking only.
 */
export const applyScenario = (actor: ProgrammeActor, input: z.output<typeof contracts.applyScenario.input>) =>
  transact(actor, contracts.applyScenario, async (tx) => {
    const { scenarioId, version } = input
    const before = await findScenario(tx, actor, scenarioId)
    if (!before) return refuse("not-found")
    if (before.version !== version) return scenarioChanged(actor, before)
    if (before.appliedAt !== null) return refuse("applied-already")
    if (isNoChange(before.changes.plan)) return refuse("nothing-to-apply")
    const [row] = await tx.scenario.updateManyAndReturn({
      where: { id: scenarioId, programmeId: actor.programmeId, removedAt: null, appliedAt: null, version },
      data: { appliedAt: actor.context.at, updatedAt: actor.context.at, version: version + 1 },
    })
    if (!row) return scenarioChanged(actor, before)
    const replanned = await replanWithin(tx, actor, before.changes.plan)
    if (!replanned.ok) {
      const { refusal, detail } = replanned
      if (refusal === "changed-meanwhile") return refuse("plan-changed", detail)
      return refusal === "not-found" ? refuse("no-such-part") : refuse(refusal, detail)
    }
    const scenario = scenarioView(row)
    const told = { type: "scenario.applied", subject: scenarioId, data: { events: replanned.events.length } }
    return done({ scenario, changed: replanned.value }, told, ...replanned.events)
  })

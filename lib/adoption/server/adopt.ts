import type * as z from "zod"
import { newId } from "@/lib/base/db/new-id"
import { refuse } from "@/lib/base/kernel/result"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import { done } from "@/lib/door/server/outcome"
import { transact } from "@/lib/door/server/transact"
import { holdPlan, loadShape } from "@/lib/plan/roadmap/server/shape"
import { findCycle } from "@/lib/plan/schedule/cycles"
import * as contracts from "../contract"
import { type Offer, takenOf } from "../offer"
import { loadOffers } from "./offers"
import { keepRules, takeCheck, takeCriterion } from "./take-checks"
import { takeActivity, takeLink, takePhase, takeStage, takeWorkstream } from "./take-plan"
import { Take } from "./write"

const deeds: Readonly<Record<Offer["part"], (take: Take, offer: Offer) => Promise<void>>> = {
  ...{ phase: takePhase, stage: takeStage, workstream: takeWorkstream, activity: takeActivity, link: takeLink },
  ...{ check: takeCheck, criterion: takeCriterion, component: async () => {} },
}
/** Parents before what is in them, and links after both of their ends. */
const order: readonly Offer["part"][] = ["phase", "stage", "workstream", "activity", "check", "criterion", "link"]

/**
 * Takes over changes of a release: all of what was chosen, or nothing. The programme then follows that release; what was
 * edited here, and what was not chosen, stays as it was.
 */
export const applyRelease = (actor: ProgrammeActor, input: z.output<typeof contracts.applyRelease.input>) =>
  transact(
    actor,
    contracts.applyRelease,
    async (tx) => {
      await holdPlan(tx, actor)
      const { programmeId } = actor
      const { current, step, offers, rows } = await loadOffers(tx, programmeId)
      if (current.key !== input.from) return refuse("changed-meanwhile")
      if (step?.to.key !== input.to) return refuse("no-such-release")
      const open = new Set(offers.flatMap(({ id, state }) => (state === "open" ? [id] : [])))
      if (input.take !== "all" && input.take.some((id) => !open.has(id))) return refuse("unknown-offer")
      const taken = takenOf(offers, input.take)
      const take = new Take(tx, actor, step, rows)
      for (const part of order) for (const offer of taken) if (offer.part === part) await deeds[part](take, offer)
      const chosen = new Set(taken.map(({ id }) => id))
      await keepRules(
        take,
        offers.filter(({ id }) => !chosen.has(id)),
      )
      if (findCycle(await loadShape(tx, actor))) return refuse("would-circle")
      const id = newId(actor.context.at)
      const [from, to] = [step.from.key, step.to.key]
      await tx.packAdoption.create({
        data: {
          ...{ id, programmeId, fromRelease: from, toRelease: to, taken: [...chosen] },
          ...{ steps: take.steps, at: actor.context.at },
        },
      })
      await tx.programme.update({
        where: { id: programmeId },
        data: { packRelease: to, version: { increment: 1 } },
      })
      const kept = offers.filter(({ state }) => state !== "with").length - taken.length
      const data = { adoptionId: id, from, to, taken: taken.length, kept }
      return done(
        { id, taken: taken.length, kept },
        { type: "pack.adopted", subject: programmeId, data },
        ...take.events,
      )
    },
    { seconds: 60 },
  )

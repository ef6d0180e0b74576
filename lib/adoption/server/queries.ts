import { database } from "@/lib/base/db/client"
import type { ProgrammeActor } from "@/lib/door/access/actor"
import type { Release } from "@/lib/pack/release"
import { linksWith } from "../offer"
import { sayOffers } from "../say-offer"
import { loadOffers } from "./offers"

const named = ({ key, name, summary }: Release) => ({ key, name, summary })

/** The release that a programme follows, what it can take over, and the last take-over. */
export async function findPackOffers(actor: ProgrammeActor) {
  const { current, step, offers, last } = await database().prisma.$transaction((tx) =>
    loadOffers(tx, actor.programmeId),
  )
  const said = sayOffers(offers, step ? [step.from, step.to] : [])
  const owners = linksWith(offers)
  return {
    current: named(current),
    next: step && (step.to.key !== current.key || offers.some(({ state }) => state === "open")) ? named(step.to) : null,
    offers: said.map((offer) => ({
      ...{ ...offer, fields: [...offer.fields], comesWith: owners.get(offer.id) ?? null },
    })),
    last: last
      ? {
          ...{ id: last.id, from: last.fromRelease, to: last.toRelease },
          ...{ at: last.at.toISOString(), taken: last.taken.length },
        }
      : null,
    mayAdopt: actor.may("programme.manage"),
  }
}

import type { Transaction } from "@/lib/base/db/client"
import type { Id } from "@/lib/base/kernel/id"
import { differenceOf } from "@/lib/pack/difference"
import type { Release } from "@/lib/pack/release"
import { listReleases, loadRelease } from "@/lib/pack/server/releases"
import { thingsOf } from "@/lib/pack/things"
import { type Offer, offersOf } from "../offer"
import { loadPackRows, mineOf, type PackRows } from "./state"

export type Offered = {
  readonly current: Release
  /** The release to compare from and the one to take over; null when nothing is offered. */
  readonly step: { readonly from: Release; readonly to: Release } | null
  readonly offers: readonly Offer[]
  readonly rows: PackRows
  readonly last: Awaited<ReturnType<typeof lastAdoption>>
}

/** The newest take-over that was not undone. */
export const lastAdoption = (reader: Transaction, programmeId: Id) =>
  reader.packAdoption.findFirst({ where: { programmeId, undoneAt: null }, orderBy: [{ at: "desc" }, { id: "desc" }] })

/**
 * What a programme can take over: of the release after its own, or, when it follows the newest, what it left of that one
 * when it took it over.
 */
export async function loadOffers(reader: Transaction, programmeId: Id): Promise<Offered> {
  const { packRelease, clouds } = await reader.programme.findFirstOrThrow({
    where: { id: programmeId },
    select: { packRelease: true, clouds: true },
  })
  const current = loadRelease(packRelease)
  const last = await lastAdoption(reader, programmeId)
  const rows = await loadPackRows(reader, programmeId)
  const installed = listReleases()
  const newest = installed.at(-1)
  const step =
    newest && newest !== packRelease && installed.includes(packRelease)
      ? { from: current, to: loadRelease(newest) }
      : last?.toRelease === packRelease
        ? { from: loadRelease(last.fromRelease), to: current }
        : null
  if (!step) return { current, step, offers: [], rows, last }
  const mine = mineOf(rows, thingsOf(step.from), thingsOf(current))
  const all = offersOf(differenceOf(step.from, step.to), { mine, clouds })
  const isFollowed = step.to.key === current.key
  const offers = isFollowed ? all.filter(({ state }) => state !== "with") : all
  return { current, step, offers, rows, last }
}

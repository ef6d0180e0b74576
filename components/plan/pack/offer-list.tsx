"use client"

import { Checkbox } from "@/components/ui/checkbox"
import type { PackOffer } from "./offer"
import { partOrder, sayField, sayPart } from "./pack-words"

type OfferListProps = {
  offers: readonly PackOffer[]
  chosen: ReadonlySet<string>
  mayChoose: boolean
  onChoose: (ids: readonly string[], isChosen: boolean) => void
}

/** Offers of one kind by the part of the pack that they are about, with a box for each that can be chosen. */
export function OfferList({ offers, chosen, mayChoose, onChoose }: OfferListProps) {
  return partOrder.map((part) => {
    const own = offers.filter((offer) => offer.part === part)
    if (own.length === 0) return null
    const open = own.filter(({ state }) => state === "open").map(({ id }) => id)
    const count = open.filter((id) => chosen.has(id)).length
    const title = `${own.length} ${sayPart(part, own.length)}`
    return (
      <div key={part} className="mt-4 first:mt-0">
        <h3 className="border-line border-b pb-1.5 text-ink-3 text-meta">
          {mayChoose && open.length > 0 ? (
            <Checkbox
              label={title}
              checked={count === open.length}
              indeterminate={count > 0 && count < open.length}
              onChange={(isChosen) => onChoose(open, isChosen)}
            />
          ) : (
            title
          )}
        </h3>
        <ul>
          {own.map((offer) => (
            <li key={offer.id} className="border-line border-b py-2">
              {mayChoose && offer.state === "open" ? (
                <Checkbox
                  label={offer.name}
                  checked={chosen.has(offer.id)}
                  onChange={(isChosen) => onChoose([offer.id], isChosen)}
                />
              ) : (
                offer.name
              )}
              <Details offer={offer} />
            </li>
          ))}
        </ul>
      </div>
    )
  })
}

function Details({ offer }: { offer: PackOffer }) {
  if (offer.fields.length === 0 && !offer.reason) return null
  return (
    <dl className="mt-1 ml-6 grid max-w-[76ch] gap-0.5 text-ink-3 text-meta">
      {offer.fields.map(({ field, from, to, kept }) => (
        <div key={field} className="flex flex-wrap gap-x-2">
          <dt className="flex-none">{sayField(field)}</dt>
          <dd className="min-w-0 text-ink-2">
            {kept === null ? (
              <>
                <del className="text-ink-3">{from ?? "none"}</del> <span aria-hidden="true">→</span> {to ?? "none"}
              </>
            ) : (
              <>
                {kept} <span className="text-ink-3">is kept; the release has {to ?? "none"}</span>
              </>
            )}
          </dd>
        </div>
      ))}
      {offer.reason ? (
        <div className="flex gap-x-2">
          <dt>Kept</dt>
          <dd className="text-ink-2">{offer.reason}</dd>
        </div>
      ) : null}
    </dl>
  )
}

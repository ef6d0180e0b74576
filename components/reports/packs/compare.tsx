"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import type { PackHead } from "@/lib/reports/pack-contract"
import { packDifferences } from "@/lib/reports/pack-differences"
import { getSteeringPack } from "@/lib/serve/api/generated/addresses"

type CompareProps = { programmeId: string; chosen: PackHead; other: PackHead }

/** What is different between two packs, in sentences. */
export function Compare({ programmeId, chosen, other }: CompareProps) {
  const { data: after } = useAnswer(getSteeringPack, { programmeId, packId: chosen.id })
  const { data: before } = useAnswer(getSteeringPack, { programmeId, packId: other.id })
  if (!before || !after) return null
  const lines = packDifferences(before.content, after.content)
  return (
    <section
      aria-label="Compared"
      className="mx-auto mb-4 max-w-[1000px] rounded-md border border-line bg-surface px-7 py-4 max-md:px-4"
    >
      <h2>
        Pack {other.number} to pack {chosen.number}
      </h2>
      {lines.length === 0 ? <p className="text-ink-2">Nothing that a pack tells has changed.</p> : null}
      <ul className="mt-1 columns-2 gap-8 max-lg:columns-1">
        {lines.map((line) => (
          <li key={line} className="break-inside-avoid py-0.5 text-ink-2">
            {line}
          </li>
        ))}
      </ul>
    </section>
  )
}

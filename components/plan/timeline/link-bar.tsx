"use client"

import { LinkFields } from "@/components/plan/roadmap/panel/link-fields"
import type { Work } from "@/components/plan/roadmap/use-work"
import { Button, IconButton } from "@/components/ui/button"
import { endNames } from "@/lib/plan/roadmap/links-of"
import { noChange } from "@/lib/plan/roadmap/replan"
import type { LinkReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { PlanChanges } from "./changes/use-plan-changes"

type LinkBarProps = {
  readonly work: Work
  readonly linkId: string
  readonly changes: PlanChanges
  readonly onClose: () => void
}

/** The dependency that was clicked in the chart: its type, lag and unit, and the way to remove it. */
export function LinkBar({ work, linkId, changes, onClose }: LinkBarProps) {
  const { roadmap, items } = work
  const link = roadmap.links.find(({ id }) => id === linkId)
  if (!link) return null
  const names = endNames({ roadmap, items })
  const name = `${names.get(link.from.id)} → ${names.get(link.to.id)}`
  const { id, version } = link
  const commit = (replan: LinkReplan) => void changes.commit({ ...noChange, links: [replan] })
  return (
    <section
      aria-label="Dependency"
      className="flex flex-none flex-wrap items-center gap-x-3 gap-y-1 border-accent border-t-2 bg-raised px-5 py-1.5 max-md:px-4"
    >
      <p className="min-w-0 flex-1 basis-[260px] truncate font-semibold text-meta" title={name}>
        {name}
      </p>
      <div className="-mb-2 max-w-[400px]">
        <LinkFields link={link} name={name} onChange={(change) => commit({ change: { id, version, ...change } })} />
      </div>
      <Button
        variant="quiet"
        onClick={() => {
          commit({ remove: { id, version } })
          onClose()
        }}
      >
        Remove
      </Button>
      <IconButton icon="close" label="Close" onClick={onClose} />
    </section>
  )
}

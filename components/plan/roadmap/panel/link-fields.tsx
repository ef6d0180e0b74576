"use client"

import { NumberField } from "@/components/ui/number-field"
import { Select } from "@/components/ui/select"
import { lagUnitNames, linkTypeNames } from "@/lib/plan/roadmap/links-of"
import type { LinkView } from "@/lib/plan/roadmap/views"
import { lagUnits, linkTypes } from "@/lib/plan/schedule/network"

export type LinkChange = Partial<Pick<LinkView, "type" | "lag" | "lagUnit">>
type LinkFieldsProps = { link: LinkView; name: string; onChange: (change: LinkChange) => void }

const typeOptions = linkTypes.map((value) => ({ value, label: linkTypeNames[value] }))
const unitOptions = lagUnits.map((value) => ({ value, label: lagUnitNames[value] }))

/** Type of a dependency, its lag, and what the lag is counted in. */
export function LinkFields({ link, name, onChange }: LinkFieldsProps) {
  return (
    <div className="flex flex-wrap items-center gap-2 pb-2">
      <Select
        label={`Type of the dependency on ${name}`}
        hideLabel
        options={typeOptions}
        value={link.type}
        onChange={(type) => onChange({ type })}
      />
      <NumberField
        label={`Lag of the dependency on ${name}`}
        hideLabel
        whole
        min={-1000}
        max={1000}
        value={link.lag}
        onCommit={(lag) => onChange({ lag: lag ?? 0 })}
      />
      <Select
        label={`Unit of the lag of the dependency on ${name}`}
        hideLabel
        options={unitOptions}
        value={link.lagUnit}
        onChange={(lagUnit) => onChange({ lagUnit })}
      />
    </div>
  )
}

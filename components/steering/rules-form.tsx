"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import { readNumber } from "@/lib/base/kernel/number-text"
import { plainDecimal } from "@/lib/base/kernel/plain-decimal"
import { rounded } from "@/lib/base/kernel/rounded"
import { changeSteeringRules, getSteeringRules } from "@/lib/serve/api/generated/addresses"
import type { SteeringRulesView } from "@/lib/steering/contract"

type RulesFormProps = { programmeId: string; currency: string; mayEdit: boolean }
type Name = Exclude<keyof SteeringRulesView, "version">
type Row = { readonly name: Name; readonly label: string; readonly unit: string }

const rows: readonly Row[] = [
  { name: "scheduleGrace", label: "Schedule: grace", unit: "d" },
  { name: "costGreen", label: "Cost: green up to", unit: "%" },
  { name: "costAmber", label: "Cost: amber up to", unit: "%" },
  { name: "scopeGreen", label: "Scope: green up to", unit: "%" },
  { name: "scopeAmber", label: "Scope: amber up to", unit: "%" },
  { name: "riskGreen", label: "Risk: green up to", unit: "of 5" },
  { name: "riskAmber", label: "Risk: amber up to", unit: "of 5" },
  { name: "benefitsGreen", label: "Benefits: green from", unit: "%" },
  { name: "benefitsAmber", label: "Benefits: amber from", unit: "%" },
  { name: "toleranceDays", label: "Lead approves up to", unit: "d" },
  { name: "toleranceMoney", label: "Lead approves up to", unit: "money" },
]

const textOf = ({ name, unit }: Row, rules: SteeringRulesView): string => {
  const value = rules[name]
  return typeof value === "string" ? value : plainDecimal(unit === "%" ? rounded(value * 100, 4) : value)
}

/** The thresholds as data: typed over and saved together. */
export function RulesForm({ programmeId, currency, mayEdit }: RulesFormProps) {
  const { data } = useAnswer(getSteeringRules, { programmeId })
  const changing = useContract(changeSteeringRules)
  const { show } = useToasts()
  const [drafts, setDrafts] = useState<Readonly<Record<string, string>>>({})
  const [isOpen, setIsOpen] = useState(false)
  if (!data || !mayEdit) return null
  if (!isOpen)
    return (
      <div className="px-5 py-2 max-md:px-4">
        <Button size="small" onClick={() => setIsOpen(true)}>
          Change thresholds
        </Button>
      </div>
    )
  const save = async () => {
    const read = (name: Name): number | null => {
      const row = rows.find((each) => each.name === name)
      const value = row ? readNumber(drafts[name] ?? textOf(row, data)) : null
      return value === null ? null : row?.unit === "%" ? rounded(value / 100, 6) : value
    }
    const of = (name: Exclude<Name, "toleranceMoney">): number => read(name) ?? data[name]
    const wrong = rows.find(({ name }) => read(name) === null)
    if (wrong) return show({ kind: "refused", text: `${wrong.label}: enter a number.` })
    const answer = await changing.mutateAsync({
      ...{ programmeId, version: data.version, scheduleGrace: of("scheduleGrace") },
      ...{ costGreen: of("costGreen"), costAmber: of("costAmber"), scopeGreen: of("scopeGreen") },
      ...{ scopeAmber: of("scopeAmber"), riskGreen: of("riskGreen"), riskAmber: of("riskAmber") },
      ...{ benefitsGreen: of("benefitsGreen"), benefitsAmber: of("benefitsAmber"), toleranceDays: of("toleranceDays") },
      toleranceMoney: plainDecimal(read("toleranceMoney") ?? 0),
    })
    if (!answer.ok) return show({ kind: "refused", text: answer.detail })
    setDrafts({})
    setIsOpen(false)
    show({ text: "Thresholds saved" })
  }
  return (
    <div className="px-5 py-3 max-md:px-4">
      <div className="grid grid-cols-4 gap-x-4 gap-y-3 max-lg:grid-cols-2">
        {rows.map((row) => (
          <TextField
            key={row.name}
            label={row.label}
            value={drafts[row.name] ?? textOf(row, data)}
            onChange={(value) => setDrafts({ ...drafts, [row.name]: value })}
            inputMode="decimal"
            trailing={row.unit === "money" ? currency : row.unit}
          />
        ))}
      </div>
      <div className="mt-3 flex gap-2">
        <Button variant="primary" busy={changing.isPending} onClick={() => void save()}>
          Save thresholds
        </Button>
        <Button onClick={() => setIsOpen(false)}>Cancel</Button>
      </div>
    </div>
  )
}

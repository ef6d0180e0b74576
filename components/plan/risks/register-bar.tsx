"use client"

import { useShortcut } from "@/components/shell/shortcuts"
import { ColumnMenu, type useColumnChoice } from "@/components/table/column-choice"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Pill } from "@/components/ui/pill"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { isOneOf } from "@/lib/base/kernel/one-of"
import { registerKinds } from "@/lib/plan/risks/register"
import type { RegisterLine } from "@/lib/plan/risks/register-shapes"
import type { RegisterViewState } from "./register-view"

type RegisterBarProps = {
  entries: readonly RegisterLine[]
  view: RegisterViewState
  choice: ReturnType<typeof useColumnChoice>
}

const kinds = [
  { value: "all", label: "All" },
  { value: "risk", label: "Risks" },
  { value: "assumption", label: "Assumptions" },
  { value: "issue", label: "Issues" },
  { value: "dependency", label: "Dependencies" },
] as const

/** Which kinds are shown, whether closed ones too, and whether the matrix stands beside them. */
export function RegisterBar({ entries, view, choice }: RegisterBarProps) {
  useShortcut("m", "Show or hide the matrix", () => view.setMatrix(!view.withMatrix))
  const closed = entries.filter(({ state }) => state !== "open").length
  const setKind = (value: string) => {
    view.setKind(isOneOf(registerKinds, value) ? value : null)
  }
  return (
    <>
      {view.cell ? (
        <Pill onRemove={() => view.setCell(null)} removeLabel="Show all cells">
          {sayCell(view.cell)}
        </Pill>
      ) : null}
      {closed > 0 ? (
        <Checkbox label={`${closed} not open`} checked={view.withClosed} onChange={(on) => view.setClosed(on)} />
      ) : null}
      <span className="max-w-full overflow-x-auto">
        <SegmentedControl label="Kind" value={view.kind ?? "all"} options={kinds} onChange={setKind} />
      </span>
      <Button kbd="M" aria-pressed={view.withMatrix} onClick={() => view.setMatrix(!view.withMatrix)}>
        Matrix
      </Button>
      <span className="contents max-md:hidden">
        <ColumnMenu choice={choice} />
      </span>
    </>
  )
}

const sayCell = (cell: string): string => {
  const [likelihood, impact] = cell.split("-")
  return `Likelihood ${likelihood}, impact ${impact}`
}

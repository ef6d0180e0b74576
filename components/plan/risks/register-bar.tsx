"use client"

import { useShortcut } from "@/components/shell/shortcuts"
import { useQueryOfPage } from "@/components/shell/use-query"
import { Button } from "@/components/ui/button"
import { Checkbox } from "@/components/ui/checkbox"
import { Pill } from "@/components/ui/pill"
import { SegmentedControl } from "@/components/ui/segmented-control"
import { Select } from "@/components/ui/select"
import { kindNames, type RegisterKind, type RegisterLine } from "@/lib/plan/risks/register"

const kinds = [
  { value: "all", label: "All" },
  { value: "risk", label: "Risks" },
  { value: "assumption", label: "Assumptions" },
  { value: "issue", label: "Issues" },
  { value: "dependency", label: "Dependencies" },
] as const
const kindOptions = kinds.flatMap(({ value }) => (value === "all" ? [] : [{ value, label: kindNames[value] }]))
const kindIn = (text: string | null): RegisterKind | null =>
  kindOptions.find(({ value }) => value === text)?.value ?? null

/** Asked in the line that adds an entry. */
export const addHints: Readonly<Record<RegisterKind, string>> = {
  risk: "What could happen?",
  assumption: "What do we assume?",
  issue: "What has happened?",
  dependency: "What do we need from others?",
}

/** What of the register is shown, beside the filters of its fields: kept in the address. */
export function useRegisterView() {
  const [query, change] = useQueryOfPage()
  const kind = kindIn(query.get("of"))
  const withClosed = query.get("closed") === "shown" || query.has("state")
  return {
    ...{ kind, withClosed },
    withMatrix: query.get("matrix") === "on",
    cell: /^[1-5]-[1-5]$/.test(query.get("cell") ?? "") ? query.get("cell") : null,
    shows: (line: RegisterLine) => (kind === null || line.kind === kind) && (withClosed || line.state === "open"),
    setKind: (next: RegisterKind | null) => change({ of: next, cell: null }),
    setClosed: (on: boolean) => change({ closed: on ? "shown" : null }),
    setMatrix: (on: boolean) => change({ matrix: on ? "on" : null, cell: null }),
    setCell: (cell: string | null) => change({ cell }),
  }
}
export type RegisterView = ReturnType<typeof useRegisterView>

/** Which kinds are shown, whether closed ones too, and whether the matrix stands beside them. */
export function RegisterBar({ entries, view }: { entries: readonly RegisterLine[]; view: RegisterView }) {
  useShortcut("m", "Show or hide the matrix", () => view.setMatrix(!view.withMatrix))
  const closed = entries.filter(({ state }) => state !== "open").length
  return (
    <>
      {view.cell ? (
        <Pill onRemove={() => view.setCell(null)} removeLabel="Show all cells">
          {view.cell.replace(/(.)-(.)/, "Likelihood $1, impact $2")}
        </Pill>
      ) : null}
      {closed > 0 ? (
        <Checkbox label={`${closed} closed`} checked={view.withClosed} onChange={(on) => view.setClosed(on)} />
      ) : null}
      <span className="max-w-full overflow-x-auto">
        <SegmentedControl
          label="Kind"
          value={view.kind ?? "all"}
          options={kinds}
          onChange={(value) => view.setKind(kindIn(value))}
        />
      </span>
      <Button kbd="M" aria-pressed={view.withMatrix} onClick={() => view.setMatrix(!view.withMatrix)}>
        Matrix
      </Button>
    </>
  )
}

/** The kind of a new entry. */
export function KindChoice({ kind, onChange }: { kind: RegisterKind; onChange: (kind: RegisterKind) => void }) {
  return (
    <Select
      label="Kind of the new entry"
      hideLabel
      look="bare"
      options={kindOptions}
      value={kind}
      onChange={onChange}
    />
  )
}

"use client"

import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { useToasts } from "@/components/ui/toasts"
import type { RecordType } from "@/lib/records/record"
import { downloadSheet } from "./download"

type SheetButtonsProps = {
  of: RecordType
  programmeId: string
  /** What is shown, in its order. */
  shown: readonly { readonly id: string }[]
  mayEdit: boolean
  onImport: () => void
}

/** Takes what is shown out as a file, and brings a file in. */
export function SheetButtons({ of, programmeId, shown, mayEdit, onImport }: SheetButtonsProps) {
  const toasts = useToasts()
  const save = async (format: "csv" | "xlsx") => {
    const ids = shown.map(({ id }) => id)
    const problem = await downloadSheet(of, programmeId, format, ids)
    if (problem) toasts.show({ text: problem, kind: "refused" })
  }
  return (
    <>
      <Menu
        label="Export"
        align="end"
        trigger={(props) => <Button {...props}>Export</Button>}
        entries={[
          { id: "xlsx", label: "Excel (XLSX)", onSelect: () => void save("xlsx") },
          { id: "csv", label: "CSV", onSelect: () => void save("csv") },
        ]}
      />
      {mayEdit ? <Button onClick={onImport}>Import</Button> : null}
    </>
  )
}

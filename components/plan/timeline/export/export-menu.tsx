"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { Menu } from "@/components/ui/menu"
import { useToasts } from "@/components/ui/toasts"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import type { SheetOptions } from "@/lib/plan/timeline/sheet"
import type { PlanFormat } from "./export-plan"

const names: Readonly<Record<PlanFormat, string>> = { svg: "SVG drawing", png: "PNG picture", pdf: "PDF page" }

/** Gives the whole plan out as a picture or a page. What draws it is loaded when it is first asked for. */
export function ExportMenu({ model, options }: { model: TimelineModel; options: () => SheetOptions }) {
  const [busy, setBusy] = useState(false)
  const toasts = useToasts()
  const give = async (format: PlanFormat) => {
    setBusy(true)
    try {
      const { exportPlan } = await import("./export-plan")
      await exportPlan(model, options(), format)
    } catch {
      toasts.show({ kind: "refused", text: `The ${names[format]} could not be made. Try another format.` })
    } finally {
      setBusy(false)
    }
  }
  return (
    <Menu
      label="Export"
      align="end"
      trigger={(props) => (
        <Button {...props} busy={busy}>
          Export
        </Button>
      )}
      entries={(["pdf", "png", "svg"] as const).map((format) => ({
        ...{ id: format, label: names[format] },
        onSelect: () => void give(format),
      }))}
    />
  )
}

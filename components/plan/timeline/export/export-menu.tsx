"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { sayDay } from "@/components/ui/day-text"
import { Menu } from "@/components/ui/menu"
import { useToasts } from "@/components/ui/toasts"
import { dayOf } from "@/lib/base/kernel/day"
import type { TimelineModel } from "@/lib/plan/timeline/rows"
import type { SheetOptions } from "@/lib/plan/timeline/sheet"
import type { PlanFormat } from "./export-plan"

const names: Readonly<Record<PlanFormat, string>> = { svg: "SVG drawing", png: "PNG picture", pdf: "PDF pages" }

/** Gives the whole plan out as a picture or a page. What draws it is loaded when it is first asked for. */
export function ExportMenu({ model, options }: { model: TimelineModel; options: () => SheetOptions }) {
  const [busy, setBusy] = useState(false)
  const toasts = useToasts()
  const give = async (format: PlanFormat) => {
    setBusy(true)
    try {
      const { exportPlan } = await import("./export-plan")
      const { pages, missing } = await exportPlan(model, options(), format, sayDay(dayOf(model.today)))
      if (missing.length > 0)
        toasts.show({
          kind: "refused",
          text: `The PDF has letters for Latin, Greek and Cyrillic only. ${missing.slice(0, 8).join(" ")} stand as "…"; SVG and PNG have them.`,
        })
      else if (format === "png" && pages > 1)
        toasts.show({ text: `The plan is too large for one picture. It came as ${pages} pictures in a ZIP archive.` })
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

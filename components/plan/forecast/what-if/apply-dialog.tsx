"use client"

import { useState } from "react"
import { ConfirmDialog } from "@/components/ui/dialog"
import type { WhatIf } from "@/lib/plan/forecast/what-if-shape"
import { estimateText } from "@/lib/plan/roadmap/estimate-text"
import type { GateView } from "@/lib/plan/roadmap/views"
import { usePreview } from "../use-preview"
import { sayShifts } from "./gate-shifts"
import type { WhatIfActions } from "./use-what-if"

type ApplyDialogProps = {
  programmeId: string
  actions: WhatIfActions
  gates: readonly GateView[]
  nameOf: (id: string) => string | null
  onDone: () => void
}

/** What applying a what-if does to the plan and to every gate, before it is done. */
export function ApplyDialog({ programmeId, actions, gates, nameOf, onDone }: ApplyDialogProps) {
  const [busy, setBusy] = useState(false)
  const { plan, risks } = actions.changes
  // Only the plan is changed, so the risks that are switched do not count here.
  const [applied] = useState<WhatIf>(() => ({ plan, risks: [] }))
  const { preview, refusal } = usePreview(programmeId, applied)
  const apply = async () => {
    setBusy(true)
    await actions.apply(actions.kept?.name ?? "What-if applied directly")
    setBusy(false)
    onDone()
  }
  const links = plan.links.length
  return (
    <ConfirmDialog
      open
      title="Apply this to the plan?"
      confirmLabel="Apply"
      busy={busy}
      onConfirm={() => void apply()}
      onCancel={onDone}
    >
      <ul className="mb-2 list-disc pl-4">
        {plan.items.map(({ id, estimate }) => (
          <li key={id}>
            {nameOf(id)}: {estimate ? `${estimateText(estimate)} working days` : "changed"}
          </li>
        ))}
        {links > 0 ? <li>{links === 1 ? "1 dependency changes" : `${links} dependencies change`}</li> : null}
      </ul>
      <p>{refusal ?? (preview ? `Then ${sayShifts(preview, gates)}.` : "Simulating gates…")}</p>
      {risks.length > 0 ? (
        <p className="mt-2">Risks stay as in the register; this shows the effect of plan changes only.</p>
      ) : null}
    </ConfirmDialog>
  )
}

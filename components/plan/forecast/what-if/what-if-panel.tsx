"use client"

import { useState } from "react"
import type { Work } from "@/components/plan/roadmap/use-work"
import { SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { grouped } from "@/lib/base/kernel/grouped"
import type { ScenarioView } from "@/lib/plan/forecast/scenario-contract"
import type { RegisterLine } from "@/lib/plan/risks/register"
import { isNoChange } from "@/lib/plan/roadmap/replan"
import type { GateView } from "@/lib/plan/roadmap/views"
import type { Preview } from "../use-preview"
import { ApplyDialog } from "./apply-dialog"
import { EstimateChanges } from "./estimate-changes"
import { GateShifts } from "./gate-shifts"
import { KeepForm } from "./keep-form"
import { KeptWhatIfs } from "./kept-what-ifs"
import { LinkChanges } from "./link-changes"
import { RiskChanges } from "./risk-changes"
import type { WhatIfActions } from "./use-what-if"

type WhatIfPanelProps = {
  readonly work: Work
  readonly actions: WhatIfActions
  readonly preview: Preview
  /** The gates ahead, in their order. */
  readonly gates: readonly GateView[]
  readonly percentages: boolean
  readonly drivers: readonly string[]
  readonly nameOf: (id: string) => string | null
  readonly register: readonly RegisterLine[]
  readonly scenarios: readonly ScenarioView[]
  readonly may: { readonly edit: boolean; readonly apply: boolean }
  readonly onClose: () => void
}

/** A scratch copy of the plan: change it, see every gate move, keep it under a name, apply or drop it. */
export function WhatIfPanel(props: WhatIfPanelProps) {
  const { work, actions, preview, gates, percentages, drivers, nameOf, register, scenarios, may, onClose } = props
  const { changes, kept, isEmpty } = actions
  const [asked, setAsked] = useState(false)
  const { roadmap } = work
  const mayApply = may.edit && may.apply && !isNoChange(changes.plan)
  return (
    <SidePanel
      recordId={kept?.id ?? "new"}
      title={kept?.name ?? "What-if"}
      eyebrow="Draft changes; the plan isn't affected"
      width="wide"
      onClose={onClose}
    >
      <section aria-label="Effect on gates" aria-busy={preview.isPending} className="min-h-[30px]">
        {preview.refusal ? <InlineNotice className="mb-2">{preview.refusal}</InlineNotice> : null}
        {isEmpty ? (
          <p className="text-pretty text-ink-2">
            Change an estimate, dependency or risk below to see how each gate would move.
          </p>
        ) : (
          <>
            <GateShifts {...{ gates, percentages }} preview={preview.preview} today={roadmap.today} />
            <p className="mt-1 text-ink-3 text-meta">
              From {preview.preview ? grouped(preview.preview.trials) : "…"} trials. A full run is more precise.
            </p>
          </>
        )}
      </section>
      <EstimateChanges work={work} changes={changes} drivers={drivers} onChange={actions.change} />
      <LinkChanges work={work} changes={changes} onChange={actions.change} />
      <RiskChanges changes={changes} register={register} onChange={actions.change} />
      {isEmpty ? null : (
        <div className="mt-5 flex flex-wrap items-end gap-2 border-line border-t pt-4">
          {may.edit ? <KeepForm actions={actions} /> : null}
          {mayApply ? (
            <Button variant="primary" disabled={preview.preview === null} onClick={() => setAsked(true)}>
              Apply to the plan
            </Button>
          ) : null}
          <Button variant="quiet" onClick={actions.clear}>
            {kept ? "Close" : "Delete"}
          </Button>
        </div>
      )}
      <KeptWhatIfs scenarios={scenarios} currentId={kept?.id ?? null} mayEdit={may.edit} actions={actions} />
      {asked ? (
        <ApplyDialog
          programmeId={work.programmeId}
          actions={actions}
          gates={gates}
          nameOf={nameOf}
          onDone={() => setAsked(false)}
        />
      ) : null}
    </SidePanel>
  )
}

"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import type { Work } from "@/components/plan/roadmap/use-work"
import { SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { TextField } from "@/components/ui/text-field"
import { useToasts } from "@/components/ui/toasts"
import type { ForecastView } from "@/lib/plan/forecast/views"
import { estimateText, readEstimate } from "@/lib/plan/roadmap/estimate-text"
import { noChange } from "@/lib/plan/roadmap/replan"
import type { ItemReplan } from "@/lib/plan/roadmap/replan-shapes"
import type { WorkItemView } from "@/lib/plan/roadmap/work-item-shapes"
import { changePlan } from "@/lib/serve/api/generated/addresses"

type ConfirmPanelProps = { work: Work; forecast: ForecastView; onClose: () => void }

const SHOWN = 20

/** The critical work whose estimates are still the roadmap's own, to confirm as they stand or to put right. */
export function ConfirmPanel({ work, forecast, onClose }: ConfirmPanelProps) {
  const { confirm, isBusy } = useConfirm(work.programmeId)
  const known = new Map(work.items.map((item) => [item.id, item]))
  const open = forecast.results.items
    .filter(({ criticality }) => criticality > 0)
    .toSorted((a, b) => b.criticality - a.criticality)
    .flatMap(({ id }) => {
      const item = known.get(id)
      return item && !item.estimateConfirmed && item.likely !== null ? [item] : []
    })
  const shown = open.slice(0, SHOWN)
  return (
    <SidePanel
      recordId="confirm"
      title="Confirm estimates"
      eyebrow={`${open.length} on the critical path still use template estimates`}
      width="wide"
      onClose={onClose}
    >
      <p className="mb-3 text-pretty text-ink-2">
        Probabilities need confirmed estimates. Correct the estimates, confirm them, then run the forecast again.
      </p>
      {shown.length === 0 ? (
        <p className="text-ink-2">All critical work is confirmed.</p>
      ) : (
        <>
          <ul>
            {shown.map((item) => (
              <ConfirmRow key={item.id} item={item} busy={isBusy} onConfirm={(replan) => confirm([replan])} />
            ))}
          </ul>
          <Button className="mt-3" busy={isBusy} onClick={() => confirm(shown.map(asItStands))}>
            Confirm all {shown.length} as shown
          </Button>
        </>
      )}
    </SidePanel>
  )
}

const asItStands = ({ id, version }: WorkItemView): ItemReplan => ({ id, version, estimateConfirmed: true })

function useConfirm(programmeId: string) {
  const change = useContract(changePlan)
  const { show } = useToasts()
  const confirm = async (items: ItemReplan[]) => {
    const answer = await change.mutateAsync({ programmeId, ...noChange, items })
    if (answer.ok) show({ text: items.length === 1 ? "Confirmed the estimate" : `Confirmed ${items.length} estimates` })
    else show({ kind: "refused", text: answer.detail })
  }
  return { confirm: (items: ItemReplan[]) => void confirm(items), isBusy: change.isPending }
}

type ConfirmRowProps = { item: WorkItemView; busy: boolean; onConfirm: (replan: ItemReplan) => void }

function ConfirmRow({ item, busy, onConfirm }: ConfirmRowProps) {
  const [draft, setDraft] = useState(estimateText(item))
  const [problem, setProblem] = useState<string>()
  const commit = () => {
    const read = readEstimate(draft, item)
    if (!read.ok) return setProblem(read.refusal)
    if (!read.value) return setProblem("Enter working days, such as 4 or 2 / 4 / 8.")
    setProblem(undefined)
    onConfirm(
      draft === estimateText(item) ? asItStands(item) : { id: item.id, version: item.version, estimate: read.value },
    )
  }
  return (
    <li className="grid grid-cols-[minmax(0,1fr)_112px_auto] items-center gap-x-2 border-line border-t py-1.5">
      <span className="truncate" title={item.title}>
        {item.title}
      </span>
      <TextField
        label={`Estimate of ${item.title}, working days`}
        hideLabel
        value={draft}
        error={problem}
        onChange={setDraft}
        onKeyDown={(event) => {
          if (event.key === "Enter") commit()
        }}
      />
      <Button size="small" busy={busy} aria-label={`Confirm the estimate of ${item.title}`} onClick={commit}>
        Confirm
      </Button>
    </li>
  )
}

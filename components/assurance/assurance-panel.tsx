"use client"

import { SidePanel } from "@/components/shell/side-panel"
import { CheckForm } from "./check-form"
import { CheckPanel } from "./check-panel"
import { CriterionForm } from "./criterion-form"
import { LinePanel } from "./line-panel"
import { openLineOf } from "./open-line"
import type { Assurance } from "./use-assurance"
import type { Opened } from "./use-opened"

/** Whatever is open beside the list: a check, a line, or one of either that is being made. */
export function AssurancePanel({ assurance, opened }: { assurance: Assurance; opened: Opened }) {
  const { check, line, criterion, close, closeCheck } = opened
  const found = openLineOf(assurance, opened)
  if (check === "new") return <CheckForm assurance={assurance} onMade={opened.openCheck} onClose={closeCheck} />
  if (check !== null)
    return (
      <CheckPanel
        key="check"
        {...{ assurance }}
        checkId={check}
        onClose={close}
        onBack={found ? closeCheck : undefined}
      />
    )
  if (line === "new")
    return (
      <SidePanel recordId="new-line" title="Add criterion" eyebrow="Success checklist" width="wide" onClose={close}>
        <CriterionForm
          line={null}
          assurance={assurance}
          onDone={(id) => (id === null ? close() : opened.openLine(id))}
          onRemoved={close}
        />
      </SidePanel>
    )
  if (found)
    return <LinePanel key="line" {...{ assurance }} line={found} onOpenCheck={opened.openCheck} onClose={close} />
  if (line === null && criterion === null) return null
  return (
    <SidePanel recordId={line ?? "none"} title="Not found" onClose={close}>
      <p className="text-ink-2">It may have been removed, or the link is wrong.</p>
    </SidePanel>
  )
}

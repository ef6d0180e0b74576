"use client"

import { useState } from "react"
import { Section } from "@/components/roadmap/panel/section"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { IconButton } from "@/components/ui/button"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { CheckView } from "@/lib/assurance/contract"
import { sayDue } from "@/lib/assurance/groups"
import { sharesOf } from "@/lib/assurance/say-sign-off"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { count, listed, sayDay, sayMoment } from "@/lib/reports/words"
import { CheckRow } from "./check-row"
import { CriterionForm } from "./criterion-form"
import { LineMark } from "./line-mark"
import { ProofPart } from "./proof-part"
import { SignForm } from "./sign-form"
import { EarlierSignatures, SignersPart } from "./signers-part"
import type { Assurance } from "./use-assurance"

type LinePanelProps = {
  line: SignOffView
  assurance: Assurance
  onOpenCheck: (id: string) => void
  onClose: () => void
}

/** A line of the checklist or a gate: its checks, who signs, and exactly what is signed. */
export function LinePanel({ line, assurance, onOpenCheck, onClose }: LinePanelProps) {
  const [editing, setEditing] = useState(false)
  const { id, kind, number, name, checkIds } = line
  const checks = checkIds.flatMap((checkId) => assurance.checkOf(checkId) ?? [])
  const mayEdit = kind === "criterion" && assurance.may.edit && !editing
  return (
    <SidePanel
      recordId={id}
      title={name}
      eyebrow={kind === "criterion" ? `Success checklist, line ${number}` : "Gate"}
      width="wide"
      onClose={onClose}
      actions={mayEdit ? <IconButton icon="edit" label="Edit this line" onClick={() => setEditing(true)} /> : null}
    >
      {editing ? (
        <CriterionForm line={line} assurance={assurance} onDone={() => setEditing(false)} onRemoved={onClose} />
      ) : (
        <>
          <Standing {...{ line, checks, assurance }} />
          <SignersPart {...{ line, assurance }} />
          <ProofPart line={line} programmeId={assurance.programmeId} />
          <EarlierSignatures {...{ line, assurance }} />
          {line.mySigning.length > 0 ? (
            <Section title="What you sign">
              <SignForm {...{ line, assurance, onOpenCheck }} />
            </Section>
          ) : (
            <Checks {...{ checks, assurance, onOpenCheck }} />
          )}
        </>
      )}
    </SidePanel>
  )
}

type PartProps = { line: SignOffView; checks: readonly CheckView[]; assurance: Assurance }

function Standing({ line, checks, assurance }: PartProps) {
  const { timeZone } = assurance.roadmap.programme
  const { today } = assurance.roadmap
  const against = line.contradictedBy.flatMap((id) => assurance.checkOf(id)?.sentence ?? [])
  return (
    <>
      <Properties>
        <Property label="State">
          <LineMark line={line} className={line.state === "contradicted" ? "text-needs-you" : ""} />
          {line.signedAt ? (
            <span className="ml-2 truncate text-ink-3 text-meta">{sayMoment(line.signedAt, timeZone, today)}</span>
          ) : null}
        </Property>
        <Property label="Proved">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3">
            <ClaimedProvedBar label={line.name} {...sharesOf(checks)} className="w-24 flex-none" />
            <span>
              {sayDue(checks)}
              {line.waived > 0 ? <span className="text-ink-3"> · {line.waived} waived</span> : null}
            </span>
          </span>
        </Property>
        <Property label="Due">
          {line.dueDay ? sayDay(line.dueDay, today) : <span className="text-ink-3">no day set</span>}
        </Property>
      </Properties>
      {against.length > 0 ? (
        <InlineNotice className="mt-3">
          Facts that came after the signatures say otherwise: {listed(against, 3)}. Mend it, ask for a waiver, or revoke
          a signature.
        </InlineNotice>
      ) : null}
    </>
  )
}

type ChecksProps = Pick<LinePanelProps, "assurance" | "onOpenCheck"> & { checks: readonly CheckView[] }

function Checks({ checks, assurance, onOpenCheck }: ChecksProps) {
  return (
    <Section title={checks.length === 0 ? "Checks" : count(checks.length, "check")}>
      {checks.length === 0 ? (
        <p className="text-ink-3">Nothing is checked here, so there is nothing to sign.</p>
      ) : (
        <ul className="-mx-2">
          {checks.map((check) => (
            <CheckRow key={check.id} {...{ check }} roadmap={assurance.roadmap} onOpen={onOpenCheck} />
          ))}
        </ul>
      )}
    </Section>
  )
}

"use client"

import { useState } from "react"
import { Section } from "@/components/shell/section"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { IconButton } from "@/components/ui/button"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { CheckView } from "@/lib/assurance/contract"
import { byUrgency, sayDue } from "@/lib/assurance/groups"
import { sharesOf, standingSignatures } from "@/lib/assurance/say-sign-off"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { count, sayMoment } from "@/lib/reports/words"
import { CheckRow } from "./check-row"
import { CriterionForm } from "./criterion-form"
import { lastGate } from "./last-gate"
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
  const checks = byUrgency(checkIds.flatMap((checkId) => assurance.checkOf(checkId) ?? []))
  const isSigned = standingSignatures(line).length > 0
  const mayEdit = kind === "criterion" && assurance.may.edit && !editing && !isSigned
  return (
    <SidePanel
      recordId={id}
      title={name}
      eyebrow={kind === "criterion" ? `Success criterion ${number}` : "Gate"}
      width="wide"
      onClose={onClose}
      actions={mayEdit ? <IconButton icon="edit" label="Edit criterion" onClick={() => setEditing(true)} /> : null}
    >
      {editing ? (
        <CriterionForm line={line} assurance={assurance} onDone={() => setEditing(false)} onRemoved={onClose} />
      ) : (
        <>
          <Standing {...{ line, checks, assurance, onOpenCheck }} />
          <SignersPart {...{ line, assurance }} />
          <ProofPart line={line} programmeId={assurance.programmeId} />
          <EarlierSignatures {...{ line, assurance }} />
          {line.mySigning.length > 0 ? (
            <Section title="Statement">
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

type StandingProps = Omit<LinePanelProps, "onClose"> & { checks: readonly CheckView[] }

function Standing({ line, checks, assurance, onOpenCheck }: StandingProps) {
  const { timeZone } = assurance.roadmap.programme
  const { today } = assurance.roadmap
  const gate = lastGate(checks, assurance)
  const against = line.contradictedBy.flatMap((checkId) => assurance.checkOf(checkId) ?? [])
  const lapsed = line.lapsedBy.flatMap((checkId) => assurance.checkOf(checkId) ?? [])
  return (
    <>
      <Properties>
        <Property label="Status">
          <LineMark
            line={line}
            className={line.state === "contradicted" || line.state === "lapsed" ? "text-needs-you" : ""}
          />
        </Property>
        {line.signedAt ? <Property label="Since">{sayMoment(line.signedAt, timeZone, today)}</Property> : null}
        <Property label="Proved">
          <span className="flex min-w-0 flex-1 flex-wrap items-center gap-x-3 gap-y-1">
            <ClaimedProvedBar label={line.name} {...sharesOf(checks)} className="w-16 flex-none" />
            <span>
              {sayDue(checks)}
              {line.waived > 0 ? <span className="text-ink-3"> · {line.waived} waived</span> : null}
            </span>
          </span>
        </Property>
        <Property label="Due">
          {line.dueDay ? (
            sayDay(line.dueDay, today)
          ) : (
            <span className="text-ink-3">{gate ? `its checks by ${gate}` : "no due date"}</span>
          )}
        </Property>
      </Properties>
      {against.length > 0 ? (
        <InlineNotice className="mt-3">
          Newer facts contradict this sign-off. Fix the cause, request a waiver or revoke a signature.
          <CheckLinks checks={against} {...{ onOpenCheck }} />
        </InlineNotice>
      ) : null}
      {lapsed.length > 0 ? (
        <InlineNotice className="mt-3">
          What was signed off can't be shown any more: evidence, facts or a waiver ended. Renew them, or revoke a
          signature.
          <CheckLinks checks={lapsed} {...{ onOpenCheck }} />
        </InlineNotice>
      ) : null}
    </>
  )
}

type CheckLinksProps = { checks: readonly CheckView[]; onOpenCheck: (id: string) => void }

function CheckLinks({ checks, onOpenCheck }: CheckLinksProps) {
  return (
    <ul className="mt-1 list-disc pl-4">
      {checks.map(({ id, sentence }) => (
        <li key={id}>
          <button
            type="button"
            onClick={() => onOpenCheck(id)}
            className="rounded-sm text-left align-top underline decoration-1 underline-offset-2"
          >
            {sentence}
          </button>
        </li>
      ))}
    </ul>
  )
}

type ChecksProps = Pick<LinePanelProps, "assurance" | "onOpenCheck"> & { checks: readonly CheckView[] }

function Checks({ checks, assurance, onOpenCheck }: ChecksProps) {
  return (
    <Section title={checks.length === 0 ? "Checks" : count(checks.length, "check")}>
      {checks.length === 0 ? (
        <p className="text-ink-3">No checks yet, so sign-off isn't available.</p>
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

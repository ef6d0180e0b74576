"use client"

import Link from "next/link"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { peopleOptions } from "@/components/plan/roadmap/choices"
import { Properties, Property, SidePanel } from "@/components/shell/side-panel"
import { Button } from "@/components/ui/button"
import { Combobox } from "@/components/ui/combobox"
import { InlineNotice } from "@/components/ui/inline-notice"
import { Pill } from "@/components/ui/pill"
import { SkeletonRows } from "@/components/ui/skeleton"
import { StatusMark } from "@/components/ui/status-mark"
import type { CheckDetail } from "@/lib/assurance/contract"
import { sayMoment } from "@/lib/reports/words"
import { changeCheckOwner, getCheck } from "@/lib/serve/api/generated/addresses"
import { CheckEvidence } from "./check-evidence"
import { CheckFacts } from "./check-facts"
import { CheckHistory } from "./check-history"
import { CheckRemedy } from "./check-remedy"
import { sayWhen } from "./check-row"
import { CheckRule } from "./check-rule"
import { CheckWaiver } from "./check-waiver"
import type { Assurance } from "./use-assurance"

type CheckPanelProps = {
  checkId: string
  assurance: Assurance
  onClose: () => void
  /** Back to the line it was opened from. */
  onBack?: (() => void) | undefined
}

/** One check: what it says, how it was judged on what, by which rule, and what people handed in for it. */
export function CheckPanel({ checkId, assurance, onClose, onBack }: CheckPanelProps) {
  const { programmeId } = assurance
  const answer = useAnswer(getCheck, { programmeId, checkId })
  const known = assurance.checkOf(checkId)
  const title = answer.data?.check.sentence ?? known?.sentence ?? (answer.error ? "Not found" : "…")
  return (
    <SidePanel
      recordId={checkId}
      title={title}
      eyebrow={onBack ? <BackButton onBack={onBack} /> : "Check"}
      width="wide"
      onClose={onClose}
    >
      {answer.data ? (
        <Detail detail={answer.data} assurance={assurance} />
      ) : answer.error ? (
        <p className="text-ink-2">{answer.error.message}</p>
      ) : (
        <SkeletonRows rows={4} label="Loading the check" />
      )}
    </SidePanel>
  )
}

function BackButton({ onBack }: { onBack: () => void }) {
  return (
    <Button size="small" variant="quiet" icon="chevron-left" className="-ml-2" onClick={onBack}>
      Back to criterion
    </Button>
  )
}

type DetailProps = { detail: CheckDetail; assurance: Assurance }

function Detail({ detail, assurance }: DetailProps) {
  const { check, contradicted } = detail
  const { roadmap } = assurance
  const { timeZone } = roadmap.programme
  return (
    <>
      <div className="mb-2 flex items-baseline gap-2.5">
        <StatusMark kind={check.waived ? "waived" : check.verdict} />
        <Freshness detail={detail} />
      </div>
      <p className="mb-3 text-pretty text-ink-2">{check.reason}</p>
      {contradicted ? (
        <InlineNotice className="mb-3">
          Not met in two consecutive fact sets, or for five working days. Sign-offs that rely on it are contradicted.
        </InlineNotice>
      ) : null}
      <Properties>
        {check.asOf ? <Property label="As of">{sayMoment(check.asOf, timeZone, roadmap.today)}</Property> : null}
        <Property label="Owner">
          <Owner {...{ detail, assurance }} />
        </Property>
        <Property label="Due">
          <span className="first-letter:uppercase">{sayWhen(check, roadmap)}</span>
        </Property>
        <Place {...{ detail, assurance }} />
      </Properties>
      {check.selfReported ? (
        <p className="mt-3 text-pretty text-ink-2">
          <Pill>Attested</Pill> Telemetry can't measure this. Someone submits evidence and a second person reviews it.
        </p>
      ) : null}
      <CheckRemedy {...{ detail, assurance }} />
      {check.rule ? <CheckRule {...{ detail, assurance }} rule={check.rule} /> : null}
      {check.kind === "attested" ? (
        <CheckEvidence {...{ detail, assurance }} />
      ) : (
        <CheckFacts {...{ detail, assurance }} />
      )}
      <CheckWaiver {...{ detail, assurance }} />
      <CheckHistory {...{ detail, assurance }} />
    </>
  )
}

function Freshness({ detail }: { detail: CheckDetail }) {
  const { freshness } = detail.check
  if (freshness === "ageing") return <Pill tone="warn">ageing</Pill>
  return freshness === "stale" ? <Pill tone="warn">expired</Pill> : null
}

function Owner({ detail, assurance }: DetailProps) {
  const { check } = detail
  const owning = useContract(changeCheckOwner)
  const { programmeId, roadmap, may } = assurance
  if (!may.edit) return check.ownerId ? assurance.nameOf(check.ownerId) : <span className="text-ink-3">unassigned</span>
  return (
    <Combobox
      label="Owner"
      hideLabel
      look="bare"
      options={peopleOptions(roadmap, check.ownerId)}
      value={check.ownerId}
      placeholder="Unassigned"
      clearLabel="Unassigned"
      disabled={owning.isPending}
      error={owning.data?.ok === false ? owning.data.detail : undefined}
      onChange={(ownerId) => owning.mutate({ programmeId, checkId: check.id, version: check.version, ownerId })}
    />
  )
}

/** The workstream or the gate it belongs to. */
function Place({ detail, assurance }: DetailProps) {
  const { workstreamId, gateId } = detail.check
  const { programmeId, roadmap } = assurance
  const workstream = roadmap.workstreams.find(({ id }) => id === workstreamId)
  const gate = roadmap.gates.find(({ id }) => id === gateId)
  if (workstream)
    return (
      <Property label="Workstream">
        <Link
          href={`/programmes/${programmeId}/roadmap/stages?workstream=${workstream.id}`}
          className="underline decoration-1 decoration-line-strong underline-offset-2 hover:decoration-current"
        >
          {workstream.name}
        </Link>
      </Property>
    )
  return gate ? <Property label="Gate">{gate.name}</Property> : null
}

export type CheckPartProps = DetailProps

"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/door/data/use-contract"
import { Section } from "@/components/shell/section"
import { Button } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { addDays } from "@/components/ui/day-text"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextArea } from "@/components/ui/text-field"
import type { WaiverView } from "@/lib/assurance/waiver-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { listWaivers, requestWaiver } from "@/lib/serve/api/generated/addresses"
import type { CheckPartProps } from "./check-panel"
import type { Assurance } from "./use-assurance"
import { WaiverActs } from "./waiver-acts"

/** Whether the check is left out for a time, and the way to ask for that. */
export function CheckWaiver({ detail, assurance }: CheckPartProps) {
  const { programmeId, may } = assurance
  const [asking, setAsking] = useState(false)
  const waivers = useAnswer(listWaivers, { programmeId }).data?.items ?? []
  const own = waivers.filter(({ checkId }) => checkId === detail.check.id)
  const current = own.find(({ state }) => state === "asked-for" || state === "stands")
  const past = own.filter((each) => each !== current)
  const mayAsk = may.askWaiver && !current && !asking
  if (!current && past.length === 0 && !may.askWaiver) return null
  return (
    <Section
      title="Waiver"
      action={
        mayAsk ? (
          <Button size="small" variant="quiet" onClick={() => setAsking(true)}>
            Request
          </Button>
        ) : null
      }
    >
      {current ? <CurrentWaiver key={current.id} {...{ assurance }} waiver={current} /> : null}
      {asking && !current ? (
        <WaiverForm {...{ detail, assurance }} onDone={() => setAsking(false)} />
      ) : current ? null : (
        <p className="text-ink-3">No active waiver.</p>
      )}
      {past.map((waiver) => (
        <p key={waiver.id} className="mt-1.5 text-pretty text-ink-3 text-meta">
          {waiver.state === "expired" ? "Expired" : "Ended"}: {waiver.reason} (requested by {waiver.requestedBy.name})
        </p>
      ))}
    </Section>
  )
}

function CurrentWaiver({ waiver, assurance }: { waiver: WaiverView; assurance: Assurance }) {
  const { reason, requestedBy, approvedBy, expiresOn, state } = waiver
  return (
    <>
      <p className="text-pretty">{reason}</p>
      <p className="mt-0.5 text-pretty text-ink-3 text-meta">
        {state === "stands" ? "Active" : "Requested"} until {sayDay(expiresOn, assurance.roadmap.today)}, by{" "}
        {requestedBy.name}
        {approvedBy ? `, approved by ${approvedBy.name}` : "; needs approval from someone else"}.
      </p>
      <WaiverActs waiver={waiver} programmeId={assurance.programmeId} />
    </>
  )
}

function WaiverForm({ detail, assurance, onDone }: CheckPartProps & { onDone: () => void }) {
  const { programmeId, roadmap } = assurance
  const [reason, setReason] = useState("")
  const [expiresOn, setExpiresOn] = useState<string | null>(addDays(roadmap.today, 90))
  const asking = useContract(requestWaiver)
  const refusal = asking.data?.ok === false ? asking.data : null
  const atReason = refusal?.fields?.find(({ path }) => path === "reason")?.message
  const ask = async () => {
    if (expiresOn === null) return
    const result = await asking.mutateAsync({ programmeId, checkId: detail.check.id, reason, expiresOn })
    if (result.ok) onDone()
  }
  return (
    <form
      aria-label="Request waiver"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <TextArea label="Reason" value={reason} onChange={setReason} maxLength={2000} autoFocus error={atReason} />
      <DateField
        label="Until"
        value={expiresOn}
        today={roadmap.today}
        onCommit={setExpiresOn}
        hint="Up to one year. After that the check counts again."
      />
      {refusal && !atReason ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={asking.isPending} disabled={!reason.trim() || !expiresOn}>
          Request
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}

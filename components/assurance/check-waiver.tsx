"use client"

import { useState } from "react"
import { useAnswer, useContract } from "@/components/data/use-contract"
import { Section } from "@/components/roadmap/panel/section"
import { Button } from "@/components/ui/button"
import { DateField } from "@/components/ui/date-field"
import { addDays } from "@/components/ui/day-text"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextArea } from "@/components/ui/text-field"
import { approveWaiver, endWaiver, listWaivers, requestWaiver, type WaiverView } from "@/lib/assurance/waiver-contract"
import { sayDay } from "@/lib/reports/words"
import type { CheckPartProps } from "./check-panel"
import type { Assurance } from "./use-assurance"

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
            Ask for one
          </Button>
        ) : null
      }
    >
      {current ? <CurrentWaiver key={current.id} {...{ assurance }} waiver={current} /> : null}
      {asking && !current ? (
        <WaiverForm {...{ detail, assurance }} onDone={() => setAsking(false)} />
      ) : current ? null : (
        <p className="text-ink-3">The check counts; no waiver stands.</p>
      )}
      {past.map((waiver) => (
        <p key={waiver.id} className="mt-1.5 text-pretty text-ink-3 text-meta">
          {waiver.state === "expired" ? "Expired" : "Ended"}: {waiver.reason} (asked for by {waiver.requestedBy.name})
        </p>
      ))}
    </Section>
  )
}

export function CurrentWaiver({ waiver, assurance }: { waiver: WaiverView; assurance: Assurance }) {
  const { programmeId, roadmap } = assurance
  const approving = useContract(approveWaiver)
  const ending = useContract(endWaiver)
  const { id: waiverId, version, reason, requestedBy, approvedBy, expiresOn, state, may } = waiver
  const refusal = [approving.data, ending.data].find((each) => each?.ok === false)
  const isAsked = state === "asked-for"
  return (
    <>
      <p className="text-pretty">{reason}</p>
      <p className="mt-0.5 text-pretty text-ink-3 text-meta">
        {isAsked ? "Asked for" : "Stands"} until {sayDay(expiresOn, roadmap.today)}, by {requestedBy.name}
        {approvedBy ? `, approved by ${approvedBy.name}` : "; somebody else must approve it"}.
      </p>
      {refusal?.ok === false ? <InlineNotice className="mt-2">{refusal.detail}</InlineNotice> : null}
      {may.approve || may.end ? (
        <div className="mt-2 flex gap-2">
          {may.approve ? (
            <Button busy={approving.isPending} onClick={() => approving.mutate({ programmeId, waiverId, version })}>
              Approve
            </Button>
          ) : null}
          {may.end ? (
            <Button
              variant="danger"
              busy={ending.isPending}
              onClick={() => ending.mutate({ programmeId, waiverId, version })}
            >
              {isAsked ? "Refuse or take back" : "End the waiver"}
            </Button>
          ) : null}
        </div>
      ) : null}
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
      aria-label="Ask for a waiver"
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault()
        void ask()
      }}
    >
      <TextArea
        label="Why it should not count for a time"
        value={reason}
        onChange={setReason}
        maxLength={2000}
        autoFocus
        error={atReason}
      />
      <DateField
        label="Until"
        value={expiresOn}
        today={roadmap.today}
        onCommit={setExpiresOn}
        hint="A year at most. Then the check counts again."
      />
      {refusal && !atReason ? <InlineNotice>{refusal.detail}</InlineNotice> : null}
      <div className="flex gap-2">
        <Button type="submit" variant="primary" busy={asking.isPending} disabled={!reason.trim() || !expiresOn}>
          Ask
        </Button>
        <Button onClick={onDone}>Cancel</Button>
      </div>
    </form>
  )
}

"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import { TextField } from "@/components/ui/text-field"
import type { VerificationView } from "@/lib/door/audit/contract"
import { readHeads, sayFault, sayHead } from "@/lib/door/audit/kept-heads"
import { type CallResult, call } from "@/lib/door/call"
import { count } from "@/lib/reports/words"
import { verifyAudit } from "@/lib/serve/api/generated/addresses"

export type Verifying = {
  readonly programmeId: string
  readonly busy: boolean
  readonly result: CallResult<VerificationView> | null
  /** A head that was kept outside, as it is typed; empty: none. */
  readonly kept: string
  readonly setKept: (text: string) => void
  /** Walks it against its own head only, or also through the kept one. */
  readonly run: (how: "alone" | "compare") => void
  readonly close: () => void
}

/** The head of this programme's chain in a line that was kept; null when there is none. */
function keptIn(text: string, programmeId: string): { events: number; head: string } | null {
  const kept = readHeads(text.trim()).find(({ chain }) => chain === programmeId)
  return kept ? { events: kept.seq, head: kept.head } : null
}

/** Walks the chain when asked, against a head that was kept outside where one is given. */
export function useVerification(programmeId: string): Verifying {
  const [busy, setBusy] = useState(false)
  const [kept, setKept] = useState("")
  const [result, setResult] = useState<Verifying["result"]>(null)
  const run = async (how: "alone" | "compare") => {
    setBusy(true)
    if (how === "alone") setKept("")
    setResult(await call(verifyAudit, { programmeId, ...((how === "compare" && keptIn(kept, programmeId)) || {}) }))
    setBusy(false)
  }
  return { programmeId, busy, result, kept, setKept, run: (how) => void run(how), close: () => setResult(null) }
}

/** So many faults are written out. */
const MOST_SAID = 20

/** What the walk found: the head to keep, or the first event that is wrong. */
export function VerificationResult({ verifying }: { verifying: Verifying }) {
  const { result, close } = verifying
  if (!result) return null
  const done = (
    <Button size="small" onClick={close}>
      Close
    </Button>
  )
  const look = "rounded-none! px-5! max-md:px-4!"
  if (!result.ok)
    return (
      <InlineNotice className={look} action={done}>
        {result.detail}
      </InlineNotice>
    )
  if (result.value.fault)
    return (
      <InlineNotice className={look} action={done}>
        {sayWrong(result.value.fault, keptIn(verifying.kept, verifying.programmeId)?.events)}
        {result.value.faults.slice(1, MOST_SAID).map((fault) => (
          <p key={`${fault.seq} ${fault.reason}`}>{sayFault(fault)}</p>
        ))}
        {result.value.faultCount > MOST_SAID && <p>{count(result.value.faultCount - MOST_SAID, "more fault")}.</p>}
      </InlineNotice>
    )
  return (
    <InlineNotice kind="good" className={look} action={done}>
      <p className="font-medium">Intact: {count(result.value.events, "event")}.</p>
      {result.value.known.map((fault) => (
        <p key={`${fault.seq} ${fault.reason}`}>Known and sealed by the server: {sayFault(fault)}</p>
      ))}
      <p className="text-ink-2">
        Store the chain head hash outside Lakeward. Compare it later to prove that no earlier event was changed.
      </p>
      <Head verification={result.value} verifying={verifying} />
    </InlineNotice>
  )
}

/** What is wrong; where the chain itself is whole, that it does not lead through the head that was kept. */
function sayWrong(fault: NonNullable<VerificationView["fault"]>, kept: number | undefined): string {
  if (fault.seq === kept && fault.reason === "unlinked")
    return `The chain doesn't contain this hash: an event up to number ${kept} has changed since, or the line is incomplete.`
  return `The chain is not intact. ${sayFault(fault)}`
}

function Head({ verification, verifying }: { verification: VerificationView; verifying: Verifying }) {
  const [copied, setCopied] = useState(false)
  const { programmeId } = verifying
  const text = sayHead({ chain: programmeId, seq: verification.events, head: verification.head })
  const copy = () =>
    navigator.clipboard.writeText(text).then(
      () => setCopied(true),
      () => setCopied(false),
    )
  const { kept, setKept, run, busy } = verifying
  const isWrong = kept.trim() !== "" && keptIn(kept, programmeId) === null
  return (
    <div className="mt-2 flex max-w-[860px] flex-col gap-2 text-ink">
      <div className="flex items-end gap-2">
        <TextField
          label="Chain head hash"
          value={text}
          readOnly
          onFocus={(event) => event.target.select()}
          className="min-w-0 flex-1 [&_input]:font-mono [&_input]:text-meta"
        />
        <Button icon="copy" onClick={() => void copy()} className="h-8">
          {copied ? "Copied" : "Copy"}
        </Button>
      </div>
      <form
        className="flex items-end gap-2"
        onSubmit={(event) => {
          event.preventDefault()
          if (!isWrong) run("compare")
        }}
      >
        <TextField
          label="Compare with a stored hash"
          value={kept}
          onChange={setKept}
          error={isWrong ? "That isn't a chain head hash. Paste the complete line." : undefined}
          className="min-w-0 flex-1 [&_input]:font-mono [&_input]:text-meta"
        />
        <Button type="submit" busy={busy} disabled={kept.trim() === "" || isWrong} className="h-8">
          Compare
        </Button>
      </form>
    </div>
  )
}

"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { Button } from "@/components/ui/button"
import { Icon } from "@/components/ui/icon"
import { InlineNotice } from "@/components/ui/inline-notice"
import { useToasts } from "@/components/ui/toasts"
import type { EvidenceView } from "@/lib/assurance/evidence-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { fixed, rounded } from "@/lib/base/kernel/rounded"
import { addressOf } from "@/lib/door/call"
import { sayMoment } from "@/lib/reports/words"
import { getEvidenceFile, judgeEvidence, withdrawEvidence } from "@/lib/serve/api/generated/addresses"
import { AskReason } from "./ask-reason"
import { EvidenceMark, evidenceWords } from "./evidence-mark"
import type { Assurance } from "./use-assurance"

type EvidencePieceProps = { piece: EvidenceView; assurance: Assurance }

/** One piece of evidence: what it is, who wrote and who judged it, and what may be done with it. */
export function EvidencePiece({ piece, assurance }: EvidencePieceProps) {
  const { roadmap } = assurance
  const { title, note, state, writtenBy, writtenAt, judgedBy, judgedAt, judgedReason, validUntil } = piece
  const when = (instant: string) => sayMoment(instant, roadmap.programme.timeZone, roadmap.today)
  return (
    <li className="border-line border-b py-2 last:border-0">
      <div className="flex items-baseline gap-2.5">
        <EvidenceMark state={state} withWord={false} />
        <div className="min-w-0 flex-1">
          <p className="break-words font-medium">{title}</p>
          {note ? <p className="whitespace-pre-line text-pretty break-words text-ink-2">{note}</p> : null}
          <Source {...{ piece, assurance }} />
          <p className="mt-0.5 text-pretty text-ink-3 text-meta">
            {writtenBy.name}, {when(writtenAt)}
            {validUntil ? `, valid until ${sayDay(validUntil, roadmap.today)}` : ""}
          </p>
          <p className="text-pretty text-ink-3 text-meta">
            {evidenceWords[state]}
            {judgedBy && judgedAt ? ` by ${judgedBy.name}, ${when(judgedAt)}` : ""}
            {judgedReason ? `: ${judgedReason}` : ""}
          </p>
          <EvidenceActs piece={piece} programmeId={assurance.programmeId} />
        </div>
      </div>
    </li>
  )
}

/** The link or the file behind it. */
function Source({ piece, assurance }: EvidencePieceProps) {
  const { kind, id, url, fileName, fileSize, fileSha256 } = piece
  const look = "inline-flex max-w-full items-center gap-1.5 text-accent underline decoration-1 underline-offset-2"
  if (kind === "link" && url)
    return (
      <a href={url} target="_blank" rel="noopener noreferrer" className={look}>
        <span className="truncate">{url.replace(/^https?:\/\//, "")}</span>
        <Icon name="external" size={12} />
      </a>
    )
  if (kind !== "file" || !fileName) return null
  const href = addressOf(getEvidenceFile, { programmeId: assurance.programmeId, evidenceId: id }).url
  return (
    <p className="min-w-0">
      <a href={href} download={fileName} className={look}>
        <Icon name="download" size={12} />
        <span className="truncate">{fileName}</span>
      </a>
      <span className="block text-ink-3 text-meta" title={fileSha256 ?? undefined}>
        {sizeOf(fileSize ?? 0)}, SHA-256 {fileSha256?.slice(0, 10)}…
      </span>
    </p>
  )
}

const sizeOf = (bytes: number): string =>
  bytes < 1024
    ? `${bytes} bytes`
    : bytes < 1_048_576
      ? `${rounded(bytes / 1024)} KiB`
      : `${fixed(bytes / 1_048_576, 1)} MiB`

/** Accept, or say why not; withdraw. */
export function EvidenceActs({ piece, programmeId }: { piece: EvidenceView; programmeId: string }) {
  const { id: evidenceId, version, may, title } = piece
  const [rejecting, setRejecting] = useState(false)
  const judging = useContract(judgeEvidence)
  const withdrawing = useContract(withdrawEvidence)
  const toasts = useToasts()
  const judge = async (accepted: boolean, reason: string) => {
    const result = await judging.mutateAsync({ programmeId, evidenceId, version, accepted, reason })
    if (!result.ok) return
    setRejecting(false)
    toasts.show({ text: accepted ? `Accepted: ${title}` : `Rejected: ${title}` })
  }
  const refusal = judging.data?.ok === false ? judging.data : withdrawing.data?.ok === false ? withdrawing.data : null
  if (!may.judge && !may.withdraw) return null
  return (
    <>
      {refusal && !rejecting ? <InlineNotice className="mt-2">{refusal.detail}</InlineNotice> : null}
      {rejecting ? (
        <AskReason
          label="Why are you rejecting it?"
          verb="Reject"
          busy={judging.isPending}
          refusal={judging.data?.ok === false ? judging.data : null}
          onSay={(reason) => void judge(false, reason)}
          onCancel={() => setRejecting(false)}
        />
      ) : (
        <div className="mt-1.5 flex flex-wrap gap-2">
          {may.judge ? (
            <>
              <Button
                size="small"
                busy={judging.isPending}
                onClick={() => void judge(true, "")}
                aria-label={`Accept ${title}`}
              >
                Accept
              </Button>
              <Button size="small" onClick={() => setRejecting(true)} aria-label={`Reject ${title}`}>
                Reject
              </Button>
            </>
          ) : null}
          {may.withdraw ? (
            <Button
              size="small"
              variant="quiet"
              busy={withdrawing.isPending}
              aria-label={`Withdraw ${title}`}
              onClick={() => withdrawing.mutate({ programmeId, evidenceId, version })}
            >
              Withdraw
            </Button>
          ) : null}
        </div>
      )}
    </>
  )
}

"use client"

import { type ReactNode, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { useFirstRows } from "@/components/ui/first-rows"
import { countPending, type PendingApprovals } from "@/lib/assurance/pending-approvals"
import { sayDay } from "@/lib/base/kernel/day-words"
import { count } from "@/lib/reports/words"
import { EvidenceActs } from "./evidence-piece"
import type { Assurance } from "./use-assurance"
import type { Opened } from "./use-opened"
import { WaiverActs } from "./waiver-acts"

type PendingApprovalsListProps = { pending: PendingApprovals; assurance: Assurance; opened: Opened }

/** So many at a time; what is most pressing stands first. */
const STEP = 8

/** What waits for somebody: contradictions first, then what a second person must say, then what runs out. */
export function PendingApprovalsList({ pending, assurance, opened }: PendingApprovalsListProps) {
  const { shown, more } = useFirstRows(entriesOf(pending, assurance, opened), STEP)
  return (
    <section aria-label="Needs attention">
      <div className="px-5 pt-4 max-md:px-4">
        <h2>Needs attention</h2>
        {countPending(pending) === 0 ? <p className="text-ink-2">Nothing needs attention.</p> : null}
      </div>
      <ul className="mt-1">
        {shown.map(({ id, ...entry }) => (
          <Wait key={`${entry.title} ${id}`} {...entry} />
        ))}
        <OldFacts {...{ pending, opened }} />
      </ul>
      {more}
    </section>
  )
}

function entriesOf(
  pending: PendingApprovals,
  assurance: Assurance,
  opened: Opened,
): readonly (WaitProps & { id: string })[] {
  const { programmeId, roadmap, checkOf } = assurance
  const sentence = (checkId: string) => checkOf(checkId)?.sentence ?? ""
  const day = (on: Parameters<typeof sayDay>[0] | null) => (on ? sayDay(on, roadmap.today) : "")
  const check = (checkId: string) => () => opened.openCheck(checkId)
  return [
    ...pending.contradicted.map(({ id, name, contradictedBy }) => ({
      ...{ id, needsYou: true, title: `Contradicted since sign-off: ${name}`, onOpen: () => opened.openLine(id) },
      detail: contradictedBy.map(sentence).join(" "),
    })),
    ...pending.toJudge.map((piece) => ({
      ...{ id: piece.id, title: piece.title, onOpen: check(piece.checkId) },
      detail: `${piece.writtenBy.name} submitted it for: ${sentence(piece.checkId)}`,
      children: <EvidenceActs piece={piece} programmeId={programmeId} />,
    })),
    ...pending.toApprove.map((waiver) => ({
      ...{ id: waiver.id, title: `Waiver requested: ${sentence(waiver.checkId)}`, onOpen: check(waiver.checkId) },
      detail: `${waiver.requestedBy.name}, until ${day(waiver.expiresOn)}: ${waiver.reason}`,
      children: <WaiverActs waiver={waiver} programmeId={programmeId} />,
    })),
    ...pending.expired.map(({ id, checkId, title, validUntil }) => ({
      ...{ id, title: `Expired: ${title}`, onOpen: check(checkId) },
      needsYou: checkOf(checkId)?.ownerId === roadmap.me.personId,
      detail: `Since ${day(validUntil)}. ${sentence(checkId)}`,
    })),
    ...pending.expiring.map(({ id, checkId, title, validUntil }) => ({
      ...{ id, title: `Expires ${day(validUntil)}: ${title}`, detail: sentence(checkId), onOpen: check(checkId) },
    })),
    ...pending.ending.map(({ id, checkId, expiresOn, reason }) => ({
      ...{ id, title: `Waiver ends ${day(expiresOn)}: ${sentence(checkId)}`, detail: reason, onOpen: check(checkId) },
    })),
  ]
}

/** The checks whose facts grow old, as one entry that opens to all of them. */
function OldFacts({ pending, opened }: Pick<PendingApprovalsListProps, "pending" | "opened">) {
  const [expanded, setExpanded] = useState(false)
  const { old } = pending
  if (old.length === 0) return null
  const stale = old.filter(({ freshness }) => freshness === "stale").length
  return (
    <>
      <Wait
        title={`${count(old.length, "check relies", "checks rely")} on ageing facts${stale > 0 ? `, ${stale} of them expired` : ""}`}
        detail={expanded ? "See the list below." : "Import new facts to refresh them all."}
        onOpen={() => setExpanded(!expanded)}
        expanded={expanded}
      />
      {expanded
        ? old.map(({ id, sentence, freshness, reason }) => (
            <Wait
              key={id}
              title={`${freshness === "stale" ? "Expired" : "Ageing"}: ${sentence}`}
              detail={reason}
              onOpen={() => opened.openCheck(id)}
            />
          ))
        : null}
    </>
  )
}

type WaitProps = {
  title: string
  detail: string
  needsYou?: boolean
  /** For an entry that opens in place. */
  expanded?: boolean
  onOpen: () => void
  children?: ReactNode
}

function Wait({ title, detail, needsYou = false, expanded, onOpen, children }: WaitProps) {
  return (
    <li className="relative mx-5 flex flex-wrap items-center gap-x-4 border-line border-b py-1.5 pl-3 max-md:mx-4">
      <i
        data-mark=""
        className={cn(
          "absolute inset-y-[9px] left-0 w-[3px] rounded-full",
          needsYou ? "bg-needs-you" : "bg-line-strong",
        )}
      />
      <button
        type="button"
        onClick={onOpen}
        aria-expanded={expanded}
        className="inset-focus group min-w-0 flex-1 basis-72 rounded-sm py-0.5 text-left"
      >
        <span className="block truncate decoration-1 underline-offset-2 group-hover:underline max-md:text-pretty max-md:whitespace-normal">
          {title}
        </span>
        <span className="block truncate text-ink-3 text-meta max-md:text-pretty max-md:whitespace-normal">
          {detail}
        </span>
      </button>
      {children}
    </li>
  )
}

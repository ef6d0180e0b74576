"use client"

import { type ReactNode, useState } from "react"
import { cn } from "@/components/ui/class-names"
import { countWaits, type Waits } from "@/lib/assurance/waits"
import { count, sayDay } from "@/lib/reports/words"
import { EvidenceActs } from "./evidence-piece"
import type { Assurance } from "./use-assurance"
import type { Opened } from "./use-opened"
import { WaiverActs } from "./waiver-acts"

type WaitsListProps = { waits: Waits; assurance: Assurance; opened: Opened }

/** What waits for somebody: contradictions first, then what a second person must say, then what runs out. */
export function WaitsList({ waits, assurance, opened }: WaitsListProps) {
  const { programmeId, roadmap, checkOf } = assurance
  const sentence = (checkId: string) => checkOf(checkId)?.sentence ?? ""
  const day = (on: Parameters<typeof sayDay>[0] | null) => (on ? sayDay(on, roadmap.today) : "")
  const check = (id: string) => () => opened.openCheck(id)
  return (
    <section aria-label="What waits">
      <div className="px-5 pt-4 max-md:px-4">
        <h2>What waits</h2>
        {countWaits(waits) === 0 ? <p className="text-ink-2">Nothing waits for anybody here.</p> : null}
      </div>
      <ul className="mt-1">
        {waits.contradicted.map((line) => (
          <Wait
            key={line.id}
            needsYou
            title={`Signed, now contradicted: ${line.name}`}
            detail={line.contradictedBy.map(sentence).join(" ")}
            onOpen={() => opened.openLine(line.id)}
          />
        ))}
        {waits.toJudge.map((piece) => (
          <Wait
            key={piece.id}
            title={piece.title}
            detail={`${piece.writtenBy.name} handed it in for: ${sentence(piece.checkId)}`}
            onOpen={check(piece.checkId)}
          >
            <EvidenceActs piece={piece} programmeId={programmeId} />
          </Wait>
        ))}
        {waits.toApprove.map((waiver) => (
          <Wait
            key={waiver.id}
            title={`Waiver asked for: ${sentence(waiver.checkId)}`}
            detail={`${waiver.requestedBy.name}, until ${day(waiver.expiresOn)}: ${waiver.reason}`}
            onOpen={check(waiver.checkId)}
          >
            <WaiverActs waiver={waiver} programmeId={programmeId} />
          </Wait>
        ))}
        {waits.expired.map((piece) => (
          <Wait
            key={piece.id}
            needsYou={checkOf(piece.checkId)?.ownerId === roadmap.me.personId}
            title={`Expired: ${piece.title}`}
            detail={`Since ${day(piece.validUntil)}. ${sentence(piece.checkId)}`}
            onOpen={check(piece.checkId)}
          />
        ))}
        {waits.expiring.map((piece) => (
          <Wait
            key={piece.id}
            title={`Runs out ${day(piece.validUntil)}: ${piece.title}`}
            detail={sentence(piece.checkId)}
            onOpen={check(piece.checkId)}
          />
        ))}
        {waits.ending.map((waiver) => (
          <Wait
            key={waiver.id}
            title={`Waiver ends ${day(waiver.expiresOn)}: ${sentence(waiver.checkId)}`}
            detail={waiver.reason}
            onOpen={check(waiver.checkId)}
          />
        ))}
        <OldFacts {...{ waits, opened }} />
      </ul>
    </section>
  )
}

/** The checks whose facts grow old, as one entry that opens to all of them. */
function OldFacts({ waits, opened }: Pick<WaitsListProps, "waits" | "opened">) {
  const [expanded, setExpanded] = useState(false)
  const { old } = waits
  if (old.length === 0) return null
  const stale = old.filter(({ freshness }) => freshness === "stale").length
  return (
    <>
      <Wait
        title={`${count(old.length, "check rests", "checks rest")} on facts that grow old${stale > 0 ? `, ${stale} of them too old to count` : ""}`}
        detail={expanded ? "Each stands below." : "One import of a fresh result renews them all."}
        onOpen={() => setExpanded(!expanded)}
        expanded={expanded}
      />
      {expanded
        ? old.map(({ id, sentence, freshness, reason }) => (
            <Wait
              key={id}
              title={`${freshness === "stale" ? "Too old" : "Ageing"}: ${sentence}`}
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

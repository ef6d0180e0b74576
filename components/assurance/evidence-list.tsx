"use client"

import { useQueryOfPage } from "@/components/shell/use-query"
import { cn } from "@/components/ui/class-names"
import { useFirstRows } from "@/components/ui/first-rows"
import { SegmentedControl } from "@/components/ui/segmented-control"
import type { EvidenceView } from "@/lib/assurance/evidence-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { EvidenceMark } from "./evidence-mark"
import type { Assurance } from "./use-assurance"
import type { Opened } from "./use-opened"

type EvidenceListProps = { pieces: readonly EvidenceView[]; assurance: Assurance; opened: Opened }
const choices = ["all", "waiting", "accepted", "past"] as const
type Shown = (typeof choices)[number]

/** So many rows at a time. */
const STEP = 30

const kinds: Record<EvidenceView["kind"], string> = { link: "Link", file: "File", note: "Note" }
const head = "whitespace-nowrap border-line border-b py-1.5 pr-4 text-left font-normal text-ink-3 text-meta"
const cell =
  "border-line border-b py-1 pr-4 @max-[620px]:block @max-[620px]:border-0 @max-[620px]:py-0 @max-[620px]:pl-4"

/** Everything that was handed in for attested checks. */
export function EvidenceList({ pieces, assurance, opened }: EvidenceListProps) {
  const [query, change] = useQueryOfPage()
  const shown = choices.find((each) => each === query.get("evidence")) ?? "all"
  const { shown: list, more } = useFirstRows(
    pieces.filter(({ state }) => isShown(state, shown)),
    STEP,
  )
  const count = (which: Shown) => pieces.filter(({ state }) => isShown(state, which)).length
  return (
    <section aria-label="Submitted evidence" className="@container mt-3">
      <div className="flex min-h-10 flex-wrap items-center justify-between gap-x-3 gap-y-2 px-5 pt-3 pb-1 max-md:px-4">
        <h2>Submitted evidence</h2>
        {pieces.length > 0 ? (
          <SegmentedControl
            label="Evidence filter"
            value={shown}
            options={[
              { value: "all", label: `All ${pieces.length}` },
              { value: "waiting", label: `In review ${count("waiting")}` },
              { value: "accepted", label: `Accepted ${count("accepted")}` },
              { value: "past", label: `Past ${count("past")}` },
            ]}
            onChange={(next) => change({ evidence: next === "all" ? null : next })}
          />
        ) : null}
      </div>
      {pieces.length === 0 ? (
        <p className="max-w-[76ch] text-pretty px-5 text-ink-2 max-md:px-4">
          No evidence yet. Open an attested check on the checklist to submit a link, note or file.
        </p>
      ) : (
        <table aria-label="Submitted evidence" className="w-full table-fixed border-collapse">
          <thead className="@max-[620px]:sr-only">
            <tr>
              <th scope="col" className={cn(head, "pl-5")}>
                Evidence
              </th>
              <th scope="col" className={cn(head, "w-[34%] @max-[800px]:hidden")}>
                For
              </th>
              <th scope="col" className={cn(head, "w-[190px]")}>
                Status
              </th>
              <th scope="col" className={cn(head, "w-[150px] @max-[940px]:hidden")}>
                By
              </th>
              <th scope="col" className={cn(head, "w-[90px] @max-[940px]:hidden")}>
                Valid until
              </th>
            </tr>
          </thead>
          <tbody>
            {list.map((piece) => (
              <PieceRow key={piece.id} {...{ piece, assurance, opened }} />
            ))}
          </tbody>
        </table>
      )}
      {more}
    </section>
  )
}

const past: readonly EvidenceView["state"][] = ["expired", "withdrawn", "rejected"]
const isShown = (state: EvidenceView["state"], shown: Shown): boolean =>
  shown === "all" || (shown === "past" ? past.includes(state) : state === shown)

type PieceRowProps = Omit<EvidenceListProps, "pieces"> & { piece: EvidenceView }

function PieceRow({ piece, assurance, opened }: PieceRowProps) {
  const { title, kind, checkId, state, writtenBy, validUntil } = piece
  const isOpen = opened.check === checkId
  return (
    <tr
      onClick={() => opened.openCheck(checkId)}
      className={cn(
        "h-row cursor-pointer hover:bg-hover @max-[620px]:block @max-[620px]:h-auto @max-[620px]:border-line @max-[620px]:border-b @max-[620px]:py-2",
        isOpen ? "bg-selected" : "",
      )}
    >
      <th scope="row" className={cn(cell, "pl-5 text-left font-normal")}>
        <button
          type="button"
          onClick={(event) => {
            event.stopPropagation()
            opened.openCheck(checkId)
          }}
          className="inset-focus flex min-h-6 w-full min-w-0 items-center gap-2 rounded-sm text-left"
        >
          <span className="min-w-0 truncate">{title}</span>
          <span className="flex-none text-ink-3 text-meta">{kinds[kind]}</span>
        </button>
      </th>
      <td className={cn(cell, "truncate text-ink-2 @max-[800px]:hidden!")}>{assurance.checkOf(checkId)?.sentence}</td>
      <td className={cell}>
        <EvidenceMark state={state} />
      </td>
      <td className={cn(cell, "truncate text-ink-2 @max-[940px]:hidden!")}>{writtenBy.name}</td>
      <td className={cn(cell, "whitespace-nowrap text-ink-2 tabular-nums @max-[940px]:hidden!")}>
        {validUntil ? sayDay(validUntil, assurance.roadmap.today) : "–"}
      </td>
    </tr>
  )
}

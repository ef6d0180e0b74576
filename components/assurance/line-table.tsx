"use client"

import type { KeyboardEvent, ReactNode } from "react"
import { ClaimedProvedBar } from "@/components/ui/claimed-proved-bar"
import { cn } from "@/components/ui/class-names"
import { StatusMark } from "@/components/ui/status-mark"
import { sayDue } from "@/lib/assurance/groups"
import { sharesOf, signersOf } from "@/lib/assurance/say-sign-off"
import type { SignOffView } from "@/lib/assurance/sign-contract"
import { sayDay } from "@/lib/base/kernel/day-words"
import { lastGate } from "./last-gate"
import { LineMark } from "./line-mark"
import type { Assurance } from "./use-assurance"

type LineTableProps = {
  label: string
  lines: readonly SignOffView[]
  assurance: Assurance
  currentId: string | null
  onOpen: (id: string) => void
  action?: ReactNode
}

const head = "whitespace-nowrap border-line border-b py-1.5 pr-4 font-normal text-ink-3 text-meta"

/** Lines of the checklist, or gates: what is proved, who signed and who must. Arrow keys move, Enter opens. */
export function LineTable({ label, lines, assurance, currentId, onOpen, action }: LineTableProps) {
  return (
    <section aria-label={label} className="@container">
      <div className="flex min-h-10 items-center justify-between gap-3 px-5 pt-3 max-md:px-4">
        <h2>{label}</h2>
        {action}
      </div>
      <table aria-label={label} className="w-full table-fixed border-collapse text-left">
        <thead className="@max-[620px]:sr-only">
          <tr>
            <th scope="col" className={cn(head, "pl-5")}>
              Name
            </th>
            <th scope="col" className={cn(head, "w-[176px]")}>
              Status
            </th>
            <th scope="col" className={cn(head, "w-[290px] @max-[900px]:w-[196px]")}>
              Proved
            </th>
            <th scope="col" className={cn(head, "w-[76px] @max-[820px]:hidden")}>
              Due
            </th>
            <th scope="col" className={cn(head, "w-[224px] @max-[1060px]:hidden")}>
              Signatories
            </th>
          </tr>
        </thead>
        <tbody onKeyDown={moveInList}>
          {lines.map((line) => (
            <LineRow key={line.id} {...{ line, assurance }} isOpen={line.id === currentId} onOpen={onOpen} />
          ))}
        </tbody>
      </table>
    </section>
  )
}

/** The arrow keys go from line to line. */
function moveInList(event: KeyboardEvent<HTMLElement>) {
  const step = event.key === "ArrowDown" ? 1 : event.key === "ArrowUp" ? -1 : 0
  if (step === 0) return
  const all = [...event.currentTarget.querySelectorAll<HTMLElement>("[data-line]")]
  const next = all[all.findIndex((each) => each.matches(":focus")) + step]
  if (!next) return
  event.preventDefault()
  next.focus()
}

type LineRowProps = { line: SignOffView; assurance: Assurance; isOpen: boolean; onOpen: (id: string) => void }

const cell = "border-line border-b pr-4 @max-[620px]:border-0"

function LineRow({ line, assurance, isOpen, onOpen }: LineRowProps) {
  const { id, kind, number, name, dueDay, checkIds, waived } = line
  const checks = checkIds.flatMap((checkId) => assurance.checkOf(checkId) ?? [])
  const due = dueDay ? sayDay(dueDay, assurance.roadmap.today) : (lastGate(checks, assurance) ?? "–")
  return (
    <tr
      onClick={() => onOpen(id)}
      aria-current={isOpen || undefined}
      className={cn(
        "h-row cursor-pointer hover:bg-hover @max-[620px]:flex @max-[620px]:h-auto @max-[620px]:flex-wrap @max-[620px]:border-line @max-[620px]:border-b @max-[620px]:py-1.5 @max-[620px]:pl-10",
        isOpen ? "bg-selected shadow-[inset_2px_0_0_var(--accent)]" : "",
      )}
    >
      <th
        scope="row"
        className={cn(cell, "pl-5 font-normal @max-[620px]:-ml-6 @max-[620px]:w-[calc(100%+24px)] @max-[620px]:pl-0")}
      >
        <button
          type="button"
          data-line=""
          onClick={(event) => {
            event.stopPropagation()
            onOpen(id)
          }}
          className="inset-focus flex min-h-[26px] w-full min-w-0 items-center gap-2.5 rounded-sm text-left"
        >
          <LineMark line={line} withWord={false} />
          <span className="min-w-0 truncate @max-[620px]:text-pretty @max-[620px]:whitespace-normal">
            {kind === "criterion" ? <span className="mr-1.5 text-ink-3 tabular-nums">{number}</span> : null}
            {name}
          </span>
        </button>
      </th>
      <td className={cell}>
        <span
          className={cn(
            "block truncate",
            line.state === "contradicted" || line.state === "lapsed" ? "text-needs-you" : "text-ink-2",
          )}
        >
          <LineMark line={line} className="[&_svg]:hidden" />
        </span>
      </td>
      <td className={cell}>
        <span className="flex items-center gap-3">
          <ClaimedProvedBar label={name} {...sharesOf(checks)} className="w-20 flex-none @max-[900px]:hidden" />
          <span className="truncate whitespace-nowrap text-ink-2">
            {sayDue(checks)}
            {waived > 0 ? <span className="text-ink-3 @max-[900px]:hidden"> · {waived} waived</span> : null}
          </span>
        </span>
      </td>
      <td className={cn(cell, "whitespace-nowrap text-ink-2 tabular-nums @max-[820px]:hidden!")}>{due}</td>
      <td className={cn(cell, "@max-[1060px]:hidden!")}>
        <SignerMarks line={line} />
      </td>
    </tr>
  )
}

/** Who must sign, with a mark at whoever has. */
function SignerMarks({ line }: { line: SignOffView }) {
  const signers = signersOf(line)
  const said = signers.map(({ name, signature }) => (signature ? `${name}: ${signature.person.name}` : name)).join(", ")
  return (
    <span title={said} className="flex min-w-0 items-center gap-3 overflow-hidden">
      {signers.map(({ key, name, signature }) => (
        <span key={key} className="flex flex-none items-center gap-1.5 text-ink-2">
          <StatusMark
            kind={signature ? "signed" : "not_started"}
            word={signature ? "Signed" : "Not signed"}
            withWord={false}
          />
          {name}
        </span>
      ))}
    </span>
  )
}

import Link from "next/link"
import { Pill } from "@/components/ui/pill"
import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import type { CriterionLine } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { provedSentence } from "./proved"
import { Section } from "./section"

type ChecklistLinesProps = { programmeId: string; lines: readonly CriterionLine[]; className?: string }

/** The success checklist line by line: what is signed and whether it stands, with what is proved of what is due. */
export function ChecklistLines({ programmeId, lines, className = "" }: ChecklistLinesProps) {
  const standing = lines.filter(({ signOff }) => signOff === "signed").length
  return (
    <Section
      title="Success checklist"
      aside={`${standing} of ${lines.length} signed off and valid`}
      className={className}
    >
      <ol>
        {lines.map((line) => (
          <li key={line.id}>
            <Line programmeId={programmeId} line={line} />
            <Against programmeId={programmeId} line={line} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type LineProps = { programmeId: string; line: CriterionLine }

function Line({ programmeId, line }: LineProps) {
  const { id, name, proved, note, signOff } = line
  const { kind, word } = markOf(line)
  return (
    <Link
      href={hrefOf(programmeId, { list: "checklist", line: id })}
      title={provedSentence(proved)}
      className="group grid h-[30px] grid-cols-[14px_1fr_auto_auto] items-center gap-x-2 rounded-sm max-sm:h-auto max-sm:min-h-[34px] max-sm:grid-cols-[14px_1fr_auto] max-sm:py-1"
    >
      <StatusMark kind={kind} word={word} withWord={false} />
      <span className="truncate decoration-1 underline-offset-2 group-hover:underline">{name}</span>
      <span className="whitespace-nowrap text-ink-3 text-meta max-sm:order-last max-sm:col-start-2">
        {signOff === "contradicted" ? <Pill tone="bad">{note}</Pill> : note}
      </span>
      <span className="min-w-[78px] whitespace-nowrap text-right text-ink-2 max-sm:min-w-0">{dueShort(proved)}</span>
    </Link>
  )
}

/** Under a contradicted line the checks that say otherwise, each leading to what it was judged on. */
function Against({ programmeId, line: { id, contradictedBy } }: LineProps) {
  const [first, ...others] = contradictedBy
  if (!first) return null
  return (
    <p className="mb-1 flex min-w-0 gap-x-1.5 pl-[22px] text-meta">
      <Link
        href={hrefOf(programmeId, { list: "checklist", line: id, check: first.checkId })}
        title={`${first.sentence} ${first.reason}`}
        className="truncate rounded-sm text-ink-2 decoration-1 underline-offset-2 hover:underline"
      >
        {first.sentence} <span className="text-ink-3">{first.reason}</span>
      </Link>
      {others.length > 0 ? <span className="flex-none text-ink-3">and {others.length} more</span> : null}
    </p>
  )
}

/** Signatures first; an unsigned line shows what its due checks say. */
function markOf({ signOff, mark }: CriterionLine): { kind: MarkKind; word: string } {
  if (signOff !== "open") return signMarks[signOff]
  return mark === "met" ? { kind: "not_started", word: "All due checks are met" } : openMarks[mark]
}

const signMarks: Record<Exclude<CriterionLine["signOff"], "open">, { kind: MarkKind; word: string }> = {
  ready: { kind: "not_started", word: "Ready to sign" },
  begun: { kind: "in_progress", word: "Partly signed" },
  signed: { kind: "signed", word: "Signed off" },
  contradicted: { kind: "contradicted", word: "Contradicted since sign-off" },
}
const openMarks: Record<Exclude<CriterionLine["mark"], "met">, { kind: MarkKind; word: string }> = {
  "not-met": { kind: "not-met", word: "Not met" },
  "could-not-tell": { kind: "could-not-tell", word: "Unknown" },
  "not-due": { kind: "not-due", word: "Not due" },
}

function dueShort(proved: CriterionLine["proved"]): string {
  if (!proved) return "–"
  return proved.due > 0 ? `${proved.metDue} of ${proved.due} due` : `${proved.met} of ${proved.all}`
}

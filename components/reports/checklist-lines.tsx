import Link from "next/link"
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
      <ol className="grid grid-cols-2 gap-x-6 max-lg:grid-cols-1">
        {lines.map((line) => (
          <li key={line.id} className="min-w-0">
            <Line programmeId={programmeId} line={line} />
          </li>
        ))}
      </ol>
    </Section>
  )
}

type LineProps = { programmeId: string; line: CriterionLine }

function Line({ programmeId, line }: LineProps) {
  const { id, name, proved, note, signOff, contradictedBy } = line
  const { kind, word } = markOf(line)
  return (
    <Link
      href={hrefOf(programmeId, { list: "checklist", line: id })}
      title={[
        `${name}: ${provedSentence(proved)}`,
        note,
        ...contradictedBy.map(({ sentence, reason }) => `${sentence} ${reason}`),
      ]
        .filter(Boolean)
        .join(". ")}
      className="group grid min-h-9 grid-cols-[14px_minmax(0,1fr)_auto] items-center gap-x-2 rounded-sm max-sm:h-auto max-sm:min-h-[34px] max-sm:grid-cols-[14px_1fr_auto] max-sm:py-1"
    >
      <StatusMark kind={kind} word={word} withWord={false} />
      <span className="line-clamp-2 text-meta leading-4 decoration-1 underline-offset-2 group-hover:underline">
        {name}
      </span>
      {signOff === "contradicted" || signOff === "lapsed" ? (
        <span className="whitespace-nowrap text-meta text-needs-you">{signOff}</span>
      ) : (
        <span className="whitespace-nowrap text-right text-ink-2 text-meta">{dueShort(proved)}</span>
      )}
    </Link>
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
  lapsed: { kind: "contradicted", word: "Lapsed since sign-off" },
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

import Link from "next/link"
import { StatusMark } from "@/components/ui/status-mark"
import type { CriterionLine } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { provedSentence } from "./proved"
import { Section } from "./section"

type ChecklistLinesProps = { programmeId: string; lines: readonly CriterionLine[]; className?: string }

/** The success checklist line by line, with what is proved of what is due. */
export function ChecklistLines({ programmeId, lines, className = "" }: ChecklistLinesProps) {
  const met = lines.filter(({ mark }) => mark === "met").length
  return (
    <Section title="Success checklist" aside={`${met} of ${lines.length} met`} className={className}>
      <ol>
        {lines.map(({ id, key, name, mark, proved, note }) => (
          <li key={id}>
            <Link
              href={`${hrefOf(programmeId, { list: "checklist" })}?criterion=${key}`}
              title={provedSentence(proved)}
              className="group grid h-[30px] grid-cols-[14px_1fr_auto_auto] items-center gap-x-2 rounded-sm max-sm:h-auto max-sm:min-h-[34px] max-sm:grid-cols-[14px_1fr_auto] max-sm:py-1"
            >
              <StatusMark kind={mark} withWord={false} />
              <span className="truncate decoration-1 underline-offset-2 group-hover:underline">{name}</span>
              <span className="whitespace-nowrap text-ink-3 text-meta max-sm:order-last max-sm:col-start-2">
                {note}
              </span>
              <span className="min-w-[78px] whitespace-nowrap text-right max-sm:min-w-0 text-ink-2">
                {dueShort(proved)}
              </span>
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function dueShort(proved: CriterionLine["proved"]): string {
  if (!proved) return "–"
  return proved.due > 0 ? `${proved.metDue} of ${proved.due} due` : `${proved.met} of ${proved.all}`
}

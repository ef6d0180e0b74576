import Link from "next/link"
import { ClaimedProvedBar, ClaimedProvedLegend } from "@/components/ui/claimed-proved-bar"
import type { StageFigures } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { provedPercent, provedSentence, provedShort } from "./proved"
import { Section } from "./section"

type StageBarsProps = { programmeId: string; stages: readonly StageFigures[]; className?: string }

/** One thin bar a stage: claimed, proved, and where the plan says it should be; the count leads to the checks. */
export function StageBars({ programmeId, stages, className = "" }: StageBarsProps) {
  return (
    <Section title="Stages" aside={<ClaimedProvedLegend />} className={className}>
      <ol>
        {stages.map(({ id, key, number, name, claimed, planned, proved }) => (
          <li
            key={id}
            className="relative grid h-6 max-sm:h-8 grid-cols-[18px_minmax(120px,210px)_1fr_auto] items-center gap-2.5 max-sm:grid-cols-[18px_1fr_84px_auto]"
          >
            <Link
              href={hrefOf(programmeId, { list: "items", stage: key })}
              className="group col-span-3 grid h-6 grid-cols-subgrid max-sm:h-8 items-center rounded-sm"
            >
              <span className="text-ink-3 text-meta">{number}</span>
              <span className="truncate decoration-1 underline-offset-2 group-hover:underline">{name}</span>
              <ClaimedProvedBar claimed={claimed} proved={provedPercent(proved)} planned={planned} label={name} />
            </Link>
            <Link
              href={`${hrefOf(programmeId, { list: "checklist" })}?by=stage&open=${id}`}
              title={provedSentence(proved)}
              aria-label={`${name}: ${provedSentence(proved)}`}
              className="min-w-[52px] rounded-sm text-right text-ink-2 decoration-1 underline-offset-2 hover:underline"
            >
              {provedShort(proved)}
            </Link>
          </li>
        ))}
      </ol>
    </Section>
  )
}

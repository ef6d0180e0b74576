import Link from "next/link"
import { RagMark } from "@/components/steering/rag-mark"
import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { OverviewView } from "@/lib/reports/views"

type RagStripProps = { programmeId: string; rag: OverviewView["rag"]; today: Day }
type Dimension = OverviewView["rag"]["dimensions"][number]

/** The overall status and what it is made of, each with its figure and the part of the rule that gave it. */
export function RagStrip({ programmeId, rag, today }: RagStripProps) {
  const at = (path: string) => `/programmes/${programmeId}/${path}`
  return (
    <section aria-label="Status" className="border-line border-b">
      <ul className="grid grid-cols-[repeat(5,minmax(0,1fr))_minmax(0,0.72fr)] max-lg:grid-cols-3 max-sm:grid-cols-2">
        {rag.dimensions.map((each) => (
          <li key={each.dimension} className="min-w-0 border-line border-r max-lg:border-b">
            <Link
              href={at(places[each.dimension])}
              title={`${each.name}: ${each.figure}. ${each.whole}`}
              className="inset-focus block py-2 pr-2 pl-5 hover:bg-hover max-md:pl-4"
            >
              <span className="flex items-center gap-1.5">
                <RagMark status={each.status} withWord={false} />
                <span className="font-semibold">{each.name}</span>
              </span>
              <span className="block truncate text-ink-2 text-meta">{each.figure}</span>
              <span className="block truncate text-ink-3 text-tiny">{ruleOf(each, today)}</span>
            </Link>
          </li>
        ))}
        <li className="min-w-0 max-lg:border-line max-lg:border-b">
          <Link
            href={at("reports/status")}
            title="The worst of what is known. Rules and overrides."
            className="inset-focus block py-2 pr-3 pl-4 hover:bg-hover"
          >
            <span className="flex items-center gap-1.5 font-semibold">
              <RagMark status={rag.overall} />
              overall
            </span>
            <span className="block truncate text-ink-2 text-meta">the worst known</span>
            <span className="block truncate text-ink-3 text-tiny">rules and overrides</span>
          </Link>
        </li>
      </ul>
    </section>
  )
}

const words = { green: "Green", amber: "Amber", red: "Red", unknown: "Unknown" } as const

function ruleOf({ status, rule, override }: Dimension, today: Day): string {
  if (!override) return status === "unknown" ? rule : `${words[status]}: ${rule}`
  return `Set until ${sayDay(override.untilDay, today)}, rule says ${words[override.computed].toLowerCase()}`
}

const places: Record<Dimension["dimension"], string> = {
  ...{ schedule: "roadmap/forecast", cost: "value/cost", scope: "roadmap/stages" },
  ...{ risk: "assurance/risks", benefits: "value/kpis" },
}

import Link from "next/link"
import { fixed } from "@/lib/base/kernel/rounded"
import type { OverviewView, TopRisk } from "@/lib/reports/views"
import { hrefOf } from "./behind"
import { Section } from "./section"

type RiskListProps = { programmeId: string; risks: OverviewView["risks"]; className?: string }

const SHOWN = 3

/** The largest risks with what they weigh and whether they got worse. */
export function RiskList({ programmeId, risks, className = "" }: RiskListProps) {
  const href = hrefOf(programmeId, { list: "risks" })
  return (
    <Section
      title="Top risks"
      aside={
        risks.length > SHOWN ? (
          <Link href={href} className="rounded-sm decoration-1 underline-offset-2 hover:underline">
            more in the register
          </Link>
        ) : null
      }
      className={className}
    >
      {risks.length === 0 ? (
        <p className="py-1 text-ink-2">
          No risks rated yet.{" "}
          <Link href={href} className="rounded-sm underline decoration-1 underline-offset-2">
            Open the register
          </Link>
        </p>
      ) : null}
      <ul>
        {risks.slice(0, SHOWN).map(({ id, title, exposure, trend, detail }) => (
          <li key={id}>
            <Link
              href={`${href}?open=${id}`}
              className="group grid h-6 grid-cols-[minmax(0,1fr)_auto_58px_28px] items-center gap-x-2.5 rounded-sm max-sm:h-auto max-sm:grid-cols-[minmax(0,1fr)_58px_28px] max-sm:py-1"
            >
              <span className="truncate decoration-1 underline-offset-2 group-hover:underline">{title}</span>
              <span className="truncate text-ink-3 text-meta max-sm:order-last max-sm:col-span-3">{detail}</span>
              <Trend trend={trend} />
              <span className="text-right text-ink-2">{fixed(exposure, 1)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** A word with an arrow's shape; steady ones stay quiet. */
function Trend({ trend }: { trend: TopRisk["trend"] }) {
  if (trend === "steady") return <span className="text-ink-3 text-meta">unchanged</span>
  const isWorse = trend === "worse"
  return (
    <span className={`inline-flex items-center gap-1 text-meta ${isWorse ? "text-warn" : "text-good"}`}>
      <svg aria-hidden="true" data-mark="" width="8" height="8" viewBox="0 0 8 8">
        <path d={isWorse ? "M4 .8L7.4 7H.6z" : "M4 7.2L.6 1h6.8z"} fill="currentColor" />
      </svg>
      {trend}
    </span>
  )
}

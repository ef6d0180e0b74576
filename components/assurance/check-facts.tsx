import Link from "next/link"
import { Section } from "@/components/shell/section"
import { grouped } from "@/lib/base/kernel/grouped"
import { sayValue } from "@/lib/platform/facts/rule"
import { sayMoment } from "@/lib/reports/words"
import type { CheckPartProps } from "./check-panel"

const head = "border-line border-b py-1 pr-3 text-left font-normal text-ink-3 text-meta"
const cell = "border-line border-b py-1.5 pr-3 align-top"

/** The facts that decided, each with where and when it was measured. */
export function CheckFacts({ detail, assurance }: CheckPartProps) {
  const { facts, factCount, check } = detail
  const { timeZone } = assurance.roadmap.programme
  const unit = check.rule?.unit ?? "count"
  if (facts.length === 0) return null
  return (
    <Section title={factCount > facts.length ? `Facts, ${facts.length} of ${factCount}` : "Facts"}>
      <table aria-label="Facts used" className="w-full border-collapse">
        <thead>
          <tr>
            <th scope="col" className={head}>
              Of
            </th>
            <th scope="col" className={`${head} text-right!`}>
              Value
            </th>
            <th scope="col" className={`${head} text-right!`}>
              Over
            </th>
            <th scope="col" className={head}>
              As of
            </th>
          </tr>
        </thead>
        <tbody>
          {facts.map(({ workspace, dimension, region, value, n, asOf, reason, factSetId }) => (
            <tr key={`${workspace} ${dimension} ${region} ${asOf} ${value} ${factSetId}`}>
              <td className={`${cell} break-words`}>
                {[...new Set([workspace, dimension, region])].filter(Boolean).join(", ") || "all"}
                {reason ? <span className="block text-ink-3 text-meta">{reason}</span> : null}
              </td>
              <td className={`${cell} whitespace-nowrap text-right tabular-nums`}>
                {value === null ? "–" : sayValue(unit, value)}
              </td>
              <td className={`${cell} whitespace-nowrap text-right text-ink-2 tabular-nums`}>
                {n === null ? "–" : grouped(n)}
              </td>
              <td className={`${cell} whitespace-nowrap pr-0 text-ink-2 text-meta leading-5`}>
                {factSetId ? (
                  <Link
                    href={`/programmes/${assurance.programmeId}/assurance/facts/${factSetId}`}
                    className="underline decoration-1 decoration-line-strong underline-offset-2 hover:decoration-current"
                  >
                    {sayMoment(asOf, timeZone, assurance.roadmap.today)}
                  </Link>
                ) : (
                  sayMoment(asOf, timeZone, assurance.roadmap.today)
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}

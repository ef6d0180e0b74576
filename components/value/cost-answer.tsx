import type { Day } from "@/lib/base/kernel/day"
import { sayDay } from "@/lib/base/kernel/day-words"
import type { AnswerAt } from "@/lib/door/call"
import type { getCost } from "@/lib/serve/api/generated/addresses"
import { sayAmount, sayMonth, sayWhole } from "@/lib/value/cost/say-cost"

export type CostView = AnswerAt<typeof getCost>

/** Where the month ends, and what is in no sum. */
export function CostAnswer({ cost, today }: { cost: CostView; today: Day }) {
  const { month, months, to, total, projection, currency, unpriced } = cost
  const budget = months.find((each) => each.month === month)?.budget ?? null
  const name = sayMonth(month ?? "").split(" ")[0]
  const isOver = projection !== null && budget !== null && Number(projection.low) > Number(budget)
  const range = projection && projection.low !== projection.high
  return (
    <div className="border-line border-b px-5 pt-3.5 pb-3 max-md:px-4">
      <p className="text-pretty text-lede tracking-[-0.01em]">
        {range ? (
          <>
            {name} ends at{" "}
            <b className={isOver ? "font-semibold text-needs-you" : "font-semibold"}>
              {currency} {sayWhole(projection.low)} to {sayWhole(projection.high)}
            </b>
          </>
        ) : (
          <>
            {name} cost{" "}
            <b className="font-semibold">
              {currency} {sayAmount(total)}
            </b>
          </>
        )}
        {budget === null ? "; no budget is set." : ` of ${sayWhole(budget)}.`}
      </p>
      <p className="text-ink-3 text-meta">
        {currency} {sayAmount(total)} to {to ? sayDay(to, today) : "now"} at list price; the invoice may have discounts.
        {range ? " Range with 80% confidence, from the last 28 days." : ""}
        {unpriced.length > 0 ? (
          <span className="text-warn">
            {" "}
            Not included, because it has no price:{" "}
            {unpriced
              .slice(0, 3)
              .map(({ sku, unit, quantity }) => `${sayAmount(quantity)} ${unit} of ${sku}`)
              .join(", ")}
            {unpriced.length > 3 ? ` and ${unpriced.length - 3} more` : ""}.
          </span>
        ) : null}
      </p>
    </div>
  )
}

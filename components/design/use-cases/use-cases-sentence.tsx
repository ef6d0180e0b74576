import type { Ranked } from "@/lib/design/use-cases/lines"
import { WEIGHTINGS } from "@/lib/design/use-cases/stability"

/** How firmly the first one stands, which two change places most, and how many cannot be ranked. */
export function UseCasesSentence({ ranked: { lines, swap } }: { ranked: Ranked }) {
  const active = lines.filter(({ status }) => status !== "retired")
  if (active.length === 0) return null
  const [first] = active
  const nameOf = (id: string) => lines.find((line) => line.id === id)?.name ?? ""
  const unscored = active.filter(({ stability }) => stability === null).length
  const percent = (share: number) => `${Math.round(share * 100)}%`
  return (
    <p className="flex-none border-line border-b px-5 py-2.5 max-md:px-4">
      {first?.stability ? (
        <>
          <strong className="font-semibold">{first.name}</strong> stays first in{" "}
          <strong className="font-semibold">{percent(first.stability.first)}</strong> of{" "}
          {WEIGHTINGS.toLocaleString("en-GB")} random weightings.{" "}
        </>
      ) : null}
      {swap ? (
        <>
          <strong className="font-semibold">{nameOf(swap.better)}</strong> and{" "}
          <strong className="font-semibold">{nameOf(swap.worse)}</strong> swap places in{" "}
          <strong className="font-semibold">{percent(swap.share)}</strong>.{" "}
        </>
      ) : null}
      {unscored > 0
        ? `${unscored} of ${active.length} ${unscored === 1 ? "is" : "are"} not ranked: a score is missing.`
        : null}
    </p>
  )
}

import { cn } from "@/components/ui/class-names"

type LadderProps = {
  /** Levels 0 to 4, fractions in totals; null is not answered. */
  asIs: number | null
  /** Null for what is self-reported. */
  proved: number | null
  toBe: number | null
  /** As-is at the snapshot. */
  before?: number | null
}

const STEP = 18
const WIDTH = 16
const LEFT = 2
const part = (value: number | null, step: number) => Math.max(0, Math.min(1, (value ?? 0) - step)) * WIDTH
const at = (value: number) =>
  value === 0 ? 0 : Number.isInteger(value) ? value * STEP : LEFT + Math.floor(value) * STEP + (value % 1) * WIDTH - 1
const said = (value: number) => String(Number(value.toFixed(1)))
const soft = "color-mix(in srgb, var(--accent) 75%, transparent)"

/**
 * The claimed-and-proved bar cut in four steps: solid is proved, hollow claimed, an empty box still to go, a dash beyond
 * to-be, the tick to-be, the hairline below as-is at the snapshot, dotted not answered, thin solid facts ahead of the claim.
 */
export function Ladder({ asIs, proved, toBe, before = null }: LadderProps) {
  const words = [
    asIs === null ? "as-is not answered" : `as-is ${said(asIs)}`,
    proved === null ? "self-reported" : `facts prove ${said(proved)}`,
    toBe === null ? "" : `to-be ${said(toBe)}`,
    before === null ? "" : `was ${said(before)}`,
  ]
  const sentence = words.filter(Boolean).join(", ")
  return (
    <svg role="img" aria-label={sentence} data-mark="" width="74" height="20" viewBox="0 0 74 20" className="flex-none">
      <title>{sentence}</title>
      {[0, 1, 2, 3].map((step) => (
        <Rung key={step} {...{ step, asIs, proved, toBe }} />
      ))}
      {before === null ? null : (
        <rect x={LEFT} y="16" width={Math.max(0, at(before) - LEFT)} height="1.5" fill="var(--ink-3)" opacity=".75" />
      )}
      {toBe === null ? null : <rect x={at(toBe)} y="3" width="2" height="13" rx="1" fill="var(--ink)" opacity=".72" />}
    </svg>
  )
}

function Rung({ step, asIs, proved, toBe }: LadderProps & { step: number }) {
  const x = LEFT + step * STEP
  const [claim, fact, goal] = [part(asIs, step), part(proved, step), part(toBe, step)]
  const box = { x: x + 0.5, y: 6.5, width: WIDTH - 1, height: 6, rx: 1.5 }
  const dash = <rect x={x} y="9" width={WIDTH} height="1" fill="var(--line-strong)" />
  if (asIs === null)
    return goal ? <rect {...box} fill="none" stroke="var(--line-field)" strokeDasharray="1.5 1.5" /> : dash
  const isAhead = fact > claim + 0.01
  return (
    <>
      {goal ? <rect {...box} fill="var(--hover)" stroke="var(--line-strong)" /> : claim ? null : dash}
      {claim > fact ? <rect {...box} width={Math.max(1, claim - 1)} fill="var(--accent-soft)" stroke={soft} /> : null}
      {fact ? <rect x={x} y="6" width={Math.min(fact, claim)} height="7" rx="2" fill="var(--accent)" /> : null}
      {isAhead ? <rect x={x} y="8" width={fact} height="3" rx="1.5" fill="var(--accent)" /> : null}
    </>
  )
}

/** The key to the ladder, where the panel's rail is not there to name its parts. */
export function LadderKey({ snapshot, className }: { snapshot: string | null; className?: string }) {
  const marks = [
    { word: "proved", mark: <i data-mark="" className="h-[7px] w-4 rounded-[2px] bg-accent" /> },
    {
      word: "claimed as-is",
      mark: <i data-mark="" className="h-[7px] w-4 rounded-[2px] bg-accent-soft inset-ring inset-ring-accent/75" />,
    },
    { word: "to-be", mark: <i data-mark="" className="h-[13px] w-0.5 rounded-[1px] bg-ink/70" /> },
    ...(snapshot ? [{ word: `at ${snapshot}`, mark: <i data-mark="" className="h-[1.5px] w-4 bg-ink-3" /> }] : []),
  ]
  return (
    <span className={cn("flex flex-none items-center gap-3 text-ink-3 text-meta", className)}>
      {marks.map(({ word, mark }) => (
        <span key={word} className="flex items-center gap-1.5">
          {mark}
          {word}
        </span>
      ))}
    </span>
  )
}

import { cn } from "@/components/ui/class-names"
import type { GapLine } from "@/lib/design/gaps/lines"
import { LEVELS } from "@/lib/design/gaps/question"

/** The ladder turned upright: what each level looks like, and which is proved, claimed, wanted and left behind. */
export function LevelRail({ line, snapshot }: { line: GapLine; snapshot: string | null }) {
  const { asked, proved, question, before } = line
  const fact = proved.level ?? 0
  return (
    <ol aria-label="Levels" className="mt-2.5">
      {LEVELS.map((name, level) => {
        const words = [
          level === question.asIs ? "as-is" : "",
          level === proved.level && level > 0 ? "proved" : "",
          level === question.toBe ? "to-be" : "",
        ].filter(Boolean)
        return (
          <li
            key={name}
            className="grid grid-cols-[14px_10px_minmax(0,1fr)_auto] gap-x-[9px] [&>*]:pt-[5px] [&>*]:pb-1.5"
          >
            <span aria-hidden="true" className="relative p-0!">
              {level === 0 ? null : (
                <i
                  data-mark=""
                  className={cn(
                    "absolute top-0.5 bottom-0 left-[3px] w-2 rounded-[2px]",
                    rung(level, question.asIs, fact, question.toBe),
                  )}
                />
              )}
              {level === question.toBe ? (
                <i data-mark="" className="-bottom-0.5 absolute left-0 h-0.5 w-3.5 rounded-[1px] bg-ink/70" />
              ) : null}
            </span>
            <span className="text-ink-3 text-meta leading-4">{level}</span>
            <p className="text-pretty text-ink-2 text-meta leading-4">
              <b className="font-medium text-ink">{name}.</b> {asked?.levels[level]}
            </p>
            <span className="text-right text-[11px] text-ink-3 leading-4">
              {words.length > 0 ? <b className="block font-medium text-ink">{words.join(", ")}</b> : null}
              {before === level && snapshot ? `at ${snapshot}` : null}
            </span>
          </li>
        )
      })}
    </ol>
  )
}

function rung(level: number, asIs: number | null, fact: number, toBe: number): string {
  if (level <= fact) return "bg-accent"
  if (asIs !== null && level <= asIs) return "bg-accent-soft inset-ring inset-ring-accent/75"
  return level <= toBe ? "bg-hover inset-ring inset-ring-line-strong" : "hidden"
}

import type { DecisionOption } from "@/lib/design/decisions/options"

type OptionListProps = {
  options: readonly DecisionOption[]
  chosen: string | null
  /** Null where nothing can be chosen any more. */
  onChoose: ((name: string) => void) | null
}

/** The ways that could be taken, each with what speaks for it and against it, and its effort. */
export function OptionList({ options, chosen, onChoose }: OptionListProps) {
  return (
    <ul className="border-line border-t">
      {options.map((option) => {
        const { name, days } = option
        const isChosen = name === chosen
        return (
          <li key={name} className="border-line border-b py-2">
            <div className="flex items-baseline gap-2">
              <label className="flex min-w-0 flex-1 items-baseline gap-2 font-medium">
                <input
                  type="radio"
                  name="choice"
                  className="relative top-0.5 flex-none accent-(--accent)"
                  checked={isChosen}
                  disabled={onChoose === null}
                  onChange={() => onChoose?.(name)}
                />
                <span className="min-w-0">{name}</span>
                {isChosen ? (
                  <span className="flex-none rounded-sm bg-accent-soft px-1.5 font-normal text-ink text-meta">
                    chosen
                  </span>
                ) : null}
              </label>
              <span className="flex-none text-ink-2 text-meta">
                {days === null ? "" : days === 1 ? "1 day" : `${days} days`}
              </span>
            </div>
            <Reasons option={option} />
          </li>
        )
      })}
    </ul>
  )
}

function Reasons({ option: { pros, cons, notes } }: { option: DecisionOption }) {
  const lines = [
    ...pros.map((text) => ({ sign: "+", said: "For", text })),
    ...cons.map((text) => ({ sign: "–", said: "Against", text })),
    ...notes.map((text) => ({ sign: "", said: "", text })),
  ]
  if (lines.length === 0) return null
  return (
    <ul className="mt-1 ml-5 text-ink-2 text-meta">
      {lines.map(({ sign, said, text }) => (
        <li key={`${sign}${text}`} className="flex gap-2">
          <span aria-hidden className="w-2 flex-none font-semibold">
            {sign}
          </span>
          <span className="min-w-0">
            {said ? <span className="sr-only">{said}: </span> : null}
            {text}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { cn } from "@/components/ui/class-names"
import { Kbd } from "@/components/ui/kbd"
import { LEVELS } from "@/lib/design/gaps/question"

type LevelPickerProps = {
  label: string
  kbd: string
  value: number | null
  look: "claim" | "goal"
  mayEdit: boolean
  onChange: (level: number) => void
}

/** The five levels side by side, one of them taken. */
export function LevelPicker({ label, kbd, value, look, mayEdit, onChange }: LevelPickerProps) {
  const taken =
    look === "claim"
      ? "has-checked:bg-accent-soft has-checked:inset-ring has-checked:inset-ring-accent"
      : "has-checked:inset-ring-[1.5px] has-checked:inset-ring-ink"
  return (
    <div className="mb-1 flex items-center gap-3">
      <span aria-hidden="true" className="w-11 text-ink-3">
        {label}
      </span>
      <fieldset
        disabled={!mayEdit}
        className="inline-flex h-7 overflow-hidden rounded-md border border-line-field bg-surface"
      >
        <legend className="sr-only">{label}</legend>
        {LEVELS.map((name, level) => (
          <label
            key={name}
            title={name}
            className={cn(
              "relative grid w-[30px] cursor-pointer place-items-center border-line border-l text-ink-2 first:border-0 has-checked:font-semibold has-checked:text-ink has-focus-visible:outline-2 has-focus-visible:outline-accent",
              taken,
            )}
          >
            <input
              type="radio"
              name={label}
              aria-label={`${level} ${name}`}
              checked={value === level}
              onChange={() => onChange(level)}
              className="absolute inset-0 cursor-pointer appearance-none outline-none"
            />
            {level}
          </label>
        ))}
      </fieldset>
      {mayEdit ? (
        <span className="ml-auto max-md:hidden">
          <Kbd>{kbd}</Kbd>
        </span>
      ) : null}
    </div>
  )
}

import { cn } from "@/components/ui/class-names"
import type { RaciPart } from "@/lib/team/raci"

type Letter = "R" | "A" | "C" | "I"
const looks: Readonly<Record<Letter, string>> = {
  A: "bg-ink text-surface font-semibold",
  R: "border-[1.5px] border-ink-2 font-semibold",
  C: "bg-pressed text-ink-2 font-semibold",
  I: "font-mono text-ink-2",
}

export const partNames: Readonly<Record<RaciPart, string>> = {
  ...{ R: "responsible", A: "accountable", AR: "accountable and responsible", C: "consulted", I: "informed" },
}

/** One letter as the grid draws it: A solid, R outlined, C grey, I bare. */
export function RaciLetter({ letter, ringed = false }: { letter: Letter; ringed?: boolean }) {
  return (
    <span
      aria-hidden="true"
      data-mark=""
      className={cn(
        "inline-flex size-5 flex-none items-center justify-center rounded-sm text-tiny",
        looks[letter],
        ringed && "outline-2 outline-warn outline-offset-1",
      )}
    >
      {letter}
    </span>
  )
}

/** What a cell says, as its letters. */
export function RaciMark({ part, ringed }: { part: RaciPart; ringed: boolean }) {
  const letters: readonly Letter[] = part === "AR" ? ["A", "R"] : [part]
  return (
    <span className="inline-flex gap-0.5">
      {letters.map((letter) => (
        <RaciLetter key={letter} letter={letter} ringed={ringed && letter === "A"} />
      ))}
    </span>
  )
}

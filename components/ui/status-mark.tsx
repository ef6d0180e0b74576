import { cn } from "./class-names"

/** Every state that has a shape: work (first five), a criterion or check (the rest). */
export type MarkKind =
  | "not_started"
  | "in_progress"
  | "blocked"
  | "done"
  | "dropped"
  | "met"
  | "not-met"
  | "could-not-tell"
  | "not-due"
  | "waived"
  | "signed"
  | "contradicted"

const words: Record<MarkKind, string> = {
  not_started: "Not started",
  in_progress: "In progress",
  blocked: "Blocked",
  done: "Done",
  dropped: "Dropped",
  met: "Met",
  "not-met": "Not met",
  "could-not-tell": "Unknown",
  "not-due": "Not due",
  waived: "Waived",
  signed: "Signed",
  contradicted: "Contradicted since sign-off",
}

/** The word for a mark, as every page says it. */
export const markWord = (kind: MarkKind): string => words[kind]

/** Which shape stands for a state; two states with one shape never stand on the same list. */
const shapes = {
  not_started: "hollow",
  in_progress: "half",
  blocked: "diamond",
  done: "check",
  dropped: "dash",
  met: "check",
  "not-met": "cross",
  "could-not-tell": "question",
  "not-due": "dotted",
  waived: "dash",
  signed: "check",
  contradicted: "diamond",
} as const satisfies Record<MarkKind, Shape>

type Shape = "hollow" | "half" | "diamond" | "check" | "dash" | "cross" | "question" | "dotted"

type StatusMarkProps = {
  kind: MarkKind
  /** Shows the word beside the shape (the rule); without it the word is the mark's label. */
  withWord?: boolean
  /** Replaces the word, to say more: "Blocked, waiting for the licence". */
  word?: string
  className?: string
}

/** A shape and a word for a state: never colour alone. */
export function StatusMark({ kind, withWord = true, word = words[kind], className }: StatusMarkProps) {
  const mark = <MarkShape shape={shapes[kind]} />
  if (!withWord) {
    return (
      <span role="img" aria-label={word} title={word} className={cn("inline-flex flex-none", className)}>
        {mark}
      </span>
    )
  }
  return (
    <span className={cn("inline-flex min-w-0 items-center gap-[7px] font-normal", className)}>
      {mark}
      <span className="truncate">{word}</span>
    </span>
  )
}

function MarkShape({ shape }: { shape: Shape }) {
  return (
    <svg
      aria-hidden="true"
      data-mark=""
      width="10"
      height="10"
      viewBox="0 0 10 10"
      className="flex-none overflow-visible"
    >
      {drawing[shape]}
    </svg>
  )
}

const drawing: Record<Shape, React.ReactNode> = {
  hollow: <circle cx="5" cy="5" r="4.3" fill="none" stroke="var(--ink-3)" strokeWidth="1.4" />,
  half: (
    <>
      <circle cx="5" cy="5" r="4.25" fill="none" stroke="var(--accent)" strokeWidth="1.5" />
      <path d="M5 5V.8A4.2 4.2 0 015 9.2z" fill="var(--accent)" />
    </>
  ),
  diamond: <path d="M5-.3L10.3 5 5 10.3-.3 5z" fill="var(--needs-you)" />,
  check: (
    <>
      <circle cx="5" cy="5" r="5" fill="var(--accent)" />
      <path d="M2.6 5.2l1.7 1.7 3.2-3.6" fill="none" stroke="var(--accent-ink)" strokeWidth="1.4" />
    </>
  ),
  dash: <path d="M1 5h8" stroke="var(--ink-3)" strokeWidth="1.8" strokeLinecap="round" />,
  cross: <path d="M1.6 1.6l6.8 6.8M8.4 1.6L1.6 8.4" stroke="var(--ink-2)" strokeWidth="1.6" strokeLinecap="round" />,
  question: (
    <path
      d="M2.4 2.9C2.4 1.4 3.5.5 5 .5s2.6.9 2.6 2.3C7.6 4.4 5 4.5 5 6.3M5 9.3v.1"
      fill="none"
      stroke="var(--warn)"
      strokeWidth="1.6"
      strokeLinecap="round"
    />
  ),
  dotted: (
    <circle cx="5" cy="5" r="4.2" fill="none" stroke="var(--ink-3)" strokeWidth="1.3" strokeDasharray="1.2 2.1" />
  ),
}

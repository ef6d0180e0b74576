import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import { type DecisionLine, type DecisionStatus, signerNames, statusNames } from "@/lib/design/decisions/decision"

const shapes: Readonly<Record<DecisionStatus, MarkKind>> = {
  ...{ draft: "not-due", in_review: "in_progress", accepted: "met", superseded: "dropped", refused: "not-met" },
}

/** Shape and word. */
export const DecisionMark = ({ status, word }: { status: DecisionStatus; word?: string }) => (
  <StatusMark kind={shapes[status]} word={word ?? statusNames[status]} />
)

const names: Readonly<Record<string, string>> = signerNames
export const nameOfSigner = (key: string): string => names[key] ?? key

/** A mark for each signature that is asked for, and `1 of 2`. */
export function SignedMarks({ line }: { line: Pick<DecisionLine, "signers" | "signatures"> }) {
  const { signers, signatures } = line
  if (signers.length === 0) return <span className="text-ink-3">none asked</span>
  const done = signers.filter((key) => signatures.some(({ responsibility }) => responsibility === key))
  return (
    <span className="flex items-center gap-1">
      {signers.map((key) => (
        <StatusMark
          key={key}
          kind={done.includes(key) ? "met" : "not_started"}
          withWord={false}
          word={`${nameOfSigner(key)}: ${done.includes(key) ? "signed" : "not signed"}`}
        />
      ))}
      <span className="ml-1 text-ink-2">
        {done.length} of {signers.length}
      </span>
    </span>
  )
}

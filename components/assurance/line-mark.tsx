import { type MarkKind, StatusMark } from "@/components/ui/status-mark"
import { sayState } from "@/lib/assurance/say-sign-off"
import type { SignOffView } from "@/lib/assurance/sign-contract"

/** Each state has a shape of its own in the list of lines. */
const shapes: Record<SignOffView["state"], MarkKind> = {
  ...{ open: "not-due", ready: "not_started", begun: "in_progress" },
  ...{ signed: "signed", contradicted: "contradicted" },
  lapsed: "contradicted",
}

type LineMarkProps = { line: SignOffView; withWord?: boolean; className?: string }

/** Where a line or a gate stands: a shape and a word. */
export function LineMark({ line, withWord = true, className = "" }: LineMarkProps) {
  return <StatusMark kind={shapes[line.state]} word={sayState(line)} withWord={withWord} className={className} />
}

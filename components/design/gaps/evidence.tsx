import { Section } from "@/components/shell/section"
import { StatusMark } from "@/components/ui/status-mark"
import type { GapLine } from "@/lib/design/gaps/lines"

/** The checks that prove a level, each with what its verdict rests on. */
export function Evidence({ line: { asked } }: { line: GapLine }) {
  const proofs = asked?.proofs ?? []
  const checks = proofs.flatMap(({ level, checks: own }) => own.map((check) => ({ ...check, level })))
  const met = checks.filter(({ verdict, waived }) => verdict === "met" && !waived).length
  return (
    <Section
      title="Evidence"
      action={
        checks.length > 0 ? (
          <span className="text-ink-3 text-meta">{`${met} of ${checks.length} checks met`}</span>
        ) : null
      }
    >
      {checks.length === 0 ? (
        <p className="text-pretty text-ink-2">No check can prove this: the level is self-reported.</p>
      ) : (
        <ul>
          {checks.map(({ key, sentence, verdict, waived, reason, level }) => (
            <li key={key} className="grid grid-cols-[10px_minmax(0,1fr)] gap-x-2 py-[3px]">
              <span className="pt-1">
                <StatusMark kind={waived ? "waived" : verdict} withWord={false} />
              </span>
              <span>
                {sentence}
                <span className="block text-pretty text-ink-3 text-meta leading-4">
                  {reason}{" "}
                  {waived
                    ? "Waived, so it proves nothing."
                    : verdict === "met"
                      ? `Proves level ${level}.`
                      : `Would prove level ${level}.`}
                </span>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

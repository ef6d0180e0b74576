import Link from "next/link"
import { Icon } from "@/components/ui/icon"
import { StatusMark } from "@/components/ui/status-mark"
import type { VerdictChange } from "@/lib/platform/facts/contract"

type VerdictChangesProps = { changes: readonly VerdictChange[]; programmeId: string }

/** The checks whose verdict an import changes: from what to what, and why. */
export function VerdictChanges({ changes, programmeId }: VerdictChangesProps) {
  return (
    <ul aria-label="Verdict changes" className="divide-y divide-line border-line border-y">
      {changes.map(({ checkId, sentence, from, to, reason }) => (
        <li key={checkId} className="flex flex-wrap items-baseline gap-x-4 gap-y-1 py-2">
          <span className="min-w-0 flex-1 basis-72">
            <Link
              href={`/programmes/${programmeId}/assurance?check=${checkId}`}
              className="text-pretty decoration-1 underline-offset-2 hover:underline"
            >
              {sentence}
            </Link>
            <span className="block text-pretty text-ink-3 text-meta">{reason}</span>
          </span>
          <span className="flex flex-none items-center gap-2.5">
            <StatusMark kind={from} className="text-ink-3" />
            <Icon name="arrow-right" size={12} className="text-ink-3" />
            <StatusMark kind={to} />
          </span>
        </li>
      ))}
    </ul>
  )
}

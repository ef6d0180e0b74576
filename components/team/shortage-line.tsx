"use client"

import Link from "next/link"
import { useAnswer } from "@/components/door/data/use-contract"
import { getShortage } from "@/lib/serve/api/generated/addresses"

/** Where people are missing most; nothing where all known work fits. */
export function ShortageLine({ programmeId }: { programmeId: string }) {
  const { data } = useAnswer(getShortage, { programmeId })
  if (!data?.sentence) return null
  return (
    <p className="border-line border-b px-5 py-2 max-md:px-4">
      <Link
        href={`/programmes/${programmeId}/people/capacity`}
        className="rounded-sm text-needs-you underline decoration-1 underline-offset-2"
      >
        {data.sentence}
      </Link>{" "}
      <span className="text-ink-3 text-meta">{data.unknown}</span>
    </p>
  )
}

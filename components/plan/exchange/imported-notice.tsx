"use client"

import Link from "next/link"
import { buttonStyle } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { ProjectFileImported } from "@/lib/plan/exchange/contract"
import { sayImported } from "./say-import"

type ImportedNoticeProps = { readonly programmeId: string; readonly imported: ProjectFileImported }

/** What was taken, and what the plan can now be compared with. */
export function ImportedNotice({ programmeId, imported }: ImportedNoticeProps) {
  const { before } = imported
  const query = before ? `?baseline=${before.id}` : ""
  return (
    <InlineNotice
      kind="good"
      action={
        <Link href={`/programmes/${programmeId}/roadmap/timeline${query}`} className={buttonStyle()}>
          {before ? "Compare on the timeline" : "See the timeline"}
        </Link>
      }
    >
      {sayImported(imported)}
      {before ? ` The previous plan is saved as baseline "${before.name}".` : ""}
    </InlineNotice>
  )
}

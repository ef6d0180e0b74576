import Link from "next/link"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"
import type { PortfolioLine } from "@/lib/reports/views"
import { PortfolioTable } from "./portfolio-table"

type PortfolioProps = { lines: readonly PortfolioLine[]; isAdmin: boolean; withArchived: boolean }

/** All programmes of the reader, and the way to a new one for those who may make it. */
export function Portfolio({ lines, isAdmin, withArchived }: PortfolioProps) {
  return (
    <>
      <PageBar
        title="Programmes"
        meta={lines.length > 0 ? String(lines.length) : null}
        actions={
          <>
            <Link
              href={withArchived ? "/programmes" : "/programmes?archived=yes"}
              className={buttonStyle({ variant: "quiet" })}
            >
              {withArchived ? "Hide archived" : "Show archived"}
            </Link>
            {isAdmin && lines.length > 0 ? <NewProgrammeLink /> : null}
          </>
        }
      />
      <PageBody>{lines.length > 0 ? <PortfolioTable lines={lines} /> : <NoProgramme isAdmin={isAdmin} />}</PageBody>
    </>
  )
}

function NoProgramme({ isAdmin }: { isAdmin: boolean }) {
  if (!isAdmin) return <EmptyState>You're not a member of any programme yet. Ask a lead to invite you.</EmptyState>
  return (
    <EmptyState action={<NewProgrammeLink />}>
      No programmes yet. A new one starts with the full roadmap, dates and success criteria.
    </EmptyState>
  )
}

const NewProgrammeLink = () => (
  <Link href="/programmes/new" className={buttonStyle({ variant: "primary" })}>
    New programme
  </Link>
)

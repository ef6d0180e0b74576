import Link from "next/link"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { buttonStyle } from "@/components/ui/button"
import { EmptyState } from "@/components/ui/empty-state"

/** For members who may not make programmes. */
export function NotForYou() {
  return (
    <>
      <PageBar title="New programme" />
      <PageBody>
        <EmptyState
          action={
            <Link href="/programmes" className={buttonStyle()}>
              Back to programmes
            </Link>
          }
        >
          Only an admin can create programmes. Ask an admin of this installation.
        </EmptyState>
      </PageBody>
    </>
  )
}

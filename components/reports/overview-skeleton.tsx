import { PageBar, PageBody } from "@/components/shell/page-bar"
import { Skeleton } from "@/components/ui/skeleton"
import { Section } from "./section"

const many = (count: number) => Array.from({ length: count }, (_, index) => index)

/** The overview's own lines in grey, at the places where they will stand. */
export function OverviewSkeleton() {
  return (
    <>
      <PageBar title="Overview" />
      <PageBody>
        <div role="status" aria-label="Loading" className="flex min-h-full flex-col">
          <div className="border-line border-b px-5 pt-[18px] pb-3.5 max-md:px-4">
            <Skeleton className="mt-1.5 h-4 w-4/5 max-w-[880px]" />
            <Skeleton className="mt-3 mb-3 h-4 w-2/5" />
            <Skeleton className="w-1/2" />
          </div>
          <div className="grid grid-cols-6 border-line border-b max-sm:grid-cols-2 max-lg:grid-cols-3">
            {many(6).map((phase) => (
              <div key={phase} className="h-[86px] border-line border-l px-5 pt-3 first:border-l-0 max-md:px-4">
                <Skeleton className="w-24" />
                <Skeleton className="mt-3 h-1.5" />
              </div>
            ))}
          </div>
          <div className="grid flex-1 grid-cols-[1.06fr_1fr] max-lg:grid-cols-1">
            <Rows title="Stages" count={11} />
            <div className="border-line border-l max-lg:border-l-0">
              <Rows title="Changed" count={5} />
              <Rows title="Success checklist" count={6} />
            </div>
          </div>
        </div>
      </PageBody>
    </>
  )
}

const Rows = ({ title, count }: { title: string; count: number }) => (
  <Section title={title}>
    {many(count).map((row) => (
      <div key={row} className="flex h-8 items-center gap-6">
        <Skeleton className="w-2/5" />
        <Skeleton className="h-1.5 flex-1" />
      </div>
    ))}
  </Section>
)

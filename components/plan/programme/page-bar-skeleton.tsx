import { Skeleton } from "@/components/ui/skeleton"

/** The head of a page whose name is not known yet. */
export const PageBarSkeleton = () => (
  <div className="flex min-h-bar flex-none items-center border-line border-b px-5 max-md:px-4">
    <Skeleton className="w-40" />
  </div>
)

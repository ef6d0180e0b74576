import { cn } from "./class-names"

/** One grey line of the size of what is coming. It stays invisible for the first 200 ms, so a quick answer never flickers. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden="true" className={cn("block h-3 animate-late rounded-sm bg-hover", className)} />
}

type SkeletonRowsProps = {
  /** As many rows as are expected, so that nothing jumps when they come. */
  rows?: number
  /** Read out by assistive technology. */
  label?: string
}

/** Rows of a table that is under way, at the table's own row height. */
export function SkeletonRows({ rows = 8, label = "Loading" }: SkeletonRowsProps) {
  const widths = ["w-3/5", "w-2/5", "w-1/2", "w-1/3"]
  return (
    <div role="status" aria-label={label}>
      {Array.from({ length: rows }, (_, index) => `row-${index}`).map((key, index) => (
        <div key={key} className="flex h-row animate-late items-center gap-6 border-line border-b px-5">
          <Skeleton className={widths[index % widths.length] ?? "w-1/2"} />
          <Skeleton className="ml-auto w-20" />
          <Skeleton className="w-12" />
        </div>
      ))}
    </div>
  )
}

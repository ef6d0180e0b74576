import type { ReactNode } from "react"
import { cn } from "@/components/ui/class-names"

type PageBarProps = {
  /** The page's name; also its `h1`. With `tabs` it is there for assistive technology only. */
  title: string
  /** `<Tabs>` of sibling pages, in place of the shown title. */
  tabs?: ReactNode
  /** Quiet words beside the title: phase, week. */
  meta?: ReactNode
  /** What the figures stand on: "as of today 09:40". Hidden where there is no room. */
  asOf?: ReactNode
  /** Buttons at the right; on a small screen they take a second line. */
  actions?: ReactNode
}

/** The 48 px head of a page: where you are at the left, what you can do at the right. */
export function PageBar({ title, tabs, meta, asOf, actions }: PageBarProps) {
  return (
    <header className="flex min-h-bar flex-none flex-wrap items-center gap-x-3 border-line border-b px-5 max-md:px-4 print:border-0">
      <h1 className={cn("truncate max-md:leading-10", tabs ? "sr-only" : "")}>{title}</h1>
      {tabs}
      {meta ? <div className="truncate text-ink-3 text-meta">{meta}</div> : null}
      {asOf || actions ? (
        <div
          className={cn(
            "ml-auto flex min-w-0 flex-wrap items-center gap-2 py-2 max-md:ml-0 max-md:w-full max-md:pt-0 print:hidden",
            actions ? "" : "max-lg:hidden",
          )}
        >
          {asOf ? <div className="truncate text-ink-3 text-meta max-lg:hidden">{asOf}</div> : null}
          {actions}
        </div>
      ) : null}
    </header>
  )
}

type PageBodyProps = {
  children: ReactNode
  /** A `<SidePanel>` that stands beside the content, or null. */
  panel?: ReactNode
  /** `scroll` for pages that flow; `fill` for a table that scrolls by itself. */
  fit?: "scroll" | "fill"
}

/** Everything under the page bar: the content, and a record's panel at its right while the content stays usable. */
export function PageBody({ children, panel, fit = "scroll" }: PageBodyProps) {
  return (
    <div className="relative flex min-h-0 flex-1 print:block">
      <div
        className={cn(
          "min-w-0 flex-1",
          fit === "fill" ? "flex flex-col overflow-hidden" : "overflow-y-auto print:overflow-visible",
        )}
      >
        {children}
      </div>
      {panel}
    </div>
  )
}

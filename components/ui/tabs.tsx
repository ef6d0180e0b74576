import Link from "next/link"

export type TabLink = { href: string; label: string /** A quiet number after the word. */; count?: number }

type TabsProps = {
  /** Names the group: "Roadmap". */
  label: string
  tabs: readonly TabLink[]
  /** The `href` of the page one is on. */
  current: string
}

/** Sibling pages as links, in the page bar; the one you are on is underlined and marked as the current page. */
export function Tabs({ label, tabs, current }: TabsProps) {
  return (
    <nav aria-label={label} className="-mb-px flex h-bar min-w-0 gap-4 overflow-x-auto [scrollbar-width:none]">
      {tabs.map((tab) => (
        <Link
          key={tab.href}
          href={tab.href}
          aria-current={tab.href === current ? "page" : undefined}
          className="inset-focus flex flex-none items-center gap-1.5 border-transparent border-b-2 text-ink-3 no-underline transition-colors hover:text-ink aria-[current=page]:border-ink aria-[current=page]:font-semibold aria-[current=page]:text-ink"
        >
          {tab.label}
          {tab.count === undefined ? null : <span className="font-normal text-ink-3 text-meta">{tab.count}</span>}
        </Link>
      ))}
    </nav>
  )
}

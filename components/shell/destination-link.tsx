"use client"

import Link from "next/link"
import { usePathname, useRouter } from "next/navigation"
import { cn } from "@/components/ui/class-names"
import { Icon, type IconName } from "@/components/ui/icon"
import { useShortcut } from "./shortcuts"

export type Destination = {
  href: string
  label: string
  icon: IconName
  /** Things that wait for you there; 0 shows nothing. */
  count?: number
  /** Its shortcut: `g r`. */
  keys?: string
  /** Addresses below this one count as being there; `href` unless told. */
  within?: string
}

/** True when the address lies at or below the destination. */
function isAt(destination: Destination, pathname: string): boolean {
  const base = destination.within ?? destination.href
  return pathname === base || pathname.startsWith(`${base}/`)
}

/** One line of the sidebar. */
export function DestinationLink({ destination }: { destination: Destination }) {
  const here = isAt(destination, usePathname())
  const router = useRouter()
  // Fetched when somebody means to go there, not while the page they are on still draws.
  const prepare = () => router.prefetch(destination.href)
  return (
    <>
      {destination.keys ? <DestinationShortcut keys={destination.keys} destination={destination} /> : null}
      <Link
        href={destination.href}
        prefetch={false}
        onMouseEnter={prepare}
        onFocus={prepare}
        aria-current={here ? "page" : undefined}
        className={cn(
          "flex h-[30px] items-center gap-2.5 rounded-md px-2 no-underline transition-colors max-lg:h-10",
          here ? "bg-surface font-semibold text-ink ring-1 ring-line" : "text-ink-2 hover:bg-hover hover:text-ink",
        )}
      >
        <Icon name={destination.icon} size={15} className={here ? "text-accent" : ""} />
        <span className="min-w-0 flex-1 truncate">{destination.label}</span>
        {destination.count ? (
          <span className="font-normal text-ink-3 text-tiny">
            <span className="sr-only">, awaiting you: </span>
            {destination.count}
          </span>
        ) : null}
      </Link>
    </>
  )
}

function DestinationShortcut({ keys, destination }: { keys: string; destination: Destination }) {
  const router = useRouter()
  useShortcut(keys, `Go to ${destination.label}`, () => router.push(destination.href), { group: "Go to" })
  return null
}

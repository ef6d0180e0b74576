"use client"

import { Avatar } from "@/components/ui/avatar"
import { cn } from "@/components/ui/class-names"
import { Icon } from "@/components/ui/icon"
import { Menu, type MenuEntry } from "@/components/ui/menu"
import type { TriggerProps } from "@/components/ui/popover"
import { openPalette } from "./command-palette"
import { type Destination, DestinationLink } from "./destination-link"

export type Account = {
  name: string
  /** Under the name: the role in this programme, or the e-mail address. */
  detail?: string
  /** Account page, sign out. */
  entries: readonly MenuEntry[]
}

export type Switcher = {
  /** The programme one is in, or the place when in none: "All programmes". */
  current: string
  /** Other programmes, the portfolio, a new one. */
  entries: readonly MenuEntry[]
  /** A word after the name: "Demo". */
  badge?: string
}

export type SidebarProps = {
  switcher: Switcher
  destinations: readonly Destination[]
  /** Stands apart at the bottom: Settings. */
  lower?: readonly Destination[]
  account: Account
}

/** The programme, its destinations, and at the bottom settings and the account. */
export function Sidebar({ switcher, destinations, lower = [], account }: SidebarProps) {
  return (
    <div className="flex h-full flex-col gap-0.5 overflow-y-auto px-2 py-3">
      <div className="mb-2 flex items-center gap-0.5">
        <Menu
          label="Programmes"
          entries={switcher.entries}
          trigger={(props) => <SwitcherButton trigger={props} switcher={switcher} />}
        />
        <button
          type="button"
          aria-label="Search"
          title="Search (Ctrl K)"
          onClick={() => openPalette()}
          className="inline-flex size-[30px] flex-none items-center justify-center rounded-md text-ink-3 hover:bg-hover hover:text-ink"
        >
          <Icon name="search" size={15} />
        </button>
      </div>
      <nav aria-label="Programme" className="flex flex-col gap-0.5">
        {destinations.map((destination) => (
          <DestinationLink key={destination.href} destination={destination} />
        ))}
      </nav>
      <nav aria-label="Settings and account" className="mt-auto flex flex-col gap-0.5 pt-4">
        {lower.map((destination) => (
          <DestinationLink key={destination.href} destination={destination} />
        ))}
        <Menu
          label="Account"
          entries={account.entries}
          trigger={(props) => <AccountButton trigger={props} account={account} />}
        />
      </nav>
    </div>
  )
}

const wide =
  "flex min-w-0 flex-1 items-center gap-2 rounded-md px-2 text-left transition-colors hover:bg-hover aria-expanded:bg-hover"

function SwitcherButton({ trigger, switcher }: { trigger: TriggerProps; switcher: Switcher }) {
  return (
    <button type="button" {...trigger} className={cn(wide, "group h-9 font-semibold")}>
      <Avatar name={switcher.current} shape="place" decorative className="bg-surface" />
      <span className="min-w-0 flex-1">
        <span className="block truncate leading-[18px]">{switcher.current}</span>
        {switcher.badge ? (
          <span className="block truncate font-normal text-tiny text-warn leading-[13px]">{switcher.badge}</span>
        ) : null}
      </span>
      <Icon name="chevrons-up-down" size={14} className="-mr-1 hidden text-ink-3 group-hover:block" />
    </button>
  )
}

function AccountButton({ trigger, account }: { trigger: TriggerProps; account: Account }) {
  return (
    <button type="button" {...trigger} className={cn(wide, "min-h-[34px] flex-none py-1")}>
      <Avatar name={account.name} decorative className="bg-surface" />
      <span className="min-w-0">
        <span className="block truncate leading-4">{account.name}</span>
        {account.detail ? (
          <span className="block truncate text-ink-3 text-tiny leading-[14px]">{account.detail}</span>
        ) : null}
      </span>
    </button>
  )
}

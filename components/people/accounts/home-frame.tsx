"use client"

import type { ReactNode } from "react"
import { DataProvider } from "@/components/door/data/data-provider"
import { AppShell } from "@/components/shell/app-shell"
import type { Destination } from "@/components/shell/destination-link"

type HomeFrameProps = { user: { name: string; email: string; admin: boolean }; children: ReactNode }

/** The frame of pages that belong to no programme: the portfolio, the account, the installation. */
export function HomeFrame({ user, children }: HomeFrameProps) {
  const destinations: Destination[] = [
    { href: "/programmes", label: "Programmes", icon: "roadmap", keys: "g p" },
    { href: "/account", label: "Account", icon: "user", keys: "g a" },
  ]
  const installation: Destination = { href: "/installation", label: "Installation", icon: "settings", keys: "g ," }
  const newProgramme = { id: "new", label: "New programme", icon: "plus" as const, href: "/programmes/new" }
  return (
    <DataProvider>
      <AppShell
        switcher={{
          current: "Lakeward",
          entries: [{ id: "all", label: "All programmes", href: "/programmes" }, ...(user.admin ? [newProgramme] : [])],
        }}
        destinations={destinations}
        lower={user.admin ? [installation] : []}
        account={{
          name: user.name,
          detail: user.email,
          entries: [
            { id: "account", label: "Account", icon: "user", href: "/account" },
            { id: "sign-out", label: "Sign out", icon: "sign-out", href: "/sign-out" },
          ],
        }}
      >
        {children}
      </AppShell>
    </DataProvider>
  )
}

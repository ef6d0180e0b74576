import type { ReactNode } from "react"
import { HomeFrame } from "@/components/people/accounts/home-frame"
import { loadMe } from "@/lib/people/accounts/server/loaders"

export default async function AccountLayout({ children }: { children: ReactNode }) {
  return <HomeFrame user={await loadMe()}>{children}</HomeFrame>
}

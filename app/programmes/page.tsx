import type { Metadata } from "next"
import { HomeFrame } from "@/components/people/accounts/home-frame"
import { Portfolio } from "@/components/reports/portfolio/portfolio"
import { loadMe } from "@/lib/people/accounts/server/loaders"
import { loadPortfolio } from "@/lib/reports/server/loaders"

export const metadata: Metadata = { title: "Programmes" }

export default async function PortfolioPage({ searchParams }: { searchParams: Promise<{ archived?: string }> }) {
  const withArchived = (await searchParams).archived === "yes"
  const [me, lines] = await Promise.all([loadMe(), loadPortfolio(withArchived)])
  return (
    <HomeFrame user={me}>
      <Portfolio lines={lines} isAdmin={me.admin} withArchived={withArchived} />
    </HomeFrame>
  )
}

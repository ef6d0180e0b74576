import type { ReactNode } from "react"
import { DataProvider } from "@/components/door/data/data-provider"

export default function EntryLayout({ children }: { children: ReactNode }) {
  return (
    <DataProvider>
      <div className="flex min-h-dvh justify-center bg-surface px-5 pt-[max(24px,14vh)] pb-12">
        <main className="w-full max-w-[360px]">
          <div className="mb-8 font-semibold text-title">Lakeward</div>
          {children}
        </main>
      </div>
    </DataProvider>
  )
}

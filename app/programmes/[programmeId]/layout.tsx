import { notFound } from "next/navigation"
import type { ReactNode } from "react"
import { DataProvider } from "@/components/door/data/data-provider"
import { ProgrammeFrame } from "@/components/frame/programme-frame"
import { loadFrame } from "@/lib/plan/roadmap/server/loaders"

type Props = { children: ReactNode; params: Promise<{ programmeId: string }> }

export async function generateMetadata({ params }: Props) {
  const { programme } = await loadFrame((await params).programmeId)
  return { title: { default: programme?.name ?? "Programme", template: `%s · ${programme?.name ?? ""}` } }
}

export default async function ProgrammeLayout({ children, params }: Props) {
  const { programme, ...frame } = await loadFrame((await params).programmeId)
  if (!programme) notFound()
  return (
    <DataProvider>
      <ProgrammeFrame programme={programme} {...frame}>
        {children}
      </ProgrammeFrame>
    </DataProvider>
  )
}

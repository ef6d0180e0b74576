import Link from "next/link"
import type { ReactNode } from "react"
import { buttonStyle } from "@/components/ui/button"

type StandAloneProps = { title: string; children: ReactNode; action?: ReactNode }

/** A page that says one thing where a page should have been, and offers one way on. */
export function StandAlone({ title, children, action }: StandAloneProps) {
  return (
    <main className="flex min-h-dvh justify-center bg-surface px-5 pt-[max(24px,14vh)] pb-12">
      <div className="w-full max-w-[440px]">
        <div className="mb-8 font-semibold text-title">Lakeward</div>
        <h1 className="mb-1 text-lede leading-7">{title}</h1>
        <div className="mb-5 text-pretty text-ink-2">{children}</div>
        {action ?? <ToProgrammes />}
      </div>
    </main>
  )
}

export const ToProgrammes = () => (
  <Link href="/programmes" className={buttonStyle()}>
    Back to programmes
  </Link>
)

"use client"

import { useRouter } from "next/navigation"
import { useEffect } from "react"
import { watchProgramme } from "@/components/door/data/live"

const GATHER_MS = 150

/** Draws the page anew when somebody changes the programme; what is being typed stays. */
export function RefreshOnChange({ programmeId }: { programmeId: string }) {
  const router = useRouter()
  useEffect(() => {
    let known: number | null = null
    let timer: ReturnType<typeof setTimeout> | undefined
    const stop = watchProgramme(programmeId, (seq) => {
      const isNews = known !== null && seq > known
      known = Math.max(seq, known ?? 0)
      if (!isNews) return
      clearTimeout(timer)
      timer = setTimeout(() => router.refresh(), GATHER_MS)
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [programmeId, router])
  return null
}

"use client"

import { useAnswer } from "@/components/data/use-contract"
import { getRoadmap } from "@/lib/api/generated/addresses"
import { sayMoment } from "@/lib/reports/words"

/** Says an instant on the clocks of the programme; nothing until these are known. */
export function useMoments(programmeId: string): (instant: string) => string {
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  return (instant) => (roadmap ? sayMoment(instant, roadmap.programme.timeZone, roadmap.today) : "")
}

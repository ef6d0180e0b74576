"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { sayMoment } from "@/lib/reports/words"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"

/** Says an instant on the clocks of the programme; nothing until these are known. */
export function useMoments(programmeId: string): (instant: string) => string {
  const roadmap = useAnswer(getRoadmap, { programmeId }).data
  return (instant) => (roadmap ? sayMoment(instant, roadmap.programme.timeZone, roadmap.today) : "")
}

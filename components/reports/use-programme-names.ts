"use client"

import { useAnswer } from "@/components/door/data/use-contract"
import { getRoadmap } from "@/lib/serve/api/generated/addresses"

/** What the people of a programme are called; null for who is not known yet. */
export function useProgrammeNames(programmeId: string): (personId: string) => string | null {
  const { data } = useAnswer(getRoadmap, { programmeId })
  return (personId) => data?.people.find(({ id }) => id === personId)?.name ?? null
}

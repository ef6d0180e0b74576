"use client"

import { useMemo } from "react"
import { slackOf, type WorkSlack } from "@/lib/plan/roadmap/slack"
import type { Work } from "./use-work"

/** Slack by the ids of work and workstreams, of the plan as it stands in this tab; null unless asked, or without dates. */
export function useSlack(
  { roadmap, items }: Pick<Work, "roadmap" | "items">,
  isAsked = true,
): ReadonlyMap<string, WorkSlack> | null {
  const { programme, gates, workstreams, links, today } = roadmap
  return useMemo(() => {
    if (!isAsked) return null
    const found = slackOf({ programme, gates, workstreams, links, items }, today)
    if (!found.ok) return null
    return new Map([...found.value.workstreams, ...found.value.items].map((each) => [each.id, each]))
  }, [isAsked, programme, gates, workstreams, links, items, today])
}

"use client"

import { useQueryClient } from "@tanstack/react-query"
import { useEffect, useEffectEvent, useRef, useState } from "react"
import type { Work } from "@/components/roadmap/use-work"
import { useToasts } from "@/components/ui/toasts"
import type { CallRefusal } from "@/lib/access/call"
import { PlanEditor } from "./plan-editor"

/** One editor for as long as the page stands, and the answer to a change that somebody else was faster than. */
export function usePlanEditor({ programmeId, roadmap, items }: Work) {
  const client = useQueryClient()
  const toasts = useToasts()
  const [stale, setStale] = useState<CallRefusal | null>(null)
  const now = useRef({ roadmap, items })
  useEffect(() => {
    now.current = { roadmap, items }
  }, [roadmap, items])
  const say = useEffectEvent(toasts.show)
  const editor = useRef<PlanEditor>(null)
  editor.current ??= new PlanEditor({
    ...{ client, programmeId, onStale: setStale },
    roadmap: () => now.current.roadmap,
    items: () => now.current.items,
    say: (toast) => say(toast),
  })
  return { editor: editor.current, stale, forget: () => setStale(null) }
}

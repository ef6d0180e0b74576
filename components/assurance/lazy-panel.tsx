"use client"

import { type ComponentProps, lazy, Suspense } from "react"

/** What nobody needs to read the lists is loaded when something is first opened. */
const AssurancePanel = lazy(() => import("./assurance-panel").then((module) => ({ default: module.AssurancePanel })))

export function LaterAssurancePanel(props: ComponentProps<typeof AssurancePanel>) {
  const { check, line, criterion } = props.opened
  if (check === null && line === null && criterion === null) return null
  return (
    <Suspense>
      <AssurancePanel {...props} />
    </Suspense>
  )
}

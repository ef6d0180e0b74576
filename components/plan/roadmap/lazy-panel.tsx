"use client"

import { type ComponentProps, lazy, Suspense } from "react"

/** What nobody needs to read the table is loaded when it is first asked for. */
const RecordPanel = lazy(() => import("./record-panel").then((module) => ({ default: module.RecordPanel })))
const BulkActions = lazy(() => import("./bulk-actions").then((module) => ({ default: module.BulkActions })))

export function LaterPanel(props: ComponentProps<typeof RecordPanel>) {
  if (props.record.id === null) return null
  return (
    <Suspense>
      <RecordPanel {...props} />
    </Suspense>
  )
}

export const LaterBulkActions = (props: ComponentProps<typeof BulkActions>) => (
  <Suspense>
    <BulkActions {...props} />
  </Suspense>
)

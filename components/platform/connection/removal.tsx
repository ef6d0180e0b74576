"use client"

import { useState } from "react"
import { useContract } from "@/components/door/data/use-contract"
import { IconButton } from "@/components/ui/button"
import { ConfirmDialog } from "@/components/ui/dialog"
import { useToasts } from "@/components/ui/toasts"
import type { ConnectionView } from "@/lib/platform/connection/contract"
import { removeConnection } from "@/lib/serve/api/generated/addresses"

type RemovalProps = { programmeId: string; connection: ConnectionView; onRemoved: () => void }

/** Forgets a connection, after asking: its secret does not come back. */
export function Removal({ programmeId, connection, onRemoved }: RemovalProps) {
  const { id, name, version } = connection
  const [asking, setAsking] = useState(false)
  const removing = useContract(removeConnection)
  const toasts = useToasts()
  const remove = async () => {
    const result = await removing.mutateAsync({ programmeId, connectionId: id, version })
    setAsking(false)
    if (!result.ok) return toasts.show({ text: result.detail, kind: "refused" })
    toasts.show({ text: `${name} was removed` })
    onRemoved()
  }
  return (
    <>
      <IconButton icon="trash" label={`Remove ${name}`} onClick={() => setAsking(true)} />
      <ConfirmDialog
        open={asking}
        title={`Remove ${name}?`}
        confirmLabel="Remove"
        danger
        busy={removing.isPending}
        onConfirm={() => void remove()}
        onCancel={() => setAsking(false)}
      >
        Its secret is deleted immediately. Imported facts stay.
      </ConfirmDialog>
    </>
  )
}

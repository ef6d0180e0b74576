import { Button } from "@/components/ui/button"
import { InlineNotice } from "@/components/ui/inline-notice"
import type { CallResult } from "@/lib/door/call"

type SecondPersonProps = {
  /** Whether the reader asked for it, and so may only withdraw it. */
  isOwn: boolean
  mayChange: boolean
  isBusy: boolean
  result: CallResult<unknown> | undefined
  onDecide: (confirmed: boolean) => void
}

/** Confirms or declines what another person asked for; whoever asked may withdraw it. */
export function SecondPerson({ isOwn, mayChange, isBusy, result, onDecide }: SecondPersonProps) {
  return (
    <>
      {result?.ok === false ? <InlineNotice>{result.detail}</InlineNotice> : null}
      {mayChange ? (
        <div className="mt-1 flex gap-2">
          {isOwn ? null : (
            <Button size="small" busy={isBusy} onClick={() => onDecide(true)}>
              Confirm
            </Button>
          )}
          <Button size="small" busy={isBusy} onClick={() => onDecide(false)}>
            {isOwn ? "Withdraw" : "Decline"}
          </Button>
        </div>
      ) : null}
    </>
  )
}

"use client"

import { useState } from "react"
import { Button } from "@/components/ui/button"
import { shortHash } from "@/lib/assurance/say-sign-off"

/** The hash that a signature is given to, and the very text that it stands for. */
export function ExactText({ text, hash }: { text: string; hash: string }) {
  const [shown, setShown] = useState(false)
  return (
    <div className="text-ink-3 text-meta">
      <p className="flex flex-wrap items-center gap-x-2">
        <span>
          SHA-256{" "}
          <span className="break-all font-mono" title={hash}>
            {shown ? hash : shortHash(hash)}
          </span>
        </span>
        <Button size="small" variant="quiet" aria-expanded={shown} onClick={() => setShown(!shown)} className="-ml-1">
          {shown ? "Hide statement text" : "Show statement text"}
        </Button>
      </p>
      {shown ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
        <section aria-label="Statement text" tabIndex={0} className="mt-1 max-h-60 overflow-y-auto">
          <pre className="whitespace-pre-wrap break-all rounded-md bg-sunken px-3 py-2 font-mono">{text}</pre>
        </section>
      ) : null}
    </div>
  )
}

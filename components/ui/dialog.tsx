"use client"

import { type ReactNode, type RefObject, useEffect, useEffectEvent, useId, useRef } from "react"
import { Button } from "./button"
import { cn } from "./class-names"

type ModalProps = {
  label?: string
  labelledBy?: string
  describedBy?: string
  onClose: () => void
  className?: string
  children: ReactNode
}

/** The browser's own modal dialog: it keeps the focus in, gives it back, and closes on Escape or a press beside it. */
export function Modal({ label, labelledBy, describedBy, onClose, className, children }: ModalProps) {
  const dialog = useRef<HTMLDialogElement>(null)
  useShowModal(dialog)
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the click is the press beside the dialog; its key is Escape
    <dialog
      ref={dialog}
      aria-label={label}
      aria-labelledby={labelledBy}
      aria-describedby={describedBy}
      onCancel={(event) => {
        event.preventDefault()
        onClose()
      }}
      onClick={(event) => {
        if (event.target === event.currentTarget) onClose()
      }}
      className={cn(
        "m-auto max-w-[calc(100vw-32px)] animate-rise rounded-lg border border-line-strong bg-raised p-0 text-ink shadow-float backdrop:bg-veil",
        className,
      )}
    >
      {children}
    </dialog>
  )
}

function useShowModal(dialog: RefObject<HTMLDialogElement | null>) {
  useEffect(() => {
    const node = dialog.current
    const before = document.activeElement
    if (typeof node?.showModal === "function") node.showModal()
    else node?.setAttribute("open", "")
    node?.querySelector<HTMLElement>("[data-autofocus]")?.focus()
    return () => {
      node?.close?.()
      if (before instanceof HTMLElement) before.focus()
    }
  }, [dialog])
}

type ConfirmDialogProps = {
  open: boolean
  /** A question: "Drop 12 work items?" */
  title: string
  /** What will happen, and what can be taken back. */
  children: ReactNode
  /** The verb: "Drop", never "OK". */
  confirmLabel: string
  cancelLabel?: string
  danger?: boolean
  busy?: boolean
  onConfirm: () => void
  onCancel: () => void
}

/** Asks before an act that cannot simply be undone. Dialogs are for nothing else. */
export function ConfirmDialog(props: ConfirmDialogProps) {
  return props.open ? <OpenConfirm {...props} /> : null
}

function OpenConfirm(props: ConfirmDialogProps) {
  const { title, children, confirmLabel, cancelLabel = "Cancel", danger, busy, onConfirm, onCancel } = props
  const id = useId()
  const confirm = useEffectEvent(onConfirm)
  return (
    <Modal labelledBy={`${id}-title`} describedBy={`${id}-text`} onClose={onCancel} className="w-[420px]">
      <form
        className="p-5"
        onSubmit={(event) => {
          event.preventDefault()
          confirm()
        }}
      >
        <h2 id={`${id}-title`} className="text-title">
          {title}
        </h2>
        <div id={`${id}-text`} className="mt-2 text-ink-2">
          {children}
        </div>
        <div className="mt-5 flex justify-end gap-2">
          <Button onClick={onCancel}>{cancelLabel}</Button>
          <Button type="submit" variant={danger ? "danger" : "primary"} busy={busy ?? false} data-autofocus="">
            {confirmLabel}
          </Button>
        </div>
      </form>
    </Modal>
  )
}

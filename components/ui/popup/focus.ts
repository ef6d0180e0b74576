const FOCUSABLE =
  'a[href],button:not(:disabled),input:not(:disabled),select:not(:disabled),textarea:not(:disabled),[tabindex]:not([tabindex="-1"])'

/** Everything in `root` that Tab would reach, in order. */
function focusableIn(root: HTMLElement): HTMLElement[] {
  return [...root.querySelectorAll<HTMLElement>(FOCUSABLE)].filter((element) => !element.closest("[inert],[hidden]"))
}

/** Moves the focus to what asks for it (`data-autofocus`), else the first thing that takes it, else `root` itself. */
export function focusFirstIn(root: HTMLElement | null): void {
  if (!root) return
  const wanted = root.querySelector<HTMLElement>("[data-autofocus]") ?? focusableIn(root)[0] ?? root
  wanted.focus({ preventScroll: true })
}

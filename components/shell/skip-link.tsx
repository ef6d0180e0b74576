/** The id of the main region that the skip link leads to. */
export const MAIN_ID = "main"

/** The first stop of Tab: past the sidebar. */
export function SkipLink() {
  return (
    <a
      href={`#${MAIN_ID}`}
      className="fixed top-2 left-2 z-[80] -translate-y-16 rounded-md bg-ink px-3 py-1.5 text-surface focus:translate-y-0"
    >
      Skip to content
    </a>
  )
}

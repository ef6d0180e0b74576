const EVERY_MS = 10_000
const SOON_MS = 500

/** Fills the inboxes soon after something happened, here or in another process; who writes does not wait for it. */
export async function startTelling(): Promise<() => Promise<void>> {
  const { deriveNotifications } = await import("@/lib/people/inbox/server/derive")
  const { noticeRules } = await import("@/lib/serve/api/server/notice-rules")
  const { listen } = await import("@/lib/door/server/live")
  let running: Promise<void> = Promise.resolve()
  let soon: NodeJS.Timeout | null = null
  const tell = () => {
    soon = null
    running = running
      .then(() => deriveNotifications(noticeRules, new Date()))
      .catch((error: unknown) => console.error("Inboxes could not be filled:", error))
  }
  const deaf = listen(() => {
    soon ??= setTimeout(tell, SOON_MS)
  })
  const timer = setInterval(tell, EVERY_MS)
  tell()
  return async () => {
    deaf()
    if (soon) clearTimeout(soon)
    clearInterval(timer)
    await running
  }
}

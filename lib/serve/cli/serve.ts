import { once } from "node:events"
import type { CompleteSettings } from "@/lib/base/settings/server/settings"
import { createFront, type Front } from "@/lib/serve/http/server/front"
import { probeDatabase } from "@/lib/serve/http/server/health"
import { CommandProblem } from "./command"

/**
 * Opens the front at the address of the settings; until the product stands behind it, it says that it is starting.
 * @throws CommandProblem when the address is taken or not of this computer.
 */
export async function openFront({ host, port, origin, trustedProxies }: CompleteSettings): Promise<Front> {
  const front = createFront(origin, trustedProxies)
  front.server.listen(port, host)
  try {
    await once(front.server, "listening")
    return front
  } catch (error) {
    throw new CommandProblem(describe(error, host, port))
  }
}

function describe(error: unknown, host: string, port: number): string {
  const code = error instanceof Error && "code" in error ? error.code : undefined
  if (code === "EADDRINUSE")
    return `Port ${port} on ${host} is in use by another program. Stop it, or set PORT to another number.`
  if (code === "EACCES") return `Port ${port} can't be opened by this user. Set PORT to a number above 1023.`
  if (code === "EADDRNOTAVAIL" || code === "ENOTFOUND")
    return `HOST is ${host}, which isn't an address of this computer.`
  return `Port ${port} on ${host} cannot be opened: ${error instanceof Error ? error.message : String(error)}.`
}

/** Puts the product behind the front. Loaded late: it takes its mode from the environment as it is then. */
export async function openProduct(
  front: Front,
  settings: CompleteSettings,
  databaseUrl: string,
  isDevelopment: boolean,
) {
  const { prepareProduct } = await import("@/lib/serve/http/server/product")
  const product = await prepareProduct(front, settings.host, settings.port, isDevelopment)
  front.open(product.handler, probeDatabase(databaseUrl))
  return product
}

/** Resolves when the process is told to stop; a second signal, more than a second later, ends it at once. */
export function untilTold(): Promise<void> {
  return new Promise((resolve) => {
    let toldAt: number | undefined
    const tell = () => {
      if (toldAt !== undefined && performance.now() - toldAt > 1000) process.exit(1)
      toldAt ??= performance.now()
      resolve()
    }
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, tell)
    if (process.env.npm_lifecycle_event) whenOrphaned(tell)
  })
}

/** npm passes a signal to its shell, which dies of it and passes nothing on: then the parent is another one. */
function whenOrphaned(tell: () => void): void {
  const parent = process.ppid
  const watch = setInterval(() => {
    if (process.ppid === parent) return
    clearInterval(watch)
    tell()
  }, 250)
  watch.unref()
}

import { once } from "node:events"
import { connect, createServer, type Server, type Socket } from "node:net"

/** A connection to a server that can be cut and mended: what a failing network or a restarting server looks like. */
export class WeakLink {
  #server: Server | undefined
  #sockets = new Set<Socket>()
  #port = 0

  constructor(readonly target: URL) {}

  async mend(): Promise<void> {
    this.#server = createServer((near) => {
      const far = connect(Number(this.target.port), this.target.hostname)
      for (const [from, to] of [
        [near, far],
        [far, near],
      ] as const) {
        this.#sockets.add(from)
        from.on("error", () => to.destroy()).on("close", () => this.#sockets.delete(from))
        from.pipe(to)
      }
    })
    this.#server.listen(this.#port, "127.0.0.1")
    await once(this.#server, "listening")
    const address = this.#server.address()
    if (typeof address === "object" && address) this.#port = address.port
  }

  cut(): void {
    this.#server?.close()
    for (const socket of this.#sockets) socket.destroy()
  }

  /** The address of the target, by way of this link. */
  get url(): string {
    const url = new URL(this.target)
    url.port = String(this.#port)
    return url.href
  }
}

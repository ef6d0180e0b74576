/** Collects what next-auth answers, in the words of Node's response, and makes a Response of it. */
export class Reply {
  #status = 200
  #body: string | null = null
  readonly #headers = new Map<string, string | readonly string[]>()

  status(code: number): this {
    this.#status = code
    return this
  }
  getHeader = (name: string): string | readonly string[] | undefined => this.#headers.get(name.toLowerCase())
  setHeader(name: string, value: string | readonly string[]): this {
    this.#headers.set(name.toLowerCase(), value)
    return this
  }
  json(value: unknown): void {
    this.setHeader("content-type", "application/json")
    this.#body = JSON.stringify(value)
  }
  send(value: unknown): void {
    if (typeof value === "string") this.#body = value
    else if (value !== undefined && value !== null) this.json(value)
  }
  end(): void {}

  toResponse(): Response {
    const headers = new Headers({ "cache-control": "private, no-store" })
    for (const [name, value] of this.#headers)
      for (const each of typeof value === "string" ? [value] : value) headers.append(name, each)
    return new Response(this.#body, { status: this.#status, headers })
  }
}

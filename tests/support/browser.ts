import { handleAuth } from "@/lib/people/accounts/server/auth/handle"

type Form = Readonly<Record<string, string>>
export type Page = { readonly url: string; readonly status: number; readonly text: string; readonly headers: Headers }

/** A browser without a screen: cookies by origin, redirects followed; our own addresses are answered in this process. */
export class Browser {
  readonly #jars = new Map<string, Map<string, string>>()
  constructor(
    readonly origin: string,
    readonly at: () => Date = () => new Date(),
  ) {}

  cookie = (name: string): string | undefined => this.#jar(this.origin).get(name)
  setCookie = (name: string, value: string) => this.#jar(this.origin).set(name, value)
  #jar(origin: string): Map<string, string> {
    const jar = this.#jars.get(origin) ?? new Map<string, string>()
    this.#jars.set(origin, jar)
    return jar
  }

  get = (url: string): Promise<Page> => this.#follow(url, undefined)
  post = (url: string, form: Form, headers: Form = {}): Promise<Page> => this.#follow(url, form, headers)

  /** Posts to one of our own doors of sign-in, with the token against forged requests. */
  async knock(door: string, fields: Form, headers: Form = {}): Promise<Page> {
    const { csrfToken } = JSON.parse((await this.get(`${this.origin}/api/auth/csrf`)).text)
    return this.post(`${this.origin}/api/auth/${door}`, { ...fields, csrfToken, json: "true" }, headers)
  }

  async #follow(address: string, form?: Form, headers: Form = {}): Promise<Page> {
    let url = new URL(address)
    let body = form
    for (let hop = 0; hop < 20; hop += 1) {
      const response = await this.#send(url, body, hop === 0 ? headers : {})
      const location = response.headers.get("location")
      if (!location)
        return { url: url.href, status: response.status, text: await response.text(), headers: response.headers }
      url = new URL(location, url)
      body = undefined
      if (url.origin === this.origin && !url.pathname.startsWith("/api/auth/"))
        return { url: url.href, status: 200, text: "", headers: response.headers }
    }
    throw new Error("too many redirects")
  }

  async #send(url: URL, form: Form | undefined, headers: Form): Promise<Response> {
    const jar = this.#jar(url.origin)
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join("; ")
    const type = { "content-type": "application/x-www-form-urlencoded" }
    const request = new Request(url, {
      method: form ? "POST" : "GET",
      headers: { ...(cookie ? { cookie } : {}), ...(form ? type : {}), ...headers },
      redirect: "manual",
      ...(form ? { body: new URLSearchParams(form).toString() } : {}),
    })
    const response = url.origin === this.origin ? await handleAuth(request, this.at()) : await fetch(request)
    for (const line of response.headers.getSetCookie()) keep(jar, line)
    return response
  }
}

function keep(jar: Map<string, string>, line: string): void {
  const [pair = "", ...attributes] = line.split("; ")
  const at = pair.indexOf("=")
  const isGone = attributes.some((each) => /^max-age=0$/i.test(each)) || /expires=Thu, 01 Jan 1970/i.test(line)
  if (isGone) jar.delete(pair.slice(0, at))
  else jar.set(pair.slice(0, at), pair.slice(at + 1))
}

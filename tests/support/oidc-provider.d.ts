declare module "oidc-provider" {
  import type { RequestListener } from "node:http"

  /** A browser's sign-in at the provider; `loginTs` is when it was asked last, in seconds since 1970. */
  type Session = { loginTs?: number; persist(): Promise<unknown> }
  export class Provider {
    constructor(issuer: string, configuration: object)
    callback(): RequestListener
    readonly Session: { find(id: string): Promise<Session | undefined> }
  }
}

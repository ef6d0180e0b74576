import type { Metadata } from "next"
import { cookies } from "next/headers"
import { NameSection } from "@/components/people/accounts/name-section"
import { PasswordSection } from "@/components/people/accounts/password-section"
import { Section } from "@/components/people/accounts/section"
import { SessionsSection } from "@/components/people/accounts/sessions-section"
import { TokensSection } from "@/components/people/accounts/tokens-section"
import { PageBar, PageBody } from "@/components/shell/page-bar"
import { readTheme, THEME_COOKIE } from "@/components/shell/theme"
import { ThemeToggle } from "@/components/shell/theme-toggle"
import { loadAccount } from "@/lib/people/accounts/server/loaders"

export const metadata: Metadata = { title: "Account" }

export default async function AccountPage() {
  const { me, sessions, tokens } = await loadAccount()
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value)
  return (
    <>
      <PageBar title="Account" />
      <PageBody>
        <NameSection me={me} />
        <PasswordSection email={me.email} hasPassword={me.hasPassword} />
        <SessionsSection sessions={sessions} />
        <TokensSection tokens={tokens} />
        <Section title="Appearance" note="Saved in this browser.">
          <ThemeToggle initial={theme} />
        </Section>
      </PageBody>
    </>
  )
}

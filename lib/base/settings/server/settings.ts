import path from "node:path"
import { parseSettings, type Settings } from "../settings"
import { keepSecret } from "./secret-file"

/** Why the product cannot start with these settings; the message holds one sentence a line. */
export class SettingsProblem extends Error {
  override readonly name = "SettingsProblem"
}

export type CompleteSettings = Settings & { readonly authSecret: string }

let known: CompleteSettings | undefined

/**
 * The settings of this process, read from its environment at the first call. The data folder is absolute, and the
 * secret is made and kept there when none is set.
 * @throws SettingsProblem with a sentence for each mistake.
 */
export function settings(): CompleteSettings {
  known ??= readSettings()
  return known
}

function readSettings(): CompleteSettings {
  const parsed = parseSettings(process.env)
  if (!parsed.ok) throw new SettingsProblem(parsed.refusal.join("\n"))
  const dataFolder = path.resolve(parsed.value.dataFolder)
  const authSecret = parsed.value.authSecret ?? readSecret(path.join(dataFolder, "auth-secret"))
  return { ...parsed.value, dataFolder, authSecret }
}

function readSecret(file: string): string {
  try {
    return keepSecret(file)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new SettingsProblem(`The secret file ${file} cannot be read or made (${reason}); set AUTH_SECRET instead.`)
  }
}

let listener: (() => void) | null = null

/** The runner of this process hears when there is something to do, instead of looking for it every second. */
export const onWake = (wake: (() => void) | null): void => {
  listener = wake
}
export const wakeRunner = (): void => listener?.()

/** Why a plan cannot be forecast, each with its sentence. */
export const noForecastRefusals = {
  cycle: {
    status: 422,
    sentence: "Circular dependency: nothing can be forecast. Remove one of its dependencies first.",
  },
  "beyond-calendar": {
    status: 422,
    sentence: "Some work would fall before 1900 or after 2199. Check the longest estimates and lags.",
  },
  "no-working-weekday": { status: 422, sentence: "The calendar has no working days. Change it in Settings." },
  "nothing-to-forecast": { status: 422, sentence: "This programme has no gates to forecast." },
} as const

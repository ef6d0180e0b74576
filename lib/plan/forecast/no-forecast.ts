/** Why a plan cannot be forecast, each with its sentence. */
export const noForecastRefusals = {
  cycle: {
    status: 422,
    sentence: "The links go round in a circle, so nothing can be forecast. Remove one of its members first.",
  },
  "beyond-calendar": {
    status: 422,
    sentence: "Something would lie before 1900 or after 2199. Look at the longest estimates and lags.",
  },
  "no-working-weekday": { status: 422, sentence: "No weekday is worked; change the programme's calendar." },
  "nothing-to-forecast": { status: 422, sentence: "There is no gate to forecast in this programme." },
} as const

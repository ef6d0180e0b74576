type EarlyAnswersProps = { programmeId: string; answers: readonly string[] }

/**
 * Lets the browser ask for a programme's answers while it still fetches scripts. As elements of the page: what `preload`
 * of react-dom notes while a page streams reaches the browser only with the scripts.
 */
export function EarlyAnswers({ programmeId, answers }: EarlyAnswersProps) {
  return answers.map((answer) => (
    <link
      key={answer}
      rel="preload"
      href={`/api/v1/programmes/${programmeId}/${answer}`}
      as="fetch"
      crossOrigin="anonymous"
    />
  ))
}

/** Why the embedded PostgreSQL cannot be used now; the message is a sentence for the person who started it. */
export class EmbeddedProblem extends Error {
  override readonly name = "EmbeddedProblem"
}

/** Ten ticks and the number: how sure somebody was that the target is met. */
export function Confidence({ value }: { value: number }) {
  return (
    <span className="inline-flex items-center gap-2">
      <svg role="img" aria-label={`Confidence ${value} of 10`} width="50" height="9" viewBox="0 0 50 9">
        {Array.from({ length: 10 }, (_, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: ten ticks are always the same ten
            key={at}
            x={at * 5}
            width="3"
            y={at < value ? 0 : 4}
            height={at < value ? 9 : 1}
            fill={at < value ? "var(--ink-2)" : "var(--ink-3)"}
          />
        ))}
      </svg>
      {value}
    </span>
  )
}

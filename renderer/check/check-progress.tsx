/** Segments for checked places, a marker for the current one, dots for the rest; at most this many are drawn. */
const most = 42
const width = 304

export function CheckProgress({ checked, left }: { readonly checked: number; readonly left: number }) {
  const all = checked + left
  if (all === 0) return null
  const count = Math.min(most, all)
  const done = Math.floor((checked / all) * count)
  const step = width / count
  const dash = (index: number): string =>
    `M${(index * step + step * 0.34).toFixed(1)} 4h${(step * 0.36).toFixed(1)}`
  const path = (from: number, to: number): string =>
    Array.from({ length: Math.max(0, to - from) }, (_, index) => dash(from + index)).join('')
  return (
    <svg
      viewBox={`0 0 ${width} 8`}
      width="100%"
      height="8"
      aria-hidden="true"
      fill="none"
      strokeLinecap="round"
    >
      <path d={path(0, done)} stroke="var(--ink-2)" strokeWidth="4" />
      {done < count && <path d={dash(done)} stroke="var(--ink)" strokeWidth="6" />}
      <path d={path(done + 1, count)} stroke="var(--edge)" strokeWidth="1.25" />
    </svg>
  )
}

/** Paragraph ids by the time of their last change; each is kept for a limited time. */
export interface RecentParagraphs {
  add(paragraphIds: readonly string[]): void
  ids(): string[]
}

/** @param keptMs in ms of the page's clock */
export function recentParagraphs(keptMs: number): RecentParagraphs {
  let touched: { readonly atMs: number; readonly paragraphIds: readonly string[] }[] = []
  const forget = (now: number): void => {
    touched = touched.filter(({ atMs }) => now - atMs < keptMs)
  }
  return {
    add(paragraphIds) {
      const now = performance.now()
      forget(now)
      touched.push({ atMs: now, paragraphIds })
    },
    ids() {
      forget(performance.now())
      return touched.flatMap(({ paragraphIds }) => paragraphIds)
    },
  }
}

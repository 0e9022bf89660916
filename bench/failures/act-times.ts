import type { Act } from './acts.ts'

/** Times the acts of one program, including one cut off by its end. `onAct` is called for each. */
export function timeActs(onAct: (what: string, ms: number) => void) {
  let begun: { readonly what: string; readonly atMs: number } | null = null
  const end = (): void => {
    if (begun !== null) onAct(begun.what, performance.now() - begun.atMs)
    begun = null
  }
  return {
    note(act: Act): void {
      if (act.act === 'begin') begun = { what: act.what, atMs: performance.now() }
      if (act.act === 'end') end()
    },
    end,
  }
}

/** A line printed by a program: what it begins, and what was acknowledged to it. */
export type Act =
  | { readonly act: 'opened'; readonly salvaged: boolean }
  | { readonly act: 'closed' }
  | { readonly act: 'refused'; readonly why: string }
  /** Around each act of the library itself. */
  | { readonly act: 'begin'; readonly what: string }
  | { readonly act: 'end' }
  | {
      readonly act: 'try' | 'did'
      readonly what: 'add' | 'record' | 'delete'
      readonly token: string
      readonly recording: string
    }

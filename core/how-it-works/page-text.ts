import type { SourceId } from './sources.ts'

/**
 * The pages that explain the program, in one language: shown in the program and written to docs/how-it-works.
 * In texts, `**word**` is a word that the sentence explains, `[words](/place)` links to a place in the
 * program, `{id}` names a source.
 */
export interface HowItWorksText {
  readonly title: string
  readonly intro: string
  readonly sections: readonly Section[]
  readonly sources: string
  /** Introduces each source's sample. */
  readonly sample: string
}

export interface Section {
  readonly id: SectionId
  readonly title: string
  readonly blocks: readonly Block[]
}

export const sectionIds = [
  'steps',
  'does',
  'errs',
  'invents',
  'voices',
  'costs',
  'made',
  'refuses',
  'ask',
] as const
export type SectionId = (typeof sectionIds)[number]

/** Pictures of the same seconds of a recording. */
export const stepIds = ['sound', 'speech', 'passages', 'words', 'voices'] as const
export type StepId = (typeof stepIds)[number]

export type Block =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'quote'; readonly text: string }
  | { readonly kind: 'steps'; readonly steps: readonly Step[] }
  | { readonly kind: 'figures'; readonly figures: Figures }
  /** What an hour of sound cost on this computer; omitted if not measured. */
  | { readonly kind: 'cost' }

export interface Step {
  readonly id: StepId
  readonly title: string
  readonly text: string
}

/** Wrong, missing or invented words per 100. */
export interface Figures {
  readonly caption: string
  readonly rows: readonly { readonly label: string; readonly of100: number }[]
  /** The source and its sample. */
  readonly from: string
}

export type { SourceId }

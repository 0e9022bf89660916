/** The time between two stretches of speech of one speaker. */
export interface Pause {
  readonly lengthMs: number
  /** How long others speak in it; two at once count once. */
  readonly othersMs: () => number
}

/** The rule in words. */
export interface TurnRuleTexts {
  /** In full, a sentence: when a turn ends. */
  readonly whenItEnds: string
  /** A clause: what does not end it. */
  readonly whatDoesNot: string
  /** In the help of `parolo stats`, a sentence of one line. */
  readonly inHelp: string
}

/** How turns are counted: what one turn of a speaker is, and the same in words. */
export interface TurnRule {
  /** Whether a speaker who speaks again after the pause continues the same turn. */
  readonly isContinued: (pause: Pause) => boolean
  readonly texts: { readonly en: TurnRuleTexts; readonly fr: TurnRuleTexts }
}

import type { CheckReason } from './check-reason.ts'
import { cutJoins } from './reasons/cut-joins.ts'
import { glossaryTerms } from './reasons/glossary-terms.ts'
import { otherModel } from './reasons/other-model.ts'
import { proposedCorrections } from './reasons/proposed-corrections.ts'
import { unspokenWords } from './reasons/unspoken-words.ts'
import { unsureWords } from './reasons/unsure-words.ts'
import { unwrittenSpeech } from './reasons/unwritten-speech.ts'
import { wordsAtJoins } from './reasons/words-at-joins.ts'
import { whoSpeaks } from './reasons/who-speaks.ts'

/** All reasons, in the order of the filter. */
export const checkReasons: readonly CheckReason[] = [
  proposedCorrections,
  unsureWords,
  otherModel,
  whoSpeaks,
  unspokenWords,
  unwrittenSpeech,
  glossaryTerms,
  cutJoins,
  wordsAtJoins,
]

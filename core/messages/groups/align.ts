import { messageGroup } from '../message-group.ts'

/** Texts about aligning a text with the speech of a recording. */
export const align = messageGroup(
  {
    'align.unspoken': '{time}  not spoken: {text}',
    'align.unwritten': '{time}  not in the text: {text}',
    'align.aligned':
      '{file}: {matched} of {count, plural, one {# word} other {# words}} found in the speech.',
  },
  {
    'align.unspoken': '{time}  non prononcé\u00A0: {text}',
    'align.unwritten': '{time}  absent du texte\u00A0: {text}',
    'align.aligned':
      '{file}\u00A0: {matched} {count, plural, one {mot sur # retrouvé} other {mots sur # retrouvés}} dans la parole.',
  },
)

import type { ErrorText } from './error-text.ts'

/** Remembered voices. */
export const voiceErrors = {
  'voice.unknown': {
    en: { message: 'This voice is not remembered.', remedy: 'It may have been forgotten in another window.' },
    fr: {
      message: 'Cette voix n’est pas mémorisée.',
      remedy: 'Elle a peut-être été oubliée dans une autre fenêtre.',
    },
  },
  'voice.named-unknown': {
    en: { message: 'No voice is remembered under the name “{name}”.', remedy: 'See `parolo voices list`.' },
    fr: {
      message: 'Aucune voix n’est mémorisée sous le nom «\u00A0{name}\u00A0».',
      remedy: 'Consultez `parolo voices list`.',
    },
  },
  'voice.no-name': {
    en: {
      message: 'A voice can be remembered once its speaker has a name.',
      remedy: 'Name the speaker first.',
    },
    fr: {
      message: 'Une voix peut être mémorisée une fois qu’elle a un nom.',
      remedy: 'Donnez-lui d’abord un nom.',
    },
  },
  'voice.not-compared': {
    en: {
      message:
        'The voice of {name} cannot be remembered: what was found out about the voices is no longer stored, or this text was not made from sound by Parolo.',
      remedy: 'Transcribe the recording again, then name the speaker.',
    },
    fr: {
      message:
        'La voix de {name} ne peut pas être mémorisée\u00A0: ce qui a été relevé des voix n’est plus stocké, ou ce texte n’a pas été produit à partir du son par Parolo.',
      remedy: 'Transcrivez de nouveau l’enregistrement, puis nommez la voix.',
    },
  },
  'voice.too-short': {
    en: {
      message:
        '{name} speaks alone for {seconds, number} s in this recording; to remember a voice, {least, number} s are needed.',
      remedy: 'Use a recording in which {name} speaks for longer.',
    },
    fr: {
      message:
        '{name} parle sans autre voix pendant {seconds, number}\u00A0s dans cet enregistrement\u202F; pour mémoriser une voix, il en faut {least, number}.',
      remedy: 'Prenez un enregistrement où {name} parle plus longtemps.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>

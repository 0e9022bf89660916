import type { ErrorText } from './error-text.ts'

/** Recordings in the library. */
export const recordingErrors = {
  'cut.nothing': {
    en: {
      message: 'Everything in “{title}” is cut: there is no sound to write.',
      remedy: 'Restore what is to be heard.',
    },
    fr: {
      message: 'Tout est coupé dans «\u202F{title}\u202F»\u202F: il n’y a pas de son à écrire.',
      remedy: 'Rétablissez ce qui doit être entendu.',
    },
  },
  'recording.unknown': {
    en: {
      message: 'There is no recording “{reference}” in the library.',
      remedy: 'See `parolo list`.',
      onPage: {
        message: 'This recording is not in the library.',
        remedy: 'It was deleted, or the link belongs to another library.',
      },
    },
    fr: {
      message: 'La bibliothèque ne contient aucun enregistrement « {reference} ».',
      remedy: 'Consultez `parolo list`.',
      onPage: {
        message: 'Cet enregistrement n’est pas dans la bibliothèque.',
        remedy: 'Il a été supprimé, ou le lien vient d’une autre bibliothèque.',
      },
    },
  },
  'recording.ambiguous': {
    en: { message: '“{reference}” matches several recordings: {ids}.', remedy: 'Specify one by its ID.' },
    fr: {
      message: '« {reference} » correspond à plusieurs enregistrements : {ids}.',
      remedy: 'Indiquez l’identifiant de l’un d’eux.',
    },
  },
  'recording.no-transcript': {
    en: {
      message: '“{reference}” has no finished transcript.',
      remedy: 'Create one with `parolo transcribe`.',
      onPage: { message: 'This recording has not been transcribed yet.', remedy: 'Transcribe it first.' },
    },
    fr: {
      message: '« {reference} » n’a pas de transcription terminée.',
      remedy: 'Créez-en une avec `parolo transcribe`.',
      onPage: {
        message: 'Cet enregistrement n’a pas encore été transcrit.',
        remedy: 'Transcrivez-le d’abord.',
      },
    },
  },
  'speakers.no-pieces': {
    en: {
      message: 'The speakers of this transcript cannot be identified again.',
      remedy: 'It was imported, or the data that is needed no longer exists. Transcribe the recording again.',
    },
    fr: {
      message: 'Les voix de cette transcription ne peuvent pas être identifiées de nouveau.',
      remedy:
        'Elle a été importée, ou les données nécessaires n’existent plus. Transcrivez de nouveau l’enregistrement.',
    },
  },
  'trim.none': {
    en: {
      message: 'All of “{title}” is kept, or another part by now.',
      remedy: 'Choose the part that is to stay first.',
    },
    fr: {
      message: '«\u00A0{title}\u00A0» est gardé en entier, ou un autre extrait l’est désormais.',
      remedy: 'Choisissez d’abord l’extrait à conserver.',
    },
  },
  'trim.not-own': {
    en: {
      message: 'The file of “{title}” is not in the library, or has a picture.',
      remedy: 'Files of yours are never changed. Trimming works without deleting.',
    },
    fr: {
      message: 'Le fichier de «\u00A0{title}\u00A0» n’est pas dans la bibliothèque, ou contient une image.',
      remedy: 'Vos fichiers ne sont jamais modifiés. Vous pouvez rogner sans rien supprimer.',
    },
  },
  'trim.not-equal': {
    en: {
      message: 'The part of “{title}” could not be written exactly. Nothing was deleted.',
      remedy: 'Try again. If it happens again, report it.',
    },
    fr: {
      message: 'L’extrait de «\u00A0{title}\u00A0» n’a pas pu être écrit exactement. Rien n’a été supprimé.',
      remedy: 'Réessayez. Si cela se reproduit, signalez-le.',
    },
  },
  'sound.deleted': {
    en: {
      message: 'The sound of “{title}” was deleted.',
      remedy:
        'Its text stays. If you have the file elsewhere, choose “Locate…” in the menu of the recording.',
    },
    fr: {
      message: 'Le son de «\u00A0{title}\u00A0» a été supprimé.',
      remedy:
        'Son texte reste. Si vous avez le fichier ailleurs, choisissez «\u00A0Localiser…\u00A0» dans le menu de l’enregistrement.',
    },
  },
  'sound.no-text': {
    en: {
      message: '“{title}” has no finished text yet, which is to stay when the sound is deleted.',
      remedy: 'Transcribe it first, or delete the whole recording.',
    },
    fr: {
      message:
        '«\u00A0{title}\u00A0» n’a pas encore de texte terminé, qui doit rester quand le son est supprimé.',
      remedy: 'Transcrivez-le d’abord, ou supprimez tout l’enregistrement.',
    },
  },
  'sound.in-use': {
    en: {
      message: 'A task still needs the sound of “{title}”.',
      remedy: 'Wait until it is done, or cancel it.',
    },
    fr: {
      message: 'Une tâche a encore besoin du son de «\u00A0{title}\u00A0».',
      remedy: 'Attendez qu’elle se termine, ou annulez-la.',
    },
  },
  'sound.not-own': {
    en: {
      message: 'The sound of “{title}” is a file of yours, “{file}”.',
      remedy: 'Parolo never deletes your own files. You can delete it yourself.',
    },
    fr: {
      message: 'Le son de «\u00A0{title}\u00A0» est un de vos fichiers, «\u00A0{file}\u00A0».',
      remedy: 'Parolo ne supprime jamais vos propres fichiers. Vous pouvez le supprimer vous-même.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>

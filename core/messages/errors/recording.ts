import type { ErrorText } from './error-text.ts'

/** Recordings in the library. */
export const recordingErrors = {
  'clip.span': {
    en: {
      message: 'There is no clip from {from} to {to} of “{title}”, of which {start} to {end} is kept.',
      remedy: 'Choose at least 0.2 seconds and at most an hour of it.',
    },
    fr: {
      message:
        'Il n’y a pas d’extrait de {from} à {to} dans «\u00A0{title}\u00A0», dont on garde {start} à {end}.',
      remedy: 'Choisissez au moins 0,2\u00A0seconde et au plus une heure.',
    },
  },
  'clip.no-cover': {
    en: {
      message: '“{title}” has no cover.',
      remedy: 'Choose the wave or the video as the picture.',
    },
    fr: {
      message: '«\u00A0{title}\u00A0» n’a pas de pochette.',
      remedy: 'Choisissez l’onde ou la vidéo comme image.',
    },
  },
  'cut.nothing': {
    en: {
      message: 'Everything in “{title}” is cut, so there is no sound to write.',
      remedy: 'Restore something first.',
    },
    fr: {
      message: 'Tout est coupé dans «\u00A0{title}\u00A0»\u00A0: il n’y a pas de son à écrire.',
      remedy: 'Rétablissez d’abord quelque chose.',
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
      message: 'La bibliothèque ne contient aucun enregistrement «\u00A0{reference}\u00A0».',
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
      message: '«\u00A0{reference}\u00A0» correspond à plusieurs enregistrements\u00A0: {ids}.',
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
      message: '«\u00A0{reference}\u00A0» n’a pas de transcription terminée.',
      remedy: 'Créez-en une avec `parolo transcribe`.',
      onPage: {
        message: 'Cet enregistrement n’a pas encore été transcrit.',
        remedy: 'Transcrivez-le d’abord.',
      },
    },
  },
  'speakers.no-pieces': {
    en: {
      message: 'The voices in this transcript cannot be told apart again.',
      remedy: 'It was imported, or the data for it no longer exists. Transcribe the recording again.',
    },
    fr: {
      message: 'Les voix de cette transcription ne peuvent pas être distinguées de nouveau.',
      remedy:
        'Elle a été importée, ou les données nécessaires n’existent plus. Transcrivez de nouveau l’enregistrement.',
    },
  },
  'trim.none': {
    en: {
      message: '“{title}” is not trimmed, or its trim has changed.',
      remedy: 'First choose the part to keep.',
    },
    fr: {
      message: '«\u00A0{title}\u00A0» n’est pas rogné, ou ne l’est plus de la même façon.',
      remedy: 'Choisissez d’abord l’extrait à conserver.',
    },
  },
  'trim.not-own': {
    en: {
      message: 'The file of “{title}” is not stored in the library, or it is a video.',
      remedy: 'Parolo never changes your own files. You can trim without deleting.',
    },
    fr: {
      message: 'Le fichier de «\u00A0{title}\u00A0» n’est pas dans la bibliothèque, ou c’est une vidéo.',
      remedy: 'Parolo ne modifie jamais vos propres fichiers. Vous pouvez rogner sans rien supprimer.',
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
      message: 'The transcript of “{title}” is not finished. Its sound can be deleted once it is.',
      remedy: 'Transcribe it first, or delete the whole recording.',
    },
    fr: {
      message:
        'La transcription de «\u00A0{title}\u00A0» n’est pas terminée. Le son pourra être supprimé ensuite.',
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
      message: 'The sound of “{title}” is one of your own files, “{file}”.',
      remedy: 'Parolo never deletes your own files. You can delete it yourself.',
    },
    fr: {
      message: 'Le son de «\u00A0{title}\u00A0» est un de vos fichiers, «\u00A0{file}\u00A0».',
      remedy: 'Parolo ne supprime jamais vos propres fichiers. Vous pouvez le supprimer vous-même.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>

import type { ErrorText } from './error-text.ts'

/** Files of sound and video, and ffmpeg. */
export const mediaErrors = {
  'media.not-found': {
    en: { message: '{file} was not found.', remedy: 'Check the file name and the folder.' },
    fr: { message: '{file} est introuvable.', remedy: 'Vérifiez le nom du fichier et le dossier.' },
  },
  'media.not-a-file': {
    en: {
      message: '{file} is not a file.',
      remedy: 'Choose an audio or video file, not a folder, pipe, or device.',
    },
    fr: {
      message: '{file} n’est pas un fichier.',
      remedy: 'Choisissez un fichier audio ou vidéo, pas un dossier, un tube ou un périphérique.',
    },
  },
  'media.empty-file': {
    en: {
      message: '{file} is empty (0 bytes).',
      remedy: 'The copy or download may have failed. Get the file again.',
    },
    fr: {
      message: '{file} est vide (0 octet).',
      remedy: 'La copie ou le téléchargement a peut-être échoué. Récupérez de nouveau le fichier.',
    },
  },
  'media.unreadable': {
    en: {
      message: '{file} cannot be read as audio or video.',
      remedy:
        'It may be damaged or in an unsupported format. Try playing it in another program. If it plays, export it from there as WAV or MP3.',
    },
    fr: {
      message: '{file} ne peut pas être lu comme fichier audio ou vidéo.',
      remedy:
        'Il est peut-être endommagé ou dans un format non pris en charge. Essayez de le lire avec un autre logiciel. S’il se lit, exportez-le en WAV ou en MP3.',
    },
  },
  'media.unsupported': {
    en: {
      message: '{file} is not a supported type of file (playlist, music module, device, or similar).',
      remedy: 'Choose the recording itself, as an audio or video file.',
    },
    fr: {
      message: '{file} n’est pas d’un type pris en charge (liste de lecture, module musical, périphérique…).',
      remedy: 'Choisissez l’enregistrement lui-même, en audio ou en vidéo.',
    },
  },
  'media.no-audio': {
    en: { message: '{file} has no audio track.', remedy: 'Choose a file that has sound.' },
    fr: { message: '{file} n’a pas de piste audio.', remedy: 'Choisissez un fichier qui contient du son.' },
  },
  'media.no-samples': {
    en: {
      message: '{file} contains no audio that can be decoded.',
      remedy: 'It may be incomplete or damaged. Try playing it in another program, or export it as WAV.',
    },
    fr: {
      message: '{file} ne contient aucun son qui puisse être décodé.',
      remedy:
        'Il est peut-être incomplet ou endommagé. Essayez de le lire avec un autre logiciel, ou exportez-le en WAV.',
    },
  },
  'media.no-such-track': {
    en: {
      message:
        '{file} has {tracks, plural, one {# audio track} other {# audio tracks}}; track {track} does not exist.',
      remedy: 'Choose a track with --track, from 1 to {tracks}.',
      onPage: { remedy: 'Choose a track from 1 to {tracks}.' },
    },
    fr: {
      message:
        '{file} a {tracks, plural, one {# piste audio} other {# pistes audio}}\u202F; la piste {track} n’existe pas.',
      remedy: 'Choisissez une piste avec --track, de 1 à {tracks}.',
      onPage: { remedy: 'Choisissez une piste de 1 à {tracks}.' },
    },
  },
  'media.stalled': {
    en: {
      message: '{file} could not be decoded: no data was received for 30 seconds.',
      remedy: 'It may be damaged, or its disk may not be responding.',
    },
    fr: {
      message: '{file} n’a pas pu être décodé\u00A0: aucune donnée n’a été reçue pendant 30 secondes.',
      remedy: 'Il est peut-être endommagé, ou son disque ne répond pas.',
    },
  },
  'media.moved': {
    en: {
      message: 'The recording is no longer at {file}.',
      remedy: 'Locate the file in its new place. Its transcript is kept.',
    },
    fr: {
      message: 'L’enregistrement n’est plus à {file}.',
      remedy: 'Localisez le fichier à son nouvel emplacement. Sa transcription est conservée.',
    },
  },
  'media.changed': {
    en: {
      message: '{file} changed while it was being read.',
      remedy: 'Wait until the file is complete, then try again.',
    },
    fr: {
      message: '{file} a été modifié pendant sa lecture.',
      remedy: 'Attendez que le fichier soit complet, puis réessayez.',
    },
  },
  'import.other-tracks': {
    en: {
      message: '{file} does not have as many audio tracks as the first file.',
      remedy:
        'Files that follow one another must have the same number of tracks. Import this one on its own.',
    },
    fr: {
      message: '{file} n’a pas autant de pistes audio que le premier fichier.',
      remedy: 'Des fichiers qui se suivent doivent avoir le même nombre de pistes. Importez celui-ci à part.',
    },
  },
  'import.incomplete': {
    en: {
      message: 'The import of {file} is incomplete.',
      remedy: 'Import the file again. It resumes where it stopped.',
    },
    fr: {
      message: 'L’import de {file} est incomplet.',
      remedy: 'Importez de nouveau le fichier. L’import reprendra où il s’est arrêté.',
    },
  },
  'import.unknown': {
    en: { message: 'This import no longer exists.', remedy: 'Import the file again.' },
    fr: { message: 'Cet import n’existe plus.', remedy: 'Importez de nouveau le fichier.' },
  },
  'import.other-file': {
    en: {
      message: '{file} is not the missing recording.',
      remedy: 'Choose the original file. Its name does not matter: the contents are compared.',
    },
    fr: {
      message: '{file} n’est pas l’enregistrement manquant.',
      remedy:
        'Choisissez le fichier d’origine. Son nom n’a pas d’importance\u00A0: les contenus sont comparés.',
    },
  },
  'ffmpeg.missing': {
    en: {
      message:
        '{platform, select, linux {ffmpeg was not found. Install it: sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg was not found. Install it: brew install ffmpeg (Homebrew) or port install ffmpeg (MacPorts).} win32 {ffmpeg was not found. Install it: winget install Gyan.FFmpeg, then open a new window.} other {ffmpeg was not found. Install it from your system’s packages.}}',
      remedy: 'Or set FFMPEG_PATH to the path of the program.',
      onPage: { remedy: 'Then restart Parolo.' },
    },
    fr: {
      message:
        '{platform, select, linux {ffmpeg est introuvable. Installez-le\u00A0: sudo apt install ffmpeg (Debian, Ubuntu), sudo dnf install ffmpeg (Fedora), sudo pacman -S ffmpeg (Arch).} darwin {ffmpeg est introuvable. Installez-le\u00A0: brew install ffmpeg (Homebrew) ou port install ffmpeg (MacPorts).} win32 {ffmpeg est introuvable. Installez-le\u00A0: winget install Gyan.FFmpeg, puis ouvrez une nouvelle fenêtre.} other {ffmpeg est introuvable. Installez-le depuis les paquets de votre système.}}',
      remedy: 'Ou indiquez le chemin du programme dans FFMPEG_PATH.',
      onPage: { remedy: 'Redémarrez ensuite Parolo.' },
    },
  },
  'ffmpeg.failed': {
    showsDetail: true,
    en: {
      message: '{file} could not be decoded completely.',
      remedy: 'Try playing it in another program, or export it as WAV.',
    },
    fr: {
      message: '{file} n’a pas pu être décodé entièrement.',
      remedy: 'Essayez de le lire avec un autre logiciel, ou exportez-le en WAV.',
    },
  },
  'ffmpeg.no-libass': {
    en: {
      message: 'The installed ffmpeg cannot draw captions: it was built without libass.',
      remedy: 'Install a complete ffmpeg, or set FFMPEG_PATH to one. The formats mp4 and mkv do not need it.',
      onPage: { remedy: 'Install a complete ffmpeg. The formats mp4 and mkv do not need it.' },
    },
    fr: {
      message: 'Le ffmpeg installé ne sait pas dessiner de sous-titres\u00A0: il a été compilé sans libass.',
      remedy:
        'Installez un ffmpeg complet, ou indiquez son chemin dans FFMPEG_PATH. Les formats mp4 et mkv n’en ont pas besoin.',
      onPage: { remedy: 'Installez un ffmpeg complet. Les formats mp4 et mkv n’en ont pas besoin.' },
    },
  },
  'range.empty': {
    en: {
      message: 'There is nothing to transcribe from {from} to {to}.',
      remedy: 'Choose an end that is later than the start.',
    },
    fr: {
      message: 'Il n’y a rien à transcrire de {from} à {to}.',
      remedy: 'Choisissez une fin postérieure au début.',
    },
  },
  'range.beyond-end': {
    en: {
      message: 'The recording is {length} long; {time} is after its end.',
      remedy: 'Choose a part within the recording.',
    },
    fr: {
      message: 'L’enregistrement dure {length}\u202F; {time} est après sa fin.',
      remedy: 'Choisissez un extrait compris dans l’enregistrement.',
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>

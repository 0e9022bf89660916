import type { ErrorText } from './error-text.ts'

/** Formats of texts, caption rules, exports and films. */
export const formatErrors = {
  'format.unknown': {
    en: { message: 'Unknown format: “{format}”.', remedy: 'Available formats: {known}.' },
    fr: {
      message: 'Format inconnu\u00A0: «\u00A0{format}\u00A0».',
      remedy: 'Formats disponibles\u00A0: {known}.',
    },
  },
  'format.unreadable': {
    showsDetail: true,
    en: { message: '{file} cannot be read as {format}.', remedy: 'The details show where the error is.' },
    fr: {
      message: '{file} ne peut pas être lu comme {format}.',
      remedy: 'Les détails indiquent où se trouve l’erreur.',
    },
  },
  'format.too-large': {
    en: {
      message:
        '{file} is over a limit: {limit, select, bytes {at most {most, number} bytes are read} unpacked {its text may unpack to {most, number} bytes} nested {elements, lists and objects may be nested {most, number} deep} elements {at most {most, number} XML elements are read} cues {at most {most, number} captions are read} words {at most {most, number} words are read} characters {all captions together may have {most, number} characters} speakers {at most {most, number} speakers are read} styles {at most {most, number} styles and regions are read} other {reading it may use {most, number} bytes of memory}}.',
      remedy: 'Split the file, or check that it is what its name says.',
    },
    fr: {
      message:
        '{file} dépasse une limite\u00A0: {limit, select, bytes {au plus {most, number} octets} unpacked {au plus {most, number} octets de texte décompressé} nested {au plus {most, number} niveaux d’éléments, de listes et d’objets imbriqués} elements {au plus {most, number} éléments XML} cues {au plus {most, number} sous-titres} words {au plus {most, number} mots} characters {au plus {most, number} caractères pour tous les sous-titres} speakers {au plus {most, number} voix} styles {au plus {most, number} styles et régions} other {au plus {most, number} octets de mémoire pour le lire}}.',
      remedy: 'Divisez le fichier, ou vérifiez que son contenu correspond à son nom.',
    },
  },
  'format.too-slow': {
    en: {
      message: '{file} was not read within {seconds} seconds.',
      remedy: 'Split the file, or check that it is what its name says.',
    },
    fr: {
      message: '{file} n’a pas pu être lu en {seconds} secondes.',
      remedy: 'Divisez le fichier, ou vérifiez que son contenu correspond à son nom.',
    },
  },
  'format.not-read': {
    en: {
      message: '{file} is not in a format that Parolo can read.',
      remedy:
        'Choose captions or a text, for example .srt, .vtt, .ttml, .ass, .stl, .parolo.json, .txt or .docx.',
    },
    fr: {
      message: '{file} n’est pas dans un format que Parolo sait lire.',
      remedy:
        'Choisissez des sous-titres ou un texte, par exemple .srt, .vtt, .ttml, .ass, .stl, .parolo.json, .txt ou .docx.',
    },
  },
  'format.other-kind': {
    en: {
      message:
        '{file} is {kind, select, edit {an edit list or the project of an editing program} captions {captions in a format that Parolo cannot read} turns {a list of who speaks when, without words} table {a table} other {a document that Parolo cannot read}}.',
      remedy:
        '{kind, select, edit {Import the recording itself. Captions can be imported as SRT, WebVTT, TTML, EBU STL or FCPXML.} captions {Save them as SRT, WebVTT, TTML or EBU STL in the program that they are from, and import that file.} turns {Import the recording itself, its .parolo.json or its captions.} table {Import captions (SRT, WebVTT) or the .parolo.json instead; without times, save the text as .txt or .docx and align it with its recording.} other {Save the text as .txt or .docx, and align it with its recording.}}',
    },
    fr: {
      message:
        '{file} est {kind, select, edit {une liste de montage ou le projet d’un logiciel de montage} captions {un fichier de sous-titres dans un format que Parolo ne sait pas lire} turns {une liste de prises de parole, sans les mots} table {un tableau} other {un document que Parolo ne sait pas lire}}.',
      remedy:
        '{kind, select, edit {Importez l’enregistrement lui-même. Les sous-titres s’importent en SRT, WebVTT, TTML, EBU STL ou FCPXML.} captions {Enregistrez-les en SRT, WebVTT, TTML ou EBU STL dans le logiciel dont ils viennent, puis importez ce fichier.} turns {Importez l’enregistrement lui-même, son .parolo.json ou ses sous-titres.} table {Importez plutôt des sous-titres (SRT, WebVTT) ou le .parolo.json\u202F; sans les temps, enregistrez le texte en .txt ou .docx et alignez-le sur son enregistrement.} other {Enregistrez le texte en .txt ou .docx, puis alignez-le sur son enregistrement.}}',
    },
  },
  'format.no-option': {
    en: {
      message: 'No chosen format has the option {option}.',
      remedy: 'Leave it out, or choose a format that has it: parolo convert --help.',
    },
    fr: {
      message: 'Aucun format choisi n’a l’option {option}.',
      remedy: 'Retirez-la, ou choisissez un format qui l’a\u00A0: parolo convert --help.',
    },
  },
  'format.needs-cut': {
    en: {
      message: 'Lists of the cut are made of what is kept of a recording: {formats}.',
      remedy: 'Add --cut. To choose what is cut: parolo cut --help.',
    },
    fr: {
      message: 'Les listes de la coupe se font de ce qui est gardé d’un enregistrement\u00A0: {formats}.',
      remedy: 'Ajoutez --cut. Pour choisir ce qui est coupé\u00A0: parolo cut --help.',
    },
  },
  'format.no-times': {
    en: {
      message: '{file} has no times, and {format} needs them.',
      remedy:
        'Align it with its recording first: `parolo align MEDIA {file}`. Without times it converts to txt, md, html, docx and pdf.',
      onPage: { remedy: 'Align it with its recording first: “Align a text…” in the recording’s menu.' },
    },
    fr: {
      message: '{file} n’a pas de temps, or {format} en a besoin.',
      remedy:
        'Alignez-le d’abord sur son enregistrement\u00A0: `parolo align MÉDIA {file}`. Sans temps, il se convertit en txt, md, html, docx et pdf.',
      onPage: {
        remedy:
          'Alignez-le d’abord sur son enregistrement\u00A0: «\u00A0Aligner un texte…\u00A0» dans le menu de l’enregistrement.',
      },
    },
  },
  'preset.unknown': {
    en: { message: 'Unknown rules: “{preset}”.', remedy: 'Available: {known}, or the name of a file.' },
    fr: {
      message: 'Règles inconnues\u00A0: «\u00A0{preset}\u00A0».',
      remedy: 'Disponibles\u00A0: {known}, ou le nom d’un fichier.',
    },
  },
  'preset.unreadable': {
    showsDetail: true,
    en: { message: '{file} cannot be read as caption rules.', remedy: 'The details show what is wrong.' },
    fr: {
      message: '{file} ne peut pas être lu comme des règles de sous-titrage.',
      remedy: 'Les détails indiquent le problème.',
    },
  },
  'translation.unknown': {
    en: {
      message: 'There is no translation into “{language}”.',
      remedy:
        '{known, select, none {Add it in the captions of this transcript.} other {Languages of this transcript: {known}.}}',
    },
    fr: {
      message: 'Il n’y a pas de traduction en «\u00A0{language}\u00A0».',
      remedy:
        '{known, select, none {Ajoutez-la dans les sous-titres de cette transcription.} other {Langues de cette transcription\u00A0: {known}.}}',
    },
  },
  'export.too-large': {
    en: {
      message: 'With the others it is too large to be saved at once.',
      remedy: 'Export fewer recordings at a time, or pages without sound.',
    },
    fr: {
      message: 'Avec les autres, l’ensemble est trop volumineux pour être enregistré en une fois.',
      remedy: 'Exportez moins d’enregistrements à la fois, ou des pages sans son.',
    },
  },
  'export.not-made': {
    en: {
      message: '{file} was not made: it takes too long or too much memory.',
      remedy: 'Choose another format, or trim the recording and export it in parts.',
    },
    fr: {
      message: '{file} n’a pas été créé\u00A0: l’opération est trop longue ou demande trop de mémoire.',
      remedy: 'Choisissez un autre format, ou rognez l’enregistrement et exportez-le en plusieurs parties.',
    },
  },
  'export.redacted-meanwhile': {
    en: {
      message:
        'Words of {file} were redacted while it was exported: the file that still had them was not kept.',
      remedy: 'Export it again.',
    },
    fr: {
      message:
        'Des mots de {file} ont été occultés pendant l’export\u00A0: le fichier où ils étaient encore n’a pas été conservé.',
      remedy: 'Exportez-le à nouveau.',
    },
  },
  'video.no-media': {
    en: {
      message: 'No recording was given for {file}, and none of the same name is beside it.',
      remedy: 'Name it with --media FILE.',
    },
    fr: {
      message: 'Aucun enregistrement n’a été indiqué pour {file}, et il n’y en a aucun du même nom à côté.',
      remedy: 'Indiquez-le avec --media FICHIER.',
    },
  },
  'video.no-picture': {
    en: {
      message: '{file} has no moving picture that captions could be burned into.',
      remedy: 'Choose mp4 or mkv: a captions track beside the sound.',
    },
    fr: {
      message: '{file} n’a pas d’images animées dans lesquelles incruster des sous-titres.',
      remedy: 'Choisissez mp4 ou mkv\u00A0: une piste de sous-titres à côté du son.',
    },
  },
  'video.no-captions': {
    en: { message: 'There are no captions to add to {file}.', remedy: 'Choose a file with captions.' },
    fr: {
      message: 'Il n’y a aucun sous-titre à ajouter à {file}.',
      remedy: 'Choisissez un fichier qui contient des sous-titres.',
    },
  },
  'video.container': {
    en: {
      message:
        '{container, select, mp4 {MP4} other {Matroska (MKV)}} cannot hold what {file} contains{codec, select, unknown {} other { ({codec})}}.',
      remedy:
        '{container, select, mp4 {Matroska can: choose mkv. Or burn the captions into the picture: choose burn.} other {MP4 may: choose mp4. Or burn the captions into the picture: choose burn.}}',
    },
    fr: {
      message:
        '{container, select, mp4 {MP4} other {Matroska (MKV)}} ne peut pas contenir ce que contient {file}{codec, select, unknown {} other { ({codec})}}.',
      remedy:
        '{container, select, mp4 {Matroska le peut\u00A0: choisissez mkv. Ou incrustez les sous-titres dans l’image\u00A0: choisissez burn.} other {MP4 le peut peut-être\u00A0: choisissez mp4. Ou incrustez les sous-titres dans l’image\u00A0: choisissez burn.}}',
    },
  },
  'video.failed': {
    showsDetail: true,
    en: {
      message: 'ffmpeg could not write {file} with captions.',
      remedy: 'The details are what ffmpeg says. Check whether another program plays the file to its end.',
    },
    fr: {
      message: 'ffmpeg n’a pas pu écrire {file} avec des sous-titres.',
      remedy:
        'Les détails sont ce que dit ffmpeg. Vérifiez qu’un autre logiciel lit le fichier jusqu’à sa fin.',
    },
  },
  'video.no-encoder': {
    en: {
      message: 'The installed ffmpeg has no encoder for video in MP4.',
      remedy: 'Install a complete ffmpeg, or set FFMPEG_PATH to one.',
      onPage: { remedy: 'Install a complete ffmpeg.' },
    },
    fr: {
      message: 'Le ffmpeg installé n’a aucun encodeur de vidéo pour MP4.',
      remedy: 'Installez un ffmpeg complet, ou indiquez son chemin dans FFMPEG_PATH.',
      onPage: { remedy: 'Installez un ffmpeg complet.' },
    },
  },
} as const satisfies Readonly<Record<string, ErrorText>>

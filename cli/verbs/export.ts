import { withLibrary } from '../library/with-library.ts'
import { isOn, text } from '../options/arguments.ts'
import { resultOptions, soundOptions } from '../options/option-groups.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const exportVerb: Verb = {
  name: 'export',
  options: {
    ...resultOptions,
    ...soundOptions,
    'sound-around': 'switch',
    translation: 'value',
    'all-languages': 'switch',
    to: 'value',
    all: 'switch',
    cut: 'switch',
    'with-recordings': 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'write a transcript in other formats, captioned video, or the sound',
      text: `Usage: parolo export RECORDING --format F[,F…] [options]
       parolo export --all [--format F[,F…]] [--with-recordings] [--out DIR] [--overwrite]
       parolo export [RECORDING…] --to opensearch [--out DIR] [--stdout] [--overwrite]

Write a transcript in other formats, the recording with captions, or its sound. RECORDING is an ID (or its beginning), a title or a file.

  --format F[,F…]  {formats}; for mp4, mkv, burn, {sounds} and lists of cuts see below
  --out DIR  folder for the files (default: the current one)
  --stdout  print one format instead of writing files
  --overwrite  replace files that this command did not create; sound and video files are replaced only with it

Text and captions:
  --names never|change|always  speaker names in captions: never, when the speaker changes, or always. Speakers without a name are left out. Default, as on the page: by the transcript’s caption rules, otherwise by the settings
  --fillers shown|hidden  fillers, stutters and false starts, in everything but .parolo.json (default: as chosen on the page)
  --numbers spoken|digits  numbers, dates, times and units as they were said or in digits, in everything but .parolo.json (default: as chosen on the page)
  --preset NAME|FILE  rules of the captions: {presets}, or a file (default: those of the transcript)
  --translation CODE  the translation into this language, as typed or imported in Parolo, instead of the text: NAME.CODE.EXT
  --first-page  Word, PDF: begin with a cover page: title, date, length and speaking time
  --sheet  add how the transcript was made: Word and PDF as a last page, WebVTT as a note, JSON as a member
  --whole-text  minutes, minutes-md, minutes-html: end with the whole text. Their template is the one chosen on the page
  --sound-around  minutes-html: include the seconds of sound around each decision, action and passage. Redacted words are silent, and what is cut is left out. The command prints the size
  --no-sound  html, qdpx: leave out the sound. A qdpx is a REFI-QDA project: the text, speakers as codes, comments as notes, and the sound as MP3
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box  details of the files: see parolo convert --help

Video and sound:
  mp4, mkv, burn  the recording with its captions, as for convert
  {sounds}  the sound, also without a transcript. A trimmed recording gives the part that is kept; redacted words are silent. The file has title, people, date, chapters and the cover of an episode (wav: no chapters, no cover)
  --all-languages  mp4, mkv: a track of the text and one of each translation
  --loudness LUFS  loudness of the sound: -14 for streaming, -16 for podcasts, -23 for broadcasting, or none. One gain is used for the whole sound, and peaks stay under -1 dBTP. The command prints what is reached (default: none, as loud as the recording)
  --channels original|mono  keep the recording’s channels, or mix them into one (default: original)
  --bitrate KBIT  kbit/s of mp3, m4a and opus (default: {bitrates})

What is kept after cutting:
  --cut  write only what is kept (see parolo cut), in its own time: text, captions, sound and video. JSON always has the whole recording
  {lists}  with --cut: lists of what is kept, for editing programs (NAME.cut.edl, NAME.cut.fcpxml, NAME.cut.otio, NAME.cut.txt). They count the video’s frames; without a video, EDL and FCPXML count frames of --fps (default: 25). A list of over 999 events becomes several EDL files

The whole library:
  --all  export everything: a folder for each recording with its documents (docx, srt and json unless --format says otherwise)
  --with-recordings  with --all: also copy each recording’s file as it was imported
  --to opensearch  write all transcripts, or those named, for OpenSearch and Elasticsearch (bulk format): opensearch-0001.ndjson, …. Each paragraph is a document with its times and speaker
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'écrire une transcription dans d’autres formats, une vidéo sous-titrée, ou le son',
      text: `Usage\u00A0: parolo export ENREGISTREMENT --format F[,F…] [options]
        parolo export --all [--format F[,F…]] [--with-recordings] [--out DOSSIER] [--overwrite]
        parolo export [ENREGISTREMENT…] --to opensearch [--out DOSSIER] [--stdout] [--overwrite]

Cette commande écrit une transcription dans d’autres formats, l’enregistrement avec des sous-titres, ou le son seul. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.

  --format F[,F…]  {formats}\u202F; pour mp4, mkv, burn, {sounds} et les listes de coupes, voir plus bas
  --out DOSSIER  dossier des fichiers (par défaut\u00A0: le dossier courant)
  --stdout  afficher un format au lieu d’écrire des fichiers
  --overwrite  remplacer des fichiers que cette commande n’a pas créés\u202F; les sons et les vidéos ne sont remplacés qu’avec cette option

Texte et sous-titres\u00A0:
  --names never|change|always  noms dans les sous-titres\u00A0: jamais, à chaque changement de voix, ou toujours. Les voix sans nom sont omises. Par défaut, comme sur la page\u00A0: selon les règles des sous-titres de la transcription, sinon selon les réglages
  --fillers shown|hidden  hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut\u00A0: le choix fait sur la page)
  --numbers spoken|digits  nombres, dates, heures et unités, tels qu’ils ont été dits ou en chiffres, partout sauf dans .parolo.json (par défaut\u00A0: le choix fait sur la page)
  --preset NOM|FICHIER  règles des sous-titres\u00A0: {presets}, ou un fichier (par défaut\u00A0: celles de la transcription)
  --translation CODE  la traduction dans cette langue, saisie ou importée dans Parolo, au lieu du texte\u00A0: NOM.CODE.EXT
  --first-page  Word, PDF\u00A0: commencer par une page de garde\u00A0: titre, date, durée et temps de parole
  --sheet  ajouter comment la transcription a été faite\u00A0: dans Word et PDF une dernière page, dans WebVTT une note, dans JSON un membre
  --whole-text  minutes, minutes-md, minutes-html\u00A0: finir par le texte entier. Le modèle du compte rendu est celui choisi sur la page
  --sound-around  minutes-html\u00A0: inclure les secondes de son autour de chaque décision, action et passage. Les mots occultés sont muets, et ce qui est coupé est omis. La commande affiche la taille
  --no-sound  html, qdpx\u00A0: omettre le son. Un qdpx est un projet REFI-QDA\u00A0: le texte, les voix comme codes, les commentaires comme notes et le son en MP3
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box  détails des fichiers\u00A0: voir parolo convert --help

Vidéo et son\u00A0:
  mp4, mkv, burn  l’enregistrement avec ses sous-titres, comme pour convert
  {sounds}  le son, même sans transcription. D’un enregistrement rogné, c’est la partie gardée\u202F; les mots occultés sont muets. Le fichier a titre, personnes, date, chapitres et la pochette d’un épisode (wav\u00A0: ni chapitres ni pochette)
  --all-languages  mp4, mkv\u00A0: une piste pour le texte et une pour chaque traduction
  --loudness LUFS  niveau du son\u00A0: -14 pour le streaming, -16 pour les podcasts, -23 pour la radio et la télévision, ou none. Un seul gain s’applique à tout le son, et les crêtes restent sous -1\u00A0dBTP. La commande affiche le niveau atteint (par défaut\u00A0: none, aussi fort que l’enregistrement)
  --channels original|mono  garder les canaux de l’enregistrement, ou les réunir en un seul (par défaut\u00A0: original)
  --bitrate KBIT  kbit/s de mp3, m4a et opus (par défaut\u00A0: {bitrates})

Ce qui est gardé après les coupes\u00A0:
  --cut  n’écrire que ce qui est gardé (voir parolo cut), à son propre temps\u00A0: texte, sous-titres, son et vidéo. JSON contient toujours tout l’enregistrement
  {lists}  avec --cut\u00A0: listes de ce qui est gardé, pour les logiciels de montage (NOM.cut.edl, NOM.cut.fcpxml, NOM.cut.otio, NOM.cut.txt). Elles comptent les images de la vidéo\u202F; sans vidéo, EDL et FCPXML comptent celles de --fps (par défaut\u00A0: 25). Une liste de plus de 999\u00A0événements devient plusieurs fichiers EDL

Toute la bibliothèque\u00A0:
  --all  tout exporter\u00A0: un dossier par enregistrement, avec ses documents (docx, srt et json, sauf avec --format)
  --with-recordings  avec --all\u00A0: copier aussi le fichier de chaque enregistrement, tel qu’il a été importé
  --to opensearch  écrire toutes les transcriptions, ou celles nommées, pour OpenSearch et Elasticsearch (format bulk)\u00A0: opensearch-0001.ndjson, …. Chaque paragraphe est un document, avec ses temps et sa voix
`,
    },
  },
  run: async (call) => {
    if (text(call.invocation, 'to') !== undefined) {
      const { runExportToSearch } = await import('./export/export-to-search.ts')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runExportToSearch(studio, call.terminal, call.invocation, signal)),
      )
    }
    if (isOn(call.invocation, 'all')) {
      const { runExportAll } = await import('./export/export-all.ts')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runExportAll(studio, call.terminal, call.invocation, signal)),
      )
    }
    const { runExport } = await import('./export/run-export.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runExport(studio, call.terminal, call.invocation, signal)),
    )
  },
}

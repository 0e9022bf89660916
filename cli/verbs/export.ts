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
      purpose: 'export a transcript in other formats, and its sound',
      text: `Usage: parolo export RECORDING --format F[,F…] [--names never|change|always] [--fillers shown|hidden] [--numbers spoken|digits] [--preset NAME|FILE] [--translation CODE | --all-languages] [--cut] [--first-page] [--sheet] [--whole-text] [--loudness -14|-16|-23|none] [--channels original|mono] [--bitrate KBIT] [--out DIR] [--stdout] [--overwrite]

RECORDING is an ID (or its beginning), a title or a file. Formats: {formats};
mp4, mkv, burn: the recording with its captions, as for convert;
{sounds}: its sound, of a trimmed recording the part that is kept, silent where words are redacted, with title,
people, date, chapters and the cover of an episode (wav: without chapters and cover).
--names: include speaker names in captions, when the speaker changes or always. Unnamed speakers are left out.
Without it, as on the page: by the transcript's caption rules, else by the settings.
--fillers shown|hidden: fillers, stutters and false starts in everything but .parolo.json (default: as chosen on the page).
--numbers spoken|digits: numbers, dates, times and units as they were said or in digits, likewise.
--preset: rules of the captions: {presets}, or a file (default: those of the transcript).
--translation: the translation into this language, as typed or imported in Parolo, instead of the text: NAME.CODE.EXT.
--all-languages: mp4, mkv with a track of the text and one of each translation.
--cut: only what is kept of the recording (see parolo cut), in its own time, in formats of text, captions, sound and film;
json always has the whole recording. With it, lists of what is kept for editing programs, too: {lists} (NAME.cut.edl,
NAME.cut.fcpxml, NAME.cut.otio, NAME.cut.txt), in the video's frames; without a video EDL and FCPXML count those of --fps
(default: 25), and a list of over 999 events is several files of EDL.
--sheet: Word and PDF end with a page, WebVTT begins with a note, and JSON has a member that says how it was made.
--first-page: the Word or PDF document begins with a cover page: title, date, length and speaking time.
--whole-text: minutes (minutes, minutes-md, minutes-html) end with the whole text. Their template is the one of the page.
--loudness: of the sound, in LUFS (-14 for streaming, -16 for podcasts, -23 for broadcasting), by one gain for all of it; peaks
are kept under -1 dBTP. What is reached is printed (default: none, as loud as the recording).
--channels mono: one channel instead of those of the recording. --bitrate: kbit/s of mp3, m4a and opus (default: {bitrates}).
Options of the files (--offset, --encoding, --line-ends, --no-sound, …): see parolo convert --help.

parolo export --all [--format F[,F…]] [--with-recordings] [--out DIR] [--overwrite] exports everything: a folder for each recording, with
its documents (docx, srt and json unless --format says otherwise) and, with --with-recordings, its file as it was imported.

parolo export [RECORDING…] --to opensearch [--out DIR] [--stdout] [--overwrite] writes opensearch-0001.ndjson, …: all transcripts,
or those named, in the bulk format of OpenSearch and Elasticsearch, a document a paragraph with its times and speaker.
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'exporter une transcription dans d’autres formats, et le son',
      text: `Usage : parolo export ENREGISTREMENT --format F[,F…] [--names never|change|always] [--fillers shown|hidden] [--numbers spoken|digits] [--preset NOM|FICHIER] [--translation CODE | --all-languages] [--cut] [--first-page] [--sheet] [--whole-text] [--loudness -14|-16|-23|none] [--channels original|mono] [--bitrate KBIT] [--out DOSSIER] [--stdout] [--overwrite]

ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier. Formats : {formats} ;
mp4, mkv, burn : l’enregistrement avec ses sous-titres, comme pour convert ;
{sounds} : le son, d’un enregistrement rogné la partie gardée, muet là où des mots sont occultés, avec titre,
voix, date, chapitres et la pochette d’un épisode (wav : sans chapitres ni pochette).
--names : inclure les noms dans les sous-titres, à chaque changement ou toujours. Les voix sans nom sont omises.
Sans cette option, comme sur la page : selon les règles des sous-titres de la transcription, sinon selon les réglages.
--fillers shown|hidden : hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : le choix fait sur la page).
--numbers spoken|digits : nombres, dates, heures et unités tels qu’ils ont été dits ou en chiffres, de même.
--preset : règles des sous-titres : {presets}, ou un fichier (par défaut : celles de la transcription).
--translation : la traduction dans cette langue, saisie ou importée dans Parolo, au lieu du texte : NOM.CODE.EXT.
--all-languages : mp4, mkv avec une piste pour le texte et une pour chaque traduction.
--cut : seulement ce qui est gardé de l’enregistrement (voir parolo cut), à son propre temps, dans les formats de texte, de
sous-titres, de son et de film ; json contient toujours tout l’enregistrement. Avec cette option, aussi des listes de ce
qui est gardé, pour les logiciels de montage : {lists} (NOM.cut.edl, NOM.cut.fcpxml, NOM.cut.otio, NOM.cut.txt), en images de
la vidéo ; sans vidéo, EDL et FCPXML comptent celles de --fps (par défaut : 25), et une liste de plus de 999 événements
devient plusieurs fichiers EDL.
--sheet : Word et PDF finissent par une page, WebVTT commence par une note, et JSON a un membre qui disent comment la
transcription a été faite.
--first-page : le document Word ou PDF commence par une page de garde : titre, date, durée et temps de parole.
--whole-text : le compte rendu (minutes, minutes-md, minutes-html) finit par le texte entier. Son modèle est celui de la page.
--loudness : niveau du son en LUFS (-14 pour le streaming, -16 pour les podcasts, -23 pour la radio et la télévision), par un
seul gain pour tout le son ; les crêtes restent sous -1 dBTP. Le niveau atteint est affiché (par défaut : none, aussi fort
que l’enregistrement).
--channels mono : un seul canal au lieu de ceux de l’enregistrement. --bitrate : débit en kbit/s de mp3, m4a et opus (par
défaut : {bitrates}).
Options des fichiers (--offset, --encoding, --line-ends, --no-sound, …) : voir parolo convert --help.

parolo export --all [--format F[,F…]] [--with-recordings] [--out DOSSIER] [--overwrite] exporte tout : un dossier par enregistrement, avec
ses documents (docx, srt et json si --format ne dit pas autre chose) et, avec --with-recordings, son fichier tel qu’il a été importé.

parolo export [ENREGISTREMENT…] --to opensearch [--out DOSSIER] [--stdout] [--overwrite] écrit opensearch-0001.ndjson, … : toutes les
transcriptions, ou celles nommées, au format bulk d’OpenSearch et d’Elasticsearch, un document par paragraphe avec ses temps et sa
voix.
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

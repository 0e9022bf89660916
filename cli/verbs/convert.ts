import { fileOptions } from '../options/option-groups.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const convertVerb: Verb = {
  name: 'convert',
  options: {
    format: 'value',
    preset: 'value',
    language: 'value',
    names: 'value',
    fillers: 'value',
    numbers: 'value',
    out: 'value',
    overwrite: 'switch',
    media: 'value',
    shift: 'value',
    stretch: 'value',
    sync: 'value',
    ...fileOptions,
    translation: 'value',
    'all-languages': 'switch',
  },
  help: {
    en: {
      arguments: 'FILE…',
      purpose: 'convert captions, transcripts and texts to other formats',
      text: `Usage: parolo convert FILE… --format F[,F…] [options]

Convert captions, transcripts and texts, without the recording and without the library. Captions stay as they are unless --preset is given. Text without times becomes {untimed}. The command prints what it corrected or left out.

Reads {read}
Endings: {extensions}; also JSON of whisperX.

  --format F[,F…]  {formats}; with the recording: mp4, mkv (a captions track: NAME.captions.mp4, NAME.captions.mkv; picture and sound are copied), burn (captions in the picture: NAME.burned.mp4)
  --out DIR  folder for the files (default: the current one)
  --overwrite  replace existing files; FILE and the recording are never overwritten
  --media FILE  the recording, for html, eaf, mp4, mkv and burn (default: the one of the same name beside FILE)
  --progress auto|bar|json|none  how progress of mp4, mkv and burn is shown

Text and captions:
  --preset NAME|FILE  break captions anew by rules: {presets}, or a file
  --language CODE  language (default: the file’s own, otherwise detected from its words)
  --names never|change|always  speaker names in captions (default: never; with the podcast rules: change)
  --fillers shown|hidden  fillers, stutters and false starts, in everything but .parolo.json (default: as a .parolo.json has it, otherwise shown)
  --numbers spoken|digits  numbers, dates, times and units as they were said or in digits, in everything but .parolo.json (default: as a .parolo.json has it, otherwise spoken)
  --translation CODE  of a .parolo.json, the translation into this language: NAME.CODE.EXT
  --all-languages  of a .parolo.json, for mp4 and mkv: a track of the text and one of each translation

Times:
  --shift TIME  move the captions later; earlier if negative: --shift=-0:01.5
  --stretch FROM:TO  for a video at another frame rate: 23.976:25 (before --shift)
  --sync A=B,C=D  move by two captions: times A and C become B and D
  --offset SECONDS  move all times later; earlier if negative: --offset=-1.5
  --fps N  frames per second, for {framed}
  --drop-frame yes|no  leave out frame numbers at 29.97 and 59.94, for {dropped} (default: yes)
  --start-timecode HH:MM:SS:FF  timecode at which the recording begins, for {started} (default: 00:00:00:00)

Details of the files:
  --encoding utf-8|utf-16|windows-1252  for {encoded} ({encodedUnicode}: utf-16); characters that it lacks become ?
  --bom  a byte order mark at the start of UTF-8, for {marked}
  --line-ends lf|crlf  how lines end (default: lf)
  --word-times  vtt: the time of each word
  --model-note  vtt: a note with the models that made the text
  --speaker-colors  vtt: a color for each speaker
  --no-places  vtt: no positions
  --no-caption-box  ass and burn: an outline around the letters instead of a dark box behind them
  --no-sound  html: leave out the sound, which the page otherwise contains up to about 3 hours (32 MB)

Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose: 'convertir des sous-titres, transcriptions et textes dans d’autres formats',
      text: `Usage\u00A0: parolo convert FICHIER… --format F[,F…] [options]

Cette commande convertit des sous-titres, des transcriptions et des textes, sans l’enregistrement ni la bibliothèque. Les sous-titres restent tels quels, sauf avec --preset. Un texte sans temps devient {untimed}. La commande affiche ce qu’elle a corrigé ou écarté.

Lit {read}
Extensions\u00A0: {extensions}\u202F; aussi le JSON de whisperX.

  --format F[,F…]  {formats}\u202F; avec l’enregistrement\u00A0: mp4, mkv (une piste de sous-titres\u00A0: NOM.captions.mp4, NOM.captions.mkv\u202F; image et son sont copiés), burn (sous-titres incrustés dans l’image\u00A0: NOM.burned.mp4)
  --out DOSSIER  dossier des fichiers (par défaut\u00A0: le dossier courant)
  --overwrite  remplacer des fichiers existants\u202F; FICHIER et l’enregistrement ne sont jamais remplacés
  --media FICHIER  l’enregistrement, pour html, eaf, mp4, mkv et burn (par défaut\u00A0: celui du même nom à côté de FICHIER)
  --progress auto|bar|json|none  façon d’afficher la progression de mp4, mkv et burn

Texte et sous-titres\u00A0:
  --preset NOM|FICHIER  redécouper les sous-titres selon des règles\u00A0: {presets}, ou un fichier
  --language CODE  langue (par défaut\u00A0: celle du fichier, sinon détectée d’après ses mots)
  --names never|change|always  noms dans les sous-titres (par défaut\u00A0: never\u202F; avec les règles podcast\u00A0: change)
  --fillers shown|hidden  hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut\u00A0: comme dans un .parolo.json, sinon shown)
  --numbers spoken|digits  nombres, dates, heures et unités, tels qu’ils ont été dits ou en chiffres, partout sauf dans .parolo.json (par défaut\u00A0: comme dans un .parolo.json, sinon spoken)
  --translation CODE  d’un .parolo.json, la traduction dans cette langue\u00A0: NOM.CODE.EXT
  --all-languages  d’un .parolo.json, pour mp4 et mkv\u00A0: une piste pour le texte et une pour chaque traduction

Temps\u00A0:
  --shift TEMPS  retarder les sous-titres\u202F; les avancer si négatif\u00A0: --shift=-0:01.5
  --stretch DE:À  pour une vidéo à une autre cadence\u00A0: 23.976:25 (avant --shift)
  --sync A=B,C=D  caler sur deux sous-titres\u00A0: les temps A et C deviennent B et D
  --offset SECONDES  retarder tous les temps\u202F; les avancer si négatif\u00A0: --offset=-1.5
  --fps N  images par seconde, pour {framed}
  --drop-frame yes|no  sauter des numéros d’image à 29,97 et 59,94, pour {dropped} (par défaut\u00A0: yes)
  --start-timecode HH:MM:SS:II  timecode du début de l’enregistrement, pour {started} (par défaut\u00A0: 00:00:00:00)

Détails des fichiers\u00A0:
  --encoding utf-8|utf-16|windows-1252  pour {encoded} ({encodedUnicode}\u00A0: utf-16)\u202F; les caractères qui y manquent deviennent\u202F?
  --bom  marque d’ordre des octets au début de l’UTF-8, pour {marked}
  --line-ends lf|crlf  fins de ligne (par défaut\u00A0: lf)
  --word-times  vtt\u00A0: le temps de chaque mot
  --model-note  vtt\u00A0: une note avec les modèles qui ont fait le texte
  --speaker-colors  vtt\u00A0: une couleur par voix
  --no-places  vtt\u00A0: sans positions
  --no-caption-box  ass et burn\u00A0: un contour autour des lettres au lieu d’un fond sombre derrière elles
  --no-sound  html\u00A0: omettre le son, que la page contient sinon jusqu’à 3\u00A0heures environ (32\u00A0Mo)

Codes de sortie\u00A0: 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async ({ terminal, invocation }) => {
    const { runConvert } = await import('./convert/run-convert.ts')
    return interruptible((signal) => runConvert(terminal, invocation, signal))
  },
}

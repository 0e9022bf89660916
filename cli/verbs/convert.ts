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

Converts captions, transcripts and texts without the recording and without the library. Captions stay as they are unless
--preset is given. Reads {read}
(by name: {extensions}; also JSON of whisperX).
Text without times becomes {untimed}.

  --format F[,F…]           {formats}
                            with the recording: mp4, mkv (a captions track: NAME.captions.mp4, NAME.captions.mkv; picture
                            and sound are copied), burn (captions in the picture: NAME.burned.mp4)
  --preset NAME|FILE        cut captions anew by rules: {presets}, or a file
  --language CODE           language (default: the file's own, else detected from its words)
  --names never|change|always   speaker names in captions (default: never; with the podcast rules: change)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json
                            (default: as a .parolo.json has it, else shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: as a .parolo.json has it, else spoken)
  --translation CODE        of a .parolo.json, the translation into this language: NAME.CODE.EXT
  --all-languages           of a .parolo.json, for mp4 and mkv: a track of the text and one of each translation
  --shift TIME              move the captions later; earlier if negative: --shift=-0:01.5
  --stretch FROM:TO         for a film at another frame rate: 23.976:25 (before --shift)
  --sync A=B,C=D            move by two captions: times A and C become B and D
  --offset SECONDS          all times later by this; earlier if negative: --offset=-1.5
  --fps N                   frames per second, for {framed}
  --drop-frame yes|no       leave out frame numbers at 29.97 and 59.94, for {dropped} (default: yes)
  --start-timecode HH:MM:SS:FF   timecode at which the recording begins, for {started} (default: 00:00:00:00)
  --encoding utf-8|utf-16|windows-1252   for {encoded} ({encodedUnicode}: utf-16); what it lacks becomes ?
  --bom                     a byte order mark at the start of UTF-8, for {marked}
  --line-ends lf|crlf       how lines end (default: lf)
  --word-times, --model-note, --speaker-colors, --no-places   for vtt: the time of each word; a note with the models that
                            made the text; a color for each speaker; no positions
  --no-caption-box          for ass and burn: an outline around the letters instead of a dark box behind them
  --no-sound                for html: without the sound, which the page carries up to about 3 hours (32 MB)
  --media FILE              the recording, for html, eaf, mp4, mkv and burn (default: the one of the same name beside FILE)
  --out DIR                 folder for the results (default: the current one)
  --overwrite               replace existing files; FILE and the recording are never overwritten
  --progress auto|bar|json|none   of mp4, mkv and burn

Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted. What was corrected or left out is printed.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose: 'convertir des sous-titres, transcriptions et textes dans d’autres formats',
      text: `Usage : parolo convert FICHIER… --format F[,F…] [options]

Convertit des sous-titres, transcriptions et textes sans l’enregistrement ni la bibliothèque. Les sous-titres restent
tels quels, sauf avec --preset. Lit {read}
(d’après le nom : {extensions} ; aussi le JSON de whisperX).
Un texte sans temps devient {untimed}.

  --format F[,F…]           {formats}
                            avec l’enregistrement : mp4, mkv (une piste de sous-titres : NOM.captions.mp4,
                            NOM.captions.mkv ; image et son sont copiés), burn (sous-titres incrustés dans l’image :
                            NOM.burned.mp4)
  --preset NOM|FICHIER      redécouper les sous-titres selon des règles : {presets}, ou un fichier
  --language CODE           langue (par défaut : celle du fichier, sinon détectée d’après ses mots)
  --names never|change|always   noms dans les sous-titres (par défaut : jamais ; avec les règles podcast : à chaque changement)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json
                            (par défaut : comme dans un .parolo.json, sinon shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : comme dans le .parolo.json,
                            sinon spoken)
  --translation CODE        d’un .parolo.json, la traduction dans cette langue : NOM.CODE.EXT
  --all-languages           d’un .parolo.json, pour mp4 et mkv : une piste pour le texte et une pour chaque traduction
  --shift TEMPS             décaler les sous-titres ; plus tôt si négatif : --shift=-0:01.5
  --stretch DE:À            pour un film à une autre cadence : 23.976:25 (avant --shift)
  --sync A=B,C=D            caler sur deux sous-titres : les temps A et C deviennent B et D
  --offset SECONDES         décaler tous les temps ; plus tôt si négatif : --offset=-1.5
  --fps N                   images par seconde, pour {framed}
  --drop-frame yes|no       sauter des numéros d’image à 29,97 et 59,94, pour {dropped} (par défaut : yes)
  --start-timecode HH:MM:SS:II   timecode du début de l’enregistrement, pour {started} (par défaut : 00:00:00:00)
  --encoding utf-8|utf-16|windows-1252   pour {encoded} ({encodedUnicode} : utf-16) ; ce qui y manque
                            devient ?
  --bom                     marque d’ordre des octets au début de l’UTF-8, pour {marked}
  --line-ends lf|crlf       fins de ligne (par défaut : lf)
  --word-times, --model-note, --speaker-colors, --no-places   pour vtt : le temps de chaque mot ; une note avec les
                            modèles qui ont fait le texte ; une couleur par voix ; sans positions
  --no-caption-box          pour ass et burn : un contour autour des lettres au lieu d’un fond sombre derrière elles
  --no-sound                pour html : sans le son, que la page contient jusqu’à 3 heures environ (32 Mo)
  --media FICHIER           l’enregistrement, pour html, eaf, mp4, mkv et burn (par défaut : celui du même nom à côté de
                            FICHIER)
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --overwrite               remplacer des fichiers existants ; FICHIER et l’enregistrement ne sont jamais remplacés
  --progress auto|bar|json|none   de mp4, mkv et burn

Codes de sortie : 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interrompu.
Ce qui a été corrigé ou écarté est affiché.
`,
    },
  },
  run: async ({ terminal, invocation }) => {
    const { runConvert } = await import('./convert/run-convert.ts')
    return interruptible((signal) => runConvert(terminal, invocation, signal))
  },
}

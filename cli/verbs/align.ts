import { withLibrary } from '../library/with-library.ts'
import { recognitionOptions, resultOptions } from '../options/option-groups.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const alignVerb: Verb = {
  name: 'align',
  options: { ...resultOptions, ...recognitionOptions, current: 'switch' },
  help: {
    en: {
      arguments: 'MEDIA TEXT',
      purpose: 'give a text you have the times and speakers of its recording',
      text: `Usage: parolo align MEDIA TEXT [options]

Aligns TEXT ({texts} or captions of any format that convert reads) with the speech of MEDIA: transcribes MEDIA, or
uses its transcript if it was transcribed with the same settings, and gives the words of TEXT its times and speakers.
The wording of TEXT is kept, captions keep their breaks and times, and names such as ANNA: become speaker names. What was
not spoken and speech that TEXT does not contain are listed. The result is another transcript of the recording; the one
that was shown before stays the current one.

  --current                 make the result the current transcript of the recording

  --language auto|en|fr|…   spoken language (auto: detected)
  --model ID, --voice-model ID, --speakers auto|N, --quick, --track N, --tracks all, --from TIME, --to TIME
                            as for transcribe
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   speaker names in captions (default: never)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json (default: shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: spoken)
  --preset NAME|FILE        cut captions anew by rules: {presets}, or a file
  --first-page              Word, PDF: add a cover page with title, date and speaking time
  --sheet                   Word, PDF (last page), WebVTT (note), JSON: how it was made (see: parolo sheet --help)
  --whole-text              minutes: with the whole text
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note,
  --speaker-colors, --no-places, --no-caption-box, --no-sound   options of the files: see parolo convert --help
  --out DIR                 folder for the results, named like MEDIA (default: the current one)
  --stdout                  print one format instead of saving files
  --overwrite               replace files that this command did not create; TEXT and MEDIA are never overwritten
  --progress auto|bar|json|none

Exit codes: 0 all done, 1 failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'MÉDIA TEXTE',
      purpose: 'donner à un texte les temps et les voix de son enregistrement',
      text: `Usage : parolo align MÉDIA TEXTE [options]

Aligne TEXTE ({texts} ou des sous-titres de tout format que lit convert) sur la parole de MÉDIA : transcrit MÉDIA, ou
utilise sa transcription si elle a été faite avec les mêmes réglages, et en donne les temps et les voix aux mots de
TEXTE. Le texte est conservé à la lettre, les sous-titres gardent leurs coupes et leurs temps, et des noms tels que
ANNA : deviennent ceux des voix. Ce qui n’a pas été prononcé et la parole absente de TEXTE sont affichés. Le
résultat est une autre transcription de l’enregistrement ; celle qui était affichée reste l’actuelle.

  --current                 faire du résultat la transcription actuelle de l’enregistrement

  --language auto|en|fr|…   langue parlée (auto : détectée)
  --model ID, --voice-model ID, --speakers auto|N, --quick, --track N, --tracks all, --from TEMPS, --to TEMPS
                            comme pour transcribe
  --format F[,F…]           {formats} (par défaut : srt,vtt)
  --names never|change|always   noms dans les sous-titres (par défaut : jamais)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : spoken)
  --preset NOM|FICHIER      redécouper les sous-titres selon des règles : {presets}, ou un fichier
  --first-page              Word, PDF : ajouter une page de garde avec titre, date et temps de parole
  --sheet                   Word, PDF (dernière page), WebVTT (note), JSON : comment la transcription a été faite
                            (voir parolo sheet --help)
  --whole-text              compte rendu : avec le texte entier
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note,
  --speaker-colors, --no-places, --no-caption-box, --no-sound   options des fichiers : voir parolo convert --help
  --out DOSSIER             dossier des résultats, nommés comme MÉDIA (par défaut : le dossier courant)
  --stdout                  afficher un format au lieu d’enregistrer des fichiers
  --overwrite               remplacer des fichiers que cette commande n’a pas créés ; TEXTE et MÉDIA ne le sont jamais
  --progress auto|bar|json|none

Codes de sortie : 0 tout est terminé, 1 échec, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async (call) => {
    const { planAlign, runAlign } = await import('./align/run-align.ts')
    const plan = await planAlign(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runAlign(studio, call.terminal, plan, signal)),
    )
  },
}

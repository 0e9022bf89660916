import { forkEngine } from '#studio/engine-link/fork-engine'
import { startAhead } from '#studio/processes/start-ahead'
import { withLibrary } from '../library/with-library.ts'
import { recognitionOptions, resultOptions } from '../options/option-groups.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const transcribeVerb: Verb = {
  name: 'transcribe',
  options: { ...resultOptions, ...recognitionOptions, glossary: 'value' },
  help: {
    en: {
      arguments: 'FILE…',
      purpose: 'create transcripts and captions',
      text: `Usage: parolo transcribe FILE… [options]

Transcribe recordings, tell their speakers apart and write the files that you ask for. FILE may also be the ID or title of a recording in the library. If a command is stopped, run it again to resume.

What is transcribed:
  --language auto|en|fr|…  spoken language (auto: detected)
  --speakers auto|N  number of speakers; the result is more reliable if you give it
  --model ID  speech model (list: parolo models list). Default: the model chosen on the page for the language, also where the language is detected; otherwise Whisper base
  --voice-model ID  model that tells voices apart (role “embedding” in that list)
  --quick  one pass only, without the second pass for unsure passages
  --glossary FILE  names and terms, one per line (term = sounds like, …). Words that sound like one become places to check; the text is not changed
  --track N  number of the audio track, from 1
  --tracks all  transcribe each audio track by itself: each has its own speakers, and what its microphone picks up of another track is left out. This is the default for recordings that Parolo made with several tracks
  --from TIME, --to TIME  transcribe only this part of each FILE: 75, 1:15, 1:15.5 or 1:02:03. Times in the results are those of the whole recording

What is written:
  --format F[,F…]  {formats} (default: srt,vtt)
  --names never|change|always  speaker names in captions: never, when the speaker changes, or always (default: never)
  --fillers shown|hidden  fillers, stutters and false starts, in everything but .parolo.json (default: shown)
  --numbers spoken|digits  numbers, dates, times and units as they were said or in digits, in everything but .parolo.json (default: spoken)
  --preset NAME|FILE  rules of the captions: {presets}, or a file (default: netflix)
  --first-page  Word, PDF: add a cover page with title, date and speaking time
  --sheet  Word, PDF, WebVTT, JSON: add how the transcript was made (see: parolo sheet --help)
  --whole-text  minutes: add the whole text
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box, --no-sound  details of the files: see parolo convert --help
  --out DIR  folder for the files (default: the current one)
  --stdout  print one format of one FILE instead of writing files
  --overwrite  replace files that this command did not create
  --progress auto|bar|json|none  how progress is shown

Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose: 'créer des transcriptions et des sous-titres',
      text: `Usage\u00A0: parolo transcribe FICHIER… [options]

Cette commande transcrit des enregistrements, distingue les voix et écrit les fichiers que vous demandez. FICHIER peut aussi être l’identifiant ou le titre d’un enregistrement de la bibliothèque. Si la commande est arrêtée, relancez-la pour reprendre.

Ce qui est transcrit\u00A0:
  --language auto|en|fr|…  langue parlée (auto\u00A0: détectée)
  --speakers auto|N  nombre de voix\u202F; le résultat est plus fiable si vous l’indiquez
  --model ID  modèle de reconnaissance (liste\u00A0: parolo models list). Par défaut\u00A0: celui choisi sur la page pour la langue, même si elle est détectée\u202F; sinon Whisper base
  --voice-model ID  modèle qui distingue les voix (rôle «\u00A0embedding\u00A0» de cette liste)
  --quick  une seule passe, sans seconde passe pour les passages incertains
  --glossary FICHIER  noms et termes, un par ligne (terme = ce que l’on entend, …). Les mots qui y ressemblent deviennent des endroits à vérifier\u202F; le texte n’est pas modifié
  --track N  numéro de la piste audio, à partir de 1
  --tracks all  transcrire chaque piste audio à part\u00A0: chacune a ses voix, sans ce que son micro capte d’une autre piste. C’est le cas par défaut pour ce que Parolo a enregistré sur plusieurs pistes
  --from TEMPS, --to TEMPS  ne transcrire que cet extrait de chaque FICHIER\u00A0: 75, 1:15, 1:15,5 ou 1:02:03. Les temps des résultats restent ceux de l’enregistrement entier

Ce qui est écrit\u00A0:
  --format F[,F…]  {formats} (par défaut\u00A0: srt,vtt)
  --names never|change|always  noms dans les sous-titres\u00A0: jamais, à chaque changement de voix, ou toujours (par défaut\u00A0: never)
  --fillers shown|hidden  hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut\u00A0: shown)
  --numbers spoken|digits  nombres, dates, heures et unités, tels qu’ils ont été dits ou en chiffres, partout sauf dans .parolo.json (par défaut\u00A0: spoken)
  --preset NOM|FICHIER  règles des sous-titres\u00A0: {presets}, ou un fichier (par défaut\u00A0: netflix)
  --first-page  Word, PDF\u00A0: ajouter une page de garde avec titre, date et temps de parole
  --sheet  Word, PDF, WebVTT, JSON\u00A0: ajouter comment la transcription a été faite (voir parolo sheet --help)
  --whole-text  compte rendu\u00A0: ajouter le texte entier
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note, --speaker-colors, --no-places, --no-caption-box, --no-sound  détails des fichiers\u00A0: voir parolo convert --help
  --out DOSSIER  dossier des fichiers (par défaut\u00A0: le dossier courant)
  --stdout  afficher un format d’un seul FICHIER au lieu d’écrire des fichiers
  --overwrite  remplacer des fichiers que cette commande n’a pas créés
  --progress auto|bar|json|none  façon d’afficher la progression

Codes de sortie\u00A0: 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async (call) => {
    // The engine's process starts while the rest of the program is loaded and the library opened.
    const engine = startAhead(forkEngine())
    try {
      const { planTranscribe, runTranscribe } = await import('./transcribe/run-transcribe.ts')
      const plan = await planTranscribe(call.invocation)
      return await withLibrary(call, (studio) =>
        interruptible((signal) =>
          runTranscribe({ ...studio, startEngine: engine.start }, call.terminal, plan, signal),
        ),
      )
    } finally {
      engine.close()
    }
  },
}

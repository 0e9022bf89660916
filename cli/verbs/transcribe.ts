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

FILE may also be the ID or title of a recording of the library.

  --language auto|en|fr|…   spoken language (auto: detected)
  --model ID                speech model (see: parolo models list; default: the one chosen for the language on the
                            page, also where the language is detected, else Whisper base)
  --voice-model ID          model that tells voices apart (role “embedding” in that list)
  --speakers auto|N         number of speakers (more reliable if you enter it)
  --quick                   one pass only; no second pass for unsure passages
  --glossary FILE           names and terms, one a line (term = sounds like, …): words that sound like one are
                            listed as places to check; the text is not changed
  --track N                 number of the audio track, from 1
  --tracks all              all audio tracks, each for itself: speakers by track, and what one microphone picks up of
                            another track is left out; the default for recordings that Parolo made of several
  --from TIME, --to TIME    transcribe only this part of each FILE: 75, 1:15, 1:15.5 or 1:02:03; times in the results
                            are those of the whole recording
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   speaker names in captions: when the speaker changes, or always (default: never)
  --fillers shown|hidden    fillers, stutters and false starts in everything but .parolo.json (default: shown)
  --numbers spoken|digits   numbers, dates, times and units, likewise (default: spoken)
  --preset NAME|FILE        rules of the captions: {presets}, or a file (default: netflix)
  --first-page              Word, PDF: add a cover page with title, date and speaking time
  --sheet                   Word, PDF (last page), WebVTT (note), JSON: how it was made (see: parolo sheet --help)
  --whole-text              minutes: with the whole text
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note,
  --speaker-colors, --no-places, --no-caption-box, --no-sound   options of the files: see parolo convert --help
  --out DIR                 folder for the results (default: the current one)
  --stdout                  print one format of one FILE instead of saving files
  --overwrite               replace files that this command did not create
  --progress auto|bar|json|none

If a command is stopped, run it again to resume.
Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted.
`,
    },
    fr: {
      arguments: 'FICHIER…',
      purpose: 'créer des transcriptions et des sous-titres',
      text: `Usage : parolo transcribe FICHIER… [options]

FICHIER peut aussi être l’identifiant ou le titre d’un enregistrement de la bibliothèque.

  --language auto|en|fr|…   langue parlée (auto : détectée)
  --model ID                modèle de reconnaissance (liste : parolo models list ; par défaut : celui choisi pour la
                            langue dans la page, même si la langue est détectée, sinon Whisper base)
  --voice-model ID          modèle qui distingue les voix (rôle « embedding » de cette liste)
  --speakers auto|N         nombre de voix (plus fiable s’il est indiqué)
  --quick                   une seule passe, sans seconde passe pour les passages incertains
  --glossary FICHIER        noms et termes, un par ligne (terme = ce que l’on entend, …) : les mots qui y ressemblent
                            sont à vérifier ; le texte n’est pas modifié
  --track N                 numéro de la piste audio, à partir de 1
  --tracks all              toutes les pistes audio, chacune pour elle-même : les voix par piste, sans ce qu’un micro
                            capte d’une autre piste ; par défaut pour ce que Parolo a créé de plusieurs pistes
  --from TEMPS, --to TEMPS  ne transcrire que cet extrait de chaque FICHIER : 75, 1:15, 1:15,5 ou 1:02:03 ; les temps
                            des résultats restent ceux de l’enregistrement entier
  --format F[,F…]           {formats} (par défaut : srt,vtt)
  --names never|change|always   noms dans les sous-titres : à chaque changement, ou toujours (par défaut : jamais)
  --fillers shown|hidden    hésitations, répétitions et faux départs, partout sauf dans .parolo.json (par défaut : shown)
  --numbers spoken|digits   nombres, dates, heures et unités, de même (par défaut : spoken)
  --preset NOM|FICHIER      règles des sous-titres : {presets}, ou un fichier (par défaut : netflix)
  --first-page              Word, PDF : ajouter une page de garde avec titre, date et temps de parole
  --sheet                   Word, PDF (dernière page), WebVTT (note), JSON : comment la transcription a été faite
                            (voir parolo sheet --help)
  --whole-text              compte rendu : avec le texte entier
  --offset, --fps, --drop-frame, --start-timecode, --encoding, --bom, --line-ends, --word-times, --model-note,
  --speaker-colors, --no-places, --no-caption-box, --no-sound   options des fichiers : voir parolo convert --help
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --stdout                  afficher un format d’un seul FICHIER au lieu d’enregistrer des fichiers
  --overwrite               remplacer des fichiers que cette commande n’a pas créés
  --progress auto|bar|json|none

Si une commande est arrêtée, relancez-la pour reprendre.
Codes de sortie : 0 tout est terminé, 1 échecs, 2 utilisation incorrecte, 130 interruption.
`,
    },
  },
  run: async (call) => {
    const { planTranscribe, runTranscribe } = await import('./transcribe/run-transcribe.ts')
    const plan = await planTranscribe(call.invocation)
    return withLibrary(call, (studio) =>
      interruptible((signal) => runTranscribe(studio, call.terminal, plan, signal)),
    )
  },
}

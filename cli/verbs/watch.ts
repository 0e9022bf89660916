import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const watchVerb: Verb = {
  name: 'watch',
  options: {
    add: 'switch',
    remove: 'switch',
    list: 'switch',
    once: 'switch',
    existing: 'switch',
    subfolders: 'switch',
    language: 'value',
    speakers: 'value',
    format: 'value',
  },
  help: {
    en: {
      arguments: '[FOLDER]',
      purpose: 'transcribe recordings that appear in a folder, and write captions beside them',
      text: `Usage: parolo watch [FOLDER] [options]
       parolo watch --add FOLDER… [options]
       parolo watch --remove FOLDER…
       parolo watch --list [--format text|json]

Transcribes recordings that appear in a folder once they are complete, and writes captions beside them. Without FOLDER it
watches the folders in the settings; they are also watched while a window or parolo serve is open. Ctrl-C stops; the next
time it goes on where it was, with what appeared meanwhile.

  --add          add the folder to the settings, or change its options; it stays there until it is removed
  --remove       stop watching it; recordings, texts and captions stay
  --list         the folders in the settings
  --once         transcribe what is complete now, and end; the first time, all that is in the folder
  --existing     when a folder is watched for the first time: also transcribe what is in it already
  --subfolders   include the folders in it
  --language auto|en|fr|…   spoken language (auto: detected)
  --speakers auto|N         number of speakers
  --format F[,F…]           {formats} (default: srt)
  --progress auto|bar|json|none

A file is complete when its size and time have stayed the same for ten seconds, no program has it open for writing (where
the system can tell), and its sound can be read. Hidden files, unfinished downloads and links are left alone. What cannot be
read is reported once, and looked at again when it changes. Files that are not Parolo’s are never overwritten: where talk.srt is
one, the captions go to talk.mp4.srt.
Exit codes: 0 stopped by Ctrl-C, or --once and all done; 1 some failed, or nothing to watch; 2 incorrect usage; 130 --once
interrupted.
`,
    },
    fr: {
      arguments: '[DOSSIER]',
      purpose:
        'transcrire les enregistrements qui apparaissent dans un dossier, et écrire les sous-titres à côté',
      text: `Usage : parolo watch [DOSSIER] [options]
        parolo watch --add DOSSIER… [options]
        parolo watch --remove DOSSIER…
        parolo watch --list [--format text|json]

Transcrit les enregistrements qui apparaissent dans un dossier dès qu’ils sont complets, et écrit les sous-titres à côté
d’eux. Sans DOSSIER, surveille les dossiers des réglages ; ils le sont aussi tant qu’une fenêtre ou parolo serve est ouvert.
Ctrl-C arrête ; la fois suivante, la surveillance reprend où elle en était, avec ce qui est apparu entre-temps.

  --add          ajouter le dossier aux réglages, ou changer ses options ; il y reste jusqu’à ce qu’on le retire
  --remove       ne plus le surveiller ; les enregistrements, textes et sous-titres restent
  --list         les dossiers des réglages
  --once         transcrire ce qui est complet, et finir ; la première fois, tout ce que contient le dossier
  --existing     quand un dossier est surveillé pour la première fois : transcrire aussi ce qui s’y trouve déjà
  --subfolders   inclure les dossiers qu’il contient
  --language auto|en|fr|…   langue parlée (auto : détectée)
  --speakers auto|N         nombre de voix
  --format F[,F…]           {formats} (par défaut : srt)
  --progress auto|bar|json|none

Un fichier est complet quand sa taille et sa date n’ont pas changé pendant dix secondes, qu’aucun programme ne l’a ouvert en
écriture (si le système l’indique), et que son son est lisible. Les fichiers cachés, les téléchargements inachevés et les
liens sont laissés de côté. Ce qui est illisible est signalé une fois, et réexaminé s’il change. Les fichiers qui ne sont pas de
Parolo ne sont jamais remplacés : si entretien.srt en est un, les sous-titres vont dans entretien.mp4.srt.
Codes de sortie : 0 arrêt par Ctrl-C, ou --once et tout est fait ; 1 échecs, ou rien à surveiller ; 2 utilisation
incorrecte ; 130 --once interrompu.
`,
    },
  },
  run: async (call) => {
    const { planWatch, runWatchSetting } = await import('./watch/plan-watch.ts')
    const plan = planWatch(call.invocation)
    const { terminal, openLibrary } = call
    if (plan.action !== 'watch')
      return withLibrary(call, (studio) =>
        interruptible((signal) => runWatchSetting(studio, terminal, plan, signal)),
      )
    const { runWatch } = await import('./watch/run-watch.ts')
    return interruptible((signal) => runWatch(openLibrary, terminal, plan, signal))
  },
}

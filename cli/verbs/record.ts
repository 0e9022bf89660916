import type { Verb } from './verb.ts'

export const recordVerb: Verb = {
  name: 'record',
  options: {
    out: 'value',
    device: 'values',
    seconds: 'value',
    language: 'value',
    transcribe: 'switch',
    'live-text': 'switch',
    list: 'switch',
  },
  help: {
    en: {
      arguments: '',
      purpose: 'record microphones and other sound inputs into the library',
      text: `Usage: parolo record [--out FILE] [--device NAME]… [--seconds N] [--language CODE] [--live-text] [--transcribe]
       parolo record --list

Records sound inputs of this computer, a track each, as a recording of the library. Ctrl-C stops it. What was recorded is
on disk within a second: if the program or the computer stops unexpectedly, the next command recovers the recording and
says so. Make sure that everyone present knows that they are recorded.

  --list           list the sound inputs: name and description; * marks the default
  --device NAME    name or description of an input (default: the system's); may be repeated
  --seconds N      stop after N seconds
  --out FILE       also save the sound as one WAV file, a channel for each device; an existing FILE is never overwritten
  --language auto|en|fr|…   spoken language (auto: detected)
  --live-text      show at the terminal what is said, some seconds later; transcriptions wait until the end. The text is
                   kept with the recording
  --transcribe     then transcribe the recording

A device that is unplugged is waited for; after some seconds the system's default takes its place. A disk that fills up
ends the recording and keeps what was recorded.
Exit codes: 0 recorded (also after Ctrl-C), 1 failed, or ended by a full disk, 2 incorrect usage.
`,
    },
    fr: {
      arguments: '',
      purpose: 'enregistrer des micros et d’autres entrées audio dans la bibliothèque',
      text: `Usage : parolo record [--out FICHIER] [--device NOM]… [--seconds N] [--language CODE] [--live-text] [--transcribe]
        parolo record --list

Enregistre des entrées audio de cet ordinateur, une piste par entrée, dans la bibliothèque. Ctrl-C arrête
l’enregistrement. Le son est sur le disque en moins d’une seconde : si le programme ou l’ordinateur s’arrête de façon
imprévue, la commande suivante récupère l’enregistrement et le signale. Assurez-vous que toutes les personnes présentes
savent qu’elles sont enregistrées.

  --list           afficher les entrées audio : nom et description ; * indique celle par défaut
  --device NOM     nom ou description d’une entrée (par défaut : celle du système) ; peut être répétée
  --seconds N      arrêter après N secondes
  --out FICHIER    enregistrer aussi le son dans un fichier WAV, un canal par entrée ; un FICHIER existant n’est jamais
                   remplacé
  --language auto|en|fr|…   langue parlée (auto : détectée)
  --live-text      afficher dans le terminal ce qui est dit, quelques secondes plus tard ; les transcriptions attendent la
                   fin. Le texte est conservé avec l’enregistrement
  --transcribe     transcrire ensuite l’enregistrement

Une entrée débranchée est attendue ; après quelques secondes, celle par défaut prend le relais. Un disque plein met fin à
l’enregistrement ; ce qui a été enregistré est conservé.
Codes de sortie : 0 enregistré (aussi après Ctrl-C), 1 échec, ou fin par un disque plein, 2 utilisation incorrecte.
`,
    },
  },
  run: async ({ invocation, terminal, openLibrary }) => {
    const { openAndRecord } = await import('./record/open-and-record.ts')
    return openAndRecord(invocation, terminal, openLibrary)
  },
}

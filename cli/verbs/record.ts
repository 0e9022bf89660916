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
      text: `Usage: parolo record [--out FILE] [--device NAME]… [--seconds N] [options]
       parolo record --list

Record sound inputs of this computer, one track for each, as a recording in the library. Ctrl-C stops it. Make sure that everyone present knows that they are recorded.

The sound is on the disk within a second. If the program or the computer stops unexpectedly, the next command recovers the recording and says so. If a device is unplugged, Parolo waits some seconds for it, then takes the system’s default. If the disk fills up, the recording ends and what was recorded is kept.

  --list  list the sound inputs: name and description; * marks the default
  --device NAME  name or description of an input (default: the system’s); may be repeated
  --seconds N  stop after N seconds
  --out FILE  also save the sound as one WAV file, with a channel for each device. An existing FILE is never overwritten
  --language auto|en|fr|…  spoken language (auto: detected)
  --live-text  show at the terminal what is said, some seconds later, and keep this text with the recording. Transcriptions wait until the recording ends
  --transcribe  then transcribe the recording

Exit codes: 0 recorded (also after Ctrl-C), 1 failed, or ended by a full disk, 2 incorrect usage.
`,
    },
    fr: {
      arguments: '',
      purpose: 'enregistrer des micros et d’autres entrées audio dans la bibliothèque',
      text: `Usage\u00A0: parolo record [--out FICHIER] [--device NOM]… [--seconds N] [options]
        parolo record --list

Cette commande enregistre des entrées audio de cet ordinateur, une piste par entrée, dans la bibliothèque. Ctrl-C arrête l’enregistrement. Assurez-vous que toutes les personnes présentes savent qu’elles sont enregistrées.

Le son est sur le disque en moins d’une seconde. Si le programme ou l’ordinateur s’arrête de façon imprévue, la commande suivante récupère l’enregistrement et le signale. Si une entrée est débranchée, Parolo l’attend quelques secondes, puis passe à celle par défaut du système. Si le disque est plein, l’enregistrement s’arrête et ce qui a été enregistré est conservé.

  --list  afficher les entrées audio\u00A0: nom et description\u202F; * indique celle par défaut
  --device NOM  nom ou description d’une entrée (par défaut\u00A0: celle du système)\u202F; option répétable
  --seconds N  arrêter après N secondes
  --out FICHIER  enregistrer aussi le son dans un fichier WAV, un canal par entrée. Un FICHIER existant n’est jamais remplacé
  --language auto|en|fr|…  langue parlée (auto\u00A0: détectée)
  --live-text  afficher dans le terminal ce qui se dit, quelques secondes plus tard, et conserver ce texte avec l’enregistrement. Les transcriptions attendent la fin de l’enregistrement
  --transcribe  transcrire ensuite l’enregistrement

Codes de sortie\u00A0: 0 enregistré (aussi après Ctrl-C), 1 échec, ou fin par un disque plein, 2 utilisation incorrecte.
`,
    },
  },
  run: async ({ invocation, terminal, openLibrary }) => {
    const { openAndRecord } = await import('./record/open-and-record.ts')
    return openAndRecord(invocation, terminal, openLibrary)
  },
}

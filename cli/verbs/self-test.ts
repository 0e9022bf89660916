import type { Verb } from './verb.ts'

export const selfTestVerb: Verb = {
  name: 'self-test',
  options: {},
  help: {
    en: {
      arguments: '',
      purpose: 'try every part of the program on this computer',
      text: `Usage: parolo self-test

Try each part of the program and print a line about it. This takes about a minute, in a temporary folder; your library is not opened.

  Media  ffmpeg writes and reads sound
  Models  they are undamaged
  Transcription  the included sample is transcribed and compared with its text
  Library  it is written and read
  Window  it opens and is isolated
  Microphones  they are listed

A part that is not here (display, window, microphone) is reported as not tried. The report contains no names of people, folders or devices: you can send it with a question.

Exit codes: 0 everything that was tried works, 1 something does not.
`,
    },
    fr: {
      arguments: '',
      purpose: 'essayer chaque partie du programme sur cet ordinateur',
      text: `Usage\u00A0: parolo self-test

Cette commande essaie chaque partie du programme et affiche une ligne pour chacune. Cela dure environ une minute, dans un dossier temporaire\u202F; votre bibliothèque n’est pas ouverte.

  Médias  ffmpeg écrit et lit du son
  Modèles  ils sont intacts
  Transcription  l’exemple fourni est transcrit et comparé à son texte
  Bibliothèque  elle est écrite et relue
  Fenêtre  elle s’ouvre et est isolée
  Micros  ils sont affichés

Une partie absente (écran, fenêtre, micro) est indiquée comme non essayée. Le rapport ne contient aucun nom de personne, de dossier ou d’appareil\u00A0: vous pouvez le joindre à une question.

Codes de sortie\u00A0: 0 tout ce qui a été essayé fonctionne, 1 une partie ne fonctionne pas.
`,
    },
  },
  run: async ({ terminal }) => {
    const [{ runSelfTest }, { selfTestParts }, { interruptible }] = await Promise.all([
      import('./self-test/run-self-test.ts'),
      import('./self-test/parts.ts'),
      import('../terminal/interruptible.ts'),
    ])
    return interruptible((signal) => runSelfTest(terminal, selfTestParts, signal))
  },
}

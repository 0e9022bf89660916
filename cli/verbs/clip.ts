import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const clipVerb: Verb = {
  name: 'clip',
  options: {
    from: 'value',
    to: 'value',
    out: 'value',
    shape: 'value',
    picture: 'value',
    captions: 'switch',
    'no-captions': 'switch',
    highlight: 'switch',
    'no-title': 'switch',
    crop: 'value',
    cut: 'switch',
    loudness: 'value',
    fade: 'value',
    overwrite: 'switch',
  },
  help: {
    en: {
      arguments: 'RECORDING',
      purpose: 'write a part of a recording as a short video for social media, or as sound',
      text: `Usage: parolo clip RECORDING --from T --to T --out FILE [options]

Write what is said between two times as a short video or as sound. FILE.mp4 is a video (H.264, AAC) with captions in the picture, as on the page; its short side has 1,080 pixels. FILE.mp3, .m4a, .opus, .flac or .wav is the sound alone. Redacted words are silent, and captions have placeholders for them. RECORDING is an ID (or its beginning), a title or a file.

  --from T --to T  times of the whole recording: 75, 1:15, 1:15.5 or 1:02:03
  --out FILE  the file to write; its ending says the kind
  --shape 9:16|1:1|16:9  shape of the picture (default: 9:16)
  --picture video|cover|wave  the recording’s video, its cover, or its wave in the colors of the voices (default: the first that it has)
  --no-captions  no captions in the picture (--captions is the default)
  --highlight  show the spoken word in another color
  --no-title  neither title nor names of voices above a cover or a wave
  --crop PERCENT  which part of a video of another shape is shown: 0 its left or upper edge, 100 the other (default: 50)
  --cut  leave out what is cut between the times (see parolo cut)
  --loudness LUFS  none, -14, -16 or -23 (default: -14)
  --fade none|short|long  fade at both ends: none, short (of the sound) or long (a second, also of the picture) (default: short)
  --overwrite  replace FILE
`,
    },
    fr: {
      arguments: 'ENREGISTREMENT',
      purpose: 'écrire un extrait en courte vidéo pour les réseaux sociaux, ou en son',
      text: `Usage\u00A0: parolo clip ENREGISTREMENT --from T --to T --out FICHIER [options]

Cette commande écrit ce qui se dit entre deux temps, en courte vidéo ou en son. FICHIER.mp4 est une vidéo (H.264, AAC) avec les sous-titres dans l’image, comme sur la page\u202F; son petit côté a 1\u202F080\u00A0pixels. FICHIER.mp3, .m4a, .opus, .flac ou .wav est le son seul. Les mots occultés sont muets, et remplacés dans les sous-titres. ENREGISTREMENT est un identifiant (ou son début), un titre ou un fichier.

  --from T --to T  temps de l’enregistrement entier\u00A0: 75, 1:15, 1:15,5 ou 1:02:03
  --out FICHIER  le fichier à écrire\u202F; son extension en dit le type
  --shape 9:16|1:1|16:9  forme de l’image (par défaut\u00A0: 9:16)
  --picture video|cover|wave  la vidéo de l’enregistrement (video), sa pochette (cover) ou son onde aux couleurs des voix (wave)\u202F; par défaut, la première qu’il a
  --no-captions  pas de sous-titres dans l’image (--captions est la valeur par défaut)
  --highlight  montrer dans une autre couleur le mot prononcé
  --no-title  ni titre ni noms des voix au-dessus d’une pochette ou d’une onde
  --crop POUR-CENT  partie montrée d’une vidéo d’une autre forme\u00A0: 0 son bord gauche ou supérieur, 100 l’autre (par défaut\u00A0: 50)
  --cut  omettre ce qui est coupé entre les deux temps (voir parolo cut)
  --loudness LUFS  none, -14, -16 ou -23 (par défaut\u00A0: -14)
  --fade none|short|long  fondus au début et à la fin\u00A0: none, short (du son) ou long (une seconde, aussi de l’image) (par défaut\u00A0: short)
  --overwrite  remplacer FICHIER
`,
    },
  },
  run: async (call) => {
    const { runClip } = await import('./clip/run-clip.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runClip(studio, call.terminal, call.invocation, signal)),
    )
  },
}

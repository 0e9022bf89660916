import { withLibrary } from '../library/with-library.ts'
import { interruptible } from '../terminal/interruptible.ts'
import type { Verb } from './verb.ts'

export const podcastVerb: Verb = {
  name: 'podcast',
  options: { transcript: 'switch', format: 'value' },
  help: {
    en: {
      arguments: 'add ADDRESS-OR-FILE|list|refresh|get EPISODE|remove',
      purpose: '',
      text: `Usage: parolo podcast add ADDRESS-OR-FILE…
       parolo podcast list [PODCAST] [--format text|json]
       parolo podcast refresh [PODCAST]
       parolo podcast get EPISODE… [--transcript]
       parolo podcast remove PODCAST

  add      ADDRESS: of a feed (RSS, Atom) or of a page that names one; FILE: a feed, or a list of feeds (OPML) that another
           podcast program exported. https only (http on this computer).
  list     the podcasts; of one: its episodes, newest first, with their IDs, dates, lengths and sizes
  refresh  ask for the feed again, of one podcast or of all; nothing ever does that by itself
  get      download episodes as recordings of the library, with title, date, notes, picture and chapters
  remove   forget a podcast; recordings of its episodes stay

PODCAST is an ID, title or address, EPISODE an ID of the list (its beginning is enough).

  --transcript   get: also open the transcript that the feed has of the episode (JSON, WebVTT, SRT)
  --format       list: text (default) or json

Ctrl-C pauses a download; the same command continues it, also days later.
`,
    },
    fr: {
      arguments: 'add ADRESSE-OU-FICHIER|list|refresh|get ÉPISODE|remove',
      purpose: '',
      text: `Usage : parolo podcast add ADRESSE-OU-FICHIER…
        parolo podcast list [PODCAST] [--format text|json]
        parolo podcast refresh [PODCAST]
        parolo podcast get ÉPISODE… [--transcript]
        parolo podcast remove PODCAST

  add      ADRESSE : celle d’un flux (RSS, Atom) ou d’une page qui en indique un ; FICHIER : un flux, ou une liste de flux
           (OPML) exportée par un autre logiciel. https uniquement (http sur cet ordinateur).
  list     les podcasts ; pour l’un d’eux : ses épisodes, du plus récent au plus ancien, avec identifiants, dates, durées
           et tailles
  refresh  redemander le flux d’un podcast, ou de tous ; rien ne le fait jamais de lui-même
  get      télécharger des épisodes comme enregistrements de la bibliothèque, avec titre, date, notes, image et chapitres
  remove   oublier un podcast ; les enregistrements de ses épisodes restent

PODCAST est un identifiant, un titre ou une adresse, ÉPISODE un identifiant de la liste (son début suffit).

  --transcript   get : ouvrir aussi la transcription que le flux donne de l’épisode (JSON, WebVTT, SRT)
  --format       list : text (par défaut) ou json

Ctrl-C suspend un téléchargement ; la même commande le poursuit, même des jours plus tard.
`,
    },
  },
  run: async (call) => {
    const { runPodcast } = await import('./podcast/run-podcast.ts')
    return withLibrary(call, (studio) =>
      interruptible((signal) => runPodcast(studio, call.terminal, call.invocation, signal)),
    )
  },
}

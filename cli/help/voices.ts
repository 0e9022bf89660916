/** Help of `parolo voices` in both languages. */
export const voicesHelp = {
  en: `Usage: parolo voices list [--json]
       parolo voices forget NAME
       parolo voices forget --all [--yes]

Voices that you asked Parolo to remember, on the page: in other recordings it asks there whether a speaker without a name
could be one of them.

  list     a line for each recording that a voice was made from, with tabs between: name, since when, title, seconds of
           speech, whether another voice model made it; --json: all of it, without the numbers that describe the voices
  forget   forget one voice, or all, for good: in this library and in the backups in its folder. The names in transcripts
           stay. At a terminal, --all asks first, unless with --yes.

Exit codes: 0 done, 1 failed or not wanted, 2 incorrect usage.
`,
  fr: `Usage : parolo voices list [--json]
        parolo voices forget NOM
        parolo voices forget --all [--yes]

Les voix que vous avez demandé à Parolo de mémoriser, dans la page : dans d’autres enregistrements, il y demande si une
voix sans nom pourrait être l’une d’elles.

  list     une ligne pour chaque enregistrement dont une voix est issue, séparée par des tabulations : nom, depuis quand,
           titre, secondes de parole, s’il s’agit d’un autre modèle de voix ; --json : tout, sans les nombres qui
           décrivent les voix
  forget   oublier une voix, ou toutes, définitivement : dans cette bibliothèque et dans les sauvegardes de son dossier.
           Les noms restent dans les transcriptions. Dans un terminal, --all demande d’abord, sauf avec --yes.

Codes de sortie : 0 terminé, 1 échec ou refus, 2 utilisation incorrecte.
`,
} as const

import type { HelpTopic } from './en.ts'

export const help: Readonly<Record<HelpTopic, string>> = {
  overview: `Parolo transforme des enregistrements en texte, avec les voix et les sous-titres, sur cette seule machine.

Usage : parolo COMMANDE [options]

  transcribe FICHIER…    faire les transcriptions et les sous-titres
  list                   le contenu de la bibliothèque
  show ENREGISTREMENT    une transcription en texte
  export ENREGISTREMENT  écrire une transcription en d’autres formats
  search MOTS            chercher des mots, des titres et des voix
  add FICHIER…           mettre des enregistrements dans la bibliothèque ; une page ouverte les montre aussitôt
  stats ENREGISTREMENT|FICHIER  qui a parlé combien de temps
  delete ENREGISTREMENT  retirer un enregistrement de la bibliothèque (l’original reste)
  models list|verify|add DOSSIER|remove ID
  doctor                 vérifier cette installation
  serve                  ouvrir le studio dans votre navigateur, pour cet ordinateur seul

Options partout : --data DOSSIER (la bibliothèque, aussi PAROLO_HOME), --lang en|fr, --help, --version
Voir : parolo COMMANDE --help
`,
  transcribe: `Usage : parolo transcribe FICHIER… [options]

  --language auto|en|fr|…   langue parlée (auto : trouvée par un vote)
  --model ID                modèle de reconnaissance (voir : parolo models list)
  --speakers auto|N         combien de personnes parlent (un nombre aide)
  --quick                   une seule écoute de chaque passage
  --track N                 piste audio, à partir de 1
  --from TEMPS, --to TEMPS  ne transcrire que cet extrait de chaque FICHIER : 75, 1:15, 1:15,5 ou 1:02:03 ; les temps
                            des résultats restent ceux de l’enregistrement entier
  --format F[,F…]           {formats} (par défaut : srt,vtt)
  --names never|change|always   noms dans le texte du SRT : quand la voix change, ou toujours (par défaut : jamais)
  --first-page              en Word : titre, date et temps de parole sur une page à part
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --stdout                  afficher un format d’un seul FICHIER, sans écrire de fichier
  --overwrite               remplacer des fichiers que cette commande n’a pas écrits
  --progress auto|bar|json|none

Une commande arrêtée reprend à partir de ce qui est fini quand on la relance.
Code de fin : 0 tout est fait, 1 des échecs, 2 usage, 130 interrompu.
`,
  list: `Usage : parolo list [--data DOSSIER]\n\nUne ligne par enregistrement : identifiant, durée, langue, voix, état, titre.\n`,
  show: `Usage : parolo show ENREGISTREMENT\n\nENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.\n`,
  export: `Usage : parolo export ENREGISTREMENT --format F[,F…] [--names never|change|always] [--first-page] [--out DOSSIER] [--stdout] [--overwrite]

ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier. Formats : {formats}.
--names : des noms dans le texte du SRT, quand la voix change ou toujours. Une voix sans nom n’en a pas.
--first-page : le document Word commence par le titre, la date, la durée et le temps de parole, sur une page à part.
`,
  search: `Usage : parolo search MOTS\n\nTrouve les enregistrements dont le titre contient tous les mots, les paragraphes où ils sont dits et ce que disent\nles voix de ce nom ; montre l’enregistrement, le temps et la voix.\n`,
  delete: `Usage : parolo delete ENREGISTREMENT\n\nRetire ses transcriptions, l’index de recherche et le son en cache. Le fichier original reste.\n`,
  stats: `Usage : parolo stats ENREGISTREMENT|FICHIER.parolo.json [--format table|csv|json]

Temps de parole, part, prises de parole, la plus longue, mots et mots par minute de chaque voix, silence et
chevauchements. Une pause de moins de 5 s n’arrête pas une prise de parole, sauf si d’autres y parlent 1 s ; le temps
de parole ne compte pas les pauses. ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.
`,
  models: `Usage : parolo models list
        parolo models verify          vérifier l’empreinte de chaque fichier
        parolo models add DOSSIER     le genre du modèle est reconnu à ses fichiers
        parolo models remove ID
`,
  doctor: `Usage : parolo doctor\n\nAffiche les versions, ffmpeg, les modèles et leurs empreintes, les cœurs, la place libre, et ce qui ne va pas.\n`,
  add: `Usage : parolo add FICHIER…\n\nMet des enregistrements dans la bibliothèque sans les transcrire. Une page ouverte les montre aussitôt.\n`,
  serve: `Usage : parolo serve [--port N] [--open]

Ouvre le studio à votre propre navigateur, sur cet ordinateur seul, et affiche son adresse. Le travail commencé reprend.

  --port N    port d’écoute (par défaut : 27275, ou un autre qui est libre)
  --open      ouvrir aussi le navigateur

Ctrl-C l’arrête ; le travail en cours reprend au prochain démarrage.
`,
}

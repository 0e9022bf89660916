import type { HelpTopic } from './en.ts'

export const help: Readonly<Record<HelpTopic, string>> = {
  overview: `Parolo transforme des enregistrements en texte, avec les voix et les sous-titres, sur cette seule machine.

Usage : parolo COMMANDE [options]

  transcribe FICHIER…    faire les transcriptions et les sous-titres
  list                   le contenu de la bibliothèque
  show ENREGISTREMENT    une transcription en texte
  export ENREGISTREMENT  écrire une transcription en d’autres formats
  search MOTS            chercher des mots dans toutes les transcriptions
  delete ENREGISTREMENT  retirer un enregistrement de la bibliothèque (l’original reste)
  models list|verify|add DOSSIER|remove ID
  doctor                 vérifier cette installation

Options partout : --data DOSSIER (la bibliothèque, aussi PAROLO_HOME), --lang en|fr, --help, --version
Voir : parolo COMMANDE --help
`,
  transcribe: `Usage : parolo transcribe FICHIER… [options]

  --language auto|en|fr|…   langue parlée (auto : trouvée par un vote)
  --model ID                modèle de reconnaissance (voir : parolo models list)
  --speakers auto|N         combien de personnes parlent (un nombre aide)
  --quick                   une seule écoute de chaque passage
  --track N                 piste audio, à partir de 1
  --format F[,F…]           srt, vtt, txt, json, rttm (par défaut : srt,vtt)
  --out DOSSIER             dossier des résultats (par défaut : le dossier courant)
  --stdout                  afficher un format d’un seul FICHIER, sans écrire de fichier
  --overwrite               remplacer des fichiers que cette commande n’a pas écrits
  --progress auto|bar|json|none

Une commande arrêtée reprend à partir de ce qui est fini quand on la relance.
Code de fin : 0 tout est fait, 1 des échecs, 2 usage, 130 interrompu.
`,
  list: `Usage : parolo list [--data DOSSIER]\n\nUne ligne par enregistrement : identifiant, durée, langue, voix, état, titre.\n`,
  show: `Usage : parolo show ENREGISTREMENT\n\nENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier.\n`,
  export: `Usage : parolo export ENREGISTREMENT --format F[,F…] [--out DOSSIER] [--stdout] [--overwrite]

ENREGISTREMENT : un identifiant (ou son début), un titre ou un fichier. Formats : srt, vtt, txt, json, rttm.
`,
  search: `Usage : parolo search MOTS\n\nTrouve les paragraphes qui contiennent tous les mots ; montre l’enregistrement, le temps et la voix.\n`,
  delete: `Usage : parolo delete ENREGISTREMENT\n\nRetire ses transcriptions, l’index de recherche et le son en cache. Le fichier original reste.\n`,
  models: `Usage : parolo models list
        parolo models verify          vérifier l’empreinte de chaque fichier
        parolo models add DOSSIER     le genre du modèle est reconnu à ses fichiers
        parolo models remove ID
`,
  doctor: `Usage : parolo doctor\n\nAffiche les versions, ffmpeg, les modèles et leurs empreintes, les cœurs, la place libre, et ce qui ne va pas.\n`,
}

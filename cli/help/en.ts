export const help = {
  overview: `Parolo transcribes recordings, with speakers and captions, on this computer only.

Usage: parolo COMMAND [options]

  transcribe FILE…       create transcripts and captions
  list                   list the recordings in the library
  show RECORDING         show a transcript as text
  export RECORDING       export a transcript in other formats
  search WORDS           search words, titles and speakers in the library
  add FILE…              import recordings into the library; an open page shows them at once
  stats RECORDING|FILE   show speaking time by speaker
  delete RECORDING       delete a recording from the library
  models list|verify|add PATH|remove ID
  doctor                 check this installation
  serve                  open Parolo in your browser, on this computer only

Options for all commands: --data DIR (library folder, also PAROLO_HOME), --lang en|fr, --help, --version
See: parolo COMMAND --help
`,
  transcribe: `Usage: parolo transcribe FILE… [options]

  --language auto|en|fr|…   spoken language (auto: detected)
  --model ID                speech model (see: parolo models list)
  --speakers auto|N         number of speakers (more reliable if you enter it)
  --quick                   one pass only; no second pass for unsure passages
  --track N                 number of the audio track, from 1
  --from TIME, --to TIME    transcribe only this part of each FILE: 75, 1:15, 1:15.5 or 1:02:03; times in the results
                            are those of the whole recording
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   speaker names in SRT text: when the speaker changes, or always (default: never)
  --first-page              Word: add a cover page with title, date and speaking time
  --out DIR                 folder for the results (default: the current one)
  --stdout                  print one format of one FILE instead of saving files
  --overwrite               replace files that this command did not create
  --progress auto|bar|json|none

If a command is stopped, run it again to resume.
Exit codes: 0 all done, 1 some failed, 2 incorrect usage, 130 interrupted.
`,
  list: `Usage: parolo list [--data DIR]\n\nOne line per recording: ID, length, language, speakers, state, title.\n`,
  show: `Usage: parolo show RECORDING\n\nRECORDING is an ID (or its beginning), a title or a file.\n`,
  export: `Usage: parolo export RECORDING --format F[,F…] [--names never|change|always] [--first-page] [--out DIR] [--stdout] [--overwrite]

RECORDING is an ID (or its beginning), a title or a file. Formats: {formats}.
--names: include speaker names in SRT text, when the speaker changes or always. Unnamed speakers are left out.
Without it, SRT has names if the transcript's caption rules say so.
--first-page: the Word document begins with a cover page: title, date, length and speaking time.
`,
  search: `Usage: parolo search WORDS\n\nFinds all the words in titles and paragraphs, and the paragraphs of speakers with that name.\nShows recording, time and speaker.\n`,
  delete: `Usage: parolo delete RECORDING\n\nDeletes its transcripts, search entries and prepared audio. A copy stored in the library is deleted\ntoo; a file outside the library is kept.\n`,
  stats: `Usage: parolo stats RECORDING|FILE.parolo.json [--format table|csv|json]

Shows speaking time, share, turns, longest turn, words and words per minute of each speaker; silence and overlaps. A
pause under 5 s does not end a turn, unless others speak for 1 s in it. Speaking time does not include pauses.
RECORDING is an ID (or its beginning), a title or a file.
`,
  models: `Usage: parolo models list
       parolo models verify          check the hash of each file
       parolo models add PATH        PATH: a folder; its type is detected from its files
       parolo models remove ID
`,
  doctor: `Usage: parolo doctor\n\nPrints versions, ffmpeg, models with their hashes, cores, free space, and any problems with their solutions.\n`,
  add: `Usage: parolo add FILE…\n\nImports recordings into the library without transcribing them. An open page shows them at once.\n`,
  serve: `Usage: parolo serve [--port N] [--open]

Makes Parolo available in your browser, on this computer only, and prints its address. Unfinished tasks resume.

  --port N    port number (default: 27275, or any free port)
  --open      also open the browser

Press Ctrl-C to stop it; running tasks resume at the next start.
`,
} as const

export type HelpTopic = keyof typeof help

export const help = {
  overview: `Parolo turns recordings into text with speakers and captions, on this machine alone.

Usage: parolo VERB [options]

  transcribe FILE…       make transcripts and captions
  list                   what the library holds
  show RECORDING         a transcript as text
  export RECORDING       write a transcript in other formats
  search WORDS           find words, titles and speakers in the library
  add FILE…              put recordings into the library; an open page shows them at once
  stats RECORDING|FILE   who spoke how long
  delete RECORDING       remove a recording from the library (the original stays)
  models list|verify|add PATH|remove ID
  doctor                 check this installation
  serve                  open the studio in your browser, for this computer alone

Options everywhere: --data DIR (the library's folder, also PAROLO_HOME), --lang en|fr, --help, --version
See: parolo VERB --help
`,
  transcribe: `Usage: parolo transcribe FILE… [options]

  --language auto|en|fr|…   language spoken (auto: found by a vote)
  --model ID                recogniser (see: parolo models list)
  --speakers auto|N         how many people speak (a number helps)
  --quick                   one decode of each passage, no second look
  --track N                 audio track, from 1
  --from TIME, --to TIME    transcribe only this part of each FILE: 75, 1:15, 1:15.5 or 1:02:03; times in the results
                            are those of the whole recording
  --format F[,F…]           {formats} (default: srt,vtt)
  --names never|change|always   names in the text of SRT: when the speaker changes, or always (default: never)
  --first-page              in Word: title, date and speaking time on a page of their own
  --out DIR                 folder for the results (default: the current one)
  --stdout                  print one format of one FILE, write no file
  --overwrite               replace files that this command did not write
  --progress auto|bar|json|none

A run that was stopped goes on from what is finished when started again.
Exit: 0 all done, 1 some failed, 2 usage, 130 interrupted.
`,
  list: `Usage: parolo list [--data DIR]\n\nOne line a recording: id, length, language, speakers, state, title.\n`,
  show: `Usage: parolo show RECORDING\n\nRECORDING is an id (or its beginning), a title or a file.\n`,
  export: `Usage: parolo export RECORDING --format F[,F…] [--names never|change|always] [--first-page] [--out DIR] [--stdout] [--overwrite]

RECORDING is an id (or its beginning), a title or a file. Formats: {formats}.
--names: whether SRT has names in its text, when the speaker changes or always. Voices without a name have none.
--first-page: the Word document begins with title, date, length and speaking time on a page of their own.
`,
  search: `Usage: parolo search WORDS\n\nFinds recordings whose title has all the words, paragraphs that say them, and what speakers of that name say;\nshows recording, time and speaker.\n`,
  delete: `Usage: parolo delete RECORDING\n\nRemoves its transcripts, search entries and cached sound. The original file stays.\n`,
  stats: `Usage: parolo stats RECORDING|FILE.parolo.json [--format table|csv|json]

Speaking time, share, turns, longest turn, words and words a minute of each speaker, silence and overlaps. A pause
under 5 s does not end a turn, unless others speak for 1 s in it; speaking time leaves pauses out. RECORDING is an id
(or its beginning), a title or a file.
`,
  models: `Usage: parolo models list
       parolo models verify          check every file's hash
       parolo models add PATH        PATH: a folder; its kind is known by its files
       parolo models remove ID
`,
  doctor: `Usage: parolo doctor\n\nPrints versions, ffmpeg, models with their hashes, cores, free space, and what is wrong with what to do.\n`,
  add: `Usage: parolo add FILE…\n\nPuts recordings into the library without transcribing them. A page that is open shows them at once.\n`,
  serve: `Usage: parolo serve [--port N] [--open]

Opens the studio to your own browser, on this computer alone, and prints its address. Work of the library goes on.

  --port N    port to listen on (default: 27275, or any that is free)
  --open      open the browser as well

Ctrl-C ends it; work that runs goes on at the next start.
`,
} as const

export type HelpTopic = keyof typeof help

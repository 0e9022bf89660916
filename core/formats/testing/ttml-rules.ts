/** A file for one rule of timed text, with the captions that the rule gives, worked out by hand. */
export interface TtmlRule {
  /** Section of TTML2 (W3C, 2018) and what it says. */
  readonly clause: string
  readonly file: string
  /** `start–end text / second line`, in ms. */
  readonly cues: readonly string[]
}

const head =
  '<?xml version="1.0" encoding="UTF-8"?>\n<tt xmlns="http://www.w3.org/ns/ttml" xmlns:ttp="http://www.w3.org/ns/ttml#parameter" xmlns:tts="http://www.w3.org/ns/ttml#styling" xml:lang="en"'

const region = '<region xml:id="r1" tts:origin="10% 10%" tts:extent="80% 80%" tts:displayAlign="after"/>'

const file = (body: string, parameters = '', regions = region): string =>
  `${head} ${parameters}><head><layout>${regions}</layout></head>${body}</tt>`

/** Paragraphs in a div, all in one region. */
const paragraphs = (content: string, parameters = ''): string =>
  file(`<body region="r1"><div>${content}</div></body>`, parameters)

/** Times that a person works out; a file without an end is left to other tests. */
export const ttmlRules: readonly TtmlRule[] = [
  {
    clause: '§12.1.1: begin counts from the begin of the parent in parallel, at each depth',
    file: file('<body begin="10s" region="r1"><div begin="1s"><p begin="2s" end="4s">a</p></div></body>'),
    cues: ['13000–15000 a'],
  },
  {
    clause: '§12.1.3: end counts from the same place as begin, not from begin',
    file: file('<body region="r1"><div begin="5s"><p begin="1s" end="3s">a</p></div></body>'),
    cues: ['6000–8000 a'],
  },
  {
    clause: '§12.1.2: dur counts from begin; the earlier of dur and end holds',
    file: paragraphs(
      '<p begin="1s" dur="2s">a</p><p begin="4s" dur="9s" end="6s">b</p><p begin="7s" dur="1s" end="20s">c</p>',
    ),
    cues: ['1000–3000 a', '4000–6000 b', '7000–8000 c'],
  },
  {
    clause: '§12.2: a child ends with its parent, and one without times lasts as long as it',
    file: file(
      '<body region="r1" end="20s"><div end="5s"><p begin="1s" end="9s">a</p></div><div begin="6s"><p>b</p></div></body>',
    ),
    cues: ['1000–5000 a', '6000–20000 b'],
  },
  {
    clause: '§12.2: what begins after its parent has ended is never shown',
    file: paragraphs('<p begin="1s" dur="1s"><span begin="3s" end="4s">never</span>a</p>'),
    cues: ['1000–2000 a'],
  },
  {
    clause: '§12.1.4: in a sequence a child begins when the one before has ended',
    file: file(
      '<body region="r1"><div timeContainer="seq"><p dur="2s">a</p><p dur="1s">b</p><p dur="3s">c</p></div></body>',
    ),
    cues: ['0–2000 a', '2000–3000 b', '3000–6000 c'],
  },
  {
    clause: '§12.1.4: in a sequence begin and end count from the end of the child before',
    file: file(
      '<body region="r1"><div timeContainer="seq" begin="10s"><p dur="2s">a</p><p begin="1s" end="4s">b</p><p begin="500ms" dur="1s">c</p></div></body>',
    ),
    cues: ['10000–12000 a', '13000–16000 b', '16500–17500 c'],
  },
  {
    clause: '§12.1.4: a sequence of divs in a body, each parallel within',
    file: file(
      '<body region="r1" timeContainer="seq"><div><p begin="1s" end="2s">a</p><p begin="3s" end="5s">b</p></div><div><p begin="1s" end="2s">c</p></div></body>',
    ),
    cues: ['1000–2000 a', '3000–5000 b', '6000–7000 c'],
  },
  {
    clause: '§12.1.4: sequences in parallel, and a parallel inside a sequence',
    file: file(
      '<body region="r1"><div><div timeContainer="seq"><p dur="1s">a</p><p dur="1s">b</p></div><div timeContainer="seq" begin="5s"><div><p begin="1s" dur="1s">c</p></div><p dur="2s">d</p></div></div></body>',
    ),
    cues: ['0–1000 a', '1000–2000 b', '6000–7000 c', '7000–9000 d'],
  },
  {
    clause: '§12.1.4: a paragraph may be a sequence of spans',
    file: paragraphs(
      '<p begin="1s" timeContainer="seq"><span dur="1s">a</span><span dur="2s">b</span><span begin="1s" dur="1s">c</span></p>',
    ),
    cues: ['1000–2000 a', '2000–4000 b', '5000–6000 c'],
  },
  {
    clause: '§12.4: text lasts no time in a sequence',
    file: paragraphs('<p begin="1s" timeContainer="seq">never<span dur="1s">a</span></p>'),
    cues: ['1000–2000 a'],
  },
  {
    clause: '§12.4: text in parallel lasts as long as its parent, so that nothing follows it in a sequence',
    file: file(
      '<body region="r1" end="9s"><div timeContainer="seq"><p dur="2s">a</p><p>b</p><p dur="1s">never</p></div></body>',
    ),
    cues: ['0–2000 a', '2000–9000 b'],
  },
  {
    clause: '§11.3.1.3: timed spans appear one after another in one paragraph',
    file: paragraphs(
      '<p begin="1s" end="7s"><span begin="0s" end="2s">a</span><span begin="2s" end="4s">b</span></p>',
    ),
    cues: ['1000–3000 a', '3000–5000 b'],
  },
  {
    clause: '§11.3.1.3: text of a paragraph and of its timed spans is one document at each time',
    file: paragraphs(
      '<p begin="1s" end="6s">one <span begin="1s" end="4s">two <span begin="1s" end="2s">three</span></span><br/>four</p>',
    ),
    cues: [
      '1000–2000 one / four',
      '2000–3000 one two / four',
      '3000–4000 one two three / four',
      '4000–5000 one two / four',
      '5000–6000 one / four',
    ],
  },
  {
    clause: '§8.1.7: a timed line break breaks lines only while it lasts',
    file: paragraphs('<p begin="0s" end="4s">one<br begin="2s"/> two</p>'),
    cues: ['0–2000 one two', '2000–4000 one / two'],
  },
  {
    clause: '§11.1.2: text is shown only while its region is active',
    file: file(
      '<body><div><p begin="1s" end="9s" region="late">a</p><p begin="1s" end="2s" region="late">never</p></div></body>',
      '',
      '<region xml:id="late" begin="3s" end="6s" tts:displayAlign="after"/>',
    ),
    cues: ['3000–6000 a'],
  },
  {
    clause: '§11.1.2: a region with begin and dur',
    file: file(
      '<body region="late"><div begin="2s"><p end="9s">a</p></div></body>',
      '',
      '<region xml:id="late" begin="3s" dur="4s" tts:displayAlign="after"/>',
    ),
    cues: ['3000–7000 a'],
  },
  {
    clause: '§11.3.1.3: paragraphs of one region at one time are stacked in it',
    file: paragraphs('<p begin="1s" end="2s">a</p><p begin="1s" end="2s">b</p><p begin="2s" end="3s">c</p>'),
    cues: ['1000–2000 a / b', '2000–3000 c'],
  },
  {
    clause: '§12.3.1: clock-time with a fraction',
    file: paragraphs(
      '<p begin="00:00:01.25" end="00:01:00">a</p><p begin="01:00:00.5" end="100:00:00">b</p>',
    ),
    cues: ['1250–60000 a', '3600500–360000000 b'],
  },
  {
    clause: '§12.3.1: clock-time with frames counts them from the second',
    file: paragraphs('<p begin="00:00:01:12" end="00:00:02:06">a</p>', 'ttp:frameRate="24"'),
    cues: ['1500–2250 a'],
  },
  {
    clause: '§7.2.6: frameRateMultiplier makes frames longer, not seconds',
    file: paragraphs(
      '<p begin="00:00:01:15" end="00:01:00:00">a</p>',
      'ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001"',
    ),
    cues: ['1501–60000 a'],
  },
  {
    clause: '§12.3.1: offset times in h, m, s, ms',
    file: paragraphs('<p begin="0.5m" end="45s">a</p><p begin="50000ms" end="0.5h">b</p>'),
    cues: ['30000–45000 a', '50000–1800000 b'],
  },
  {
    clause: '§12.3.1: offset times in frames, of the effective rate',
    file: paragraphs(
      '<p begin="24f" end="48f">a</p>',
      'ttp:frameRate="24" ttp:frameRateMultiplier="1000 1001"',
    ),
    cues: ['1001–2002 a'],
  },
  {
    clause: '§7.2.14: ticks of the tick rate',
    file: paragraphs('<p begin="15000000t" end="20000000t">a</p>', 'ttp:tickRate="10000000"'),
    cues: ['1500–2000 a'],
  },
  {
    clause: '§7.2.14: a tick without a tick rate is a frame where there is a frame rate',
    file: paragraphs('<p begin="25t" end="75t">a</p>', 'ttp:frameRate="25"'),
    cues: ['1000–3000 a'],
  },
  {
    clause: '§7.2.14: a tick without a tick rate or frame rate is a second',
    file: paragraphs('<p begin="2t" end="3t">a</p>'),
    cues: ['2000–3000 a'],
  },
  {
    clause: '§8.2.5: default white space is one space, and none at the edges of lines',
    file: paragraphs('<p begin="1s" end="2s">\n   one\n   <span>two</span>   three <br/>\n  four\n</p>'),
    cues: ['1000–2000 one two three / four'],
  },
  {
    clause: '§11.2.3: display="none" takes text and its descendants out of the document',
    file: paragraphs('<p begin="1s" end="2s">a<span tts:display="none"> never</span></p>'),
    cues: ['1000–2000 a'],
  },
]

/** Rules that W3C's own reader does not follow, or that it has no notion of. */
export const ttmlRulesBeyondImsc: readonly TtmlRule[] = [
  {
    clause: '§7.2.14: subFrameRate multiplies the default tick rate',
    file: paragraphs('<p begin="50t" end="100t">a</p>', 'ttp:frameRate="25" ttp:subFrameRate="2"'),
    cues: ['1000–2000 a'],
  },
  {
    clause: '§12.3.1: frames with sub-frames',
    file: paragraphs(
      '<p begin="00:00:01:12.1" end="00:00:02:00">a</p>',
      'ttp:frameRate="25" ttp:subFrameRate="2"',
    ),
    cues: ['1500–2000 a'],
  },
  {
    clause: 'appendix I.2: SMPTE times without dropped frames run at the effective rate',
    file: paragraphs(
      '<p begin="00:00:10:00" end="01:00:00:00">a</p>',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="nonDrop"',
    ),
    cues: ['10010–3603600 a'],
  },
  {
    clause: 'appendix I.2: dropNTSC leaves out two frames a minute, but for each tenth',
    file: paragraphs(
      '<p begin="00:01:00:02" end="00:10:00:00">a</p>',
      'ttp:timeBase="smpte" ttp:frameRate="30" ttp:frameRateMultiplier="1000 1001" ttp:dropMode="dropNTSC"',
    ),
    cues: ['60060–599999 a'],
  },
  {
    clause: '§8.2.5: preserved line ends break lines',
    file: paragraphs('<p xml:space="preserve" begin="1s" end="2s">one\ntwo</p>'),
    cues: ['1000–2000 one / two'],
  },
  {
    clause: '§12.4: the text of a span in a sequence lasts as its span, until the paragraph ends',
    file: paragraphs('<p begin="1s" end="4s" timeContainer="seq"><span dur="1s">a</span><span>b</span></p>'),
    cues: ['1000–2000 a', '2000–4000 b'],
  },
]

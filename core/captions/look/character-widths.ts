/** Made by scripts/fonts/caption_font.py. Two digits to the base of 36 a character: its advance in 1/1024 em. */
export const characterWidths: readonly (readonly [firstCode: number, widths: string])[] = [
  [0x20, '7l8ne2i6ids9il8wahahetiz8md58maiidbthjhuioh5hxg9hwhx8m8zizizizf0ryk6iokvkjh5grl9l67rgdjkg3pylilt'],
  [0x50, 'i9lvifidikl2k6sjjxjti8ahaiahdkd69lg5hlgfhlgpashmh47676fw76p9h4h6hlhlb0fb9oh4gcnlfugdfwcj9ucjiz00'],
  [0x80, '00000000000000000000000000000000000000000000000000000000000000007l8ngfhnkyfu8cg6h4q0d0hbiz00iwd8'],
  [0xb0, 'd0izcqcx9lh2h38m8j8xdshbn8ofpgf0k6k6k6k6k6k6sjkvh5h5h5h57r7r7r7rl5liltltltltltizltl2l2l2l2jtiehx'],
  [0xe0, 'g5g5g5g5g5g5q1gfgpgpgpgp76767676gqh4h6h6h6h6h6izh6h4h4h4h4gdhlgdk6g5k6g5k6g5kvgfkvgfkvgfkvgfkjkm'],
  [0x110, 'l5hlh5gph5gph5gph5gph5gpl9hml9hml9hml9hml6h4mdh47r767r767r767r767r76o4ecgd76jkfwfjg376g376g3a7g5'],
  [0x140, 'b2h076lih4lih4lih400lih4lth6lth6lth6spsbifb0ifb0ifb0idfbidfbidfbidfbik9oikbbik9ol2h4l2h4l2h4l2h4'],
  [0x170, 'l2h4l2h4sjnljtgdjti8fwi8fwi8fw98'],
  [0x370, '000000007t7vli0000007vgfgfgf8zgd000000008cjlk68mljpkc500p200prpa85k6iogijyh5i8l6lt7rjkk6pyliiylt'],
  [0x3a0, 'l6i900jnikjtp6jxp6m07rjtj6fhh485h4j6h2gcgtfheqh4hq85fjinh2gyfwh6hjhlgdi0doh4l8gimmn685h4h6h4n6jk'],
  [0x3d0, 'ididjgorjgk3ocfj00000000gxf7000000000000000000000000000000000000kyidgf76ltd2d20000kvpy00hlkvkvkv'],
  [0x400, 'h5h5o3gikvid7r7rgdvpw0p9jkliiiklk6ieioginrh5schulilijklapyl6ltl6i9kvikiinmjxkyjzrjs2ncpgilkvt4if'],
  [0x430, 'g5h1g6ckhwgpnkeah4h4ftgnmbh2h6gyhlgfdogdkefuhjgnnroainlmg6gfo7fzgpgph4ckgffb767676qhprh4fth4gdgy'],
  [0x460, 'q9nnjshrrnmpk6gfr6mmokk9wyrvfqf2p6mmlth6kjh3kjh3zzx0000000000000kagaib00000000000000lih4jshriahc'],
  [0x490, 'gickgickinfpt1o8hueakmghjgh40000obi9lqhls7jkvpqeslmpkvgfikdojtgcjtgckngjqdj8kjh7jzgnjzh4odkoodko'],
  [0x4c0, '7rscnkjjh1lagnl6h2l6h2kjh7pymb76k6g5k6g5sjq1h5gpl8gpl8gpscnkhueahwhwlih4lih4lth6lth6lth6kvgfiigd'],
  [0x4f0, 'iigdiigdjzgngickpglmh3ckksf0jxfu0000000000000000000000000000000000000000000000000000000000000000'],
  [0x520, '000000000000000000000000000000h6'],
  [
    0x1e00,
    'k6g5iohliohliohlkvgfkjhlkjhlkjhlkjhlkjhlh5gph5gph5gph5gph5gpgrasl9hml6h4l6h4l6h4l6h4l6h47r767r76',
  ],
  [
    0x1e30,
    'jkfwjkfwjkfwg376g376g376g376pyp9pyp9pyp9lih4lih4lih4lih4lth6lth6lth6lth6i9hli9hlifb0ifb0ifb0ifb0',
  ],
  [
    0x1e60,
    'idfbidfbidfbidfbidfbik9oik9oik9oik9ol2h4l2h4l2h4l2h4l2h4k6gck6gcsjnlsjnlsjnlsjnlsjnljxfujxfujtgd',
  ],
  [
    0x1e90,
    'i8fwi8fwi8fwh49onlgdg59800ahkcgck6g5k6g5k6g5k6g5k6g5k6g5k6g5k6g5k6g5k6g5k6g5k6g5h5gph5gph5gph5gp',
  ],
  [
    0x1ec0,
    'h5gph5gph5gph5gp7r767r76lth6lth6lth6lth6lth6lth6lth6luh4luh4luh4luh4luh4l2h4l2h4kzi0kzi0kzi0kzi0',
  ],
  [0x1ef0, 'kzi0jtgdjtgdjtgdjtgdn0h7ggggl0id'],
  [
    0x2010,
    'b3b3ife8sgsgegd37w7w7b7wdhdectdeeueuf6f68mh9pw8m000000000000004xzzzz6tdlkc6tdlkcdubdbdjthbeweznk',
  ],
]

// The forms of words in which facts are stated, as data: units, hedges, negations, words for telling, opposites, places that
// changed their names. This is the place to add to when a change of fact is missed or a change of manner is taken for one.
// Sources: the stylebooks of AP and Reuters for what counts as one manner; the lists of countries of ISO 3166.

const list = (words: string) => words.trim().split(/\s+/)

/** English number words in order: zero to nineteen, and the tens from twenty. */
export const smallNumbers: readonly string[] = list(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen',
)
export const tens: readonly string[] = list('twenty thirty forty fifty sixty seventy eighty ninety')
/** English months and days of the week, in order. */
export const monthNames: readonly string[] = list(
  'january february march april may june july august september october november december',
)
export const dayNames: readonly string[] = list('monday tuesday wednesday thursday friday saturday sunday')

/** Values of number words, by language; `one` only where it is no article or pronoun besides. */
export const numberWords: ReadonlyMap<string, number> = new Map([
  ...smallNumbers.map((word, value) => [word, value] as const),
  ...tens.map((word, k) => [word, 20 + 10 * k] as const),
  ...list('deux trois quatre cinq six sept huit neuf dix onze douze').map((word, k) => [word, k + 2] as const),
  ...list('zwei drei vier fünf sechs sieben acht neun zehn elf zwölf').map((word, k) => [word, k + 2] as const),
  ...list('dos tres cuatro cinco seis siete ocho nueve diez once doce').map((word, k) => [word, k + 2] as const),
  ...list('dua tiga empat lima enam tujuh delapan sembilan sepuluh').map((word, k) => [word, k + 2] as const),
  ...list('два три четыре пять шесть семь восемь девять десять').map((word, k) => [word, k + 2] as const),
  ...list('две двух трёх четырёх пяти шести семи').map((word, k) => [word, [2, 2, 3, 4, 5, 6, 7][k] ?? 0] as const),
])

/** What a scale word multiplies by. */
export const scaleWords: ReadonlyMap<string, number> = new Map([
  ...list('hundred').map((word) => [word, 1e2] as const),
  ...list('thousand thousands mille tausend ribu тысяча тысячи тысяч тыс ألف آلاف').map((word) => [word, 1e3] as const),
  ...list('lakh').map((word) => [word, 1e5] as const),
  ...list(
    'million millions mln mn m millón millones millionen mio juta миллион миллиона миллионов млн مليون ملايين',
  ).map((word) => [word, 1e6] as const),
  ...list('crore').map((word) => [word, 1e7] as const),
  ...list(
    'billion billions bln bn b milliard milliards milliarde milliarden mrd miliar миллиард миллиарда миллиардов млрд مليار',
  ).map((word) => [word, 1e9] as const),
  ...list('trillion trillions trn tn').map((word) => [word, 1e12] as const),
  ['万', 1e4],
  ['萬', 1e4],
  ['亿', 1e8],
  ['億', 1e8],
  ['兆', 1e12],
  ['千', 1e3],
  ['百', 1e2],
])

/** Words that say how many without a figure. */
export const vagueNumbers: ReadonlyMap<string, string> = new Map(
  list(
    'dozens scores hundreds thousands millions billions doubled tripled quadrupled twice thrice double triple halved',
  ).map((word) => [
    word,
    ({ doubled: 'twice', double: 'twice', tripled: 'thrice', triple: 'thrice' } as Readonly<Record<string, string>>)[
      word
    ] ?? word,
  ]),
)

/** Parts of a whole. */
export const fractions: ReadonlyMap<string, number> = new Map([
  ['half', 1 / 2],
  ['third', 1 / 3],
  ['quarter', 1 / 4],
  ['fifth', 1 / 5],
  ['sixth', 1 / 6],
  ['seventh', 1 / 7],
  ['eighth', 1 / 8],
  ['tenth', 1 / 10],
])

/** Places in a row. */
export const ordinals: ReadonlyMap<string, number> = new Map(
  list('first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth').map(
    (word, k) => [word, k + 1] as const,
  ),
)

/** Units by the ways in which they are written; what is measured in one unit may be told in another of the same line's. */
export const units: ReadonlyMap<string, { readonly unit: string; readonly factor: number }> = new Map(
  (
    [
      ['%', 1, '% percent pct prozent porcento persen процент процента процентов'],
      ['% point', 1, 'percentage'],
      ['basis point', 1, 'basis'],
      ['km', 1, 'km kms kilometre kilometres kilometer kilometers'],
      ['mile', 1, 'mile miles'],
      ['m', 1, 'm metre metres meter meters'],
      ['foot', 1, 'foot feet ft'],
      ['inch', 1, 'inch inches'],
      ['cm', 1, 'cm centimetre centimetres centimeter centimeters'],
      ['kg', 1, 'kg kgs kilo kilos kilogram kilograms kilogramme kilogrammes'],
      ['pound', 1, 'lb lbs'],
      ['tonne', 1, 'tonne tonnes ton tons'],
      ['litre', 1, 'litre litres liter liters'],
      ['gallon', 1, 'gallon gallons'],
      ['barrel', 1, 'barrel barrels bbl'],
      ['acre', 1, 'acre acres'],
      ['hectare', 1, 'hectare hectares ha'],
      ['minute', 1, 'minute minutes min mins'],
      ['minute', 60, 'hour hours hr hrs'],
      ['minute', 1440, 'day days'],
      ['minute', 10080, 'week weeks'],
      ['minute', 20160, 'fortnight fortnights'],
      ['month', 1, 'month months'],
      ['month', 12, 'year years'],
      ['month', 120, 'decade decades'],
      ['celsius', 1, 'celsius c'],
      ['fahrenheit', 1, 'fahrenheit f'],
      ['mw', 1, 'mw megawatt megawatts'],
      ['mw', 1000, 'gw gigawatt gigawatts'],
    ] as const
  ).flatMap(([unit, factor, words]) => list(words).map((word) => [word, { unit, factor }] as const)),
)

/** Currencies by symbol and word. A dollar of no country is any. */
export const currencies: ReadonlyMap<string, string> = new Map(
  (
    [
      ['dollar', '$ dollar dollars'],
      ['us dollar', 'us$ usd'],
      ['a dollar', 'a$ aud'],
      ['s dollar', 's$ sgd'],
      ['hk dollar', 'hk$ hkd'],
      ['nz dollar', 'nz$ nzd'],
      ['c dollar', 'c$ cad'],
      ['euro', '€ euro euros eur евро'],
      ['pound', '£ pound pounds sterling gbp'],
      ['yen', '¥ yen jpy 円'],
      ['yuan', 'yuan rmb cny 元'],
      ['rupee', '₹ rupee rupees rs inr'],
      ['ringgit', 'rm ringgit myr'],
      ['rouble', '₽ rouble roubles ruble rubles рубль рубля рублей'],
      ['won', '₩ won krw'],
      ['franc', 'franc francs chf'],
      ['crown', 'crown crowns krona kronor kroner krone'],
      ['peso', 'peso pesos'],
      ['rupiah', 'rupiah rp'],
    ] as const
  ).flatMap(([currency, words]) => list(words).map((word) => [word, currency] as const)),
)

/** Months by their number, in the languages of the agencies whose copy is common; three letters of the English ones too. */
export const months: ReadonlyMap<string, number> = new Map(
  [
    monthNames.join(' '),
    'jan feb mar apr may jun jul aug sep oct nov dec',
    'janvier février mars avril mai juin juillet août septembre octobre novembre décembre',
    'enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre',
    'januar februar märz april mai juni juli august september oktober november dezember',
    'januari februari maret april mei juni juli agustus september oktober november desember',
    'января февраля марта апреля мая июня июля августа сентября октября ноября декабря',
    'يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر',
  ]
    .flatMap((words) => list(words).map((word, k) => [word, k + 1] as const))
    .concat([['sept', 9]]),
)

/** Days of the week, Monday the first. */
export const weekdays: ReadonlyMap<string, number> = new Map(
  [
    dayNames.join(' '),
    'mon tue wed thu fri sat sun',
    'lundi mardi mercredi jeudi vendredi samedi dimanche',
    'lunes martes miércoles jueves viernes sábado domingo',
    'montag dienstag mittwoch donnerstag freitag samstag sonntag',
    'senin selasa rabu kamis jumat sabtu minggu',
    'понедельник вторник среду четверг пятницу субботу воскресенье',
    'الاثنين الثلاثاء الأربعاء الخميس الجمعة السبت الأحد',
    '月曜 火曜 水曜 木曜 金曜 土曜 日曜',
    '周一 周二 周三 周四 周五 周六 周日',
    '星期一 星期二 星期三 星期四 星期五 星期六 星期日',
  ]
    .flatMap((words) => list(words).map((word, k) => [word, k + 1] as const))
    .concat([
      ['tues', 2],
      ['thur', 4],
      ['thurs', 4],
    ]),
)

const either = (words: string) =>
  words
    .trim()
    .split(/\s*\|\s*/)
    .join('|')

/** Words that deny. One in each place counts once, whichever it is. */
export const negations = new RegExp(
  `(?<!\\p{L})(?:${either(
    'not|no(?! (?:fewer|less|more|later|sooner|longer than) than)|never|neither|nor|none|nobody|nothing|nowhere|without|cannot|unable to|refus(?:e|es|ed|ing)|den(?:y|ies|ied|ying)|fail(?:s|ed|ing)? to|declin(?:e|es|ed|ing) to|reject(?:s|ed|ing)?|turn(?:s|ed|ing)? down|rul(?:es|ed|ing) out|' +
      'pas|jamais|aucune?|sans|ni|nicht|nie|niemals|niemand|ohne|kein(?:e[nmrs]?)?|nunca|jamás|ningún|ninguna?|sin|non|mai|não|sem|tidak|bukan|belum|tanpa|не|нет|ни|никогда|никто|без|لا|لم|لن|ليس|ليست|دون',
  )})(?!\\p{L})|n['’]t(?!\\p{L})|[不没未無无非]|ない|ません|なかった|せず|なかっ|ไม่`,
  'giu',
)

/** Words that leave open whether a thing is so, by how far they do. */
export const hedges: readonly (readonly [RegExp, string])[] = [
  [/\b(?:may|might|could|can possibly|possibl[ey]|perhaps|maybe)\b/giu, 'possible'],
  [
    /\b(?:likely|probabl[ey]|expected|projected|forecast(?:ed)?|predicted to|anticipated|slated to|set to|thought to|believed to|believes?|scheduled to)\b/giu,
    'likely',
  ],
  [/\b(?:unlikely|improbabl[ey])\b/giu, 'unlikely'],
  [
    /\b(?:alleged(?:ly)?|alleges|suspect(?:s|ed)?|purported(?:ly)?|presumed|presumably|unconfirmed|reported(?:ly)?(?= (?!by|that|on|for|in|to))|reportedly|accused|so-called|claimed to)\b/giu,
    'alleged',
  ],
  [/\b(?:apparent(?:ly)?|appear(?:s|ed)? to|seem(?:s|ed|ingly)?(?: to)?)\b/giu, 'apparent'],
  [
    /\b(?:plan(?:s|ned)? to|intend(?:s|ed)? to|hop(?:es|ed|ing)? to|aim(?:s|ed)? to|consider(?:s|ed|ing)?|want(?:s|ed)? to|propos(?:es|ed|ing)? to)\b/giu,
    'planned',
  ],
  [/\b(?:unclear|uncertain|clear whether)\b/giu, 'unclear'],
  // French, German, Spanish, Indonesian, Russian, Arabic, Chinese, Japanese.
  [
    /(?<!\p{L})(?:peut-être|pourrait|pourraient|pourra|peut|vielleicht|könnten?|dürften?|womöglich|quizá|tal vez|podrían?|puede|mungkin|bisa|может|могут|возможно|قد|ربما)(?!\p{L})|可能|或许|也许|かもしれない|可能性/giu,
    'possible',
  ],
  [
    /(?<!\p{L})(?:présumée?s?|soupçonnée?s?|mutmaßlich(?:e[rnms]?)?|angeblich(?:e[rnms]?)?|presunt[oa]s?|supuest[oa]s?|diduga|terduga|предполагаем\p{L}+|подозреваем\p{L}+|المشتبه|المزعوم(?:ة)?|يُزعم)(?!\p{L})|涉嫌|据称|疑似|容疑|とみられる|疑い/giu,
    'alleged',
  ],
  [
    /(?<!\p{L})(?:probablement|wahrscheinlich|voraussichtlich|probablemente|kemungkinan|diperkirakan|вероятно|ожидается|من المتوقع|متوقع)(?!\p{L})|预计|有望|見通し|見込み/giu,
    'likely',
  ],
]

/** Verbs of telling, in English. */
export const tellingVerbs =
  'said|says|say|told|tells|stated|added|adds|announced|announces|reported|claimed|alleged|alleges|confirmed|confirms|noted|explained|explains|insisted|insists|showed|wrote|writes|argued|argues|warned|warns|acknowledged|admitted|declared|predicted|remarked|observed|commented|conceded|maintained|recalled|replied|stressed|testified|urged|suggested|asserted|contended|emphasi[sz]ed'

/** Words for one kind of source: an outlet that takes another of them names the same. */
export const sameSources: ReadonlyMap<string, string> = new Map(
  [
    'company firm business group corporation maker manufacturer enterprise',
    'ministry department',
    'researchers scientists academics',
    'researcher scientist academic',
    'director chief head boss leader',
    'spokesman spokeswoman spokesperson',
    'police officers',
    'authorities officials',
    'authority official',
    'inhabitants residents locals',
    'lawyer attorney',
    'doctors medics physicians',
    'teacher schoolteacher',
    'project undertaking scheme',
    'agency body office bureau',
    'union association',
    'council board committee',
  ].flatMap((words) => list(words).map((word) => [word, words] as const)),
)

/** Ways to name a source in other languages. */
export const sourcesElsewhere =
  /(?<!\p{L})(?:selon|d['’]après|a (?:dit|déclaré|annoncé|affirmé|indiqué|précisé)|ont (?:dit|déclaré|annoncé|indiqué)|laut|nach Angaben|sagten?|erklärten?|teilten?|según|dijo|dijeron|informó|informaron|afirmó|declaró|menurut|kata|ujar|mengatakan|menyatakan|сообщил\p{L}*|заявил\p{L}*|сказал\p{L}*|по (?:словам|данным)|قالت?|قال|أعلنت?|بحسب|وفقا|ذكرت?)(?!\p{L})|表示|[说称](?=[，。,.]|$)|据(?=\p{L})|によると|と述べ|と語|と発表|明らかにした|と話/giu

/** Words that turn a statement round when one stands for the other. Whole stems: a word of the left list for one of the right. */
export const opposites: readonly (readonly [RegExp, RegExp])[] = (
  [
    [
      'ro?se|rises?|risen|rising|climb(?:s|ed|ing)?|gain(?:s|ed|ing)?|jump(?:s|ed|ing)?|surg(?:e[sd]?|ing)|soar(?:s|ed|ing)?|increas(?:e[sd]?|ing)|grew|grow(?:s|n|ing)?|advanc(?:e[sd]?|ing)|up|higher|rall(?:y|ied|ies)|rebounded|expand(?:s|ed|ing)?|augment\\p{L}*|hausse|stieg(?:en)?|gestiegen|subi\\p{L}*|aument\\p{L}*|naik|meningkat|вырос\\p{L}*|выросли|повысил\\p{L}*|ارتفع\\p{L}*|ارتفاع',
      'fell|falls?|fallen|falling|drop(?:s|ped|ping)?|declin(?:e[sd]?|ing)|slip(?:s|ped|ping)?|slid(?:es?)?|plung(?:e[sd]?|ing)|tumbl(?:e[sd]?|ing)|decreas(?:e[sd]?|ing)|lost|los(?:es|ing)|shr[aiu]nk|down|lower|sank|dipped|contracted|baiss\\p{L}*|baisse|sank(?:en)?|gesunken|fiel(?:en)?|gefallen|cay\\p{L}+|baj\\p{L}+|turun|menurun|упал\\p{L}*|снизил\\p{L}*|сократил\\p{L}*|انخفض\\p{L}*|انخفاض|تراجع\\p{L}*',
    ],
    [
      'rais(?:e[sd]?|ing)|hik(?:e[sd]?|ing)|boost(?:s|ed|ing)?|increas(?:e[sd]?|ing)|lift(?:s|ed|ing)?',
      'cut(?:s|ting)?|lower(?:s|ed|ing)?|reduc(?:e[sd]?|ing)|slash(?:e[sd]|ing)?|trim(?:s|med|ming)?|decreas(?:e[sd]?|ing)',
    ],
    ['won|wins?|winning|beat(?:s|en|ing)?|victory|defeat(?:s|ed|ing)?', 'lost|los(?:es?|ing)|defeat|lost to'],
    ['before|ahead of|until|prior to', 'after|following|since'],
    [
      'more|above|over|exceed(?:s|ed|ing)?|at least|most|beat|topped',
      'less|fewer|below|under|miss(?:es|ed)?|at most|up to|least',
    ],
    ['for|in favou?r of|support(?:s|ed|ing)?|back(?:s|ed|ing)?', 'against|oppos(?:e[sd]?|ing)'],
    [
      'approv(?:e[sd]?|ing)|accept(?:s|ed|ing)?|adopt(?:s|ed|ing)?|pass(?:es|ed)?|allow(?:s|ed|ing)?|permit(?:s|ted)?|agree[sd]? to|back(?:s|ed|ing)?|granted|welcom(?:e[sd]?|ing)|legali[sz]ed',
      'reject(?:s|ed|ing)?|block(?:s|ed|ing)?|veto(?:es|ed)?|refus(?:e[sd]?|ing)|den(?:y|ies|ied)|ban(?:s|ned)?|barr?ed|prohibit(?:s|ed)?|forbid(?:s|den)?|condemn(?:s|ed)?|criticis?z?ed|outlawed',
    ],
    ['confirm(?:s|ed|ing)?|admit(?:s|ted)?', 'den(?:y|ies|ied|ying)'],
    [
      'increase|gain|surplus|profits?|growth|rise|upgrade[sd]?|creat(?:e[sd]?|ing)',
      'decrease|loss(?:es)?|deficit|decline|shrinkage|fall|downgrade[sd]?|destroy(?:s|ed|ing)?',
    ],
    [
      'tighten(?:s|ed|ing)?|strengthen(?:s|ed|ing)?|harden(?:s|ed|ing)?|widen(?:s|ed|ing)?|accelerat(?:e[sd]?|ing)|quicken(?:s|ed)?|improv(?:e[sd]?|ing)|better|stronger|faster|longer|bigger|warmer|hotter|early|earlier|large(?:r|st)|biggest|high(?:er|est)|great(?:er|est)|longest|old(?:er|est)|best|strongest|fastest|widest',
      'loosen(?:s|ed|ing)?|eas(?:e[sd]?|ing)|weaken(?:s|ed|ing)?|soften(?:s|ed|ing)?|narrow(?:s|ed|ing)?|slow(?:s|ed|ing)?|worsen(?:s|ed|ing)?|deteriorat(?:e[sd]?|ing)|worse|weaker|slower|shorter|colder|cooler|late|later|small(?:er|est)|low(?:er|est)|shortest|young(?:er|est)|worst|weakest|slowest|narrowest',
    ],
    [
      'open(?:s|ed|ing)?|start(?:s|ed|ing)?|beg[aiu]n(?:s|ning)?|resum(?:e[sd]?|ing)|launch(?:es|ed|ing)?|continu(?:e[sd]?|ing)',
      'clos(?:e[sd]?|ing)|shut(?:s|ting)?|end(?:s|ed|ing)?|stop(?:s|ped|ping)?|suspend(?:s|ed|ing)?|cancel(?:s|led|ed|ling)?|halt(?:s|ed|ing)?',
    ],
    [
      'buy(?:s|ing)?|bought|purchas(?:e[sd]?|ing)|acquir(?:e[sd]?|ing)|import(?:s|ed|ing)?',
      'sell(?:s|ing)?|sold|export(?:s|ed|ing)?',
    ],
    [
      'join(?:s|ed|ing)?|enter(?:s|ed|ing)?|arriv(?:e[sd]?|ing)|hir(?:e[sd]?|ing)|appoint(?:s|ed)?',
      'leav(?:es?|ing)|left|quit|exit(?:s|ed)?|depart(?:s|ed|ing)?|fir(?:e[sd]|ing)|dismiss(?:es|ed)?|sack(?:s|ed)?',
    ],
    ['guilty|convicted|upheld|uphold|liable', 'innocent|acquitted|cleared|overturn(?:s|ed)?|quashed|not guilty'],
    ['include[sd]?|including', 'exclude[sd]?|excluding'],
    ['alive|survived|rescued', 'dead|died|killed'],
    ['safe', 'unsafe|dangerous'],
    ['north(?:ern|east(?:ern)?|west(?:ern)?)?', 'south(?:ern|east(?:ern)?|west(?:ern)?)?'],
    ['(?:north|south)?east(?:ern)?', '(?:north|south)?west(?:ern)?'],
    ['left', 'right'],
    ['men|boys?|male|husband|father|brother|son|his', 'women|girls?|female|wife|mother|sister|daughter|her'],
  ] as const
).map(
  ([left, right]) =>
    [
      new RegExp(`(?<!\\p{L})(?:${left})(?!\\p{L})`, 'iu'),
      new RegExp(`(?<!\\p{L})(?:${right})(?!\\p{L})`, 'iu'),
    ] as const,
)

/** The same in Chinese and Japanese, where words have no edges. */
export const oppositeCharacters: readonly (readonly [RegExp, RegExp])[] = [
  [/[上升涨增増高加]/u, /[下降跌减減低]/u],
  [/前/u, /[后後]/u],
  [/[胜勝]/u, /[负負败敗]/u],
  [/[買买]/u, /[売卖賣]/u],
]

/** Names of one place: old and new, short and long. */
export const sameNames: ReadonlyMap<string, string> = new Map(
  (
    [
      ['united states', 'us usa america|united states of america'],
      ['united kingdom', 'uk britain|great britain'],
      ['european union', 'eu'],
      ['united states', 'american'],
      ['united nations', 'un'],
      ['mumbai', 'bombay'],
      ['kolkata', 'calcutta'],
      ['chennai', 'madras'],
      ['bengaluru', 'bangalore'],
      ['beijing', 'peking'],
      ['myanmar', 'burma'],
      ['yangon', 'rangoon'],
      ['eswatini', 'swaziland'],
      ['türkiye', 'turkey turkiye'],
      ['czechia', '|czech republic'],
      ['netherlands', 'holland'],
      ['kyiv', 'kiev'],
      ['kharkiv', 'kharkov'],
      ['odesa', 'odessa'],
      ['lviv', 'lvov'],
      ['russia', '|russian federation'],
      ['ivory coast', "|côte d'ivoire|cote d'ivoire"],
      ['east timor', 'timor-leste'],
      ['prime minister', 'pm'],
      ['ho chi minh city', 'saigon'],
      ['nur-sultan', 'astana'],
      ['mahomet', 'mohammed muhammad mohamed muhammed mohammad'],
      ['gaddafi', 'qaddafi kadhafi gadhafi'],
      ['hussein', 'husain hussain husayn'],
      ['ahmed', 'ahmad'],
      ['osama', 'usama'],
      ['hezbollah', 'hizbollah hizbullah'],
      ['al qaeda', '|al qaida|alqaeda|alqaida'],
    ] as const
  ).flatMap(([name, others]) =>
    others
      .split('|')
      .flatMap((part, k) => (k === 0 ? part.split(' ') : [part]))
      .filter((other) => other !== '')
      .map((other) => [other, name] as const),
  ),
)

/** Words before a name that are no part of it. */
export const titles = new Set(
  list(
    'mr mrs ms miss dr sir dame lord lady president vice prime minister pm chancellor premier king queen prince princess senator sen rep governor gov mayor ' +
      'professor prof general gen colonel col major maj captain capt lieutenant lt sergeant sgt admiral adm judge justice chief secretary director ' +
      'chairman chairwoman chair ceo father rev reverend saint st datuk dato tan sri tun the inspector insp',
  ),
)

/** Countries and peoples, to tell places from other names; two of them are two places however alike they are written. */
export const countries = new Set(
  list(
    'afghanistan albania algeria andorra angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus belgium belize benin bhutan bolivia bosnia botswana brazil ' +
      'britain brunei bulgaria burundi cambodia cameroon canada chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti dominica ecuador egypt england eritrea estonia ' +
      'eswatini ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guyana haiti honduras hungary iceland india indonesia iran iraq ireland israel ' +
      'italy jamaica japan jordan kazakhstan kenya kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg madagascar malawi malaysia ' +
      'maldives mali malta mauritania mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia nauru nepal netherlands nicaragua niger nigeria norway oman pakistan ' +
      'palau panama paraguay peru philippines poland portugal qatar romania russia rwanda samoa scotland senegal serbia seychelles singapore slovakia slovenia somalia spain sudan suriname sweden ' +
      'switzerland syria taiwan tajikistan tanzania thailand togo tonga tunisia turkey türkiye turkmenistan tuvalu uganda ukraine uruguay uzbekistan vanuatu venezuela vietnam wales yemen zambia zimbabwe ' +
      'austrian australian african american asian european british french german italian spanish russian chinese japanese korean indian iranian iraqi swiss swedish norwegian danish finnish dutch ' +
      'belgian polish slovak slovenian czech hungarian greek turkish egyptian israeli brazilian mexican canadian irish scottish welsh english portuguese ukrainian romanian bulgarian nigerian kenyan thai ' +
      'malaysian indonesian vietnamese filipino pakistani bangladeshi afghan saudi syrian lebanese jordanian',
  ),
)

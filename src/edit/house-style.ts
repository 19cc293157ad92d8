// Tells house style from rewording: two wordings that say the same in another outlet's manner of quotation marks, dashes,
// spelling (British and American), numbers, dates, honorifics and `said`/`says`. Both are brought to one form and compared.

const numberWords = new Map(
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty'
    .split(' ')
    .map((word, value) => [word, String(value)] as const),
)
const tens = new Map(
  'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').map((word, i) => [word, 20 + 10 * i] as const),
)
const months = 'january february march april may june july august september october november december'.split(' ')
const days = 'monday tuesday wednesday thursday friday saturday sunday'.split(' ')

const sameWords = new Map<string, string>([
  ...months.flatMap((month) => [[month.slice(0, 3), month]] as const),
  ...days.flatMap((day) => [[day.slice(0, 3), day]] as const),
  ['sept', 'september'],
  ['tues', 'tuesday'],
  ['thur', 'thursday'],
  ['thurs', 'thursday'],
  ['says', 'said'],
  ['say', 'said'],
  ['pct', 'percent'],
  ['pc', 'percent'],
  ['mln', 'million'],
  ['mn', 'million'],
  ['m', 'million'],
  ['bln', 'billion'],
  ['bn', 'billion'],
  ['km', 'kilometer'],
  ['kms', 'kilometer'],
  ['kilometers', 'kilometer'],
  ['kilometres', 'kilometer'],
  ['kilometre', 'kilometer'],
  ['metres', 'meter'],
  ['meters', 'meter'],
  ['metre', 'meter'],
  ['kg', 'kilogram'],
  ['kgs', 'kilogram'],
  ['kilograms', 'kilogram'],
  ['kilogrammes', 'kilogram'],
  ['kilos', 'kilogram'],
  ['tonnes', 'ton'],
  ['tonne', 'ton'],
  ['tons', 'ton'],
  ['programme', 'program'],
  ['programmes', 'programs'],
  ['grey', 'gray'],
  ['tyre', 'tire'],
  ['tyres', 'tires'],
  ['cheque', 'check'],
  ['cheques', 'checks'],
  ['kerb', 'curb'],
  ['plough', 'plow'],
  ['jewellery', 'jewelry'],
  ['sceptical', 'skeptical'],
  ['sceptics', 'skeptics'],
  ['ageing', 'aging'],
  ['judgement', 'judgment'],
  ['storey', 'story'],
  ['storeys', 'stories'],
  ['aluminium', 'aluminum'],
  ['whilst', 'while'],
  ['amongst', 'among'],
  ['towards', 'toward'],
  ['afterwards', 'afterward'],
  ['learnt', 'learned'],
  ['burnt', 'burned'],
  ['advisor', 'adviser'],
  ['enquiry', 'inquiry'],
  ['artefact', 'artifact'],
  ['manoeuvre', 'maneuver'],
  ['mum', 'mom'],
  ['united states', 'us'],
  ['am', 'am'],
  ['pm', 'pm'],
  ['hr', 'hour'],
  ['hrs', 'hours'],
  ['vs', 'versus'],
  ['govt', 'government'],
])
const honorifics = new Set('mr mrs ms miss dr sir dame datuk dato tan sri tun prof shri smt madam'.split(' '))

/** One spelling for words that differ between British and American English, by rule. */
function oneSpelling(word: string): string {
  const known = sameWords.get(word)
  if (known) return known
  if (word.length < 5) return word
  return word
    .replace(/is(e|ed|es|ing|er|ers|ation|ations|ational)$/, 'iz$1')
    .replace(/ys(e|ed|es|ing)$/, 'yz$1')
    .replace(/([bfhlnrv])our(s|ed|ing|ite|ites|able|hood|al|ful)?$/, '$1or$2')
    .replace(/([bcdhnt])re(s|d)?$/, '$1er$2')
    .replace(/([aeiou])ll(ed|ing|er|ers|or|ors)$/, '$1l$2')
    .replace(/ence(s)?$/, 'ense$1')
    .replace(/(al|l)ogue(s)?$/, '$1og$2')
    .replace(/ae|oe/g, 'e')
}

/** The words of a passage in one manner. */
export function inOneManner(text: string): string {
  const flat = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/per cent\b|%/g, ' percent ')
    .replace(/(?<=\d)[,\u2009\u00a0](?=\d{3})/g, '')
    .replace(/(?<=\b\p{L})\.(?=\p{L}\b|\s|$)/gu, '')
    .replace(/['’‘]/g, '')
    .replace(/(\d)(st|nd|rd|th)\b/g, '$1')
  const words = flat.match(/\d+(?:\.\d+)?|[\p{L}\p{M}]+/gu) ?? []
  const kept: string[] = []
  for (const [i, word] of words.entries()) {
    if (honorifics.has(word) && words.length > 1) continue
    const ten = tens.get(word)
    const unit = numberWords.get(words[i + 1] ?? '')
    if (ten && unit && Number(unit) < 10) kept.push(String(ten + Number(unit)))
    else if (numberWords.has(word) && tens.has(words[i - 1] ?? '') && Number(numberWords.get(word)) < 10) continue
    else kept.push(ten ? String(ten) : (numberWords.get(word) ?? oneSpelling(word)))
  }
  return kept.join(' ')
}

const month = `(?:${months.join('|')}|${months.map((name) => name.slice(0, 3)).join('|')}|sept)`
const weekday = `(?:${days.join('|')}|${days.map((name) => name.slice(0, 3)).join('|')})`
const dateInsertion = new RegExp(
  `^[\\s,]*(?:\\(\\s*(?:${weekday},? )?(?:${month}\\.? \\d{1,2}|\\d{1,2}(?:st|nd|rd|th)? ${month}|${weekday})\\.?(?:,? \\d{4})?(?:,? local time)?\\s*\\))[\\s,]*$`,
  'i',
)

/** Whether two wordings differ in house style alone. Either may be empty: `(Aug 13)` and `Mr` put in are house style. */
export function isHouseStyle(before: string, after: string): boolean {
  if (dateInsertion.test(before) ? after.trim() === '' : dateInsertion.test(after) && before.trim() === '') return true
  const [a, b] = [inOneManner(before), inOneManner(after)]
  const onlyHonorific = (text: string) => text !== '' && text.split(' ').every((word) => honorifics.has(word))
  if (a === '' && b === '') return true
  if ((a === '' && onlyHonorific(b)) || (b === '' && onlyHonorific(a))) return true
  if (a === b) return true
  // 13 August and August 13, 4 mar and March 4.
  const dated = (text: string) => months.some((name) => text.includes(name)) && text.split(' ').length <= 4
  return dated(a) && dated(b) && a.split(' ').sort().join() === b.split(' ').sort().join()
}

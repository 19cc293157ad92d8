// The phrases of the invented news: chunks of a few words in large stocks, and figures. What is not in stock is composed.
import { pick, type Random, seeded } from '../random.js'
import { adjectives, adverbs, bases, capital, collect, list, nouns, pasts, Stock, withA } from './vocabulary.js'

const plural = (noun: string) =>
  /(s|x|ch|sh)$/.test(noun) ? `${noun}es` : noun.endsWith('y') ? `${noun.slice(0, -1)}ies` : `${noun}s`

export const prepositions = new Stock(
  list(`of in to for on with at by from after over during against under before about between through without since
    despite including amid within across around outside among behind beyond because_of according_to as_part_of along_with
    ahead_of out_of instead_of as_well_as next_to in_response_to in_front_of in_the_wake_of on_behalf_of in_favor_of`),
  1.5,
)

const composers: readonly ((random: Random) => string)[] = [
  (random) => `the ${nouns.one(random)}`,
  (random) => `the ${nouns.one(random)}`,
  (random) => `the ${nouns.one(random)}`,
  (random) => withA(nouns.one(random)),
  (random) => withA(nouns.one(random)),
  (random) => `the ${adjectives.one(random)} ${nouns.one(random)}`,
  (random) => `the ${adjectives.one(random)} ${nouns.one(random)}`,
  (random) => withA(`${adjectives.one(random)} ${nouns.one(random)}`),
  (random) => withA(`${nouns.one(random)} ${nouns.one(random)}`),
  (random) => `${adjectives.one(random)} ${plural(nouns.one(random))}`,
  (random) => `${adjectives.one(random)} ${plural(nouns.one(random))}`,
  (random) => plural(nouns.one(random)),
  (random) => plural(nouns.one(random)),
  (random) => `the ${nouns.one(random)} of the ${nouns.one(random)}`,
  (random) => `the ${nouns.one(random)} ${nouns.one(random)}`,
  (random) => `${determiners.one(random)} ${nouns.one(random)}`,
  (random) => `${determiners.one(random)} ${adjectives.one(random)} ${nouns.one(random)}`,
  (random) => `${quantities.one(random)} ${plural(nouns.one(random))}`,
  (random) => `${nouns.one(random)} and ${nouns.one(random)}`,
  (random) => `the ${plural(nouns.one(random))} of ${determiners.one(random)} ${nouns.one(random)}`,
]
const determiners = new Stock(
  list(`its their his this that her no another any every our each an_alleged whose my both`),
  3,
)
const quantities = new Stock(
  list(`more some many two several most other one_of_the three these a_number_of some_of_the all_of_the such dozens_of members_of_the
    hundreds_of the_two part_of_the four a_lot_of few a_series_of the_number_of a_group_of thousands_of five most_of_the`),
  5,
)
export const composed = (random: Random): string => pick(random, composers)(random)

const linking = new Stock(list('is was are were will_be would_be has_been be had_been became seemed'), 2)
const auxiliaries = new Stock(
  list(`will would could to may can did_not should might must had_to will_not does_not would_not is_expected_to cannot
    do_not plans_to wants_to could_not was_expected_to continued_to failed_to has_vowed_to is_likely_to is_going_to tried_to
    declined_to has_agreed_to refused_to was_able_to is_set_to want_to has_yet_to was_forced_to agreed_to seems_to`),
  6,
)
const perfects = new Stock(
  list(
    `has had was have were is has_been are had_been have_been was_not being are_being would_have is_being were_not be_being`,
  ),
  4,
)
export const after = new Stock(
  list(`in to on with for from by at over against of about into as after out up up_with down through`),
  5,
)
export const verbPhrase = (random: Random): string => {
  const kind = random()
  const adverb = random() < 0.1 ? `${adverbs.one(random)} ` : ''
  const verb =
    kind < 0.42
      ? pasts.one(random)
      : kind < 0.68
        ? `${auxiliaries.one(random)} ${adverb}${bases.one(random)}`
        : kind < 0.9
          ? `${perfects.one(random)} ${adverb}${pasts.one(random)}`
          : `${linking.one(random)} ${adjectives.one(random)}`
  return (kind < 0.42 ? adverb : '') + verb + (kind >= 0.9 || random() < 0.4 ? ` ${after.one(random)}` : '')
}

const adverbial = (random: Random): string =>
  random() < 0.3 ? adverbs.one(random) : `${prepositions.one(random)} ${composed(random)}`

const language = seeded(1816)
export const nounPhrases = new Stock(
  collect(90_000, () => composed(language)),
  120,
)
export const verbPhrases = new Stock(
  collect(50_000, () => verbPhrase(language)),
  150,
)
export const prepositional = new Stock(
  collect(
    60_000,
    () => `${prepositions.one(language)} ${composed(language)}`,
    list(`in_the_past at_the_same_time in_a_statement in_recent_years for_the_first_time at_the_end_of_the_day
    over_the_weekend so_far on_the_other_hand at_least in_the_end as_soon_as_possible last_year`),
  ),
  150,
)
export const joins = new Stock(
  list(`,_and ,_but ,_which _because _after _while _as _when ,_who _and ,_while _if ,_saying_that _before
    ,_adding_that ,_even_though _that _where ,_although _unless _until ,_as_well_as _so_that ,_meaning
    ,_in_part_because _in_order_to_say ,_at_a_time_when ,_as _since _whether ,_and_that ,_just_as
    _rather_than`),
  6,
)
export const openers = new Stock(
  collect(
    9000,
    () => `${capital(adverbial(language))},`,
    list(`But And However, In_a_statement, Still, Meanwhile, So Last_week, In_addition, For_now, At_the_same_time,
    Earlier, In_the_past, For_example, Last_month, Instead, Yet Now, As_a_result, On_the_other_hand,
    In_the_meantime, Despite_that, Until_now, Since_then, Separately, In_fact,`),
  ),
  10,
)
export const pronouns = new Stock(
  list(`it they he she we I that there you this some many officials critics which nobody others`),
  4,
)
export const spoken = new Stock(
  list(`I_think we I I'm we're you_know it's we_believe and but we_know if I_don't_know_if I_hope I_don't_think I_want what_we_see_is
    so there's no_doubt I've_said_that let_us_see_if we_need_to_know_if you_can_say`),
  5,
)
export const saying = new Stock(
  list(
    `said told_reporters added says wrote said_in_a_statement argued noted insisted warned explained told_a_news_conference said_in_an_interview`,
  ),
  1.2,
)
const months = list(`January March April May June July September October November December`)

export const below = (random: Random, n: number) => Math.floor(random() * n)
const thousands = (n: number) => (n < 1000 ? String(n) : `${Math.floor(n / 1000)},${String(n % 1000).padStart(3, '0')}`)

/** A figure with what it counts. */
export function figure(random: Random): string {
  const kind = random()
  const size = Math.floor(Math.exp(random() * random() * 11)) + 2
  if (kind < 0.22) return `${below(random, 90)}.${below(random, 10)} percent`
  if (kind < 0.3) return `${1 + below(random, 99)} percent`
  if (kind < 0.45)
    return `$${1 + below(random, 90)}.${below(random, 10)} ${pick(random, ['million', 'billion', 'a share'])}`
  if (kind < 0.55) return `${pick(random, ['more than', 'about', 'at least', 'nearly'])} ${thousands(size)} people`
  if (kind < 0.65) return `${1 + below(random, 12)}:${10 + below(random, 49)} ${pick(random, ['a.m.', 'p.m.'])}`
  if (kind < 0.75) return `${pick(random, months)} ${1 + below(random, 28)}`
  if (kind < 0.82) return String(1975 + below(random, 57))
  return `${thousands(size)} ${plural(nouns.one(random))}`
}

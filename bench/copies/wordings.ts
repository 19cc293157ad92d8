// Other words for the same: what a sub-editor puts in place of the wire's without changing a fact. Single words and set
// phrases first, then clauses turned round. All are matched outside quotations and in lower case or at a sentence's start.

/** Left for right or right for left would both do; only left for right is done, as the right is often said of other things too. */
const table = `
stated: said in a statement
said: stated | remarked | noted | explained
told reporters: said at a briefing | told journalists | told the press
told a news conference: told a press conference | said at a news conference
told a press conference: told a news conference | said at a press briefing
told a news briefing: told a press briefing
about: roughly | around | some
around: about | roughly
roughly: about | around
nearly: almost | close to
almost: nearly
more than: over | upwards of
less than: under | below
at least: no fewer than
fewer than: under
people: persons | individuals
residents: people living there | locals
began: started
begun: started
begins: starts
beginning: starting
started: began
ended: finished | concluded
finished: completed
completed: finished
bought: purchased | acquired
buy: purchase | acquire
built: constructed
build: construct
show: indicate
showed: indicated | revealed
shows: indicates
found: discovered
helped: assisted
helping: assisting
needs: requires
needed: required
want: wish
wanted: wished
tried: attempted
try: attempt
trying: attempting
keep: retain
kept: retained
held: staged
get: obtain
got: obtained
grew: expanded
grown: expanded
made: produced
makes: produces
used: employed
using: employing
came: arrived
carry: transport
carried: transported
carries: transports
chose: picked
chosen: picked
asked: requested
called: named
carried out: conducted
set up: established | founded
took place: was held
taken part: participated
took part: participated
due to: set to | scheduled to
is expected to: is forecast to | is projected to
are expected to: are forecast to
was expected to: was forecast to | was projected to
were expected to: were forecast to
planned: intended
plans to: intends to
aims to: seeks to
agreed: consented
added: went on
announced: made public
warned: cautioned
described: portrayed
caused: brought about
damaged: harmed
destroyed: wrecked
repaired: mended
repair: mend
closed: shut
moved: shifted
large: big | sizeable
largest: biggest
big: large | sizeable
biggest: largest
small: little | modest
smallest: tiniest
main: principal | chief
important: significant
difficult: hard
quickly: rapidly | swiftly
slowly: gradually
often: frequently
usually: normally | as a rule
mainly: chiefly | mostly
mostly: largely
partly: in part
currently: at present | now
recently: lately
previously: earlier | before
immediately: at once
eventually: in the end
finally: at last
together: jointly
also: additionally | likewise
however: nevertheless
but: yet
because: since | as
because of: owing to | on account of
although: though
though: although
despite: in spite of
before: ahead of | prior to
during: in the course of
since then: from that time
instead of: rather than
rather than: instead of
in addition: besides
as well as: along with
such as: like
near: close to
close to: near
beneath: under
many: numerous | a large number of
several: a number of
a few: some
whole: entire
entire: whole
each: every
every: each
another: a further
further: additional
additional: extra | further
extra: additional
country: nation
nation: country
town: municipality
village: settlement
city: municipality
region: area
area: zone | region
district: area
government: administration
ministry: department
company: firm | business
firm: company
companies: firms
business: enterprise
factory: plant
shop: store
store: shop
workers: employees
employees: workers | staff members
staff: employees
jobs: posts
boss: head
director: chief
spokesman: spokesperson
spokeswoman: spokesperson
children: youngsters
teenager: adolescent
farmers: growers
growers: farmers
fishermen: fishers
scientists: researchers
researchers: scientists
experts: specialists
expert: specialist
doctors: physicians
passengers: travellers | travelers
visitors: guests
tourists: visitors
money: funds
costs: expenses
price: cost
prices: costs
fee: charge
loan: credit
sales: revenue
harvest: crop
output: production
production: output
street: road
car: vehicle
cars: vehicles
vehicles: cars
ship: vessel
vessel: ship
vessels: ships
boat: craft
boats: craft
plane: aircraft
aircraft: plane
airplanes: planes
homes: houses
houses: homes
meeting: gathering
talks: discussions | negotiations
vote: ballot
deal: agreement | accord
agreement: deal | accord
plan: scheme
scheme: plan
programme: scheme
project: undertaking
measure: step
decision: ruling
rule: regulation
rules: regulations
law: statute
court: tribunal
judge: magistrate
study: survey
survey: poll
tests: trials
trial: test
problem: difficulty
problems: difficulties
mistake: error
error: mistake
accident: mishap
storm: tempest
rain: rainfall
sea: ocean
forest: woodland
years ago: years back
at the moment: just now
a year: annually | per year
per year: annually | a year
a month: per month | monthly
an hour: per hour
so far: to date | up to now
for the first time: for the first time ever
as soon as: once
in order to: to
so that: in order that
`

export interface Wording {
  readonly from: string
  readonly to: readonly string[]
}

export const synonyms: readonly Wording[] = table
  .trim()
  .split('\n')
  .map((line) => {
    const [from = '', to = ''] = line.split(': ')
    return { from, to: to.split(' | ') }
  })

/** A clause put another way: what is found, and what stands in its place. */
export interface ClauseWording {
  readonly find: RegExp
  readonly put: (match: RegExpExecArray) => string
}

const name = String.raw`\p{Lu}[\p{L}'’-]+(?: \p{Lu}[\p{L}'’-]+){0,2}`
const group = (match: RegExpExecArray, k: number) => match[k] ?? ''

export const clauses: readonly ClauseWording[] = [
  // "...," said Ingrid Solheim, the director -> Ingrid Solheim said; it stands behind a quotation, outside it.
  { find: new RegExp(`(?<=," )said (${name})(?=\\.)`, 'gu'), put: (match) => `${group(match, 1)} said` },
  { find: new RegExp(`(?<=," )(${name}) said(?=\\.)`, 'gu'), put: (match) => `said ${group(match, 1)}` },
  { find: /(?<=, )according to ((?:the|a) [^,."]{4,50})(?=\.)/gu, put: (match) => `${group(match, 1)} said` },
  { find: /(?<=[a-z], )which (?:was|were) (?=\w+ed\b)/gu, put: () => '' },
  { find: /(?<=[a-z], )who (?:is|was) (?=(?:a|an|the|one)\b)/gu, put: () => '' },
  { find: /\bsaid that (?=(?:the|a|it|he|she|they|its)\b)/gu, put: () => 'said ' },
  {
    find: /(?<=\b(?:he|she|it|they|officials|police) )said (?=(?:the|a|it|he|she|they|its|there)\b)/gu,
    put: () => 'said that ',
  },
  { find: /\bwhich is (?=(?:the|a|one)\b)/gu, put: () => 'being ' },
  { find: /\bthere (were|are) (?=\d)/gu, put: (match) => `there ${group(match, 1)} a total of ` },
  { find: /\bhad been due to\b/gu, put: () => 'was originally to' },
  { find: /\bis meant to\b/gu, put: () => 'is designed to' },
  { find: /\bare meant to\b/gu, put: () => 'are designed to' },
  { find: /\b(is|are) due to\b/gu, put: (match) => `${group(match, 1)} scheduled to` },
  { find: /\bwas due to\b/gu, put: () => 'had been scheduled to' },
  { find: /\bin an attempt to\b/gu, put: () => 'as part of an effort to' },
  { find: /\bin a bid to\b/gu, put: () => 'in an effort to' },
  { find: /\bas a result of\b/gu, put: () => 'because of' },
  { find: /\bthe head of the\b/gu, put: () => 'the person in charge of the' },
  { find: /\bis home to\b/gu, put: () => 'has within its borders' },
  { find: /\bhas been in use since\b/gu, put: () => 'has served since' },
  { find: /\bwas first ([a-z]+ed)\b/gu, put: (match) => `was ${group(match, 1)} for the first time` },
  { find: /\bcompared with\b/gu, put: () => 'as against' },
  { find: /\btogether with\b/gu, put: () => 'alongside' },
  { find: /\bas well\b(?! as)/gu, put: () => 'in addition' },
  { find: /\bthe number of\b/gu, put: () => 'how many' },
  { find: /\bin the past\b/gu, put: () => 'in former times' },
  { find: /\bat the time\b/gu, put: () => 'back then' },
  { find: /\bhas yet to\b/gu, put: () => 'is still to' },
  { find: /\bit was the first time\b/gu, put: () => 'this was the first occasion' },
  { find: /\bfor more than\b/gu, put: () => 'for over' },
  { find: /\bin more than\b/gu, put: () => 'in over' },
  { find: /\bmade up of\b/gu, put: () => 'consisting of' },
  { find: /\bset aside\b/gu, put: () => 'put by' },
  { find: /\bturned down\b/gu, put: () => 'rejected' },
  { find: /\bbrought in\b/gu, put: () => 'introduced' },
  { find: /\bwent on to\b/gu, put: () => 'later came to' },
]

// Stories among articles that come and go: after any history the groups that groupStories (group/stories.ts) makes of all links, as it
// makes them of each part by itself that links connect which may group. Where links show no more than shared passages, stories stay
// apart, and what changes in one changes in another at most which articles outside hold a piece of it. A story keeps its id for as
// long as it lives: where two merge, the older id stays and the other is known for it; where one splits, its id stays with most of its
// articles.
import type { CheckedArticle } from '../article/article.js'
import { attachHubs, groupMembers, mayGroup } from '../group/stories.js'
import type { Link } from '../match/links.js'
import { areEqual } from '../memory/equal.js'
import { byPublication } from '../text/page.js'
import type { Relinked } from './live-links.js'
import { placesBefore } from './order.js'

/** A story of two articles or more, which go by number. */
export interface Story {
  readonly id: string
  /** Which of all stories it was, in order of birth. */
  readonly born: number
  /** In order of publication. */
  readonly members: number[]
  /** By member, the first of its dispatch; empty where it is simple. */
  readonly dispatchOf: Map<number, number>
  /** Articles outside it that hold a piece. */
  readonly hubs: readonly number[]
  /** No link that may group connects it with another article, and nothing in it embeds a piece. */
  readonly isWhole: boolean
  /**
   * It is whole, no longer than the window, and every article but the first reproduces an earlier one, so that all are one dispatch. It stays
   * so for as long as that holds, whatever else links are, which can be seen without looking at all of it.
   */
  readonly isSimple: boolean
}

/** The first article of a member's dispatch. */
export const dispatchIn = (
  { isSimple, members, dispatchOf }: Pick<Story, 'isSimple' | 'members' | 'dispatchOf'>,
  member: number,
): number => (isSimple ? members[0] : dispatchOf.get(member)) as number

/** What became of a story. Articles go by id. */
export type StoryEvent =
  /** Two articles or more that were of no story are one now; or part of a story is a story by itself. */
  | { readonly kind: 'created'; readonly clusterId: string; readonly articleIds: readonly string[] }
  /** More articles carry it. */
  | { readonly kind: 'grown'; readonly clusterId: string; readonly articleIds: readonly string[] }
  /**
   * Its agency put out another dispatch, known by the first article that carries it. A story that begins with several is created, and
   * then revised.
   */
  | { readonly kind: 'revised'; readonly clusterId: string; readonly dispatchId: string }
  /** Another story turned out to be this one, with these articles; its id stands for this one's from now on. */
  | {
      readonly kind: 'merged'
      readonly clusterId: string
      readonly mergedId: string
      readonly articleIds: readonly string[]
    }
  /** Articles were taken out, or turned out to be of another story. */
  | { readonly kind: 'shrunk'; readonly clusterId: string; readonly articleIds: readonly string[] }
  /** No two articles of it are left; these it had. */
  | { readonly kind: 'expired'; readonly clusterId: string; readonly articleIds: readonly string[] }

/** What stories are made of. */
export interface LinkedArticles {
  article(number: number): CheckedArticle
  linksOf(number: number): readonly Link[]
  allLinksOf(number: number, mostAlike: number): readonly Link[]
  grouped(number: number): Iterable<number>
  sharing(number: number): Iterable<number>
}

/** A story by its articles alone. */
export type Group = Omit<Story, 'id' | 'born'>

/** What is to stand in the place of some stories. */
export interface Regrouping {
  /** The oldest first. */
  readonly former: readonly Story[]
  readonly groups: readonly Group[]
  /** Which of the former go on in which group, the oldest first. */
  readonly claims: ReadonlyMap<Group, readonly Story[]>
  /** The articles that were grouped anew, and those of them that are hubs. */
  readonly grouped: ReadonlySet<number>
  readonly hubs: ReadonlySet<number>
}

/** All that is remembered of stories. */
export interface StoriesState {
  /** How many were born so far. */
  readonly born: number
  readonly all: readonly Story[]
  /** By id of a story, the ids of those that it took over. */
  readonly takenOver: ReadonlyMap<string, readonly string[]>
}

// A page that is a bridge today and none tomorrow would give a story another name each time.
const mostNames = 64

/** The stories of linked articles. */
export class LiveStories {
  readonly #linked: LinkedArticles
  readonly #window: number
  readonly #byId = new Map<string, Story>()
  readonly #storyOf = new Map<number, string>()
  readonly #heldBy = new Map<number, Set<Story>>()
  /** Articles that hold pieces of two stories or more, as groupMembers finds them. */
  readonly #hubs = new Set<number>()
  /** Ids of stories that merged into others, and by story those that it took over. */
  readonly #merged = new Map<string, string>()
  readonly #takenOver = new Map<string, string[]>()
  #born = 0

  constructor(linked: LinkedArticles, window: number) {
    this.#linked = linked
    this.#window = window
  }

  /** To be read before anything changes. */
  get state(): StoriesState {
    return { born: this.#born, all: [...this.#byId.values()], takenOver: this.#takenOver }
  }

  /** Takes in all that was remembered, of these articles. */
  restore({ born, all, takenOver }: StoriesState, articles: Iterable<number>): void {
    for (const hub of this.#findHubs(articles)) this.#hubs.add(hub)
    this.#born = born
    for (const story of all) this.#keep(story)
    for (const [id, others] of takenOver) {
      this.#takenOver.set(id, [...others])
      for (const other of others) this.#merged.set(other, id)
    }
  }

  /** All stories. */
  all(): Iterable<Story> {
    return this.#byId.values()
  }

  /** The story of an id, or of one that merged into it. */
  byId(id: string): Story | null {
    return this.#byId.get(this.#merged.get(id) ?? id) ?? null
  }

  /** The story that an article carries. */
  of(article: number): Story | null {
    const id = this.#storyOf.get(article)
    return id === undefined ? null : (this.#byId.get(id) ?? null)
  }

  /** The stories of which an article outside them holds a piece, the oldest first. */
  heldBy(article: number): readonly Story[] {
    return [...(this.#heldBy.get(article) ?? [])].sort((x, y) => x.born - y.born)
  }

  /** Groups anew what articles are connected with whose links are others now; `gone` are articles that were taken out. Changes nothing. */
  regroup({ touched, sharing }: Relinked, gone: ReadonlySet<number>): Regrouping {
    const grouped = new Set<number>()
    const hubs = new Set<number>()
    const groups: Group[] = []
    for (const article of touched) {
      if (grouped.has(article)) continue
      const part = this.#connected(article)
      for (const one of part) grouped.add(one)
      if (part.length > 1) groups.push(...this.#group(part, hubs))
    }
    const former = new Set<Story>()
    for (const article of [...grouped, ...gone]) {
      const story = this.of(article)
      if (story) former.add(story)
    }
    const all = this.#attach(groups, { grouped, hubs, sharing, former, gone })
    const inOrder = [...former].sort((x, y) => x.born - y.born)
    // The order in which articles were touched says nothing.
    const firstOf = ({ members }: Group) => this.#linked.article(members[0] as number)
    all.sort((x, y) => byPublication(firstOf(x), firstOf(y)))
    return { former: inOrder, groups: all, claims: claimsOf(inOrder, all), grouped, hubs }
  }

  /**
   * Attaches to groups, and to stories that stay, the articles that hold a piece of them and did not, or may do no more. Gives the groups
   * and those stories that are held by others now; the latter become former ones.
   */
  #attach(
    groups: readonly Group[],
    {
      grouped,
      hubs,
      sharing,
      former,
      gone,
    }: Pick<Regrouping, 'grouped' | 'hubs'> &
      Pick<Relinked, 'sharing'> & { readonly former: Set<Story>; readonly gone: ReadonlySet<number> },
  ): Group[] {
    const holders = new Set([...grouped, ...sharing])
    for (const article of grouped) for (const other of this.#linked.sharing(article)) holders.add(other)
    const placeOf = new Map(groups.flatMap(({ members }, place) => members.map((member) => [member, place] as const)))
    const staying = new Map<Story, number>()
    const placeOfStory = (story: Story) => {
      const place = staying.get(story) ?? groups.length + staying.size
      staying.set(story, place)
      return place
    }
    const storyOf = (article: number) => {
      if (grouped.has(article)) return placeOf.get(article) ?? null
      const story = this.of(article)
      return story && placeOfStory(story)
    }
    const isHub = (article: number) => (grouped.has(article) ? hubs : this.#hubs).has(article)
    const isOfStory = (article: number) => (grouped.has(article) ? placeOf.has(article) : this.#storyOf.has(article))
    // An article of a story holds none, unless it is a hub.
    const mayHold = [...holders].filter((article) => isHub(article) || !isOfStory(article))
    const links = mayHold.flatMap((article) =>
      this.#linked.allLinksOf(article, isHub(article) ? Number.POSITIVE_INFINITY : 0),
    )
    const held = attachHubs(links, storyOf, isHub)
    for (const holder of [...holders, ...gone])
      for (const story of this.heldBy(holder)) if (!former.has(story)) placeOfStory(story)
    const heldBy: number[][] = Array.from({ length: groups.length + staying.size }, () => [])
    for (const holder of holders) for (const place of held.get(holder) ?? []) heldBy[place]?.push(holder)
    const attached = groups.map((group, place) => ({ ...group, hubs: this.#inOrderOfId(heldBy[place] ?? []) }))
    for (const [story, place] of staying) {
      const others = story.hubs.filter((hub) => !holders.has(hub) && !gone.has(hub))
      const now = this.#inOrderOfId([...others, ...(heldBy[place] ?? [])])
      if (areEqual(now, story.hubs) && !now.some((hub) => grouped.has(hub))) continue
      former.add(story)
      const { isWhole, isSimple, members, dispatchOf } = story
      attached.push({ isWhole, isSimple, members, dispatchOf, hubs: now })
    }
    return attached
  }

  /**
   * Takes in an article that reproduces a dispatch, as most of a flood of spam does, and is linked with nothing else: where that can change
   * nothing else, it joins the story at once, however large that is. Null where what it is connected with has to be grouped.
   */
  join(article: number, links: readonly Link[]): StoryEvent | null {
    const [first] = links
    const story = first ? this.of(first.a) : null
    if (!first || !story?.isWhole || !this.#isShortWith(story.members, article)) return null
    const dispatch = dispatchIn(story, first.a)
    const isOfDispatch = (a: number) => this.#storyOf.get(a) === story.id && dispatchIn(story, a) === dispatch
    if (!links.every(({ a, relation }) => relation === 'reproduction' && isOfDispatch(a))) return null
    story.members.splice(this.#placeAmong(story.members, article), 0, article)
    if (!story.isSimple) story.dispatchOf.set(article, dispatch)
    this.#storyOf.set(article, story.id)
    this.#renew(story, story.members)
    return { kind: 'grown', clusterId: story.id, articleIds: [this.#linked.article(article).id] }
  }

  /**
   * Takes in a change within one simple story that leaves it simple, at once, however large it is: articles that join it or were taken
   * out, and links that are others. Null where what is connected with them has to be grouped.
   */
  adjust(
    { touched, sharing }: Relinked,
    added: number | null,
    gone: ReadonlyMap<number, CheckedArticle>,
  ): StoryEvent[] | null {
    if (sharing.size > 0) return null
    const story = this.#onlyStory([...touched, ...gone.keys()], added)
    if (!story?.isSimple || story.members.length - gone.size < 2) return null
    const isIn = (article: number) =>
      article === added || (this.#storyOf.get(article) === story.id && !gone.has(article))
    const { article: articleOf } = this.#linked
    const left = gone.size === 0 ? story.members : story.members.filter((member) => !gone.has(member))
    const oldest = left[0] as number
    const first = added !== null && byPublication(articleOf(added), articleOf(oldest)) < 0 ? added : oldest
    for (const article of [...touched, oldest]) {
      const links = this.#linked.linksOf(article)
      if (links.length === 0 && article !== first) return null
      if (!links.every(({ a, relation }) => relation === 'reproduction' && isIn(a))) return null
    }
    if (added !== null && !this.#isShortWith(left, added)) return null
    const idOf = (article: number) => (gone.get(article) ?? articleOf(article)).id
    const [came, went] = [added === null ? [] : [idOf(added)], [...gone.keys()].map(idOf)]
    for (const article of gone.keys()) this.#storyOf.delete(article)
    if (added !== null) {
      left.splice(this.#placeAmong(left, added), 0, added)
      this.#storyOf.set(added, story.id)
    }
    this.#renew(story, left)
    const events: StoryEvent[] = []
    const joined = came.filter((id) => !went.includes(id))
    if (joined.length > 0) events.push({ kind: 'grown', clusterId: story.id, articleIds: joined })
    const lost = went.filter((id) => !came.includes(id))
    if (lost.length > 0) events.push({ kind: 'shrunk', clusterId: story.id, articleIds: lost })
    return events
  }

  /** The story that all of some articles carry but for one that was added, or null. */
  #onlyStory(articles: readonly number[], added: number | null): Story | null {
    let found: string | undefined
    for (const article of articles) {
      if (article === added) continue
      const id = this.#storyOf.get(article)
      if (id === undefined || (found !== undefined && id !== found)) return null
      found = id
    }
    return found === undefined ? null : (this.#byId.get(found) ?? null)
  }

  /** Whether a story is, with an article, no longer than the window, so that no dates keep any of it apart. */
  #isShortWith(members: readonly number[], article: number): boolean {
    const timeOf = (one: number | undefined) => (one === undefined ? null : this.#linked.article(one).time)
    const dated = placesBefore(members.length, (place) => timeOf(members[place]) !== null)
    const times = [timeOf(article), timeOf(members[0]), timeOf(members[dated - 1])].filter((time) => time !== null)
    return Math.max(...times) - Math.min(...times) <= this.#window || times.length === 0
  }

  #placeAmong(members: readonly number[], article: number): number {
    const { article: articleOf } = this.#linked
    const mine = articleOf(article)
    return placesBefore(members.length, (place) => byPublication(articleOf(members[place] as number), mine) < 0)
  }

  #inOrderOfId(articles: readonly number[]): number[] {
    const idOf = (one: number) => this.#linked.article(one).id
    return [...articles].sort((x, y) => (idOf(x) < idOf(y) ? -1 : 1))
  }

  /** All articles that links which may group connect with one, in order of id. */
  #connected(article: number): number[] {
    const found = new Set([article])
    // What is added while a set is walked over is walked over too.
    for (const one of found) for (const other of this.#linked.grouped(one)) found.add(other)
    return this.#inOrderOfId([...found])
  }

  /** Of articles those that are hubs. */
  #findHubs(articles: Iterable<number>): Set<number> {
    const pieces = new Map<number, number>()
    for (const article of articles)
      for (const { relation, holder } of this.#linked.linksOf(article))
        if (relation === 'embedded') pieces.set(holder, (pieces.get(holder) ?? 0) + 1)
    const hubs = new Set<number>()
    const grouped = new Set<number>()
    for (const [holder, count] of pieces) {
      if (count < 2 || grouped.has(holder)) continue
      const part = this.#connected(holder)
      for (const article of part) grouped.add(article)
      this.#group(part, hubs)
    }
    return hubs
  }

  /** The stories of a connected part, without articles outside that hold pieces; those of it that are hubs are added to others. */
  #group(part: readonly number[], found: Set<number>): Group[] {
    const placeOf = new Map(part.map((article, place) => [article, place]))
    const at = (article: number) => placeOf.get(article) as number
    const links = part.flatMap((article) =>
      this.#linked
        .linksOf(article)
        .filter(mayGroup)
        .map((link) => ({ ...link, a: at(link.a), b: at(link.b), holder: at(link.holder) })),
    )
    const of = part.map((article) => this.#linked.article(article).time)
    const { story, dispatch, hubs } = groupMembers(part.length, links, { of, window: this.#window })
    for (const hub of hubs) found.add(part[hub] as number)
    const members = new Map<number, number[]>()
    part.forEach((article, place) => {
      const group = story[place] as number
      const own = members.get(group)
      if (own) own.push(article)
      else members.set(group, [article])
    })
    return [...members]
      .filter(([, own]) => own.length > 1)
      .map(([, own]) => {
        const isAll = own.length === part.length
        const members = own.sort((x, y) => byPublication(this.#linked.article(x), this.#linked.article(y)))
        const isSimple = isAll && this.#isSimple(members)
        const first = (article: number) => part[dispatch[at(article)] as number] as number
        return {
          isWhole: isAll && links.every(({ relation }) => relation !== 'embedded'),
          isSimple,
          members,
          dispatchOf: new Map(isSimple ? [] : members.map((article) => [article, first(article)])),
          hubs: [],
        }
      })
  }

  /** Whether articles in order of publication that links connect with no other are a simple story. */
  #isSimple(members: readonly number[]): boolean {
    return (
      members.every((member, place) => {
        const links = this.#linked.linksOf(member)
        return (links.length > 0 || place === 0) && links.every(({ relation }) => relation === 'reproduction')
      }) && this.#isShortWith(members, members[0] as number)
    )
  }

  /** Puts groups in the place of the stories that were. `reread` are articles of which the page is another now. */
  replace(
    { former, groups, claims, grouped, hubs }: Regrouping,
    gone: ReadonlyMap<number, CheckedArticle>,
    reread: ReadonlySet<number>,
  ): StoryEvent[] {
    const idOf = (article: number) => (gone.get(article) ?? this.#linked.article(article)).id
    const events: StoryEvent[] = []
    const kept = new Set<Story>()
    const taken = new Set(former.map(({ id }) => id))
    for (const article of [...grouped, ...gone.keys()]) this.#hubs.delete(article)
    for (const hub of hubs) this.#hubs.add(hub)
    for (const story of former) this.#drop(story)
    for (const group of groups) {
      const [oldest, ...others] = claims.get(group) ?? []
      const isSame = oldest && others.length === 0 && areAlike(oldest, group)
      const isReread = [...group.members, ...group.hubs].some((article) => reread.has(article))
      const story =
        isSame && !isReread
          ? oldest
          : {
              ...group,
              id: oldest?.id ?? this.#newId(idOf(group.members[0] as number), taken),
              born: oldest?.born ?? this.#born++,
            }
      this.#keep(story)
      for (const one of [oldest, ...others]) if (one) kept.add(one)
      if (!oldest) {
        events.push({ kind: 'created', clusterId: story.id, articleIds: story.members.map(idOf) })
        for (const first of newDispatches(story, () => true).slice(1))
          events.push({ kind: 'revised', clusterId: story.id, dispatchId: idOf(first) })
        continue
      }
      for (const other of others) {
        this.#takeOver(story.id, other.id)
        const articleIds = other.members.map(idOf)
        events.push({ kind: 'merged', clusterId: story.id, mergedId: other.id, articleIds })
      }
      // An article that was changed is another number, and the same by id.
      const was = new Set([oldest, ...others].flatMap(({ members }) => members.map(idOf)))
      const joined = story.members.map(idOf).filter((id) => !was.has(id))
      if (joined.length > 0) events.push({ kind: 'grown', clusterId: story.id, articleIds: joined })
      for (const first of newDispatches(story, (article) => !was.has(idOf(article))))
        events.push({ kind: 'revised', clusterId: story.id, dispatchId: idOf(first) })
      const is = new Set(story.members.map(idOf))
      const lost = [...was].filter((id) => !is.has(id))
      if (lost.length > 0) events.push({ kind: 'shrunk', clusterId: story.id, articleIds: lost })
    }
    for (const story of former)
      if (!kept.has(story)) {
        this.#forget(story.id)
        events.push({ kind: 'expired', clusterId: story.id, articleIds: story.members.map(idOf) })
      }
    return events
  }

  #keep(story: Story): void {
    this.#byId.set(story.id, story)
    for (const article of story.members) this.#storyOf.set(article, story.id)
    for (const hub of story.hubs) this.#heldBy.set(hub, (this.#heldBy.get(hub) ?? new Set()).add(story))
  }

  /** Puts another object in the place of a story, as it is another one to look at. */
  #renew(story: Story, members: number[]): void {
    const renewed = { ...story, members }
    this.#byId.set(story.id, renewed)
    for (const hub of story.hubs) {
      const held = this.#heldBy.get(hub)
      if (held?.delete(story)) held.add(renewed)
    }
  }

  #drop(story: Story): void {
    this.#byId.delete(story.id)
    for (const article of story.members) this.#storyOf.delete(article)
    for (const hub of story.hubs) {
      const held = this.#heldBy.get(hub)
      if (held?.delete(story) && held.size === 0) this.#heldBy.delete(hub)
    }
  }

  #takeOver(id: string, other: string): void {
    const taken = [other, ...(this.#takenOver.get(other) ?? [])]
    this.#takenOver.delete(other)
    for (const one of taken) this.#merged.set(one, id)
    const all = [...(this.#takenOver.get(id) ?? []), ...taken]
    for (const forgotten of all.splice(0, Math.max(0, all.length - mostNames))) this.#merged.delete(forgotten)
    this.#takenOver.set(id, all)
  }

  #forget(id: string): void {
    for (const one of this.#takenOver.get(id) ?? []) this.#merged.delete(one)
    this.#takenOver.delete(id)
  }

  /** The id of a story's first article, marked where another story has it. */
  #newId(articleId: string, taken: ReadonlySet<string>): string {
    const isTaken = (id: string) => taken.has(id) || this.#byId.has(id) || this.#merged.has(id)
    let id = articleId
    for (let mark = 2; isTaken(id); mark++) id = `${articleId}~${mark}`
    return id
  }
}

/** Which stories go on in which group: each in the one that has most of its articles, the first of equals. The oldest first. */
function claimsOf(former: readonly Story[], groups: readonly Group[]): Map<Group, Story[]> {
  const groupOf = new Map(groups.flatMap((group) => group.members.map((article) => [article, group] as const)))
  const claims = new Map<Group, Story[]>()
  for (const story of former) {
    const counts = new Map<Group, number>()
    for (const article of story.members) {
      const group = groupOf.get(article)
      if (group) counts.set(group, (counts.get(group) ?? 0) + 1)
    }
    const [most] = [...counts].sort(([, x], [, y]) => y - x)
    if (most) claims.set(most[0], [...(claims.get(most[0]) ?? []), story])
  }
  return claims
}

function areAlike(story: Story, group: Group): boolean {
  return (
    areEqual(story.members, group.members) &&
    areEqual(story.hubs, group.hubs) &&
    story.isWhole === group.isWhole &&
    story.isSimple === group.isSimple &&
    story.members.every((article) => dispatchIn(story, article) === dispatchIn(group, article))
  )
}

/** The first articles of dispatches that none but new articles carry. */
function newDispatches(story: Story, isNew: (article: number) => boolean): number[] {
  const { members } = story
  const carried = new Set(members.filter((article) => !isNew(article)).map((article) => dispatchIn(story, article)))
  const first = new Map<number, number>()
  for (const article of members) {
    const dispatch = dispatchIn(story, article)
    if (!carried.has(dispatch) && !first.has(dispatch)) first.set(dispatch, article)
  }
  return [...first.values()]
}

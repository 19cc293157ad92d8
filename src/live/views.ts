// What a live index shows: its articles, what one is linked with and why, and its stories. Nothing of it is worked out before it is read, and
// later changes do not change it.

import { fieldsOf } from '../article/stored-article.js'
import type { ClusterOptions } from '../cluster.js'
import { once } from '../edit/once.js'
import { storyOf } from '../edit/outline.js'
import { type Cluster, iso } from '../edit/story.js'
import { gatherEvidence, preparedPage } from '../match/evidence.js'
import type { Link } from '../match/links.js'
import { judge } from '../match/relation.js'
import type { Page } from '../text/page.js'
import type { IndexedArticle, Match } from './answers.js'
import type { LiveLinks } from './live-links.js'
import type { LivePages } from './live-pages.js'
import { dispatchIn, type LiveStories, type Story } from './live-stories.js'

// A page that very many repeat matches all of them.
const mostAlike = 64

/** Views of articles, which go by number, and of stories. */
export class Views {
  readonly #pages: LivePages
  readonly #links: LiveLinks
  readonly #stories: LiveStories
  readonly #canonical: ClusterOptions['canonical']
  readonly #views = new WeakMap<Story, Cluster>()

  constructor(pages: LivePages, links: LiveLinks, stories: LiveStories, canonical: ClusterOptions['canonical']) {
    this.#pages = pages
    this.#links = links
    this.#stories = stories
    this.#canonical = canonical
  }

  /** The articles that one is linked with, the strongest first. */
  matches(number: number): Match[] {
    const otherId = ({ a, b }: Link) => this.#pages.article(a === number ? b : a).id
    const strongestFirst = this.#links
      .allLinksOf(number, mostAlike)
      .sort((x, y) => y.strength - x.strength || (otherId(x) < otherId(y) ? -1 : 1))
    return strongestFirst.map(({ a, b, relation, strength, isSame = false }) => {
      const other = this.#pages.article(a === number ? b : a)
      const [earlier, later] = [this.#pages.later(a), this.#pages.later(b)]
      const evidence = once(() => (isSame ? null : gatherEvidence(preparedPage(earlier()), preparedPage(later()))))
      return {
        articleId: other.id,
        outlet: other.outlet,
        relation,
        strength,
        get reason() {
          const found = evidence()
          return found ? judge(found).reason : 'their words are the same'
        },
        get evidence() {
          return evidence()
        },
      }
    })
  }

  /** An article and the story that it carries. */
  article(number: number): IndexedArticle {
    const article = this.#pages.article(number)
    const { time, ...fields } = fieldsOf(article)
    return {
      ...fields,
      publishedAt: iso(time),
      clusterId: this.#stories.of(number)?.id ?? null,
      get text() {
        return article.text
      },
    }
  }

  /** A story, edited when that is asked for, of its pages as they are now; one that is kept is given again until the story changes. */
  story(story: Story, isKept: boolean): Cluster {
    const known = this.#views.get(story)
    if (known) return known
    const numbers = [...story.members, ...story.hubs]
    const pages = numbers.map((number) => this.#pages.later(number))
    const placeOf = new Map(numbers.map((number, place) => [number, place]))
    const view = storyOf(
      {
        articles: numbers.map((number) => this.#pages.article(number)),
        page: (place) => (pages[place] as () => Page)(),
      },
      story.members.map((_, place) => place),
      Int32Array.from(story.members, (number) => placeOf.get(dispatchIn(story, number)) as number),
      story.hubs.map((_, k) => story.members.length + k),
      this.#canonical,
      story.id,
    )
    if (isKept) this.#views.set(story, view)
    return view
  }
}

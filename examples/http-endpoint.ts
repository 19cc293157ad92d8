// An HTTP endpoint that groups articles as they come in: POST /articles, GET /stories, GET /stories/:id. Errors are JSON with a code.
// Run it with `npx tsx examples/http-endpoint.ts`.
import { pathToFileURL } from 'node:url'
import { serve } from '@hono/node-server'
import { Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { type Article, type Cluster, StoryIndex, WirecopyError, type WirecopyErrorCode } from 'wirecopy'

const mostBytes = 2_000_000
const statuses: Partial<Record<WirecopyErrorCode, 409>> = { 'duplicate-id': 409 }

/** What a list says of a story; GET /stories/:id says all. */
const summary = ({ id, agency, canonical, outlets, copies, dispatches }: Cluster) => ({
  id,
  agency: agency?.name ?? null,
  headline: canonical.headline,
  outlets,
  copies: copies.length,
  dispatches: dispatches.length,
})

export function storiesApi(index = new StoryIndex()): Hono {
  const app = new Hono()

  app.post(
    '/articles',
    bodyLimit({
      maxSize: mostBytes,
      onError: (c) => c.json({ code: 'too-large', message: `an article has at most ${mostBytes} bytes` }, 413),
    }),
    async (c) => {
      // Whether it is an article the index checks, and says which field is wrong.
      const article = await c.req.json<Article>()
      const { articleId, outcome, clusterId, clusterIds, matches, events } = index.add(article)
      const reasons = matches.slice(0, 3).map(({ articleId, outlet, reason }) => ({ articleId, outlet, reason }))
      return c.json({ articleId, outcome, clusterId, clusterIds, matches: reasons, events }, 201)
    },
  )

  app.get('/stories', (c) => {
    const { since, outlet, agency } = c.req.query()
    const filter = { ...(since && { since }), ...(outlet && { outlet }), ...(agency && { agency }) }
    return c.json({ stories: index.clusters(filter).map(summary) })
  })

  app.get('/stories/:id', (c) => {
    const id = c.req.param('id')
    const cluster = index.cluster(id)
    if (!cluster) return c.json({ code: 'unknown-story', message: `there is no story "${id}"` }, 404)
    // The id of a story that merged with another leads there.
    return cluster.id === id ? c.json(cluster) : c.redirect(`/stories/${encodeURIComponent(cluster.id)}`, 301)
  })

  app.notFound((c) => c.json({ code: 'not-found', message: `there is nothing at ${c.req.method} ${c.req.path}` }, 404))
  app.onError((error, c) => {
    if (error instanceof SyntaxError) return c.json({ code: 'bad-json', message: 'the body is not JSON' }, 400)
    if (!(error instanceof WirecopyError)) return c.json({ code: 'failed', message: 'this went wrong here' }, 500)
    const { code, message, article, field } = error
    return c.json({ code, message, article, field }, statuses[code] ?? 400)
  })
  return app
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const port = Number(process.env.PORT ?? 8787)
  serve({ fetch: storiesApi().fetch, port }, () => console.log(`http://localhost:${port}/stories`))
}

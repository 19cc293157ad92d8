// What an object holds in its private fields: asked of the inspector, which alone sees those, so that what is measured needs nothing put
// in for it.
import { Session } from 'node:inspector'

interface Remote {
  readonly objectId?: string
  readonly className?: string
}
interface Property {
  readonly name: string
  readonly value?: Remote
}

// Runs in the inspected world. Says for an array or typed array how many bytes it holds, or null where it must be walked.
const bytesHere = `function () {
  if (ArrayBuffer.isView(this)) return this.byteLength
  if (!Array.isArray(this)) return null
  if (this.some((one) => typeof one === 'object' && one !== null && !ArrayBuffer.isView(one))) return null
  return this.reduce((sum, one) => sum + (ArrayBuffer.isView(one) ? one.byteLength : 0), 8 * this.length)
}`

// Runs there too. Empties a map or set, and says whether it was one.
const emptyHere = `function () {
  if (!(this instanceof Map || this instanceof Set)) return false
  this.clear()
  return true
}`

interface Inspector {
  /** What a function, given as text, returns on an object. */
  call(objectId: string, declaration: string): unknown
  /** The object's own fields that hold objects, private ones included. */
  fields(objectId: string): [string, string][]
}

function inspect(value: object, work: (inspector: Inspector, objectId: string) => void): void {
  const session = new Session()
  session.connect()
  // Within the same thread answers come before `post` returns.
  const post = (method: string, parameters: object): Record<string, unknown> => {
    let answer: Record<string, unknown> = {}
    session.post(method, parameters, (error, result) => {
      if (error) throw new Error(error.message)
      answer = { ...result }
    })
    return answer
  }
  const world = globalThis as unknown as Record<string, unknown>
  world.inspected = value
  const { result } = post('Runtime.evaluate', { expression: 'globalThis.inspected' })
  const inspector: Inspector = {
    call(objectId, functionDeclaration) {
      const answer = post('Runtime.callFunctionOn', { objectId, functionDeclaration, returnByValue: true })
      return (answer.result as { readonly value?: unknown }).value
    },
    fields(objectId) {
      const own = post('Runtime.getProperties', { objectId, ownProperties: true })
      const all = [...((own.privateProperties ?? []) as Property[]), ...((own.result ?? []) as Property[])]
      return all.flatMap(({ name, value: held }): [string, string][] =>
        held?.objectId && name !== '__proto__' && held.className !== 'Function' ? [[name, held.objectId]] : [],
      )
    },
  }
  work(inspector, (result as Remote).objectId ?? '')
  delete world.inspected
  session.disconnect()
}

/** Bytes by path, such as `#postings #tables`; of typed arrays and lists alone. */
export function bytesByField(value: object): [string, number][] {
  const found: [string, number][] = []
  inspect(value, (inspector, whole) => {
    const walk = (objectId: string, path: readonly string[]) => {
      const bytes = inspector.call(objectId, bytesHere)
      if (typeof bytes === 'number') found.push([path.join(' '), bytes])
      else for (const [name, held] of inspector.fields(objectId)) walk(held, [...path, name])
    }
    walk(whole, [])
  })
  return found
}

/** Empties the maps and sets in an object's fields, so that what they held can be told by what is let go. */
export function emptyMaps(value: object): void {
  inspect(value, (inspector, whole) => {
    for (const [, held] of inspector.fields(whole)) inspector.call(held, emptyHere)
  })
}

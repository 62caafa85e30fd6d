/** The single gate between a window and the service: what is not in the contract goes neither in nor out. */
import type { z } from 'zod'
import { isMethod, methods, type Handlers } from '../../src/contract/contract.ts'
import { isColumns, type Outcome } from '../../src/contract/wire.ts'
import { refusalOf, refuse, type Fault } from './refusal.ts'

export type Dispatch = (method: string, input: unknown) => Promise<Outcome>

/** No answer but columns is longer; lists come in pages. */
export const ANSWER_LIMIT_BYTES = 1024 * 1024
const ISSUES_TOLD = 3

/**
 * Answers calls. An unknown method is `not-found`, malformed input `bad-request`, an AppError its own code and words.
 * Everything else, an answer that does not match its schema or is too long included, is `internal`, and reported.
 */
export function createDispatch(handlers: Handlers, report: (fault: Fault) => void): Dispatch {
  return async (method, input) => {
    if (!isMethod(method)) return refuse('not-found', 'Switchyard has no such request. Is the window as new as the app?')
    // The input is in an issue only so that what is missing can be told from what is wrong; it is not quoted.
    const parsed = methods[method].input.safeParse(input, { reportInput: true })
    if (!parsed.success) return refuse('bad-request', inPlainWords(parsed.error.issues))
    const handler = handlers[method] as (input: unknown) => Promise<unknown> // its own schema has just parsed this input
    let value: unknown
    try {
      value = await handler(parsed.data)
    } catch (error) {
      return refusalOf(method, error, report)
    }
    try {
      return { ok: true, value: withinLimit(methods[method].output.parse(value)) }
    } catch (error) {
      return refusalOf(`${method} answer`, error, report)
    }
  }
}

function withinLimit(value: unknown): unknown {
  if (isColumns(value)) return value
  const bytes = Buffer.byteLength(JSON.stringify(value))
  if (bytes > ANSWER_LIMIT_BYTES) throw new RangeError('The answer is too long')
  return value
}

function inPlainWords(issues: readonly z.core.$ZodIssue[]): string {
  const sentences = issues.slice(0, ISSUES_TOLD).map(sentence)
  const more = issues.length - sentences.length
  return more > 0 ? `${sentences.join(' ')} And ${more} more.` : sentences.join(' ')
}

function sentence(issue: z.core.$ZodIssue): string {
  const field = issue.path.length > 0 ? `“${issue.path.map(String).join('.')}”` : 'The request'
  switch (issue.code) {
    case 'too_small':
      return issue.origin === 'string' && issue.minimum === 1
        ? `${field} must not be empty.`
        : `${field} must be at least ${issue.minimum}${unit(issue.origin)}.`
    case 'too_big':
      return `${field} must be at most ${issue.maximum}${unit(issue.origin)}.`
    case 'invalid_type':
      return issue.input === undefined ? `${field} is missing.` : `${field} must be ${noun(issue.expected)}.`
    case 'unrecognized_keys':
      return `${field} has parts that are not known here: ${issue.keys.map(key => `“${key}”`).join(', ')}.`
    case 'invalid_value':
      return `${field} must be one of ${issue.values.map(String).join(', ')}.`
    case 'invalid_format':
      return `${field} must be ${issue.format === 'date' ? 'a date written YYYY-MM-DD' : `written as ${issue.format}`}.`
    case 'custom':
    case 'invalid_element':
    case 'invalid_key':
    case 'invalid_union':
    case 'not_multiple_of':
      return `${field} is not as expected.`
  }
}

const UNITS: Readonly<Record<string, string>> = { string: ' characters long', array: ' entries long', set: ' entries long' }
const unit = (origin: string) => UNITS[origin] ?? ''
const NOUNS: Readonly<Record<string, string>> = {
  string: 'text',
  int: 'a whole number',
  array: 'a list',
  boolean: 'yes or no',
  null: 'empty',
}
const noun = (expected: string) => NOUNS[expected] ?? `${/^[aeiou]/.test(expected) ? 'an' : 'a'} ${expected}`

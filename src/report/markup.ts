/** HTML that is safe by construction: what is put into a template is escaped, unless it is markup already. */
import { withoutControls } from './wording.ts'

declare const brand: unique symbol
/** Made by the tag `markup`; there is no other way to make it. */
export type Markup = { readonly text: string; readonly [brand]: true }

type Part = Markup | string | number | readonly Markup[]

const ESCAPES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => withoutControls(text.replace(/\s/g, keptSpace)).replace(/[&<>"']/g, character => ESCAPES[character] ?? '')
const keptSpace = (space: string) => (space === '\u00a0' ? space : ' ')

/** Parts may stand in text and inside double quotes, nowhere else: not in a tag's name, a style or an address. */
export function markup(strings: TemplateStringsArray, ...parts: readonly Part[]): Markup {
  // The indents of the source are of no use on the page.
  const literals = strings.map(literal => literal.replace(/\n\s*/g, '\n'))
  return marked(literals.reduce((text, literal, index) => `${text}${textOf(parts[index - 1] ?? '')}${literal}`))
}

function textOf(part: Part): string {
  if (typeof part === 'string') return escaped(part)
  if (typeof part === 'number') return escaped(String(part))
  return 'text' in part ? part.text : part.map(each => each.text).join('')
}

/** The brand exists for the compiler alone. */
const marked = (text: string) => ({ text }) as Markup

export const nothing = markup``

/** `cells` are the data cells after the row's head; a row head is what a reader looks a row up by. */
export interface TableRow {
  readonly head: Part
  readonly cells: readonly Part[]
}

export interface Table {
  readonly caption: string
  /** The first heads the column of row heads. Numbers align to the end, dates stay whole. */
  readonly columns: readonly { readonly title: string; readonly kind?: 'number' | 'date' }[]
  readonly rows: readonly TableRow[]
}

export function table({ caption, columns, rows }: Table): Markup {
  const kinds = columns.map(column => column.kind ?? 'text')
  const heads = columns.map((column, index) => markup`<th scope="col" class="${kinds[index] ?? 'text'}">${column.title}</th>`)
  const body = rows.map(row => {
    const cells = row.cells.map((cell, index) => markup`<td class="${kinds[index + 1] ?? 'text'}">${cell}</td>`)
    return markup`<tr><th scope="row">${row.head}</th>${cells}</tr>
    `
  })
  return markup`<div class="table" role="region" aria-label="${caption}" tabindex="0">
    <table class="${columns.length < 4 ? 'narrow' : 'wide'}">
    <caption>${caption}</caption>
    <thead><tr>${heads}</tr></thead>
    <tbody>
    ${body}</tbody>
    </table>
    </div>
    `
}

export const paragraphs = (sentences: readonly string[]) => sentences.map(each => markup`<p>${each}</p>`)

export function bullets(sentences: readonly string[]): Markup {
  if (sentences.length === 0) return nothing
  return markup`<ul>
    ${sentences.map(
      each => markup`<li>${each}</li>
    `,
    )}</ul>
    `
}

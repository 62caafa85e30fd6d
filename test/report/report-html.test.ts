import { describe, expect, it } from 'vitest'
import { PURPOSE_NOT_RECORDED } from '../../src/contract/analysis.ts'
import { reportHtml } from '../../src/report/report-html.ts'
import { documentOf, personOf } from './document-builder.ts'
import { contributionsOnlyDocument, emptyDocument, peopleOnlyDocument, richDocument, wideDocument } from './invented-documents.ts'

const documents = {
  company: documentOf(),
  rich: richDocument(),
  'contributions-only': contributionsOnlyDocument(),
  'people-only': peopleOnlyDocument(),
  empty: emptyDocument(),
  wide: wideDocument(),
}

/** What a reader reads: the words without markup and style. */
const wordsOf = (page: string) => page.replace(/<style>[^]*<\/style>/, '').replace(/<[^>]+>/g, ' ')

/** Every element that is opened is closed, in order; the ones without content aside. */
function unbalanced(page: string): string[] {
  const open: string[] = []
  for (const [, closing, name, own] of page.replace(/<!doctype html>/, '').matchAll(/<(\/?)([a-z0-9]+)(?:\s[^>]*?)?(\/?)>/g)) {
    if (own === '/' || name === undefined || name === 'meta') continue
    if (closing !== '/') open.push(name)
    else if (open.pop() !== name) return [...open, name]
  }
  return open
}

describe.each(Object.entries(documents))('the page of the %s document', (_, document) => {
  const page = reportHtml(document)

  it('is one page that runs and fetches nothing', () => {
    expect(page).toContain(`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`)
    expect(page).not.toMatch(/<script|<link|<img|<iframe|<object|@import|url\(|https?:|\son\w+=|javascript:/i)
  })

  it('has a language, landmarks, and headings that its sections name', () => {
    expect(page).toMatch(/^<!doctype html>\n<html lang="en">/)
    for (const landmark of ['header', 'nav', 'main', 'footer']) expect(page.match(new RegExp(`<${landmark}[ >]`, 'g'))).toHaveLength(1)
    expect(page.match(/<h1>/g)).toHaveLength(1)
    for (const [, id] of page.matchAll(/aria-labelledby="([^"]+)"/g)) expect(page).toContain(`<h2 id="${id}">`)
    for (const [, id] of page.matchAll(/href="#([^"]+)"/g)) expect(page).toMatch(new RegExp(`<(section|symbol) id="${id}"`))
  })

  it('gives every table a caption, every head a scope, every row as many cells as columns', () => {
    for (const [table] of page.matchAll(/<table[^]*?<\/table>/g)) {
      expect(table).toMatch(/<caption>[^<]+<\/caption>/)
      expect(table).not.toMatch(/<th(?![^>]* scope=)[ >]/)
      const columns = table.match(/<th scope="col"/g)?.length ?? 0
      for (const [row] of table.matchAll(/<tr><th scope="row"[^]*?<\/tr>/g)) expect(row.match(/<t[hd][ >]/g)).toHaveLength(columns)
    }
  })

  it('is well formed and writes no stand-in for what is unknown', () => {
    expect(unbalanced(page)).toEqual([])
    expect(wordsOf(page)).not.toMatch(/\b(null|undefined|NaN|Infinity)\b|\[object/)
  })
})

describe('the page', () => {
  it('names its sections in the order they are read', () => {
    const titles = [...reportHtml(documentOf()).matchAll(/<h2[^>]*>([^<]+)</g)].map(match => match[1])
    expect(titles).toEqual([
      'Purpose',
      'Summary',
      'Key-person risks',
      'No keeper',
      'All systems',
      'Removal curve',
      'People',
      'Inputs',
      'What is missing',
      'Method in short',
    ])
  })

  it('shows flags and figures of the organisation once they are computed', () => {
    expect(reportHtml(richDocument())).toMatch(/Work worth a conversation[^]*Units[^]*Leaders[^]*Working with agents[^]*Fairness/)
  })

  it('says that no purpose was recorded', () => {
    expect(reportHtml(emptyDocument())).toContain(PURPOSE_NOT_RECORDED)
    expect(reportHtml(documentOf())).not.toContain(PURPOSE_NOT_RECORDED)
  })

  it('lists people in the order of their ids, whatever their figures', () => {
    const page = reportHtml(documentOf({ people: [personOf('b', null, { effortHours: 9 }), personOf('C', null), personOf('a', null)] }))
    const people = /<section id="people"[^]*?<\/section>/.exec(page)?.[0] ?? ''
    expect([...people.matchAll(/<th scope="row">([^<]+)</g)].map(match => match[1])).toEqual(['C', 'a', 'b'])
  })

  it('says a verdict with a shape and a word', () => {
    const page = reportHtml(documentOf())
    expect(page).toMatch(/#shape-one"\/><\/svg> one keeper/)
    expect(page).toMatch(/#shape-none"\/><\/svg> no keeper/)
    expect(page).toMatch(/#shape-unknown"\/><\/svg> not known/)
  })

  it('draws the removal curve with a sentence and the same numbers in a table', () => {
    const page = reportHtml(documentOf())
    expect(page).toMatch(/<figcaption>[^<]*After 2\u00a0departures \(Ines Marchetti and Tomas Brandt \(E1004\)\) 48\.7\u00a0%/)
    expect(page).toMatch(/Tomas Brandt \(E1004\)<\/td><td class="number">48\.7\u00a0%/)
    expect(reportHtml(emptyDocument())).toContain('No curve can be drawn')
  })

  it('prints who may read it, the page and the as-of date on every sheet', () => {
    expect(reportHtml(documentOf())).toMatch(
      /@page\{[^]*"Confidential"[^]*"as of 2026-08-31"[^]*"page " counter\(page\) " of " counter\(pages\)/,
    )
  })

  it('does not depend on the order in which people and systems are listed', () => {
    const document = richDocument()
    const turned = { ...document, people: document.people.toReversed(), components: document.components.toReversed() }
    expect(reportHtml(turned)).toBe(reportHtml(document))
  })
})

import { describe, expect, it } from 'vitest'
import { bullets, markup, table } from '../../src/report/markup.ts'

describe('markup', () => {
  it('escapes what is put into text and into quotes, and leaves markup as it is', () => {
    const inner = markup`<b>${'<&>'}</b>`
    expect(markup`<p title="${`"'`}">${inner}${[inner]}</p>`.text).toBe(
      '<p title="&quot;&#39;"><b>&lt;&amp;&gt;</b><b>&lt;&amp;&gt;</b></p>',
    )
  })

  it('takes out controls and turns of writing, and keeps a line a line', () => {
    expect(markup`${'a\u0000b\u202ec\nd\u00a0e'}`.text).toBe('abc d\u00a0e')
  })

  it('drops the indents of the source, never those of a text', () => {
    expect(
      markup`<p>
      ${'x'}</p>`.text,
    ).toBe('<p>\nx</p>')
  })

  it('makes no list of nothing', () => {
    expect(bullets([]).text).toBe('')
    expect(bullets(['a']).text).toContain('<li>a</li>')
  })

  it('gives a table its caption and its heads', () => {
    const { text } = table({
      caption: '"Q"',
      columns: [{ title: 'A' }, { title: 'B', kind: 'number' }],
      rows: [{ head: 'r', cells: ['1'] }],
    })
    expect(text).toContain('aria-label="&quot;Q&quot;"')
    expect(text).toContain('<tr><th scope="row">r</th><td class="number">1</td></tr>')
  })
})

/** The window on invented data: `npx vite test/renderer/preview`, then `/?scenario=empty`. Plain JavaScript: the tests' types know no browser. */
import { mount } from '../../../renderer/mount.tsx'
import { createFakeBackend } from '../fake-backend.ts'

const element = document.getElementById('root')
const scenario = new URLSearchParams(location.search).get('scenario') ?? 'open'
if (element) mount(element, createFakeBackend(scenario))

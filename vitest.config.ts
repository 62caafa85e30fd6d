import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    testTimeout: 120_000,
    hookTimeout: 120_000,
    // The tests of hosts, command line and window start processes of their own.
    maxWorkers: 2,
  },
})

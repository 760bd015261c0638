import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: [
      'packages/**/*.test.ts',
      'features/**/*.test.ts',
      'apps/**/*.test.ts',
      'checks/**/*.test.ts',
      'bench/*.test.ts',
    ],
    globalSetup: ['checks/harness/global-setup.ts'],
    testTimeout: 60_000,
    hookTimeout: 120_000,
    pool: 'forks',
    maxWorkers: 2,
  },
})

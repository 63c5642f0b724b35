import { defineConfig } from 'vitest/config'

/** Tests against the real Azure CLI, for machines that have it: `.ci/azure-cli` installs it where it can. */
export default defineConfig({
  test: {
    include: ['test-az/**/*.test.ts'],
    testTimeout: 60_000,
    maxWorkers: 2,
  },
})

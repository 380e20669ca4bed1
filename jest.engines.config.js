const base = require('./jest.config.js');

/** Tests against real servers: they read KURRENTDB_URL and fail, rather than skip, when it is not set. */
module.exports = {
  ...base,
  testMatch: ['**/*.engines.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 60_000,
};

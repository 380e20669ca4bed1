const [parts] = require('./jest.config.js').projects;

/** Tests against real servers: they read KURRENTDB_URL and fail, rather than skip, when it is not set. */
module.exports = {
  ...parts,
  testMatch: ['**/*.engines.spec.ts'],
  testPathIgnorePatterns: ['/node_modules/', '/dist/'],
  testTimeout: 60_000,
};

/** Nest 12 and a few of its dependencies are ES modules; Jest's CommonJS registry needs them transformed. */
const esModules = [
  '@nestjs',
  'file-type',
  'strtok3',
  'token-types',
  '@tokenizer',
  '@borewit',
  'uint8array-extras',
  'load-esm',
  'zod',
  'zod-openapi',
  'cookie',
  'uuid',
  'canonicalize',
  '@fastify',
  'content-disposition',
  '@faker-js',
  'read-excel-file',
].join('|');

const swc = (parser) => [
  '@swc/jest',
  {
    jsc: {
      parser,
      transform: { legacyDecorator: true, decoratorMetadata: true },
      target: 'es2023',
      keepClassNames: true,
    },
    module: { type: 'commonjs' },
  },
];

const shared = {
  testEnvironment: 'node',
  testEnvironmentOptions: { customExportConditions: ['@anjuan/source', 'node', 'require', 'default'] },
  testMatch: ['**/*.spec.ts'],
  modulePathIgnorePatterns: ['/dist/'],
  transform: {
    '^.+\\.tsx?$': swc({ syntax: 'typescript', decorators: true, tsx: false }),
    '^.+\\.m?js$': swc({ syntax: 'ecmascript' }),
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(?:${esModules})/)`],
};
const ignored = ['/node_modules/', '/dist/', '\\.engines\\.spec\\.ts$'];

module.exports = {
  // A spec that fails half-way may leave an engine's thread behind; the run ends all the same and says what failed.
  forceExit: true,
  projects: [
    {
      ...shared,
      displayName: 'parts',
      roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/tools'],
      testPathIgnorePatterns: [...ignored, '<rootDir>/apps/e2e/'],
    },
    {
      ...shared,
      displayName: 'end-to-end',
      roots: ['<rootDir>/apps/e2e/src'],
      testPathIgnorePatterns: ignored,
      globalSetup: '<rootDir>/apps/e2e/src/harness/global-setup.ts',
      globalTeardown: '<rootDir>/apps/e2e/src/harness/global-teardown.ts',
    },
  ],
};

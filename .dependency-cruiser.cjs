/** Who may import whom. Contexts share nothing but `contracts`; what is pure stays pure. */
const CONTEXTS = ['filing-intake', 'reviewer-approval', 'institution-registry'];
const SPEC = '\\.(spec|fixture|type-spec)\\.ts$';
const NODE_MODULES = 'node_modules/';

const rule = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

module.exports = {
  forbidden: [
    rule('no-unresolved', 'Every import leads somewhere.', {}, { couldNotResolve: true }),
    rule(
      'core-is-pure',
      'The core and the contracts use themselves and the schema library only.',
      { path: '^libs/(event-sourcing|contracts)/src', pathNot: SPEC },
      { pathNot: ['^libs/(event-sourcing|contracts)/src', `${NODE_MODULES}zod/`] },
    ),
    rule(
      'domain-is-pure',
      'A domain uses the core, the contracts and the schema library: no framework, no Node, no other context.',
      { path: '^libs/([^/]+)/domain/src', pathNot: SPEC },
      { pathNot: ['^libs/$1/domain/src', '^libs/(event-sourcing|contracts)/src', `${NODE_MODULES}zod/`] },
    ),
    rule(
      'adapters-know-the-ports',
      'An adapter knows the core and its driver, never a framework, a service or an app.',
      { path: '^libs/(adapters|ledger)/', pathNot: SPEC },
      {
        path: [
          '^libs/(runtime|contracts|testing)/',
          '^libs/[^/]+/(domain|service)/',
          '^apps/',
          `${NODE_MODULES}(@nestjs|react)`,
        ],
      },
    ),
    rule(
      'runtime-knows-no-context',
      'The runtime runs contexts without knowing them.',
      { path: '^libs/runtime/src' },
      { path: ['^libs/[^/]+/(domain|service)/', '^apps/'] },
    ),
    rule(
      'services-know-no-driver',
      'A service reaches databases and brokers through the ports only.',
      { path: '^libs/[^/]+/service/src', pathNot: SPEC },
      {
        path: [
          '^libs/adapters/',
          '^apps/',
          `${NODE_MODULES}(@photostructure/sqlite|@kurrent|kafkajs|mongoose|mongodb|better-sqlite3|fastify/)`,
        ],
      },
    ),
    ...CONTEXTS.map((context) =>
      rule(
        `${context}-alone`,
        'No context imports another: only messages cross.',
        { path: `^libs/${context}/` },
        { path: `^libs/(${CONTEXTS.filter((other) => other !== context).join('|')})/` },
      ),
    ),
    rule(
      'apps-are-thin',
      'Apps put services together; drivers and other apps are not theirs.',
      { path: '^apps/([^/]+)/', pathNot: SPEC },
      { path: ['^libs/adapters/', '^apps/'], pathNot: '^apps/$1/' },
    ),
    rule(
      'console-stays-in-the-browser',
      'The console shares rules with the server, not its runtime.',
      { path: '^apps/console/src' },
      {
        path: ['^libs/(runtime|ledger|adapters|testing)/', '^libs/[^/]+/service/', `${NODE_MODULES}@nestjs/`],
      },
    ),
    rule(
      'features-stand-alone',
      'A feature of the console does not reach into another.',
      { path: '^apps/console/src/features/([^/]+)/' },
      { path: '^apps/console/src/features/', pathNot: '^apps/console/src/features/$1/' },
    ),
    rule(
      'shared-knows-no-feature',
      'What features share does not know them.',
      { path: '^apps/console/src/(components|lib)/' },
      { path: '^apps/console/src/(features|app)/' },
    ),
    rule(
      'testing-is-for-tests',
      'Production code does not use test tools.',
      { path: '^(libs|apps)/', pathNot: [SPEC, '^libs/testing/', '^apps/e2e/'] },
      { path: '^libs/testing/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|dist-types)/' },
    parser: 'swc',
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    enhancedResolveOptions: {
      conditionNames: ['@anjuan/source', 'import', 'require', 'node', 'default', 'types'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.js', '.json'],
    },
  },
};

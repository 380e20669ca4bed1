import { ConfigError, configSummary, envExample, readConfig } from './config';

it('nothing set gives one bureau on this machine, with demo data', () => {
  expect(readConfig({})).toMatchObject({
    ANJUAN_ENGINES: 'embedded',
    ANJUAN_HOST: '127.0.0.1',
    ANJUAN_PORT: 3000,
    demo: true,
  });
});

it('production has no demo data', () => {
  expect(readConfig({ ANJUAN_ENV: 'production' }).demo).toBe(false);
});

it.each([
  ['engines of a later version', { ANJUAN_ENGINES: 'production' }, 'embedded engines only'],
  ['an engine that is none', { ANJUAN_ENGINES: 'oracle' }, 'ANJUAN_ENGINES'],
  ['a port that is none', { ANJUAN_PORT: '70000' }, 'ANJUAN_PORT'],
  ['demo data in production', { ANJUAN_ENV: 'production', ANJUAN_DEMO: 'true' }, 'ANJUAN_DEMO'],
  [
    'another clock in production',
    { ANJUAN_ENV: 'production', ANJUAN_CLOCK_SHIFT_DAYS: '1' },
    'ANJUAN_CLOCK_SHIFT_DAYS',
  ],
  [
    'fault injection in production',
    { ANJUAN_ENV: 'production', ANJUAN_HOLD_COMMIT_WHILE: 'x' },
    'ANJUAN_HOLD_COMMIT_WHILE',
  ],
  [
    'registrations that nobody hands over, in production',
    { ANJUAN_ENV: 'production', ANJUAN_PLATFORM_SECONDS: '0' },
    'ANJUAN_PLATFORM_SECONDS',
  ],
  ['a short password', { ANJUAN_ADMIN_PASSWORD: 'short' }, 'ANJUAN_ADMIN_PASSWORD'],
])('%s is refused by name', (_, settings, says) => {
  expect(() => readConfig(settings)).toThrow(ConfigError);
  expect(() => readConfig(settings)).toThrow(says);
});

it('the summary shows every setting and no secret', () => {
  const summary = configSummary(readConfig({ ANJUAN_ADMIN_PASSWORD: 'correct horse battery' }));
  expect(summary.ANJUAN_ADMIN_PASSWORD).toBe('(set)');
  expect(summary.ANJUAN_PORT).toBe('3000');
  expect(JSON.stringify(summary)).not.toContain('horse');
});

it('the example names each setting with its default', () => {
  expect(envExample()).toContain('# ANJUAN_PORT=3000');
});

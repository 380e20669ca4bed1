import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { configSchema, envExample, readConfig } from '@anjuan/runtime';
import { parse } from 'yaml';

const root = join(__dirname, '..', '..', '..');
const text = (file: string) => readFileSync(join(root, file), 'utf8');
const compose: {
  services: Record<
    string,
    {
      environment: Record<string, string>;
      ports: string[];
      volumes: string[];
      healthcheck: { test: string[] };
    }
  >;
  volumes: Record<string, unknown>;
} = parse(text('docker-compose.yml'));

/** Compose puts the default in when the variable is not set. */
const withDefaults = (environment: Record<string, string>) =>
  Object.fromEntries(
    Object.entries(environment)
      .map(([name, value]) => [name, value.replace(/\$\{\w+:-([^}]*)\}/, '$1')])
      .filter(([, value]) => value !== ''),
  );

it('runs the back office alone', () => {
  expect(Object.keys(compose.services)).toEqual(['back-office']);
});

describe('the back office of docker-compose.yml', () => {
  const service = compose.services['back-office'];
  const config = readConfig(withDefaults(service?.environment ?? {}));

  it('has no setting that the program does not know', () => {
    const unknown = Object.keys(service?.environment ?? {}).filter((name) => !(name in configSchema.shape));
    expect(unknown).toEqual([]);
  });

  it('publishes and checks the port that the program listens on, on all addresses of the container', () => {
    expect(config.ANJUAN_HOST).toBe('0.0.0.0');
    expect(service?.ports.map((port) => port.split(':').at(-1))).toEqual([String(config.ANJUAN_PORT)]);
    expect(service?.healthcheck.test.join(' ')).toContain(`127.0.0.1:${config.ANJUAN_PORT}/api/health/ready`);
  });

  it('keeps the data folder on a volume that is declared', () => {
    const [volume, path] = service?.volumes[0]?.split(':') ?? [];
    expect(path).toBe(config.ANJUAN_DATA);
    expect(Object.keys(compose.volumes)).toEqual([volume]);
  });
});

it('the image starts what npm start starts', () => {
  const { scripts } = JSON.parse(text('package.json')) as { scripts: Record<string, string> };
  const command = /CMD (\[.*\])/.exec(text('Dockerfile'))?.[1] ?? '[]';
  expect((JSON.parse(command) as string[]).join(' ')).toBe(scripts.start);
});

it('.env.example says what the schema says', () => {
  expect(text('.env.example')).toBe(envExample());
});

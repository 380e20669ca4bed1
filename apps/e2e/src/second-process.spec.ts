import { runAnjuan, runServer } from './harness/back-office';
import { useOffices } from './harness/use-offices';

jest.setTimeout(60_000);

const offices = useOffices();

describe('a data folder', () => {
  it('is held by one process: a second is told which one, and the first goes on', async () => {
    const first = await offices.start();
    const second = await runServer(first.folder).end(20_000);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain('Anjuan did not start');
    expect(second.stderr).toContain(`${first.folder} is held by process ${first.pid}`);
    await expect(first.signIn('clerk')).resolves.toBeDefined();
  });

  it('is free again once its process was killed', async () => {
    const first = await offices.start();
    await first.kill9();
    const second = await first.restart();
    await expect(second.signIn('clerk')).resolves.toBeDefined();
  });

  it('is verified by the process that holds it, when one does', async () => {
    const office = await offices.start();
    const asked = await runAnjuan(office.folder, ['verify']);
    expect(asked).toMatchObject({ code: 0, stdout: expect.stringContaining('完整 intact') });
    await office.stop();
    const opened = await runAnjuan(office.folder, ['verify']);
    expect(opened).toMatchObject({ code: 0, stdout: expect.stringContaining('完整 intact') });
  });
});

describe('settings', () => {
  it.each([
    [
      'engines that this version does not have',
      { ANJUAN_ENGINES: 'production' },
      'ANJUAN_ENGINES=production',
    ],
    [
      'a moved clock in production',
      { ANJUAN_ENV: 'production', ANJUAN_CLOCK_SHIFT_DAYS: '1' },
      'ANJUAN_CLOCK',
    ],
    ['a port that is none', { ANJUAN_PORT: 'eighty' }, 'ANJUAN_PORT'],
  ])('with %s are refused, by name', async (_, settings, named) => {
    const { code, stderr } = await runServer(offices.newFolder(), settings).end(20_000);
    expect(code).toBe(1);
    expect(stderr).toContain('Anjuan did not start');
    expect(stderr).toContain(named);
  });
});

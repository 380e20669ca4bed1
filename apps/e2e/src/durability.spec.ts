import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { statusOf } from './harness/anjuan-report';
import { draftOf, historyOf } from './harness/filings';
import { useOffices } from './harness/use-offices';

jest.setTimeout(60_000);

const offices = useOffices();
const FULL = 2;

it('the log of a running office is written with synchronous=FULL, so that a commit waits for the disk', async () => {
  const office = await offices.start();
  const { pid, writer } = await statusOf(office.folder);
  expect(pid).toBe(office.pid);
  expect(writer).toEqual({ journalMode: 'wal', synchronous: FULL });
});

it('no success leaves while the commit is held back, and every one comes once it happens', async () => {
  const hold = `${offices.newFolder()}.hold`;
  const office = await offices.start({ ANJUAN_HOLD_COMMIT_WHILE: hold });
  const clerk = await office.signIn('clerk');
  const supervisor = await office.signIn('supervisor');
  writeFileSync(hold, '');
  const answered: number[] = [];
  const drafts = [1, 2, 3].map(async (person) => {
    const { method, path, body } = draftOf({ person });
    const answer = await clerk.call(method, path, { body });
    answered.push(answer.status);
    return answer;
  });
  await wait(2_000);
  expect(existsSync(hold)).toBe(true);
  expect(answered).toEqual([]);
  rmSync(hold);
  const answers = await Promise.all(drafts);
  expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
  for (const { body } of answers) {
    const { id } = body as { id: string };
    expect((await historyOf(supervisor, id)).map(({ type }) => type)).toContain('FilingDrafted');
  }
});

it('what was held back when the process was killed was acknowledged to nobody, and is not there', async () => {
  const hold = `${offices.newFolder()}.hold`;
  const office = await offices.start({ ANJUAN_HOLD_COMMIT_WHILE: hold });
  const clerk = await office.signIn('clerk');
  const { lastPosition } = await statusOf(office.folder);
  writeFileSync(hold, '');
  const { method, path, body } = draftOf({ person: 4 });
  const draft = clerk.call(method, path, { body }).then(
    ({ status }) => status,
    () => 'no answer',
  );
  await wait(1_000);
  await office.kill9();
  expect(await draft).toBe('no answer');
  rmSync(hold);
  await office.restart();
  expect((await statusOf(office.folder)).lastPosition).toBe(lastPosition);
});

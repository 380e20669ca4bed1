import { addDays } from '@anjuan/event-sourcing';
import type { BackOffice } from '../harness/back-office';
import { getFiling, today } from '../harness/filings';
import { importEnrolment } from '../harness/register';
import { syntheticPerson } from '../harness/synthetic-person';
import { useOffices } from '../harness/use-offices';
import { useBrowser, type Visitor } from './browser';
import { RegistrationDesk } from './registration-desk';

jest.setTimeout(120_000);

const offices = useOffices();
const browser = useBrowser();

let office: BackOffice;
let visitor: Visitor;
const atCounter = syntheticPerson(21);
const toReview = syntheticPerson(22);

beforeAll(async () => {
  office = await offices.start();
  const editor = await office.signIn('drafter');
  for (const person of [atCounter, toReview]) await importEnrolment(editor, person);
  visitor = await browser.open(office.url);
});

/** Each test goes on where the one before ended, as one case after the other crosses a desk. */
let reviewed: string;

/** Takes a filing in at the counter. @returns its id */
async function takeIn(idNumber: string, channel?: string): Promise<string> {
  await visitor.goTo('新增备案');
  const desk = new RegistrationDesk(visitor.page);
  if (channel) await desk.choose('受理渠道', channel);
  await desk.lookUp(idNumber);
  await desk.fillIn('上海市', today(), addDays(today(), 60));
  return desk.submit();
}

it('a clerk takes a filing in, prefilled from the register, and finishes it in one visit', async () => {
  const { page } = visitor;
  await visitor.signIn('clerk');
  const filingId = await takeIn(atCounter.idNumber);
  await page.getByRole('button', { name: /^办结/ }).click();
  await page.getByText('备案已办结').waitFor();
  await page.getByRole('button', { name: /^查看备案/ }).click();
  await page.getByRole('heading', { name: atCounter.name }).waitFor();
  await page.getByText('生效中').first().waitFor();
  await page.getByText('窗口即时办结').waitFor();
  const filing = await getFiling(await office.signIn('clerk'), filingId);
  expect(filing).toMatchObject({
    status: 'active',
    summary: { treatmentRegion: '310000', startsOn: today(), endsOn: addDays(today(), 60) },
    data: { applicant: { name: atCounter.name, idNumber: atCounter.idNumber } },
  });
});

it('what comes in by another way goes to the queue, and its clerk cannot decide it', async () => {
  reviewed = await takeIn(toReview.idNumber, '经办批量');
  await visitor.page.getByRole('button', { name: /^查看备案/ }).click();
  await visitor.page.getByRole('heading', { name: toReview.name }).waitFor();
  await visitor.page.getByText('建立审核').waitFor();
  expect(await visitor.page.getByRole('button', { name: /^批准/ }).count()).toBe(0);
  await visitor.signOut();
});

it('a reviewer claims it from the queue and approves it, with an opinion', async () => {
  const { page } = visitor;
  await visitor.signIn('reviewer');
  await visitor.goTo('审核队列');
  await page.getByRole('tab', { name: /待认领/ }).click();
  await page.getByRole('link', { name: toReview.name }).click();
  await page.getByRole('button', { name: /^认领/ }).click();
  await page.getByText('由您办理').waitFor();
  await page.getByRole('button', { name: /^批准/ }).click();
  const dialog = page.getByRole('dialog', { name: '批准' });
  await dialog.getByLabel('意见').fill('材料齐全，参保状态正常，同意备案。');
  await dialog.getByRole('button', { name: /确\s*定/ }).click();
  await page.getByText('准予备案').waitFor();
  expect(await getFiling(await office.signIn('reviewer'), reviewed)).toMatchObject({ status: 'active' });
  await visitor.signOut();
});

it('a supervisor finds the case by its number and sees the whole history, with who and when', async () => {
  const { page } = visitor;
  const { summary } = await getFiling(await office.signIn('supervisor'), reviewed);
  const { filingNumber } = summary as { filingNumber: string };
  await visitor.signIn('supervisor');
  await visitor.goTo('备案');
  await page.getByRole('searchbox').fill(filingNumber);
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: toReview.name }).click();
  await page.getByRole('button', { name: /^显示全部/ }).click();
  const history = page.getByRole('listitem');
  for (const [what, who] of [
    ['建立草稿', '窗口一'],
    ['验看原件', '窗口一'],
    ['提交备案', '窗口一'],
    ['认领审核', '审核一'],
    ['审核批准', '审核一'],
    ['准予备案', '系统'],
    ['备案生效', '系统'],
  ] as const) {
    await history.filter({ hasText: what }).filter({ hasText: who }).first().waitFor();
  }
  expect(visitor.errors).toEqual([]);
});

import { useBrowser } from '../browser/browser';
import { getFiling, register } from '../harness/filings';
import { useOffices } from '../harness/use-offices';
import { type CrashReport, crashRounds } from './crash-rounds';

jest.setTimeout(180_000);

const ROUNDS = 3;
const offices = useOffices();
const browser = useBrowser();

describe(`an office killed with SIGKILL under load, ${ROUNDS} times over`, () => {
  let report: CrashReport;
  beforeAll(async () => {
    report = await crashRounds(offices, ROUNDS);
  });

  it('was killed while commands were acknowledged and others were in flight', () => {
    const { rounds } = report;
    expect(rounds).toHaveLength(ROUNDS);
    expect(rounds.reduce((sum, { acknowledged }) => sum + acknowledged, 0)).toBeGreaterThan(ROUNDS);
    expect(rounds.reduce((sum, { inFlight }) => sum + inFlight, 0)).toBeGreaterThan(0);
  });

  it('has every acknowledged command, and none twice', () => {
    expect(report.rounds.flatMap(({ wrong }) => wrong)).toEqual([]);
  });

  it('passes anjuan verify', () => {
    expect(report.verified).toEqual({ code: 0, text: expect.stringContaining('完整 intact') });
  });

  it('shows the case that was acknowledged before the crash to the clerk in the console', async () => {
    const { id } = await register(await report.office.signIn('clerk'), { person: 90_001 });
    await report.office.kill9();
    const office = await report.office.restart();
    const { summary } = await getFiling(await office.signIn('clerk'), id);
    const { filingNumber } = summary as { filingNumber: string };
    const visitor = await browser.open(office.url);
    await visitor.signIn('clerk');
    await visitor.goTo('备案');
    // Found by its number: the load has left more filings than a page shows.
    await visitor.page.getByPlaceholder('姓名、备案编号或证件号码').fill(filingNumber);
    await visitor.page.keyboard.press('Enter');
    await visitor.page.getByText(filingNumber).first().click();
    await visitor.page.waitForURL(new RegExp(id));
    await visitor.page.getByText(filingNumber).first().waitFor();
    expect(visitor.errors).toEqual([]);
  });
});

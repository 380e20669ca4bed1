import type { Locator, Page } from 'playwright-core';
import { eventually } from '../harness/eventually';

/** The page on which a clerk fills a filing in. */
export class RegistrationDesk {
  constructor(private readonly page: Page) {}

  /** The person, as the register knows them. */
  async lookUp(idNumber: string): Promise<void> {
    await this.page.getByLabel('证件号码').fill(idNumber);
    await this.page.getByRole('button', { name: '查询参保信息' }).click();
    await this.page.getByText('已从参保登记带出信息').waitFor();
  }

  /** Everything else of a temporary filing for somebody who stands at the counter with all papers. */
  async fillIn(treatmentRegion: string, startsOn: string, endsOn: string): Promise<void> {
    await this.choose('身份核验方式', '已验证件原件');
    await this.page.getByRole('radio', { name: '跨省临时外出就医人员' }).check();
    await this.pickRegion('就医地', treatmentRegion);
    await this.pickDate('开始日期', startsOn);
    await this.pickDate('结束日期', endsOn);
    await this.page
      .getByRole('radiogroup', { name: '是否已入院' })
      .getByRole('radio', { name: '否' })
      .check();
    await this.page.getByRole('button', { name: '同参保人' }).click();
    await tick(this.page.getByRole('checkbox', { name: /参保人已阅读并知晓/ }));
    for (const nth of [0, 1]) await tick(this.page.getByRole('checkbox', { name: '已验原件' }).nth(nth));
  }

  /** Submits and waits until it was accepted. @returns the filing's id, by the page's address */
  async submit(): Promise<string> {
    await this.page.getByRole('button', { name: '提交备案' }).click();
    await this.page.getByText('备案已提交').waitFor();
    return /[0-9a-f-]{36}/.exec(this.page.url())?.[0] ?? '';
  }

  /** An option of a field with a list. */
  async choose(field: string, option: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).click();
    await this.page.locator('.ant-select-dropdown:visible').getByText(option, { exact: true }).click();
  }

  private async pickRegion(field: string, name: string): Promise<void> {
    await this.page.getByRole('combobox', { name: field }).fill(name);
    await this.page.getByRole('menuitemcheckbox').filter({ hasText: name }).first().click();
  }

  private async pickDate(field: string, date: string): Promise<void> {
    await this.page.getByRole('textbox', { name: field }).fill(date);
    await this.page.keyboard.press('Enter');
  }
}

/** Ticks a box that shows what the server has recorded, which is a moment after the click. */
async function tick(box: Locator): Promise<void> {
  await box.click();
  await eventually(
    async () => (await box.isChecked()) && (await box.isDisabled()),
    (recorded) => recorded,
  );
}

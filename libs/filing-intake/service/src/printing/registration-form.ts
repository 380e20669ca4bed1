import { contentWidth, keepTogether, MARGIN, type Page, pdf } from './document';
import { fieldTable, type PrintedSection } from './field-table';

/** A registration form 备案表 as it is handed over for signature. */
export interface RegistrationForm {
  /** The region's own title, from policy. */
  readonly title: string;
  /** Missing while it is a draft. */
  readonly filingNumber?: string;
  readonly sections: readonly PrintedSection[];
  /** The notice that was read, and the letter's text when proof is replaced by a promise. */
  readonly declarations: readonly {
    readonly title: string;
    readonly version: string;
    readonly text: string;
  }[];
  /** Day of printing in China. */
  readonly printedOn: string;
  readonly agency: string;
}

/** Prints a registration form. @returns the PDF */
export const printRegistrationForm = (form: RegistrationForm): Promise<Buffer> =>
  pdf(form.title, (page) => {
    page.font('bold').fontSize(16).text(form.title, { align: 'center' });
    page.moveDown(0.3).font('regular').fontSize(9.5);
    page.text(form.filingNumber === undefined ? '（草稿，未提交）' : `备案编号：${form.filingNumber}`, {
      align: 'right',
    });
    fieldTable(page, form.sections);
    for (const { title, version, text } of form.declarations) {
      keepTogether(page, 90);
      page.moveDown(0.6).font('bold').fontSize(10.5).text(`${title}（版本 ${version}）`, MARGIN);
      page
        .moveDown(0.2)
        .font('regular')
        .fontSize(9)
        .text(text, { width: contentWidth(page), lineGap: 2 });
    }
    signatures(page, form);
  });

function signatures(page: Page, { agency, printedOn }: RegistrationForm): void {
  keepTogether(page, 110);
  page.moveDown(1.4).font('regular').fontSize(10);
  const half = contentWidth(page) / 2;
  const top = page.y;
  page.text('申请人（代办人）签名：', MARGIN, top, { width: half });
  page.text('日期：        年     月     日', MARGIN, top + 34, { width: half });
  page.text(`经办机构：${agency}`, MARGIN + half, top, { width: half });
  page.text('（盖章）', MARGIN + half, top + 34, { width: half });
  page.fontSize(8).fillColor('#5c6b6a');
  page.text(`打印日期 ${printedOn}`, MARGIN, top + 70, { width: half * 2, align: 'right' });
  page.fillColor('#000000');
}

import { contentWidth, MARGIN, pdf } from './document';
import { fieldTable, type PrintedSection } from './field-table';

/** What the applicant takes home 受理回执: number, state, what is next, and advice of the region. */
export interface Receipt {
  readonly filingNumber: string;
  readonly sections: readonly PrintedSection[];
  readonly next: string;
  readonly advice: readonly string[];
  readonly agency: string;
  readonly printedOn: string;
}

/** Prints a receipt. @returns the PDF */
export const printReceipt = (receipt: Receipt): Promise<Buffer> =>
  pdf('跨省异地就医备案回执', (page) => {
    page.font('bold').fontSize(16).text('跨省异地就医备案回执', { align: 'center' });
    page
      .moveDown(0.4)
      .font('regular')
      .fontSize(10)
      .text(`备案编号：${receipt.filingNumber}`, { align: 'center' });
    fieldTable(page, receipt.sections);
    page.moveDown(0.8).font('bold').fontSize(10.5).text('下一步', MARGIN);
    page
      .moveDown(0.2)
      .font('regular')
      .fontSize(10)
      .text(receipt.next, { width: contentWidth(page), lineGap: 2 });
    if (receipt.advice.length > 0) {
      page.moveDown(0.6).font('bold').fontSize(10.5).text('温馨提示', MARGIN);
      page.moveDown(0.2).font('regular').fontSize(9.5);
      for (const [n, line] of receipt.advice.entries()) {
        page.text(`${n + 1}. ${line}`, { width: contentWidth(page), lineGap: 2 });
      }
    }
    page.moveDown(1.2).fontSize(9.5).text(receipt.agency, { align: 'right' });
    page.text(receipt.printedOn, { align: 'right' });
  });

import { contentWidth, keepTogether, MARGIN, type Page } from './document';

/** One line of a printed form: a label and what was filled in; empty stays a blank to write in. */
export interface PrintedField {
  readonly label: string;
  readonly value: string;
  /** Takes the whole width. */
  readonly wide?: boolean;
}

export interface PrintedSection {
  readonly title: string;
  readonly fields: readonly PrintedField[];
}

const PADDING = 5;
const LABEL_SHARE = 0.36;
const SIZE = 9.5;

/** Draws sections as a ruled table, two fields a line; long values wrap and make their line higher. */
export function fieldTable(page: Page, sections: readonly PrintedSection[]): void {
  for (const { title, fields } of sections) {
    keepTogether(page, 60);
    page
      .font('bold')
      .fontSize(10.5)
      .text(title, MARGIN, page.y + 6);
    page.moveDown(0.25);
    for (const line of linesOf(fields)) drawLine(page, line);
  }
}

function linesOf(fields: readonly PrintedField[]): readonly (readonly PrintedField[])[] {
  const lines: PrintedField[][] = [];
  for (const field of fields) {
    const last = lines.at(-1);
    if (field.wide || !last || last.length === 2 || last[0]?.wide) lines.push([field]);
    else last.push(field);
  }
  return lines;
}

function drawLine(page: Page, line: readonly PrintedField[]): void {
  const half = contentWidth(page) / 2;
  const cells = line.map((field) => {
    const width = field.wide ? half * 2 : half;
    const label = field.wide ? half * LABEL_SHARE : width * LABEL_SHARE;
    return { field, width, label, value: width - label };
  });
  page.font('regular').fontSize(SIZE);
  const heights = cells.flatMap(({ field, label, value }) => [
    page.heightOfString(field.label, { width: label - 2 * PADDING }),
    page.heightOfString(field.value || ' ', { width: value - 2 * PADDING }),
  ]);
  const height = Math.max(...heights) + 2 * PADDING;
  keepTogether(page, height);
  const top = page.y;
  let left = MARGIN;
  for (const { field, width, label, value } of cells) {
    page.rect(left, top, label, height).fillAndStroke('#f2f5f5', '#8a9a99');
    page.rect(left + label, top, value, height).stroke('#8a9a99');
    page.fillColor('#000000').fontSize(SIZE);
    page.text(field.label, left + PADDING, top + PADDING, { width: label - 2 * PADDING });
    page.text(field.value, left + label + PADDING, top + PADDING, { width: value - 2 * PADDING });
    left += width;
  }
  page.x = MARGIN;
  page.y = top + height;
}

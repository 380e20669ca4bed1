import { dirname, join } from 'node:path';
import PDFDocument from 'pdfkit';

const fonts = dirname(require.resolve('@expo-google-fonts/noto-sans-sc/package.json'));

export const REGULAR = join(fonts, '400Regular', 'NotoSansSC_400Regular.ttf');
export const BOLD = join(fonts, '600SemiBold', 'NotoSansSC_600SemiBold.ttf');

const MILLIMETRE = 72 / 25.4;
export const MARGIN = 20 * MILLIMETRE;

export type Page = InstanceType<typeof PDFDocument>;

/** Makes an A4 document; only the characters that occur are embedded. @returns the PDF */
export async function pdf(title: string, draw: (page: Page) => void): Promise<Buffer> {
  const page = new PDFDocument({ size: 'A4', margin: MARGIN, info: { Title: title, Creator: 'Anjuan' } });
  page.registerFont('regular', REGULAR).registerFont('bold', BOLD).font('regular');
  const chunks: Buffer[] = [];
  page.on('data', (chunk: Buffer) => chunks.push(chunk));
  const ended = new Promise<void>((resolve, reject) => page.once('end', resolve).once('error', reject));
  draw(page);
  page.end();
  await ended;
  return Buffer.concat(chunks);
}

/** The width between the margins, in points. */
export const contentWidth = (page: Page): number => page.page.width - 2 * MARGIN;

/** Starts a new page when less than this height is left. */
export function keepTogether(page: Page, height: number): void {
  if (page.y + height > page.page.height - MARGIN) page.addPage();
}

import { printReceipt } from './receipt';
import { printRegistrationForm } from './registration-form';

const LONG = '新疆维吾尔自治区巴音郭楞蒙古自治州和静县巴音布鲁克镇第三社区居民委员会';

const form = {
  title: '跨省异地就医登记备案表',
  filingNumber: '35020020260302000017',
  sections: [
    {
      title: '参保人信息',
      fields: [
        { label: '姓名', value: '买买提·艾力江·阿不都热依木' },
        { label: '证件号码', value: '11010519491231002X' },
        { label: '联系地址', value: LONG, wide: true },
        { label: '备注', value: LONG.repeat(6), wide: true },
      ],
    },
  ],
  declarations: [{ title: '个人承诺书', version: '2026-1', text: `${LONG}。\n`.repeat(40) }],
  printedOn: '2026-03-02',
  agency: '厦门市医疗保险中心',
};

/** The number of pages, from the page tree. */
const pagesOf = (pdf: Buffer): number => Number(/\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]);

it('prints a form whose long values go on to further pages', async () => {
  const pdf = await printRegistrationForm(form);
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  expect(pagesOf(pdf)).toBeGreaterThan(1);
});

it('embeds the characters that occur, not the whole font', async () => {
  const pdf = await printRegistrationForm({ ...form, declarations: [] });
  expect(pdf.toString('latin1')).toContain('/FontFile2');
  expect(pdf.length).toBeLessThan(200_000);
});

it('prints a receipt on one page', async () => {
  const { sections, filingNumber, agency, printedOn } = form;
  const advice = [
    '就医时请携带医保电子凭证或社会保障卡。',
    '已入院的，请到医院医保办重新登记为异地参保患者。',
  ];
  const pdf = await printReceipt({ sections, filingNumber, agency, printedOn, advice, next: '备案已生效。' });
  expect(pagesOf(pdf)).toBe(1);
});

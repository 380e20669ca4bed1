import { checkEvidenceFile } from './evidence-file';

const PNG = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

it('knows an accepted file by its content', async () => {
  expect(await checkEvidenceFile(PNG, '户口簿.PNG', 'image/png')).toEqual({
    mediaType: 'image/png',
    size: PNG.length,
  });
});

it.each([
  ['an empty file', Buffer.alloc(0), 'a.png', 'image/png', 'evidence.empty'],
  ['text that says it is a picture', Buffer.from('hello'), 'a.png', 'image/png', 'evidence.unsupported-type'],
  ['a picture that says it is a PDF', PNG, 'a.pdf', 'application/pdf', 'evidence.type-mismatch'],
  ['a picture whose declared type lies', PNG, 'a.png', 'application/pdf', 'evidence.type-mismatch'],
  [
    'a program',
    Buffer.from('4d5a90000300000004000000ffff0000', 'hex'),
    'a.exe',
    '',
    'evidence.unsupported-type',
  ],
])('%s is refused', async (_, bytes, name, type, code) => {
  await expect(checkEvidenceFile(bytes, name, type)).rejects.toMatchObject({ code });
});

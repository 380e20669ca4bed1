import { Button, Flex, Typography } from 'antd';
import { useEffect, useRef, useState } from 'react';
import SignaturePad from 'signature_pad';
import { useRegistrationTexts } from '../texts';

interface SignatureBoxProps {
  readonly busy: boolean;
  readonly onDrawn: (image: File) => void;
}

const HEIGHT = 180;

/** A box to sign in with pen, finger or mouse; gives the signature as a PNG. */
export function SignatureBox({ busy, onDrawn }: SignatureBoxProps) {
  const t = useRegistrationTexts();
  const canvas = useRef<HTMLCanvasElement>(null);
  const pad = useRef<SignaturePad>(undefined);
  const [empty, setEmpty] = useState(true);

  useEffect(() => {
    const at = canvas.current;
    if (!at) return;
    const ratio = Math.max(window.devicePixelRatio, 1);
    at.width = at.offsetWidth * ratio;
    at.height = HEIGHT * ratio;
    at.getContext('2d')?.scale(ratio, ratio);
    const made = new SignaturePad(at, { backgroundColor: '#ffffff', penColor: '#10201f' });
    made.addEventListener('endStroke', () => setEmpty(made.isEmpty()));
    pad.current = made;
    return () => made.off();
  }, []);

  const clear = (): void => {
    pad.current?.clear();
    setEmpty(true);
  };
  const take = (): void =>
    canvas.current?.toBlob((image) => {
      if (image) onDrawn(new File([image], `${t('letter.drawn')}.png`, { type: 'image/png' }));
    }, 'image/png');

  return (
    <div>
      <Typography.Paragraph type="secondary">{t('letter.draw')}</Typography.Paragraph>
      <canvas
        ref={canvas}
        aria-label={t('letter.draw')}
        style={{
          width: '100%',
          maxWidth: 560,
          height: HEIGHT,
          display: 'block',
          border: '1px solid #8a9a9a',
          borderRadius: 6,
          touchAction: 'none',
        }}
      />
      <Flex gap={8} style={{ marginTop: 8 }}>
        <Button onClick={clear} disabled={empty || busy}>
          {t('letter.clear')}
        </Button>
        <Button type="primary" onClick={take} disabled={empty} loading={busy}>
          {t('letter.sign')}
        </Button>
      </Flex>
    </div>
  );
}

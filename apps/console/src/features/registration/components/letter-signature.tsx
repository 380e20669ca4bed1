import { Button, Checkbox, DatePicker, Flex, Form, Upload } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useRegistrationTexts } from '../texts';
import { SignatureBox } from './signature-box';

export interface Signed {
  /** Drawn signature or scan. */
  readonly image?: File;
  /** Day on the paper; today otherwise. */
  readonly signedOn?: string;
}

interface LetterSignatureProps {
  readonly way: 'ticked' | 'drawn' | 'paper';
  readonly busy: boolean;
  readonly onSign: (signed: Signed) => void;
}

/** One way of signing: a tick, a signature on the screen, a scan of the paper. */
export function LetterSignature({ way, busy, onSign }: LetterSignatureProps) {
  if (way === 'ticked') return <Tick busy={busy} onSign={onSign} />;
  if (way === 'drawn') return <SignatureBox busy={busy} onDrawn={(image) => onSign({ image })} />;
  return <Paper busy={busy} onSign={onSign} />;
}

type WayProps = Omit<LetterSignatureProps, 'way'>;

function Tick({ busy, onSign }: WayProps) {
  const t = useRegistrationTexts();
  return (
    <Checkbox checked={busy} disabled={busy} onChange={() => onSign({})}>
      {t('letter.tick')}
    </Checkbox>
  );
}

function Paper({ busy, onSign }: WayProps) {
  const t = useRegistrationTexts();
  const [signedOn, setSignedOn] = useState(() => dayjs());
  const [image, setImage] = useState<File>();
  return (
    <Flex gap={12} wrap align="end">
      <Form.Item label={t('letter.paperDate')} htmlFor="letter-day" style={{ marginBottom: 0 }}>
        <DatePicker
          id="letter-day"
          value={signedOn}
          maxDate={dayjs()}
          allowClear={false}
          onChange={(day) => day && setSignedOn(day)}
        />
      </Form.Item>
      <Upload
        accept="image/*,application/pdf"
        maxCount={1}
        beforeUpload={(file) => {
          setImage(file);
          return false;
        }}
        onRemove={() => setImage(undefined)}
      >
        <Button>{t('letter.scan')}</Button>
      </Upload>
      <Button
        type="primary"
        disabled={!image}
        loading={busy}
        onClick={() => onSign({ image, signedOn: signedOn.format('YYYY-MM-DD') })}
      >
        {t('letter.sign')}
      </Button>
    </Flex>
  );
}

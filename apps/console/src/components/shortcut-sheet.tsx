import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Flex, Modal, Tag } from 'antd';
import { useState } from 'react';
import { useShortcuts } from '../lib/use-shortcuts';
import { useSharedTexts } from './texts';

interface ShortcutSheetProps {
  /** What is shown for the key, and what it does. */
  readonly shortcuts: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

/** The keys of a page; opens on `?`. */
export function ShortcutSheet({ shortcuts }: ShortcutSheetProps) {
  const t = useSharedTexts();
  const [open, setOpen] = useState(false);
  useShortcuts({ '?': () => setOpen(true) });
  return (
    <>
      <Button
        type="text"
        icon={<QuestionCircleOutlined />}
        aria-label={t('shortcuts.title')}
        title={`${t('shortcuts.title')} (?)`}
        onClick={() => setOpen(true)}
      />
      <Modal open={open} title={t('shortcuts.title')} footer={null} onCancel={() => setOpen(false)}>
        {shortcuts.map(({ keys, does }) => (
          <Flex key={does} gap={12} style={{ padding: '6px 0' }}>
            <span style={{ flex: '0 0 130px' }}>
              {keys.map((key) => (
                <Tag key={key}>
                  <kbd>{key}</kbd>
                </Tag>
              ))}
            </span>
            <span>{does}</span>
          </Flex>
        ))}
      </Modal>
    </>
  );
}

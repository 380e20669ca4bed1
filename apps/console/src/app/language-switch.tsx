import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { switchLanguage } from '../lib/i18n';

/** Names the other language, and switches to it. */
export function LanguageSwitch() {
  const { t, i18n } = useTranslation();
  return (
    <Button
      type="text"
      size="small"
      onClick={() => void switchLanguage(i18n.language === 'en' ? 'zh-CN' : 'en')}
    >
      {t('action.language')}
    </Button>
  );
}

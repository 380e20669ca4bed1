import {
  DownloadOutlined,
  LeftOutlined,
  RightOutlined,
  RotateRightOutlined,
  ZoomInOutlined,
  ZoomOutOutlined,
} from '@ant-design/icons';
import { Button, Empty, Flex, Spin, Typography } from 'antd';
import { type ReactNode, useState } from 'react';
import { useBlobUrl } from '../lib/use-blob-url';
import { useShortcuts } from '../lib/use-shortcuts';
import { ProblemAlert } from './problem-alert';
import { useSharedTexts } from './texts';

export interface ViewedFile {
  readonly path: string;
  /** What it is, as a person would call it. */
  readonly title: string;
  readonly fileName: string;
}

interface BlobViewerProps {
  readonly files: readonly ViewedFile[];
  readonly height?: number | string;
  /** Which is shown first. */
  readonly start?: number;
}

const ZOOM_STEP = 1.25;

/**
 * Shows images and PDFs of the API. `←` `→` go through the files, `+` `-` zoom, `0` fits, `r` turns.
 */
export function BlobViewer({ files, height = 560, start = 0 }: BlobViewerProps) {
  const t = useSharedTexts();
  const [chosen, setChosen] = useState(start);
  const at = Math.min(chosen, files.length - 1);
  const file = files[at];
  const view = useView(at);
  const go = (step: number) => () => setChosen(Math.min(Math.max(at + step, 0), files.length - 1));
  useShortcuts({ ArrowLeft: go(-1), ArrowRight: go(1), ...view.shortcuts });
  if (!file) return <Empty description={t('viewer.none')} style={{ padding: 48 }} />;
  const tool = (title: string, icon: ReactNode, onClick: () => void, disabled = false) => (
    <Button type="text" icon={icon} aria-label={title} title={title} onClick={onClick} disabled={disabled} />
  );
  return (
    <Flex vertical component="section" aria-label={file.title} style={{ height, minHeight: 0 }}>
      <Flex align="center" gap={2} wrap style={{ padding: '4px 8px', borderBottom: '1px solid #e5e9e9' }}>
        {tool(t('viewer.previous'), <LeftOutlined />, go(-1), at === 0)}
        <span className="num">{t('viewer.position', { at: at + 1, count: files.length })}</span>
        {tool(t('viewer.next'), <RightOutlined />, go(1), at === files.length - 1)}
        <Typography.Text strong ellipsis={{ tooltip: file.title }} style={{ flex: 1, minWidth: 80 }}>
          {file.title}
        </Typography.Text>
        {tool(t('viewer.zoomOut'), <ZoomOutOutlined />, view.zoomOut)}
        {tool(t('viewer.zoomIn'), <ZoomInOutlined />, view.zoomIn)}
        {tool(t('viewer.rotate'), <RotateRightOutlined />, view.rotate)}
      </Flex>
      <Shown key={file.path} file={file} zoom={view.zoom} turned={view.turned} />
    </Flex>
  );
}

function useView(at: number) {
  const [state, setState] = useState({ at, zoom: 1, turned: 0 });
  const { zoom, turned } = state.at === at ? state : { zoom: 1, turned: 0 };
  const zoomIn = () => setState({ at, turned, zoom: Math.min(zoom * ZOOM_STEP, 8) });
  const zoomOut = () => setState({ at, turned, zoom: Math.max(zoom / ZOOM_STEP, 0.25) });
  const rotate = () => setState({ at, zoom, turned: (turned + 90) % 360 });
  const fit = () => setState({ at, zoom: 1, turned: 0 });
  const shortcuts = { '+': zoomIn, '=': zoomIn, '-': zoomOut, r: rotate, '0': fit };
  return { zoom, turned, zoomIn, zoomOut, rotate, shortcuts };
}

interface ShownProps {
  readonly file: ViewedFile;
  readonly zoom: number;
  readonly turned: number;
}

function Shown({ file, zoom, turned }: ShownProps) {
  const t = useSharedTexts();
  const { url, mediaType, error, retry } = useBlobUrl(file.path);
  if (error) return <ProblemAlert error={error} onRetry={retry} />;
  if (!url) return <Spin style={{ margin: 'auto' }} description={t('viewer.loading')} />;
  if (mediaType === 'application/pdf')
    return (
      <object
        data={url}
        type={mediaType}
        aria-label={file.title}
        style={{ flex: 1, width: '100%', border: 0 }}
      >
        <a href={url} download={file.fileName}>
          <DownloadOutlined /> {t('viewer.noPdf')}
        </a>
      </object>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a zoomed picture is scrolled with the keyboard
    <div tabIndex={0} style={{ flex: 1, overflow: 'auto', background: '#eef1f1', minHeight: 0 }}>
      <img
        src={url}
        alt={file.title}
        style={{
          display: 'block',
          margin: '0 auto',
          width: zoom === 1 ? 'auto' : `${zoom * 100}%`,
          maxWidth: zoom === 1 ? '100%' : 'none',
          maxHeight: zoom === 1 ? '100%' : 'none',
          transform: `rotate(${turned}deg)`,
        }}
      />
    </div>
  );
}

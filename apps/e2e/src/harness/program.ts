import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';

/** How a program ended, and what it printed. */
export interface Ending {
  /** Exit code; undefined for a program that was killed. */
  readonly code: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
}

export type Settings = Readonly<Record<string, string>>;

/** Only what a program needs to run: no setting of the tests' own environment gets through. */
const environment = (settings: Settings): NodeJS.ProcessEnv => {
  const { PATH, HOME, TMPDIR } = process.env;
  return { PATH, HOME, TMPDIR, ...settings };
};

const running = new Set<Program>();

/** Kills every program that still runs, and waits until none does. */
export async function endPrograms(): Promise<void> {
  const left = [...running];
  for (const program of left) program.kill('SIGKILL');
  await Promise.all(left.map(({ ended }) => ended));
}

/** One of our programs as a process of its own, with all that it prints. */
export class Program {
  private readonly child: ChildProcess;
  private readonly printed = { stdout: '', stderr: '' };
  private readonly watchers = new Set<() => void>();
  /** Resolves when the process has ended and its output is complete. */
  readonly ended: Promise<Ending>;

  /** @param folder where it runs, so that no `.env` of a developer is read */
  constructor(file: string, args: readonly string[], settings: Settings, folder: string) {
    this.child = spawn(process.execPath, [file, ...args], {
      cwd: folder,
      env: environment(settings),
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    running.add(this);
    this.collect('stdout');
    this.collect('stderr');
    this.ended = once(this.child, 'close').then(([code]) => {
      running.delete(this);
      this.tell();
      return { code: typeof code === 'number' ? code : undefined, ...this.printed };
    });
  }

  get running(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  /** Everything printed up to now. */
  get output(): string {
    return `${this.printed.stdout}${this.printed.stderr}`;
  }

  kill(signal: 'SIGTERM' | 'SIGKILL'): void {
    this.child.kill(signal);
  }

  /** Waits until its standard output matches. @throws with the output when it ends or the time runs out first */
  async printedLine(pattern: RegExp, timeoutMs: number): Promise<RegExpExecArray> {
    const match = await new Promise<RegExpExecArray | undefined>((resolve) => {
      const look = () => {
        const found = pattern.exec(this.printed.stdout) ?? undefined;
        if (found || !this.running) finish(found);
      };
      const finish = (found?: RegExpExecArray) => {
        clearTimeout(timer);
        this.watchers.delete(look);
        resolve(found);
      };
      const timer = setTimeout(finish, timeoutMs);
      this.watchers.add(look);
      look();
    });
    if (match) return match;
    const why = this.running ? `not printed within ${timeoutMs} ms` : 'ended without printing';
    throw new Error(`${why}: ${pattern}\n${this.output}`);
  }

  /** Waits for its end. When the time runs out it is killed. @throws then, with what it printed */
  async end(timeoutMs: number): Promise<Ending> {
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      this.kill('SIGKILL');
    }, timeoutMs);
    const ending = await this.ended.finally(() => clearTimeout(timer));
    if (late) throw new Error(`still running after ${timeoutMs} ms\n${this.output}`);
    return ending;
  }

  private collect(name: 'stdout' | 'stderr'): void {
    this.child[name]?.setEncoding('utf8').on('data', (text: string) => {
      this.printed[name] += text;
      this.tell();
    });
  }

  private tell(): void {
    for (const watcher of [...this.watchers]) watcher();
  }
}

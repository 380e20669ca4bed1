import { dirname } from 'node:path';
import { ApiClient } from './api-client';
import { commandLineFile, serverFile } from './installation';
import { PASSWORD, type PersonName } from './people';
import { type Ending, Program, type Settings } from './program';

const START_MS = 30_000;
const STOP_MS = 15_000;
const COMMAND_LINE_MS = 60_000;
const ADDRESS = /案卷 Anjuan: (http:\S+)/;

const SETTINGS: Settings = {
  ANJUAN_PORT: '0',
  ANJUAN_DEMO: 'false',
  ANJUAN_LOG_LEVEL: 'warn',
  // Registrations are handed over where a test asks for it, and not at a moment of their own.
  ANJUAN_PLATFORM_SECONDS: '0',
};

/** What `npm start` starts, on a data folder, as a process of its own. */
export class BackOffice {
  private constructor(
    readonly folder: string,
    /** Where it listens. */
    readonly url: string,
    private readonly program: Program,
    private readonly settings: Settings,
  ) {}

  /** Starts it and waits until it is ready. @throws with what it printed when it does not start */
  static async start(folder: string, settings: Settings = {}): Promise<BackOffice> {
    const program = runServer(folder, settings);
    try {
      const [, url = ''] = await program.printedLine(ADDRESS, START_MS);
      await ready(url);
      return new BackOffice(folder, url, program, settings);
    } catch (error) {
      program.kill('SIGKILL');
      throw error;
    }
  }

  /** Its process. */
  get pid(): number | undefined {
    return this.program.pid;
  }

  /** Everything it printed up to now. */
  get output(): string {
    return this.program.output;
  }

  /** Ends it as a service manager does. @throws when it does not end by itself, or not well */
  async stop(): Promise<void> {
    if (!this.program.running) return;
    this.program.kill('SIGTERM');
    const { code } = await this.program.end(STOP_MS);
    if (code !== 0) throw new Error(`the back office stopped with code ${code}\n${this.output}`);
  }

  /** Ends it as a power cut does: nothing in the process gets to know. */
  async kill9(): Promise<void> {
    this.program.kill('SIGKILL');
    await this.program.ended;
  }

  /** Starts another process on the same folder; this one must have ended. */
  restart(settings: Settings = {}): Promise<BackOffice> {
    if (this.program.running) throw new Error('stop it first');
    return BackOffice.start(this.folder, { ...this.settings, ...settings });
  }

  /** A caller who signed in over HTTP. */
  signIn(person: PersonName): Promise<ApiClient> {
    return ApiClient.signIn(this.url, person, PASSWORD);
  }
}

/** Starts the server without waiting for it, for tests in which it does not start. */
export const runServer = (folder: string, settings: Settings = {}): Program =>
  new Program(serverFile(), [], { ...SETTINGS, ...settings, ANJUAN_DATA: folder }, dirname(folder));

/** Runs `anjuan` to its end. @throws when it takes too long */
export const runAnjuan = (
  folder: string,
  args: readonly string[],
  settings: Settings = {},
): Promise<Ending> =>
  new Program(commandLineFile(), [...args, '--data', folder], settings, dirname(folder)).end(COMMAND_LINE_MS);

async function ready(url: string): Promise<void> {
  const answer = await fetch(`${url}/api/health/ready`, { signal: AbortSignal.timeout(START_MS) });
  if (!answer.ok) throw new Error(`not ready: ${answer.status} ${await answer.text()}`);
}

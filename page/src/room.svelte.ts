// What the page knows of the server: its state, the edition of its record, and the jobs that are under way.

import type { Corrected, Job, Status } from './api';
import { desk } from './desk.svelte';
import { ask, post, Refused, remove, Unreached, upload, wordsOf } from './server';

const CALM = 3000; // milliseconds between two questions while nothing happens
const BUSY = 500;

class Room {
  status = $state.raw<Status | null>(null);
  jobs = $state.raw<readonly Job[]>([]);
  offline = $state(false);
  /** Why the server does not let us in. */
  refusal = $state<string | null>(null);
  /** The last edition that a decision made here led to: it is shown without being asked for. */
  own = $state(0);
  readonly edition = $derived(this.status?.edition?.number ?? 0);
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Asks after the server again and again; gives what stops it. */
  watch(): () => void {
    void this.look();
    return () => clearTimeout(this.#timer);
  }

  async look(): Promise<void> {
    clearTimeout(this.#timer);
    try {
      const [status, jobs] = await Promise.all([ask<Status>('/api/status'), ask<Job[]>('/api/jobs')]);
      if (status.edition?.number !== this.status?.edition?.number || JSON.stringify(status) !== JSON.stringify(this.status)) this.status = status;
      if (JSON.stringify(jobs) !== JSON.stringify(this.jobs)) this.jobs = jobs;
      this.offline = false;
      this.refusal = null;
    } catch (error) {
      if (error instanceof Unreached) this.offline = true;
      else if (error instanceof Refused) this.refusal = error.message;
      else throw error;
    }
    const busy = this.status?.live || this.status?.state === 'making';
    this.#timer = setTimeout(() => void this.look(), busy ? BUSY : CALM);
  }

  /** Adds files; gives whether the server took them. */
  async addFiles(files: readonly File[]): Promise<boolean> {
    const size = files.reduce((sum, file) => sum + file.size, 0);
    const most = this.status?.most_bytes ?? Infinity;
    if (size > most) {
      desk.say(`Too large: ${Math.ceil(size / 1e6)} MB at once; the server takes ${Math.floor(most / 1e6)} MB.`);
      return false;
    }
    return this.#add(() => upload<Job>('/api/pages/files', files));
  }

  addAddresses = (addresses: readonly string[]): Promise<boolean> => this.#add(() => post<Job>('/api/pages/addresses', { addresses }));
  addText = (text: Record<string, string>): Promise<boolean> => this.#add(() => post<Job>('/api/pages/text', text));

  async #add(start: () => Promise<Job>): Promise<boolean> {
    try {
      await start();
      desk.say('Added to the queue');
      await this.look();
      return true;
    } catch (error) {
      desk.say(wordsOf(error));
      return false;
    }
  }

  /** Keeps a decision and waits for the record that follows it; null, or why that could not be. */
  decide = (decision: Record<string, unknown>): Promise<string | null> => this.#follow(() => post<Corrected>('/api/corrections', decision));
  undo = (judgement: string): Promise<string | null> => this.#follow(() => remove<Corrected>(`/api/corrections/${judgement}`));

  async #follow(start: () => Promise<Corrected>): Promise<string | null> {
    try {
      let { job } = await start();
      while (job.step !== 'done' && job.step !== 'failed') {
        await new Promise((go) => setTimeout(go, BUSY));
        job = await ask<Job>(`/api/jobs/${job.id}`);
      }
      this.own = job.edition ?? 0;
      await this.look();
      return job.problem;
    } catch (error) {
      return wordsOf(error);
    }
  }
}

export const room = new Room();

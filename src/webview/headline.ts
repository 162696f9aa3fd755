import { element, setText } from './element.ts';
import type { DeviceStatus, Mood, StatusContent } from './protocol.ts';
import { statusIcon } from './statusIcon.ts';

const icons = {
  good: 'registered',
  bad: 'failed',
  running: 'waiting',
  unclear: 'unanswered',
} as const satisfies Readonly<Record<Mood, DeviceStatus>>;

/** How the upload stands. Screen readers say it whenever it changes. */
export class Headline {
  readonly root = element('p', { class: 'headline', role: 'status' });
  readonly #words = element('span');
  #mood: Mood | undefined;

  constructor() {
    this.root.append(this.#words);
  }

  /** Without a status to tell, `otherwise` is told. */
  show(status: Pick<StatusContent, 'headline' | 'mood'> | undefined, otherwise: string): void {
    setText(this.#words, status?.headline ?? otherwise);
    if (status?.mood !== this.#mood) {
      this.#mood = status?.mood;
      this.root.querySelector('svg')?.remove();
      if (this.#mood !== undefined) {
        this.root.prepend(statusIcon(icons[this.#mood]));
      }
    }
  }
}

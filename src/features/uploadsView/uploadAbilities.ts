import { uploadCountsOf } from '../../uploads/uploadCounts.ts';
import { isUnfinished } from '../../uploads/uploadPhase.ts';
import type { Part } from '../../uploads/uploadRecord.ts';
import type { UploadView } from '../../uploads/uploads.ts';

/** What can be done about an upload, by the names that menus ask for. */
const names = ['retry', 'unsent', 'resume', 'cancel', 'link'] as const;

export type UploadAbility = (typeof names)[number];

export function abilitiesOf(view: UploadView): readonly UploadAbility[] {
  const { record, isRunning } = view;
  const { failed, unsent } = uploadCountsOf(record);
  const abilities: Readonly<Record<UploadAbility, boolean>> = {
    retry: failed > 0,
    unsent: unsent > 0 && !isRunning,
    resume: canResume(view),
    cancel: record.stop?.is !== 'cancelled' && record.parts.some(({ is }) => is === 'planned'),
    link: record.parts.some(hasLink),
  };
  return names.filter(ability => abilities[ability]);
}

/** Whether it waits for the user: to decide something, or only to be looked at again. */
function canResume({ record, phase, isRunning }: UploadView): boolean {
  switch (phase.is) {
    case 'paused':
    case 'unknown':
    case 'unwatched':
      return true;
    case 'sending':
    case 'watching':
      return !isRunning && isUnfinished(record);
    case 'over':
      return false;
  }
}

function hasLink(part: Part): boolean {
  return part.is === 'accepted' && part.job.is !== 'untracked';
}

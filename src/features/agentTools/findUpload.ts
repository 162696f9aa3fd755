import type { UploadView } from '../../uploads/uploads.ts';

/**
 * The upload that an assistant names, by the id of an earlier answer, a tracking id or a batch id; the latest without one.
 *
 * @param views latest first
 * @throws Error if there is none.
 */
export function findUpload(views: readonly UploadView[], given: string): UploadView {
  const view = given === '' ? views[0] : views.find(one => namesOf(one).includes(given.toLowerCase()));
  if (view === undefined) {
    throw new Error(
      given === '' ? 'Nothing was uploaded from this workspace.' : 'No such upload was made from this workspace.',
    );
  }
  return view;
}

function namesOf({ record }: UploadView): readonly string[] {
  const { id, batch, parts } = record;
  const trackingIds = parts.flatMap(part =>
    part.is === 'accepted' && part.job.is !== 'untracked' ? [part.job.trackingId] : [],
  );
  return [id, ...trackingIds, batch.id].map(name => name.toLowerCase());
}

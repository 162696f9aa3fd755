/** Something on screen that stands for an upload, and is handed to the commands of its menus. */
export interface UploadArgument {
  readonly uploadId: string;
}

/**
 * The id of the upload that a command was started for: given as it is, or by something that stands for an upload.
 * `undefined` if the command was given none.
 */
export function uploadIdOf(argument: unknown): string | undefined {
  if (typeof argument === 'string') {
    return argument;
  }
  return isUploadArgument(argument) ? argument.uploadId : undefined;
}

function isUploadArgument(argument: unknown): argument is UploadArgument {
  return (
    typeof argument === 'object' && argument !== null && 'uploadId' in argument && typeof argument.uploadId === 'string'
  );
}

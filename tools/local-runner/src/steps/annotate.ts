// Shows an annotation in the log and keeps it for the result, masked.
import type { Annotation } from '../job-result.ts';
import type { JobState } from '../job/job-state.ts';
import { maskLines } from '../masks/secret-masks.ts';

export function annotate(state: JobState, annotation: Annotation): void {
  const { level, message, title } = annotation;
  state.log.annotate(level, message);
  state.annotations.push({
    ...annotation,
    message: maskLines(state.masks, message),
    ...(title === undefined ? {} : { title: state.masks.mask(title) }),
    step: state.masks.mask(annotation.step),
  });
}

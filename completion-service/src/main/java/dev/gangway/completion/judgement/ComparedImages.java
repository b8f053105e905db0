package dev.gangway.completion.judgement;

import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.evaluation.Hole;
import dev.gangway.evaluation.RgbImage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Images of a task beside their truth.
 *
 * @param numbers of the images in their job
 * @param source the range of a dataset that they are, by which descriptions of the truth are kept; nothing for users' own pictures
 * @param sets the truth, and what is compared with it, each in the order of the numbers
 * @param holes what was missing of each
 */
public record ComparedImages(
        int[] numbers, Optional<ImageRange> source, Map<ImageSet, List<RgbImage>> sets, List<Hole> holes) {}

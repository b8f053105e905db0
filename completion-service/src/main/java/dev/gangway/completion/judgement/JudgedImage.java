package dev.gangway.completion.judgement;

import dev.gangway.contracts.metric.Metric.Fidelity;
import java.util.Map;

/**
 * How close one image is to the truth in each set.
 *
 * @param image index in the dataset's split
 * @param figures for every judged set; an infinite PSNR is null
 */
public record JudgedImage(int image, Map<ImageSet, Fidelity> figures) {

    public JudgedImage {
        figures = Map.copyOf(figures);
    }
}

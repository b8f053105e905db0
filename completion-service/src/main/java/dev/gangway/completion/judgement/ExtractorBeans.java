package dev.gangway.completion.judgement;

import ai.djl.Device;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.evaluation.CachingFeatureExtractor;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.InceptionExtractor;
import dev.gangway.evaluation.Networks;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The networks of this process: true images come back with every checkpoint, and are described once. */
class ExtractorBeans {

    @Produces
    @Singleton
    Networks networks(Device device, CompletionConfig config) {
        return new Networks(device, config.batch().features());
    }

    @Produces
    @Singleton
    FeatureExtractor extractor(Networks networks, CompletionConfig config) {
        return extractor(networks, config.evaluation(), config.batch().features());
    }

    /**
     * What describes every image, of faces or not: the user's own Inception network, or else the shipped ResNet-50.
     *
     * @throws IllegalArgumentException when the user's file is of no use
     */
    static FeatureExtractor extractor(Networks networks, CompletionConfig.Evaluation evaluation, int remembered) {
        if (evaluation.inception().isEmpty()) {
            return networks.named("resnet50");
        }
        InceptionExtractor inception = InceptionExtractor.load(
                evaluation.inception().get(), evaluation.standardInception().orElse(""), networks.device());
        return new CachingFeatureExtractor(inception, remembered);
    }
}

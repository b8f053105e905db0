package dev.gangway.completion.batch;

import ai.djl.Device;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.evaluation.CachingFeatureExtractor;
import dev.gangway.evaluation.FeatureExtractor;
import dev.gangway.evaluation.ResNet50Extractor;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** The one extractor of this process: true images come back with every checkpoint, and are described once. */
class ExtractorBeans {

    @Produces
    @Singleton
    FeatureExtractor extractor(Device device, CompletionConfig config) {
        return new CachingFeatureExtractor(
                ResNet50Extractor.load(device), config.batch().features());
    }
}

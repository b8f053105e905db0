package dev.gangway.completion.batch;

import ai.djl.Device;
import dev.gangway.completion.config.CompletionConfig;
import dev.gangway.evaluation.FeatureExtractor;
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

    /** What describes every image, of faces or not. */
    @Produces
    @Singleton
    FeatureExtractor extractor(Networks networks) {
        return networks.named("resnet50");
    }
}

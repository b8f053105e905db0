package dev.gangway.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** Everything about the gateway that can be set; an environment variable is the name in capitals with underscores. */
@ConfigMapping(prefix = "gangway")
public interface GatewayConfig {

    /** Whether this is a machine for development, where development credentials are allowed in production mode. */
    @WithDefault("false")
    boolean local();

    /** Under which address clients reach the gateway, such as {@code https://gangway.example.org/gan}; {@code Location} is a path when left out. */
    Optional<String> publicAddress();

    /** The S3 store. */
    StoreConfig store();

    /** When queued jobs are put on Kafka. */
    AdmissionConfig admission();

    /** How failed attempts are repeated. */
    RetryConfig retries();

    /** How completion jobs are cut. */
    CompletionConfig completion();

    /** What an archive of images, for a dataset or for completion, may hold. */
    DatasetConfig datasets();

    /** How users send pictures. */
    UploadConfig uploads();

    /** How bodies are received, and answers read. */
    BodyConfig bodies();

    /** How much of what takes long is done at once. */
    WorkConfig work();

    /** How repeated requests are recognised. */
    IdempotencyConfig idempotency();

    /** What is kept for those who watch jobs. */
    EventConfig events();

    /** How promised messages are sent. */
    OutboxConfig outbox();

    /** What is deleted in the store, and when. */
    CollectionConfig collection();

    /** What is thought of workers. */
    WorkerConfig workers();

    /** How webhooks are told of jobs. */
    WebhookConfig webhooks();

    /** How the broker's topics are made. */
    TopicConfig topics();

    /** What operators see. */
    MeasurementConfig measurement();
}

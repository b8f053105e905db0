package dev.gangway.trainer.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/** What an operator can set of a trainer, under {@code gangway}. */
@ConfigMapping(prefix = "gangway")
public interface TrainerConfig {

    /** Whether all parts run on this one machine for somebody who tries them; allows the development defaults. */
    @WithDefault("false")
    boolean local();

    /** The worker. */
    Worker worker();

    /** The S3 store. */
    Store store();

    /** What is kept of datasets on this machine. */
    Cache cache();

    /** What a running training tells. */
    Telling telling();

    /** The worker. */
    interface Worker {

        /** Its name, unique among trainers; by default the host's name and a random part. */
        Optional<String> name();

        /** Where it computes: {@code auto} takes the first GPU if there is one, else {@code cpu} or {@code gpu0}. */
        @WithDefault("auto")
        String device();

        /** How long a vanished worker's job stays claimed. */
        @WithDefault("15s")
        Duration lease();

        /** How long an idle worker waits before it looks for work again. */
        @WithDefault("1s")
        Duration poll();

        /** How long a stopping worker may take to write its checkpoint. */
        @WithDefault("25s")
        Duration shutdown();
    }

    /** The S3 store. */
    interface Store {

        /** Its address. */
        @WithDefault("http://127.0.0.1:19000")
        URI endpoint();

        /** Its region. */
        @WithDefault("us-east-1")
        String region();

        /** The bucket with datasets, checkpoints and completions. */
        @WithDefault("gangway")
        String bucket();

        /** The access key; a development default. */
        @WithDefault("development-only")
        String accessKey();

        /** The secret key; a development default. */
        @WithDefault("development-only-secret")
        String secretKey();
    }

    /** What is kept of datasets on this machine. */
    interface Cache {

        /** The folder, which trainers may share; by default one of this user's among the system's temporary files. */
        Optional<Path> folder();

        /** How many bytes are kept; what was used longest ago goes first. */
        @WithDefault("21474836480")
        long bytes();
    }

    /** What a running training tells. */
    interface Telling {

        /** Least time between two reports of progress and points of the curves; ends of stages and completions are told in any case. */
        @WithDefault("1s")
        Duration interval();
    }
}

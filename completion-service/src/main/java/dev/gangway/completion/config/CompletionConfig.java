package dev.gangway.completion.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What an operator can set of a completion worker, under {@code gangway}. */
@ConfigMapping(prefix = "gangway")
public interface CompletionConfig {

    /** Whether all parts run on this one machine for somebody who tries them; allows the development defaults. */
    @WithDefault("false")
    boolean local();

    /** The worker. */
    Worker worker();

    /** The S3 store. */
    Store store();

    /** How much is done at once and kept at hand. */
    Batch batch();

    /** What a picture that a user sends may cost. */
    Pictures pictures();

    /** What completed images are judged by. */
    Evaluation evaluation();

    /** The worker. */
    interface Worker {

        /** Its name, unique among completion workers; by default the host's name and a random part. */
        Optional<String> name();

        /** Where it computes: {@code auto} takes the first GPU if there is one, else {@code cpu} or {@code gpu0}. */
        @WithDefault("auto")
        String device();

        /** How long a vanished worker's task stays claimed. */
        @WithDefault("15s")
        Duration lease();

        /** How long an idle worker waits before it looks for work again. */
        @WithDefault("1s")
        Duration poll();

        /** How long a stopping worker may take to give its task back. */
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

    /** How much is done at once and kept at hand. */
    interface Batch {

        /** How many images the device completes at once; progress is told after each such batch. */
        @WithDefault("32")
        int images();

        /** How many checkpoints stay loaded on the device, the least recently used leaving first. */
        @WithDefault("3")
        int checkpoints();

        /** How many images' features stay in memory (12 KB each), for true images come back with every checkpoint. */
        @WithDefault("4096")
        int features();
    }

    /** What a picture that a user sends may cost; a larger one is reported, and the others are completed. */
    interface Pictures {

        /** How many bytes its file has. */
        @WithDefault("33554432")
        int imageBytes();

        /** How many pixels it has; each takes some 12 bytes of the heap (8-bit RGB) while it is worked on, one picture at a time. */
        @WithDefault("50000000")
        long imagePixels();
    }

    /** What completed images are judged by. */
    interface Evaluation {

        /**
         * The face matchers that judge jobs whose images are of faces; others than those shipped come by a {@link
         * dev.gangway.evaluation.FaceMatcherProvider} on the class path.
         */
        @WithDefault("dlib-cosine,dlib-euclidean")
        List<String> faceMatchers();

        /**
         * A TorchScript file of an Inception network that describes images instead of the shipped ResNet-50; what it has to
         * answer stands at {@link dev.gangway.evaluation.InceptionExtractor}.
         */
        Optional<Path> inception();

        /**
         * The SHA-256 of the standard Inception file, in hexadecimal: figures by a file with this hash are called {@code FID}, by
         * any other after the file.
         */
        Optional<String> standardInception();
    }
}

package dev.gangway.gateway.config;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything about the gateway that can be set; an environment variable is the name in capitals with underscores. */
@ConfigMapping(prefix = "gangway")
public interface GatewayConfig {

    /** Whether this is a machine for development, where development credentials are allowed in production mode. */
    @WithDefault("false")
    boolean local();

    /** The S3 store. */
    Store store();

    /** When queued jobs are put on Kafka. */
    Admission admission();

    /** How failed attempts are repeated. */
    Retries retries();

    /** How completion jobs are cut. */
    Completion completion();

    /** What an archive of images, for a dataset or for completion, may hold. */
    Datasets datasets();

    /** How users send pictures. */
    Uploads uploads();

    /** How repeated requests are recognised. */
    Idempotency idempotency();

    /** What is kept for those who watch jobs. */
    Events events();

    /** How promised messages are sent. */
    Outbox outbox();

    /** What is deleted in the store, and when. */
    Collection collection();

    /** What is thought of workers. */
    Workers workers();

    /** How webhooks are told of jobs. */
    WebhookConfig webhooks();

    /** How the broker's topics are made. */
    Topics topics();

    /** The S3 store. */
    interface Store {

        /** Its URL. */
        URI endpoint();

        /** Its region. */
        @WithDefault("us-east-1")
        String region();

        /** The access key's name. */
        String accessKey();

        /** The access key. */
        String secretKey();

        /** The bucket that holds datasets, checkpoints, uploads and completions. */
        String bucket();

        /** The URL by which clients reach the store, for the addresses that they are given; the same unless set. */
        Optional<URI> publicEndpoint();
    }

    /** When queued jobs are put on Kafka. */
    interface Admission {

        /** How often the queue is looked at. */
        @WithDefault("250ms")
        Duration every();

        /** How many training jobs may be on Kafka without a worker. */
        @WithDefault("4")
        int trainingAhead();

        /** How many completion jobs may be on Kafka without a worker. */
        @WithDefault("16")
        int completionAhead();

        /** How long a task may be on Kafka without a worker before it is sent again; workers that have noted it do not mind. */
        @WithDefault("1H")
        Duration resendAfter();
    }

    /** How failed attempts are repeated. */
    interface Retries {

        /** How many attempts of a task may fail for the machine's reason before its job fails. */
        @WithDefault("5")
        int attempts();

        /** The delay before the first repetition; it doubles with each further one. */
        @WithDefault("2S")
        Duration firstDelay();

        /** The longest delay. */
        @WithDefault("60S")
        Duration longestDelay();
    }

    /** How completion jobs are cut. */
    interface Completion {

        /** How many images one task has at most. */
        @WithDefault("64")
        int imagesPerTask();

        /** How many images one job has at most. */
        @WithDefault("100000")
        int imagesPerJob();
    }

    /** What an archive of images, for a dataset or for completion, may hold. */
    interface Datasets {

        /** How many bytes the archive has; {@code quarkus.http.limits.max-body-size} must be larger. */
        @WithDefault("4294967296")
        long archiveBytes();

        /** How many files. */
        @WithDefault("500000")
        int files();

        /** How many bytes all files have together, unpacked. */
        @WithDefault("8589934592")
        long unpackedBytes();

        /** How many bytes one image has. */
        @WithDefault("20971520")
        int imageBytes();

        /** How many pixels one image has. */
        @WithDefault("40000000")
        long imagePixels();
    }

    /** How users send pictures. */
    interface Uploads {

        /** How long an address is valid that takes a file; at most seven days. */
        @WithDefault("1H")
        Duration addressesValid();

        /** How many addresses one request may ask for. */
        @WithDefault("10000")
        int addressesAtOnce();

        /** Prefixes of the bucket, beside uploads, whose pictures jobs may name; each ends with a slash. */
        Optional<List<String>> prefixes();
    }

    /** How repeated requests are recognised. */
    interface Idempotency {

        /** How long an {@code Idempotency-Key} is remembered. */
        @WithDefault("24H")
        Duration keep();

        /** How long a key stays reserved for a request when the process that works on it has died. */
        @WithDefault("60S")
        Duration lease();

        /** How long a repetition waits for the first request to end before it is told to come again. */
        @WithDefault("2S")
        Duration waitForFirst();
    }

    /** What is kept for those who watch jobs. */
    interface Events {

        /** How many of a job's latest events can be replayed. */
        @WithDefault("1000")
        int keepPerJob();

        /** How long the events of an ended job are kept. */
        @WithDefault("7D")
        Duration keepAfterEnd();

        /** How often open event streams look for news. */
        @WithDefault("250ms")
        Duration pollEvery();

        /** How often a silent event stream shows that it is alive. */
        @WithDefault("15S")
        Duration heartbeat();
    }

    /** How promised messages are sent. */
    interface Outbox {

        /** How often it is emptied. */
        @WithDefault("250ms")
        Duration relayEvery();
    }

    /** What is deleted in the store, and when. One replica at a time is at it. */
    interface Collection {

        /** How often. */
        @WithDefault("1H")
        Duration every();

        /** Whether it only says in the log what it would delete. */
        @WithDefault("false")
        boolean dryRun();

        /** How old what nothing names must be where somebody may still be at work. */
        @WithDefault("24H")
        Duration grace();

        /** How old what nothing names must be where a job has ended. */
        @WithDefault("1H")
        Duration graceAfterEnd();

        /** How long uploads are kept after they arrived, and after the last job that used them ended. */
        @WithDefault("7D")
        Duration uploadsKeep();

        /** After how long a collection gives up, and the next one goes on. */
        @WithDefault("6H")
        Duration longest();
    }

    /** What is thought of workers. */
    interface Workers {

        /** How long after its last sign of life a worker is taken for gone. */
        @WithDefault("60S")
        Duration goneAfter();

        /** How long after its last sign of life a worker is forgotten. */
        @WithDefault("7D")
        Duration forgetAfter();
    }

    /** How the broker's topics are made. */
    interface Topics {

        /** Whether the gateway creates the topics that are missing, and looks at those that there are. */
        @WithDefault("true")
        boolean create();

        /** On how many brokers each topic that it creates is kept. */
        @WithDefault("1")
        short replication();

        /** How long to wait until the broker is asked again when it does not answer. */
        @WithDefault("5S")
        Duration tryAgain();
    }
}

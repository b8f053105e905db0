package dev.gangway.benchmarks.queue;

/** What is measured at a queue. */
enum Operation {
    SUBMISSION("a submission"),
    FIRST_PAGE("the listing's first page"),
    DEEP_PAGE("the listing's last page, by its cursor"),
    QUEUED("a page of the queued jobs"),
    ADMITTED("a page of the admitted jobs, the oldest of all"),
    NONE("a page of two states that no job is in"),
    JOB("a queued job with its history"),
    ADMISSION("from a place that gets free to the next job's admission");

    private final String description;

    Operation(String description) {
        this.description = description;
    }

    /** What the report calls it. */
    String description() {
        return description;
    }
}

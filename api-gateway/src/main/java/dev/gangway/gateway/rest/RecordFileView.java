package dev.gangway.gateway.rest;

import dev.gangway.artifacts.record.RecordFile;
import dev.gangway.gateway.job.Job;
import java.time.Instant;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A file of a training job's record as clients see it. */
@Schema(name = "RecordFile")
record RecordFileView(
        @Schema(description = "Its name within the record.", examples = "plots/gap.png")
        String path,

        @Schema(description = "In bytes.") long size,
        String contentType,
        Instant writtenAt,
        Map<String, String> links) {

    static RecordFileView of(Job job, RecordFile file) {
        return new RecordFileView(
                file.path(),
                file.size(),
                file.contentType(),
                file.writtenAt(),
                Map.of("self", JobViews.path(job) + "/record/" + file.path()));
    }
}

package dev.gangway.gateway.store;

import dev.gangway.artifacts.checkpoint.CheckpointLine;
import dev.gangway.artifacts.record.OpenedFile;
import dev.gangway.artifacts.record.RecordFile;
import dev.gangway.artifacts.record.RunRecordStore;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.job.Slice;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Hands out what training jobs show of themselves. */
@ApplicationScoped
public class RunRecords {

    private final RunRecordStore store;

    RunRecords(RunRecordStore store) {
        this.store = store;
    }

    /** The files of a training job's record, in the order of their paths; none before its first report. */
    public Page<RecordFile> list(Job job, Slice slice) {
        Optional<String> after = slice.after().map(cursor -> cursor.withParts(1).part(0, Function.identity()));
        List<RecordFile> files = store.list(line(job)).stream()
                .filter(file -> after.isEmpty() || file.path().compareTo(after.get()) > 0)
                .limit(slice.limit() + 1L)
                .toList();
        return Page.of(files, slice.limit(), file -> Cursor.of(file.path()));
    }

    /** A file of a training job's record; refuses one that is not there. */
    public OpenedFile open(Job job, String path) {
        return store.open(line(job), path)
                .orElseThrow(() -> RefusedException.notFound(
                        "unknown-record-file", "the record of job " + job.id() + " has no file " + path));
    }

    private static CheckpointLine line(Job job) {
        return new CheckpointLine(job.team(), job.work().model(), job.id());
    }
}

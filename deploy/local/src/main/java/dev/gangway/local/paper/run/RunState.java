package dev.gangway.local.paper.run;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.gangway.local.paper.plan.PlannedJob;
import dev.gangway.local.process.GangwayException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which job does which part of a run, kept in a file that is whole at any time: it is replaced by a new one after each change.
 * A run that was interrupted, however it was, goes on from it.
 */
public final class RunState {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path file;
    private final String run;
    private final Map<String, JobRecord> jobs;

    private RunState(Path file, Saved saved) {
        this.file = file;
        this.run = saved.run();
        this.jobs = new LinkedHashMap<>(saved.jobs());
    }

    /** What the file has. */
    private record Saved(String run, Map<String, JobRecord> jobs) {}

    /**
     * The state in {@code file}, or that of a new run when there is none.
     *
     * @throws GangwayException when the file is none of this class's
     */
    public static RunState in(Path file) {
        if (!Files.exists(file)) {
            return new RunState(file, new Saved(UUID.randomUUID().toString(), Map.of()));
        }
        try {
            return new RunState(file, JSON.readValue(file.toFile(), Saved.class));
        } catch (IOException | NullPointerException e) {
            throw new GangwayException(file + " cannot be read; start anew with --restart", e);
        }
    }

    /** The run's id. */
    public String run() {
        return run;
    }

    /** What is known of a job; empty before it was submitted. */
    public Optional<JobRecord> of(PlannedJob job) {
        return Optional.ofNullable(jobs.get(job.key()));
    }

    /** Whether a job stands so. */
    public boolean is(PlannedJob job, JobRecord.Standing standing) {
        return of(job).filter(known -> known.standing() == standing).isPresent();
    }

    /** The key under which a job's next attempt is submitted: the same until its outcome is put down here. */
    String idempotencyKey(PlannedJob job) {
        return run + "-" + job.key() + "-" + nextAttempt(job);
    }

    /** Where the jobs are at the gateway that are not known to have ended. */
    public List<String> open() {
        return jobs.values().stream()
                .filter(job -> job.standing() == JobRecord.Standing.OPEN)
                .map(JobRecord::path)
                .toList();
    }

    /** Puts down that a job was submitted, and where it is. */
    void submitted(PlannedJob job, String path) {
        put(job, new JobRecord(job.title(), path, nextAttempt(job), JobRecord.Standing.OPEN, null));
    }

    /** Puts down that a job was refused. */
    void refused(PlannedJob job, String reason) {
        put(job, new JobRecord(job.title(), "", nextAttempt(job), JobRecord.Standing.FAILED, reason));
    }

    /** Puts down that a submitted job succeeded. */
    void succeeded(PlannedJob job) {
        put(job, of(job).orElseThrow().succeeded());
    }

    /** Puts down that a submitted job did not succeed. */
    void failed(PlannedJob job, String reason) {
        put(job, of(job).orElseThrow().failed(reason));
    }

    private int nextAttempt(PlannedJob job) {
        return of(job).map(JobRecord::attempt).orElse(0) + 1;
    }

    private void put(PlannedJob job, JobRecord known) {
        jobs.put(job.key(), known);
        try {
            write(JSON.writeValueAsBytes(new Saved(run, jobs)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void write(byte[] content) throws IOException {
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (FileChannel channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}

package dev.gangway.gateway.persistence;

import dev.gangway.contracts.event.JobFailure;
import dev.gangway.contracts.event.Progress;
import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.contracts.training.DatasetReference;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.JobTimes;
import dev.gangway.gateway.job.JobWork;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code job}. */
@Entity
@Table(name = "job")
class JobEntity {

    @Id
    UUID id;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    JobKind kind;

    String team;
    String model;

    @Column(name = "dataset_name")
    String datasetName;

    @Column(name = "dataset_version")
    Integer datasetVersion;

    @JdbcTypeCode(SqlTypes.JSON)
    String request;

    @JdbcTypeCode(SqlTypes.JSON)
    String work;

    @Enumerated(EnumType.STRING)
    @Column(columnDefinition = "text")
    JobState state;

    @JdbcTypeCode(SqlTypes.JSON)
    String progress;

    @JdbcTypeCode(SqlTypes.JSON)
    String failure;

    @Column(name = "result_key")
    String resultKey;

    @Column(name = "one_task", updatable = false)
    boolean oneTask;

    @Column(name = "not_before")
    Instant notBefore;

    long news;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "ended_at")
    Instant endedAt;

    @Column(name = "updated_at")
    Instant updatedAt;

    /** The row of a job that was just accepted. */
    static JobEntity of(Job job) {
        JobEntity row = new JobEntity();
        row.id = job.id().value();
        row.kind = job.work().kind();
        row.team = job.team().value();
        row.model = job.work().model();
        DatasetReference dataset = job.work().dataset();
        row.datasetName = dataset == null ? null : dataset.name();
        row.datasetVersion = dataset == null ? null : (Integer) dataset.version();
        row.request = job.request();
        row.work = StoredJson.write(job.work());
        row.oneTask = job.work().tasks() == 1;
        row.state = job.state();
        row.createdAt = job.times().createdAt();
        row.updatedAt = job.times().updatedAt();
        row.notBefore = row.createdAt;
        return row;
    }

    Job toJob() {
        return new Job(
                new JobId(id),
                new TeamId(team),
                StoredJson.read(work, workType()),
                request,
                state,
                StoredJson.read(progress, Progress.class),
                StoredJson.read(failure, JobFailure.class),
                resultKey,
                new JobTimes(createdAt, startedAt, endedAt, updatedAt, notBefore));
    }

    private Class<? extends JobWork> workType() {
        return switch (kind) {
            case TRAINING -> JobWork.Training.class;
            case COMPLETION -> datasetName == null ? JobWork.PictureCompletion.class : JobWork.Completion.class;
        };
    }
}

package dev.gangway.gateway.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.gangway.contracts.job.JobId;
import dev.gangway.contracts.job.JobKind;
import dev.gangway.contracts.job.JobState;
import dev.gangway.contracts.job.TeamId;
import dev.gangway.gateway.EmbeddedParts;
import dev.gangway.gateway.GatewayApi;
import dev.gangway.gateway.Statements;
import dev.gangway.gateway.admission.Admission;
import dev.gangway.gateway.job.Cursor;
import dev.gangway.gateway.job.Job;
import dev.gangway.gateway.job.Page;
import dev.gangway.gateway.lifecycle.Interruption;
import dev.gangway.gateway.persistence.NewsRepository;
import dev.gangway.gateway.repetition.KeyedRequest;
import dev.gangway.gateway.repetition.RequestKeys;
import dev.gangway.gateway.submission.Submissions;
import dev.gangway.gateway.submission.TrainingRequest;
import dev.gangway.gateway.text.PageLimit;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Ten thousand queued jobs: what is asked for often goes by an index, and costs a bounded number of statements. */
@QuarkusTest
@QuarkusTestResource(EmbeddedParts.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class GrowthTest {

    private static final String READ_IN_FULL =
            "(?s).*Seq Scan on (job|task|job_event|job_history|idempotency_key|idempotent_request)\\b.*";

    private final GatewayApi gateway;
    private final JobViews views;
    private final Admission admission;
    private final Submissions submissions;
    private final Interruption interruption;
    private final RequestKeys keys;
    private final NewsRepository news;
    private final DataSource database;
    private boolean queued;

    GrowthTest(
            GatewayApi gateway,
            JobViews views,
            Admission admission,
            Submissions submissions,
            Interruption interruption,
            RequestKeys keys,
            NewsRepository news,
            DataSource database) {
        this.gateway = gateway;
        this.views = views;
        this.admission = admission;
        this.submissions = submissions;
        this.interruption = interruption;
        this.keys = keys;
        this.news = news;
        this.database = database;
    }

    /** They are older than all others and wait for a time that does not come, so that no other test meets them. */
    @BeforeEach
    void tenThousandJobsAreQueued() throws SQLException {
        if (queued) {
            return;
        }
        queued = true;
        Job pattern = views.find(TeamId.DEFAULT, JobKind.TRAINING, gateway.aTrainingJob());
        execute(
                "INSERT INTO job (id, kind, team, model, dataset_name, dataset_version, request, work, one_task, state, not_before,"
                        + " created_at, updated_at) SELECT gen_random_uuid(), kind, team, 'growth', dataset_name, dataset_version,"
                        + " request, work, one_task, 'QUEUED', '2099-01-01', timestamptz '2020-01-01' + n * interval '1 second', updated_at"
                        + " FROM job, generate_series(1, 10000) AS n WHERE id = '" + pattern.id() + "'");
        execute("INSERT INTO task (job, number, state, not_before)"
                + " SELECT id, 0, 'HELD', created_at FROM job WHERE model = 'growth'");
        execute("INSERT INTO job_history (job, to_state, cause, actor, at)"
                + " SELECT id, 'QUEUED', 'submitted', 'default', created_at FROM job WHERE model = 'growth'");
        execute("INSERT INTO job_event (job, sequence, type, body, at)"
                + " SELECT id, 1, 'state-changed', '{}', created_at FROM job WHERE model = 'growth'");
        execute("INSERT INTO idempotency_key (team, key, digest, job, created_at)"
                + " SELECT team, 'growth-' || id, 'none', id, now() FROM job WHERE model = 'growth'");
        execute("INSERT INTO idempotent_request (team, key, attempt, target, reserved_until, created_at, status)"
                + " SELECT team, 'growth-' || id, id, 'none', now(), now(), 202 FROM job WHERE model = 'growth'");
        execute("ANALYZE");
    }

    @AfterAll
    void forget() throws SQLException {
        execute("DELETE FROM idempotency_key WHERE key LIKE 'growth-%'");
        execute("DELETE FROM idempotent_request WHERE key LIKE 'growth-%'");
        execute("DELETE FROM job WHERE model = 'growth'");
        execute("ANALYZE");
    }

    @Test
    void aPageIsOneStatementByAnIndexHoweverDeepItLies() throws SQLException {
        List<Page<JobView>> pages = new ArrayList<>();
        List<String> first = Statements.of(() -> pages.add(page(null, "200")));
        for (int depth = 0; depth < 10; depth++) {
            pages.add(page(pages.get(pages.size() - 1).next().toString(), "200"));
        }
        String deep = pages.get(pages.size() - 1).next().toString();
        List<String> last = Statements.of(() -> pages.add(page(deep, "200")));

        assertThat(pages.get(pages.size() - 1).items()).hasSize(200);
        assertThat(first).hasSize(1);
        assertThat(last).hasSize(1);
        assertByIndex(first);
        assertByIndex(last);
    }

    @Test
    void aPageThatIsFilteredByStateGoesByAnIndexToo() throws SQLException {
        JobListing queued =
                new JobListing(List.of(JobState.QUEUED, JobState.FAILED), null, null, null, null, null, null);
        List<String> statements = Statements.of(() -> assertThat(
                        views.page(TeamId.DEFAULT, JobKind.TRAINING, queued).items())
                .hasSize(50));
        assertThat(statements).hasSize(1);
        assertByIndex(statements);
    }

    @Test
    void admissionReadsTheQueueByItsIndex() throws SQLException {
        assertByIndex(await().pollInSameThread()
                .until(() -> Statements.of(admission::round), GrowthTest::hasMoreThanTheLock));
    }

    /** The gateway under test admits by itself too, and a round that meets another one ends with its first statement. */
    private static boolean hasMoreThanTheLock(List<String> statements) {
        return statements.size() > 1;
    }

    @Test
    void aSubmissionAndACancellationTouchTheirOwnRowsOnly() throws SQLException {
        TrainingRequest request = new TrainingRequest("rankgan-tiny", null, "growth", gateway.aDataset(), null, null);
        List<Job> submitted = new ArrayList<>();
        List<String> submission = Statements.of(() -> submitted.add(
                submissions.submit(TeamId.DEFAULT, request, Optional.of(GatewayApi.freshName("growth")))));
        assertByIndex(submission);
        JobId job = submitted.get(0).id();
        assertByIndex(Statements.of(() -> interruption.cancel(TeamId.DEFAULT, JobKind.TRAINING, job)));
        List<String> whole = Statements.of(() -> views.whole(submitted.get(0)));
        assertThat(whole)
                .as("tasks, stages and history, and of a queued job the queue and the workers")
                .hasSize(5);
        assertByIndex(whole);
    }

    @Test
    void aKeyIsFoundByAnIndex() throws SQLException {
        KeyedRequest request = new KeyedRequest(TeamId.DEFAULT, GatewayApi.freshName("growth"), "POST /v1/nowhere {}");
        List<String> statements = Statements.of(() -> {
            RequestKeys.Begun begun = keys.begin(request, Optional.of("digest"), () -> "");
            keys.free(begun.taken().orElseThrow());
        });
        assertThat(statements).hasSize(2);
        assertByIndex(statements);
    }

    @Test
    void aWatcherReadsTheNewsOfItsJobOnly() throws SQLException {
        List<String> statements = Statements.of(() -> QuarkusTransaction.requiringNew()
                .run(() -> assertThat(news.after(JobId.random(), 0, 100)).isEmpty()));
        assertThat(statements).hasSize(1);
        assertByIndex(statements);
    }

    @Test
    void everyForeignKeyHasAnIndex() throws SQLException {
        List<String> without = new ArrayList<>();
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(
                        "SELECT conrelid::regclass || '.' || conname FROM pg_constraint c"
                                + " WHERE contype = 'f' AND connamespace = current_schema()::regnamespace AND NOT EXISTS"
                                + " (SELECT FROM pg_index i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1])")) {
            while (rows.next()) {
                without.add(rows.getString(1));
            }
        }
        assertThat(without).isEmpty();
    }

    private Page<JobView> page(String cursor, String limit) {
        return views.page(
                TeamId.DEFAULT,
                JobKind.TRAINING,
                new JobListing(
                        null,
                        null,
                        null,
                        null,
                        null,
                        limit == null ? null : PageLimit.fromString(limit),
                        cursor == null ? null : Cursor.fromString(cursor)));
    }

    private void assertByIndex(List<String> statements) throws SQLException {
        assertThat(statements).isNotEmpty();
        for (String statement : statements) {
            if (Statements.isPlanned(statement)) {
                assertThat(Statements.plan(database, statement)).doesNotMatch(READ_IN_FULL);
            }
        }
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}

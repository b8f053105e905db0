package dev.gangway.ledger.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.concurrent.TimeoutException;
import javax.transaction.xa.XAException;
import org.junit.jupiter.api.Test;

class OutagesTest {

    @Test
    void aLostConnectionIsAnOutageHoweverItIsWrapped() {
        assertThat(Outages.isBehind(new IllegalStateException(new RuntimeException(terminated()))))
                .isTrue();
    }

    @Test
    void aCommitThatTheDatabaseDidNotAnswerIsAnOutage() {
        XAException commit = new XAException("cannot commit");
        commit.initCause(terminated());
        RuntimeException rolledBack = new RuntimeException("Could not commit transaction.");
        rolledBack.addSuppressed(commit);

        assertThat(Outages.isBehind(new IllegalStateException(rolledBack))).isTrue();
    }

    @Test
    void aTransactionThatStoodStillWithThisProcessIsDoneAgain() {
        assertThat(Outages.cause(new SQLException("idle-in-transaction timeout", "25P03")))
                .contains(Outages.Cause.AWAY);
        assertThat(Outages.cause(new SQLException("transaction timeout", "25P04")))
                .contains(Outages.Cause.AWAY);
        assertThat(Outages.cause(new SQLException("current transaction is aborted", "25P02")))
                .isEmpty();
    }

    @Test
    void aViolatedConstraintIsNone() {
        assertThat(Outages.isBehind(new RuntimeException("rolled back"))).isFalse();
        assertThat(Outages.isBehind(new IllegalStateException(new SQLException("duplicate key", "23505"))))
                .isFalse();
    }

    @Test
    void saturationAndContentionAreToldFromADatabaseThatIsAway() {
        assertThat(Outages.cause(terminated())).contains(Outages.Cause.AWAY);
        assertThat(Outages.cause(new SQLException("no connection in time", new TimeoutException())))
                .contains(Outages.Cause.AWAY);
        assertThat(Outages.cause(new SQLException("all connections are taken"))).contains(Outages.Cause.SATURATED);
        assertThat(Outages.cause(new SQLException("too many connections", "53300")))
                .contains(Outages.Cause.SATURATED);
        assertThat(Outages.cause(new SQLException("lock timeout", "55P03"))).contains(Outages.Cause.CONTENTION);
        assertThat(Outages.cause(new SQLException("deadlock", "40P01"))).contains(Outages.Cause.CONTENTION);
        assertThat(Outages.cause(new SQLException("duplicate key", "23505"))).isEmpty();
    }

    private static SQLException terminated() {
        return new SQLException("terminating connection", "57P01");
    }
}

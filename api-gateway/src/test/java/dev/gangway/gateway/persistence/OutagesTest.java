package dev.gangway.gateway.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.RollbackException;
import java.sql.SQLException;
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
        RollbackException rolledBack = new RollbackException("Could not commit transaction.");
        rolledBack.addSuppressed(commit);

        assertThat(Outages.isBehind(new IllegalStateException(rolledBack))).isTrue();
    }

    @Test
    void aViolatedConstraintIsNone() {
        assertThat(Outages.isBehind(new RollbackException("rolled back"))).isFalse();
        assertThat(Outages.isBehind(new IllegalStateException(new SQLException("duplicate key", "23505"))))
                .isFalse();
    }

    private static SQLException terminated() {
        return new SQLException("terminating connection", "57P01");
    }
}

package dev.gangway.ledger.broker;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.gangway.contracts.Topics;
import dev.gangway.contracts.event.JobCommand;
import dev.gangway.contracts.message.MessageCodec;
import dev.gangway.testing.GoldenMessages;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class ReceptionTest {

    private static final String TYPE = "dev.gangway.job-command.v1";

    private final List<Letter> letters = new ArrayList<>();
    private final List<JobCommand> obeyed = new ArrayList<>();
    private final List<Throwable> refusals = new ArrayList<>();
    private final Reception reception = new Reception(new DeadLetters(this::take, (topic, code) -> {}));

    private record Letter(byte[] key, Headers headers, byte[] body) {

        String header(String name) {
            return MessageHeaders.text(headers, name);
        }
    }

    @Test
    void aMessageIsActedOn() {
        receive(command(), obeyed::add);
        assertThat(obeyed).hasSize(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void aTypeThatIsThereWithoutAValueIsPutAsideAsItCame() {
        ConsumerRecord<byte[], byte[]> poison = record("k".getBytes(UTF_8), null);
        poison.headers().add(MessageCodec.TYPE_HEADER, null).add("other", null);

        receive(poison, obeyed::add);

        Letter letter = letters.get(0);
        assertThat(letter.header(MessageHeaders.REASON_CODE)).isEqualTo("type-missing");
        assertThat(letter.body()).isNull();
        assertThat(letter.key()).isEqualTo("k".getBytes(UTF_8));
        assertThat(letter.headers().headers("other"))
                .singleElement()
                .extracting(Header::value)
                .isNull();
        assertThat(letter.headers().headers(MessageCodec.TYPE_HEADER))
                .singleElement()
                .extracting(Header::value)
                .isNull();
    }

    @Test
    void aKeyThatIsNoTextIsKeptToTheByte() {
        byte[] key = {(byte) 0xff, 0, (byte) 0xc3};
        receive(record(key, new byte[] {1}), obeyed::add);
        assertThat(letters.get(0).key()).isEqualTo(key);
    }

    @Test
    void aFailureThatNobodyThoughtOfIsADeadLetter() {
        receive(command(), message -> {
            throw new IllegalStateException("what is this?");
        });
        receive(command(), message -> {
            throw new StackOverflowError();
        });
        assertThat(letters)
                .extracting(letter -> letter.header(MessageHeaders.REASON_CODE))
                .containsExactly("not-applicable", "not-applicable");
        assertThat(letters.get(0).header(MessageHeaders.REASON)).contains("what is this?");
    }

    @Test
    void aHeapThatAnotherFilledCostsNoRecord() {
        List<Integer> attempts = new ArrayList<>();
        receive(command(), message -> {
            attempts.add(attempts.size());
            if (attempts.size() <= 2) {
                throw new OutOfMemoryError("Java heap space");
            }
            obeyed.add(message);
        });
        assertThat(obeyed).hasSize(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void whatEveryWorkerHearsForItselfIsPassedOverWhenItCannotBeActedOn() {
        reception.overhear(command(), JobCommand.class, message -> {
            throw new IllegalStateException("what is this?");
        });
        reception.overhear(record(null, new byte[] {1}), JobCommand.class, obeyed::add);
        reception.overhear(command(), JobCommand.class, obeyed::add);

        assertThat(letters).isEmpty();
        assertThat(obeyed).hasSize(1);
    }

    @Test
    void whatIsNotBelievedIsADeadLetterWithItsReason() {
        receive(command(), message -> {
            throw new RefusedMessageException("claim-mismatch", "another job's");
        });
        assertThat(letters.get(0).header(MessageHeaders.REASON_CODE)).isEqualTo("claim-mismatch");
    }

    @Test
    void aReasonIsOneLineWhateverItQuotes() {
        receive(command(), message -> {
            throw new RefusedMessageException("claim-mismatch", "worker x\n2026-01-02 INFO all is well\0\ud800");
        });
        assertThat(letters.get(0).header(MessageHeaders.REASON))
                .isEqualTo("worker x\uFFFD2026-01-02 INFO all is well\uFFFD\uFFFD");
    }

    @Test
    void aRecordWaitsWhileTheDatabaseIsAway() {
        List<Integer> attempts = new ArrayList<>();
        receive(command(), message -> {
            attempts.add(attempts.size());
            if (attempts.size() == 1) {
                throw new IllegalStateException(new SQLException("shutting down", "57P01"));
            }
            obeyed.add(message);
        });
        assertThat(attempts).hasSize(2);
        assertThat(obeyed).hasSize(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void whatTheDatabaseRefusesForItsValueIsNoOutage() {
        receive(command(), message -> {
            throw new IllegalStateException(new SQLException("timestamp out of range", "22008"));
        });
        assertThat(letters).hasSize(1);
    }

    @Test
    void aRecordWaitsUntilTheBrokerTakesItsDeadLetter() {
        refusals.add(new DisconnectException("gone"));
        receive(record(null, null), obeyed::add);
        assertThat(letters).hasSize(1);
    }

    @Test
    void aRecordThatIsTooLargeToBeADeadLetterIsCut() {
        refusals.add(new RecordTooLargeException("too large"));
        ConsumerRecord<byte[], byte[]> large = record(new byte[2_000], new byte[1_000_000]);
        large.headers().add(MessageCodec.TYPE_HEADER, TYPE.getBytes(UTF_8)).add("long", new byte[5_000]);

        receive(large, obeyed::add);

        Letter letter = letters.get(0);
        assertThat(letter.body()).hasSize(65_536);
        assertThat(letter.key()).hasSize(1_024);
        assertThat(letter.header(MessageHeaders.CUT)).isEqualTo(Integer.toString(1_007_000 + 4 + 7 + TYPE.length()));
        assertThat(letter.header(MessageCodec.TYPE_HEADER)).isEqualTo(TYPE);
        assertThat(letter.headers().lastHeader("long")).isNull();
        assertThat(letter.header(MessageHeaders.OFFSET)).isEqualTo("7");
    }

    @Test
    void anErrorWhileARecordIsPutAsideStopsNothing() {
        refusals.add(new OutOfMemoryError("Java heap space"));
        receive(record("k".getBytes(UTF_8), new byte[] {1}), obeyed::add);
        assertThat(letters).hasSize(1);
    }

    @Test
    void whatEveryWorkerReadsIsPutAsideByNone() {
        reception.overhear(record(null, new byte[] {1}), JobCommand.class, obeyed::add);
        reception.overhear(record(null, null), JobCommand.class, obeyed::add);
        reception.overhear(command(), JobCommand.class, obeyed::add);
        assertThat(obeyed).hasSize(1);
        assertThat(letters).isEmpty();
    }

    @Test
    void aStoppingServiceLeavesWhatFailsToWhoComesNext() {
        reception.close();
        assertThatThrownBy(() -> receive(command(), message -> {
                    throw new IllegalStateException("the pool is closed");
                }))
                .hasMessage("the pool is closed");
        assertThat(letters).isEmpty();
    }

    private void receive(ConsumerRecord<byte[], byte[]> incoming, Consumer<JobCommand> action) {
        reception.receive(incoming, JobCommand.class, action);
    }

    private static ConsumerRecord<byte[], byte[]> command() {
        ConsumerRecord<byte[], byte[]> whole = record("job".getBytes(UTF_8), GoldenMessages.body(TYPE));
        whole.headers().add(MessageCodec.TYPE_HEADER, TYPE.getBytes(UTF_8));
        return whole;
    }

    private static ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] body) {
        return new ConsumerRecord<>(Topics.JOB_COMMANDS, 0, 7, key, body);
    }

    /** The broker: refuses as often as it is told to. */
    private CompletionStage<Void> take(String topic, byte[] key, Headers headers, byte[] body) {
        assertThat(topic).isEqualTo(Topics.DEAD_LETTERS);
        if (!refusals.isEmpty() && refusals.get(0) instanceof Error) {
            throw (Error) refusals.remove(0);
        }
        if (!refusals.isEmpty()) {
            return CompletableFuture.failedFuture(refusals.remove(0));
        }
        letters.add(new Letter(key, headers, body));
        return CompletableFuture.completedFuture(null);
    }
}

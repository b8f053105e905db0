package dev.gangway.gateway.intake;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpoolTest {

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whatIsKeptIsReadAtAnyPlaceByAnyNumberOfReaders(boolean onDisk) throws IOException {
        Spool spool = spool(onDisk, "0123456789");
        ReceivedBody body = new ReceivedBody(spool, () -> {});
        try (SeekableByteChannel one = body.channel();
                SeekableByteChannel other = body.channel()) {
            assertThat(read(one.position(7), 5)).isEqualTo("789");
            assertThat(read(other, 2)).isEqualTo("01");
            assertThat(read(one, 5)).isEmpty();
            assertThat(one.size()).isEqualTo(10);
        }
        try (InputStream stream = body.open()) {
            assertThat(new String(stream.readAllBytes(), US_ASCII))
                    .as("those who have read leave it here")
                    .isEqualTo("0123456789");
        }
        spool.close();
    }

    @Test
    void nothingIsReadOfNothing() throws IOException {
        try (SeekableByteChannel nothing = ReceivedBody.nothing()) {
            assertThat(nothing.size()).isZero();
            assertThat(read(nothing, 5)).isEmpty();
        }
    }

    private static Spool spool(boolean onDisk, String content) throws IOException {
        Spool spool = new Spool();
        ByteBuffer bytes = ByteBuffer.wrap(content.getBytes(US_ASCII));
        if (onDisk) {
            spool.write(bytes);
        } else {
            spool.hold(bytes);
        }
        return spool;
    }

    private static String read(SeekableByteChannel channel, int most) throws IOException {
        ByteBuffer target = ByteBuffer.allocate(most);
        int read = channel.read(target);
        return read < 0 ? "" : new String(target.array(), 0, read, US_ASCII);
    }
}

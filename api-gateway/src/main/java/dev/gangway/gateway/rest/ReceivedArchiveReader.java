package dev.gangway.gateway.rest;

import dev.gangway.gateway.intake.ReceivedBody;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.InputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.channels.SeekableByteChannel;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Gives a resource the body where it lies, so that what is read at any place, such as an archive, is not copied for that. */
@Provider
class ReceivedArchiveReader implements MessageBodyReader<SeekableByteChannel> {

    private static final String BODY = ReceivedArchiveReader.class.getName();

    /** Keeps {@code body} for the resource of the same request. */
    static void keep(ReceivedBody body, ResteasyReactiveRequestContext exchange) {
        exchange.setProperty(BODY, body);
    }

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == SeekableByteChannel.class;
    }

    /** Leaves {@code stream} to whoever reads the body once more, from its beginning to its end. */
    @Override
    public SeekableByteChannel readFrom(
            Class<SeekableByteChannel> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, String> headers,
            InputStream stream) {
        return CurrentRequestManager.get().getProperty(BODY) instanceof ReceivedBody body
                ? body.channel()
                : ReceivedBody.nothing();
    }
}

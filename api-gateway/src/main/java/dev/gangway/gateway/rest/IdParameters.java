package dev.gangway.gateway.rest;

import dev.gangway.gateway.text.ReceivedValue;
import jakarta.ws.rs.ext.ParamConverter;
import jakarta.ws.rs.ext.ParamConverterProvider;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.UUID;

/** Reads ids in addresses as they are written in answers, and in no other way; others name nothing. */
@Provider
public class IdParameters implements ParamConverterProvider {

    @Override
    @SuppressWarnings("unchecked")
    public <T> ParamConverter<T> getConverter(Class<T> type, Type generic, Annotation[] annotations) {
        return type == UUID.class ? (ParamConverter<T>) new Ids() : null;
    }

    private static final class Ids implements ParamConverter<UUID> {

        @Override
        public UUID fromString(String value) {
            return ReceivedValue.id(value);
        }

        @Override
        public String toString(UUID value) {
            return value.toString();
        }
    }
}

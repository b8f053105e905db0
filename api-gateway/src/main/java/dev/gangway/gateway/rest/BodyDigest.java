package dev.gangway.gateway.rest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Set;
import java.util.TreeSet;
import org.jboss.resteasy.reactive.server.core.multipart.FormData;
import org.jboss.resteasy.reactive.server.multipart.FormValue;

/** Tells different bodies apart. */
final class BodyDigest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private BodyDigest() {}

    /** That of JSON, whatever its white space and the order of its fields; of what is no JSON, that of its bytes. */
    static String ofJson(byte[] body) {
        MessageDigest digest = sha256();
        try {
            digest.update(JSON.writeValueAsBytes(JSON.readValue(body, Object.class)));
        } catch (IOException e) {
            digest.reset();
            digest.update(body);
        }
        return hex(digest);
    }

    /** That of a form's parts, whatever separates them on the wire. */
    static String ofForm(FormData form) {
        MessageDigest digest = sha256();
        for (String name : names(form)) {
            for (FormValue value : form.get(name)) {
                update(digest, name);
                update(digest, String.valueOf(value.getFileName()));
                digest.update(contentDigest(value));
            }
        }
        return hex(digest);
    }

    private static Set<String> names(FormData form) {
        Set<String> names = new TreeSet<>();
        form.forEach(names::add);
        return names;
    }

    private static byte[] contentDigest(FormValue value) {
        MessageDigest content = sha256();
        if (!value.isFileItem()) {
            update(content, value.getValue());
            return content.digest();
        }
        try (InputStream file = value.getFileItem().isInMemory()
                        ? value.getFileItem().getInputStream()
                        : Files.newInputStream(value.getFileItem().getFile());
                DigestOutputStream sink = new DigestOutputStream(OutputStream.nullOutputStream(), content)) {
            file.transferTo(sink);
        } catch (IOException e) {
            throw new UncheckedIOException("a received file cannot be read", e);
        }
        return content.digest();
    }

    private static void update(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    /** A stream that computes the digest of what is read from it. */
    static DigestInputStream listening(InputStream body) {
        return new DigestInputStream(body, sha256());
    }

    /** The digest of a body that is read to its end here, as far as that has not happened yet. */
    static String toEnd(DigestInputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            throw new UncheckedIOException("the rest of a body did not arrive", e);
        }
        return hex(body.getMessageDigest());
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}

package dev.gangway.gateway.fault;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonStreamContext;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.gateway.job.RefusedException;
import dev.gangway.gateway.text.ReceivedText;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * Checks every name and every text of a JSON body before any of it becomes a value: JSON can write what is no text, such as
 * {@code "\\ud800"}. How much may come was bounded when it was received.
 */
public final class TextFaults {

    /** A name of a field, in characters. */
    private static final int LONGEST_NAME = 200;

    /** Room for a mask's file in Base64. */
    private static final int LONGEST_TEXT = 100_000;

    /** As many are told at once. */
    private static final int MOST = 20;

    private static final JsonFactory JSON = new JsonFactory();

    private TextFaults() {}

    /**
     * The names and texts in {@code body} that are none, each by its path.
     *
     * @throws JsonProcessingException when it is no JSON
     */
    public static List<RefusedException> of(byte[] body) throws IOException {
        List<RefusedException> faults = new ArrayList<>();
        try (JsonParser parser = JSON.createParser(body)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token == JsonToken.FIELD_NAME) {
                    look(parser, LONGEST_NAME, faults);
                } else if (token == JsonToken.VALUE_STRING) {
                    look(parser, LONGEST_TEXT, faults);
                }
            }
        }
        return faults;
    }

    private static void look(JsonParser parser, int longest, List<RefusedException> faults) throws IOException {
        if (faults.size() < MOST) {
            ReceivedText.fault(parser.getText(), longest)
                    .ifPresent(
                            fault -> faults.add(RefusedException.unreadable(path(parser.getParsingContext()), fault)));
        }
    }

    /** Where the parser is, as errors name fields; a name that is at fault itself is shown as far as it can be. */
    private static String path(JsonStreamContext place) {
        if (place == null || place.inRoot()) {
            return "";
        }
        String before = path(place.getParent());
        if (place.inArray()) {
            return before + "[" + place.getCurrentIndex() + "]";
        }
        String name = place.getCurrentName();
        String shown = ReceivedText.fault(name, LONGEST_NAME).isPresent() ? "?" : name;
        return before.isEmpty() ? shown : before + "." + shown;
    }
}

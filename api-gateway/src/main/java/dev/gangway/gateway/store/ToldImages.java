package dev.gangway.gateway.store;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import dev.gangway.artifacts.store.ContentMismatchException;
import java.io.IOException;
import java.io.InputStream;
import java.util.BitSet;

/** Which images a job's results say are completed, read as they come: results can be large. */
final class ToldImages {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String COMPLETED = "completed";

    private final BitSet completed = new BitSet();

    private ToldImages() {}

    /**
     * Reads results.
     *
     * @throws ContentMismatchException when they are none
     */
    static ToldImages in(String key, InputStream results) {
        ToldImages told = new ToldImages();
        try (results;
                JsonParser parser = JSON.createParser(results)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                boolean images = parser.currentName().equals("images");
                boolean list = parser.nextToken() == JsonToken.START_ARRAY;
                if (images && list) {
                    told.readImages(parser);
                } else {
                    parser.skipChildren();
                }
            }
            return told;
        } catch (IOException e) {
            throw new ContentMismatchException(key, "is damaged: " + e.getMessage(), e);
        }
    }

    private void readImages(JsonParser parser) throws IOException {
        while (parser.nextToken() == JsonToken.START_OBJECT) {
            readImage(parser);
        }
    }

    /** Images of a dataset have no outcome: each is completed. */
    private void readImage(JsonParser parser) throws IOException {
        int number = -1;
        String outcome = COMPLETED;
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String field = parser.currentName();
            JsonToken value = parser.nextToken();
            if (field.equals("image") && value == JsonToken.VALUE_NUMBER_INT) {
                number = parser.getIntValue();
            } else if (field.equals("outcome")) {
                outcome = parser.getText();
            }
            parser.skipChildren();
        }
        if (number >= 0 && outcome.equals(COMPLETED)) {
            completed.set(number);
        }
    }

    /** Whether the image at {@code index} is completed. */
    boolean completed(int index) {
        return completed.get(index);
    }

    /** All that are, in their order. */
    int[] all() {
        return completed.stream().toArray();
    }
}

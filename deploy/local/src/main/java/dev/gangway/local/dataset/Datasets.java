package dev.gangway.local.dataset;

import com.fasterxml.jackson.databind.JsonNode;
import dev.gangway.local.client.GangwayClient;
import dev.gangway.local.process.GangwayException;
import dev.gangway.local.terminal.StatusLine;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The datasets that the gateway knows. */
public final class Datasets {

    private final GangwayClient gateway;
    private final StatusLine line;

    /** The datasets of {@code gateway}; what is done about them is shown on {@code line}. */
    public Datasets(GangwayClient gateway, StatusLine line) {
        this.gateway = gateway;
        this.line = line;
    }

    /** The latest version of {@code name}, imported from {@code archive} unless it is there. */
    public JsonNode present(String name, Path archive, int size) {
        Optional<JsonNode> known = latest(name);
        JsonNode dataset = known.orElseGet(() -> imported(name, archive, size));
        JsonNode images = dataset.path("images");
        line.print(String.format(
                Locale.ROOT,
                "dataset %s version %d: %d training, %d validation, %d test images%s",
                name,
                dataset.path("version").asInt(),
                images.path("train").asInt(),
                images.path("validation").asInt(),
                images.path("test").asInt(),
                known.isPresent() ? ", there already" : ""));
        return dataset;
    }

    /** The latest version of {@code name}; a {@link GangwayException} when there is no such dataset. */
    public JsonNode named(String name) {
        return latest(name)
                .orElseThrow(() -> new GangwayException(
                        "there is no dataset " + name + "; make it of your images with `gangway import`"));
    }

    private Optional<JsonNode> latest(String name) {
        return gateway.find("/v1/datasets/" + name)
                .map(versions -> versions.path("items").path(0));
    }

    private JsonNode imported(String name, Path archive, int size) {
        line.print("importing " + archive.getFileName());
        return gateway.postArchive("/v1/datasets?name=" + name + "&size=" + size, archive);
    }
}

package dev.gangway.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes what a demo leaves: figures, pictures and a page that shows both. */
final class DemoReport {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private final Path folder;

    DemoReport(Path folder) {
        this.folder = folder;
    }

    /** Writes everything into the folder; returns the page. */
    Path write(DemoPlan plan, JsonNode training, List<CompletedStage> stages, List<StageRow> rows) throws IOException {
        Files.createDirectories(folder);
        Files.write(folder.resolve("results.json"), JSON.writeValueAsBytes(Map.of("stages", rows)));
        Map<String, String> pictures = new LinkedHashMap<>();
        pictures.put(
                "completions.png",
                "The same held-out images, row by row: the truth, the occluded input, the mean"
                        + " colour of what is visible and the mean image in the hole, then each stage's completion.");
        Files.write(folder.resolve("completions.png"), completions(stages));
        for (CompletedStage stage : stages) {
            add(pictures, stage, "samples", "Stage %d: drawn from the prior, with the same seeds for every stage.");
            add(
                    pictures,
                    stage,
                    "reconstructions",
                    "Stage %d: held-out images above what encoder and generator make of them.");
        }
        Path page = folder.resolve("index.html");
        Files.writeString(page, new ReportPage(plan, training, rows, pictures).html());
        return page;
    }

    private void add(Map<String, String> pictures, CompletedStage stage, String kind, String caption)
            throws IOException {
        String file = kind + "-stage-" + stage.stage() + ".png";
        Files.write(folder.resolve(file), stage.picture(kind + ".png"));
        pictures.put(file, String.format(Locale.ROOT, caption, stage.stage()));
    }

    private static byte[] completions(List<CompletedStage> stages) throws IOException {
        List<byte[]> strips = new ArrayList<>();
        for (String row : List.of("truth", "occluded", "mean-colour", "mean-image")) {
            strips.add(stages.get(0).picture("row-" + row + ".png"));
        }
        for (CompletedStage stage : stages) {
            strips.add(stage.picture("row-stage-" + stage.stage() + ".png"));
        }
        return PictureStack.of(strips);
    }
}

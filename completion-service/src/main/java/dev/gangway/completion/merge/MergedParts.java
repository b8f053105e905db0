package dev.gangway.completion.merge;

import dev.gangway.completion.batch.PartFigures;
import dev.gangway.completion.batch.TaskObjects;
import dev.gangway.completion.judgement.ImageSet;
import dev.gangway.completion.judgement.JudgedImage;
import dev.gangway.completion.judgement.RefusedImage;
import dev.gangway.completion.judgement.SetJudge;
import dev.gangway.completion.task.TaskRefusedException;
import dev.gangway.contracts.completion.CompletionTask.ImageRange;
import dev.gangway.contracts.completion.CompletionTask.MergeFigures;
import dev.gangway.evaluation.ClassStatistics;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** All parts of a job as one, in the order of the images however they were cut. */
final class MergedParts implements SetJudge.Descriptions {

    private final TaskObjects objects;
    private final Map<String, PartFigures> parts;
    private final String extractor;
    private final List<JudgedImage> images;
    private final List<RefusedImage> refused;

    private MergedParts(
            TaskObjects objects,
            Map<String, PartFigures> parts,
            String extractor,
            List<JudgedImage> images,
            List<RefusedImage> refused) {
        this.refused = refused;
        this.objects = objects;
        this.parts = parts;
        this.extractor = extractor;
        this.images = images;
    }

    /** Reads the figures of all parts; refuses them unless every image of the job is there just once. */
    static MergedParts read(TaskObjects objects, MergeFigures task) throws TaskRefusedException {
        MergedParts merged = read(objects, task.parts());
        merged.requireAll(task.images());
        return merged;
    }

    /** Reads the figures under {@code keys}, at least one, of whatever images there are, each but once. */
    static MergedParts read(TaskObjects objects, List<String> keys) throws TaskRefusedException {
        Map<String, PartFigures> parts = new LinkedHashMap<>();
        SortedMap<Integer, JudgedImage> images = new TreeMap<>();
        SortedMap<Integer, RefusedImage> refused = new TreeMap<>();
        for (String key : keys) {
            PartFigures part = objects.figures(key);
            parts.put(key, part);
            for (JudgedImage image : part.images()) {
                requireOnce(image.image(), images.put(image.image(), image));
            }
            for (RefusedImage image : part.refused()) {
                requireOnce(image.image(), refused.put(image.image(), image));
                requireOnce(image.image(), images.get(image.image()));
            }
        }
        return new MergedParts(
                objects, parts, commonExtractor(parts), List.copyOf(images.values()), List.copyOf(refused.values()));
    }

    private static void requireOnce(int image, Object before) throws TaskRefusedException {
        if (before != null) {
            throw new TaskRefusedException("parts-incomplete", "image " + image + " is told of twice");
        }
    }

    /** The name of the extractor that made all features. */
    String extractor() {
        return extractor;
    }

    /** Every completed image of the job. */
    List<JudgedImage> images() {
        return images;
    }

    /** Every image of the job that could not be completed. */
    List<RefusedImage> refused() {
        return refused;
    }

    @Override
    public List<float[]> rows(String describer, ImageSet set) throws TaskRefusedException {
        Map<Integer, float[]> rows = new TreeMap<>();
        for (Map.Entry<String, PartFigures> part : parts.entrySet()) {
            List<JudgedImage> partImages = part.getValue().images();
            if (partImages.isEmpty()) {
                continue;
            }
            List<float[]> partRows = objects.features(part.getKey(), part.getValue(), describer, set);
            for (int i = 0; i < partImages.size(); i++) {
                rows.put(partImages.get(i).image(), partRows.get(i));
            }
        }
        return new ArrayList<>(rows.values());
    }

    @Override
    public Optional<ClassStatistics> classes(ImageSet set) {
        return parts.values().stream()
                .map(part -> part.classes().get(set))
                .filter(Objects::nonNull)
                .reduce(ClassStatistics::merge);
    }

    private void requireAll(ImageRange range) throws TaskRefusedException {
        SortedSet<Integer> numbers = new TreeSet<>();
        images.forEach(image -> numbers.add(image.image()));
        refused.forEach(image -> numbers.add(image.image()));
        boolean complete = numbers.size() == range.count()
                && numbers.first() == range.from()
                && numbers.last() == range.from() + range.count() - 1;
        if (!complete) {
            throw new TaskRefusedException(
                    "parts-incomplete",
                    "the parts hold " + numbers.size() + " different images, not the " + range.count() + " from "
                            + range.from());
        }
    }

    private static String commonExtractor(Map<String, PartFigures> parts) throws TaskRefusedException {
        List<String> names =
                parts.values().stream().map(PartFigures::extractor).distinct().toList();
        if (names.size() != 1) {
            throw new TaskRefusedException("extractors-differ", "features of " + names + " do not belong together");
        }
        return names.get(0);
    }
}

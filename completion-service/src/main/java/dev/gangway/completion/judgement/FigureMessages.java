package dev.gangway.completion.judgement;

import dev.gangway.contracts.completion.CompletionTask;
import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Metric.FaceFigures;
import dev.gangway.contracts.metric.Metric.Scope;
import dev.gangway.evaluation.FaceVerification;
import java.time.Instant;
import java.util.List;

/** Figures as messages. */
public final class FigureMessages {

    private final CompletionTask task;
    private final int stage;
    private final Instant at;

    /** Messages about what came of {@code task} with a checkpoint of {@code stage}. */
    public FigureMessages(CompletionTask task, int stage, Instant at) {
        this.task = task;
        this.stage = stage;
        this.at = at;
    }

    /** One message for each image, about its completion. */
    public List<Metric> ofImages(List<JudgedImage> images) {
        return images.stream()
                .<Metric>map(image -> new Metric.ImageFigures(
                        task.job(),
                        task.team(),
                        at,
                        image.image(),
                        stage,
                        image.figures().get(ImageSet.COMPLETED)))
                .toList();
    }

    /** One message for each set of the task's images. */
    public List<Metric> ofTask(List<SetJudgement> sets) {
        return ofSets(Scope.TASK, task.task(), sets);
    }

    /** One message for each set of all of the job's images. */
    public List<Metric> ofJob(List<SetJudgement> sets) {
        return ofSets(Scope.JOB, null, sets);
    }

    private List<Metric> ofSets(Scope scope, Integer number, List<SetJudgement> sets) {
        return sets.stream()
                .<Metric>map(judgement -> new Metric.SetFigures(
                        task.job(),
                        task.team(),
                        at,
                        scope,
                        number,
                        judgement.set().label(),
                        stage,
                        judgement.fidelity().means(),
                        judgement.distances(),
                        judgement.inceptionScore(),
                        faces(judgement.faces())))
                .toList();
    }

    private static List<FaceFigures> faces(List<FaceVerification> faces) {
        return faces.isEmpty()
                ? null
                : faces.stream()
                        .map(face -> new FaceFigures(
                                face.matcher(), face.similarity().mean(), face.auc(), face.genuine(), face.impostors()))
                        .toList();
    }
}

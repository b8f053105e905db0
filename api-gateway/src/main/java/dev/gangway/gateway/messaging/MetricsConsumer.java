package dev.gangway.gateway.messaging;

import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Metric.TrainingCurve;
import dev.gangway.gateway.job.CurvePoint;
import dev.gangway.gateway.persistence.CurveRepository;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives measurements, and keeps the training curves among them. */
@ApplicationScoped
class MetricsConsumer {

    private final Reception reception;
    private final CurveRepository curves;

    MetricsConsumer(Reception reception, CurveRepository curves) {
        this.reception = reception;
        this.curves = curves;
    }

    @Incoming("metrics")
    @Blocking("records")
    void consume(ConsumerRecord<String, byte[]> incoming) {
        reception.receive(incoming, Metric.class, this::keep);
    }

    private void keep(Metric metric) {
        if (metric instanceof TrainingCurve curve) {
            CurvePoint point = new CurvePoint(curve.stage(), curve.step(), curve.values(), curve.at());
            QuarkusTransaction.requiringNew().run(() -> curves.put(curve.job(), point));
        }
    }
}

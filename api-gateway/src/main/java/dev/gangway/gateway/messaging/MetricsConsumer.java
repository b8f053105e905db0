package dev.gangway.gateway.messaging;

import dev.gangway.contracts.metric.Metric;
import dev.gangway.contracts.metric.Metric.TrainingCurve;
import dev.gangway.gateway.lifecycle.TrainingCurves;
import dev.gangway.ledger.broker.Reception;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Receives measurements, and keeps the training curves among them. */
@ApplicationScoped
class MetricsConsumer {

    private final Reception reception;
    private final TrainingCurves curves;

    MetricsConsumer(Reception reception, TrainingCurves curves) {
        this.reception = reception;
        this.curves = curves;
    }

    @Incoming("metrics")
    @Blocking("records")
    void consume(ConsumerRecord<byte[], byte[]> incoming) {
        reception.receive(incoming, Metric.class, this::keep);
    }

    private void keep(Metric metric) {
        if (metric instanceof TrainingCurve curve) {
            QuarkusTransaction.requiringNew().run(() -> curves.keep(curve));
        }
    }
}

/** Optimal transport: exact, entropic and approximate solvers, and divergences. */
module org.wgan4j.transport {
    requires static transitive org.jspecify;

    exports org.wgan4j.transport;
    exports org.wgan4j.transport.approximate;
    exports org.wgan4j.transport.divergence;
    exports org.wgan4j.transport.entropic;
    exports org.wgan4j.transport.exact.barycenter;
    exports org.wgan4j.transport.exact.bottleneck;
    exports org.wgan4j.transport.exact.line;
    exports org.wgan4j.transport.exact.partial;
    exports org.wgan4j.transport.solver;
    exports org.wgan4j.transport.exact.assignment to
            org.wgan4j.gan;
}
